//! `luukku simulate FILE`: a scenario played through the rules and the claims of a desk, with a clock of its own.
//!
//! Read [`scenario`] (what is played), [`play`] and [`happening`] (how), [`claims`] (the desk behind it), [`trace`].

mod claims;
mod happening;
mod play;
mod scenario;
#[cfg(test)]
mod tests;
mod trace;

use std::path::{Path, PathBuf};

use store::{Db, Tx};

use crate::stop::Stop;
use play::Play;
use scenario::Scenario;
use trace::Line;

/// Plays the scenario in `file` and answers the trace.
///
/// # Errors
/// When the file cannot be read or says something that cannot be played.
pub async fn simulate(file: PathBuf) -> Result<String, Stop> {
    let shown = file.display();
    let text = std::fs::read_to_string(&file).map_err(|error| Stop::new(format!("{shown} cannot be read: {error}")))?;
    let scenario = scenario::read(&text).map_err(|wrong| Stop::new(format!("{shown}: {wrong}")))?;
    let folder = Folder::make()?;
    let db = folder.database().await?;
    let lines = play(&db, scenario).await;
    db.close().await;
    Ok(lines?.iter().map(|line| line.to_json() + "\n").collect())
}

/// Plays a scenario on a database, which is afterwards as it was.
async fn play(db: &Db, scenario: Scenario) -> store::Result<Vec<Line>> {
    db.unit(async move |tx: &mut Tx| {
        let lines = Play::begin(tx, scenario).await?.play_out(tx).await?;
        tx.roll_back();
        Ok(lines)
    })
    .await
}

/// A folder that is gone when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn make() -> Result<Self, Stop> {
        let path = std::env::temp_dir().join(format!("luukku-simulate-{}", uuid::Uuid::new_v4()));
        std::fs::create_dir(&path).map_err(|error| Stop::new(format!("{} cannot be made: {error}", path.display())))?;
        Ok(Self(path))
    }

    async fn database(&self) -> Result<Db, Stop> {
        let path: &Path = &self.0;
        let db = Db::open_sqlite(&path.join("desk.db")).await?;
        db.migrate(desk::moment::Moment::from_micros(0)).await?;
        Ok(db)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left behind in the temporary folder is harmless.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
