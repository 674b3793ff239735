//! A backup holds everything, and comes back the same on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex};

use serde_json::{Map, Value as Json, json};
use store::backup::{self, Giver, Onto, Part, Refusal, Taker, read_all, write_all};
use store::db::MIGRATIONS;
use store::{Db, Tx, organisations};
use testkit::databases::{each_engine, each_engine_empty};
use uuid::Uuid;

/// Doors that must not be open again after a restore, the list of migrations, which is not the desk's, and what is listed anew,
/// and how each agent's day went.
const LEFT_OUT: [&str; 11] = [
    "sessions",
    "invitations",
    "set_up",
    "identity_tokens",
    "signed_visits",
    "schema_migrations",
    "search_entries",
    "search_filled",
    "stretches",
    "eased",
    "visit_pages",
];

#[derive(Default)]
struct Kept(Vec<Part>);

impl Taker for Kept {
    fn take(&mut self, part: Part) -> io::Result<()> {
        self.0.push(part);
        Ok(())
    }
}

struct Given(VecDeque<Part>);

impl Giver for Given {
    fn give(&mut self) -> io::Result<Option<Part>> {
        Ok(self.0.pop_front())
    }
}

fn given(parts: &[Part]) -> Given {
    Given(parts.iter().cloned().collect())
}

/// One row for each table of the schema, with something in every column. Ids are the same wherever the name is, so that
/// everything belongs together.
fn a_row_of_everything() -> Vec<Part> {
    let tables: Vec<(String, Map<String, Json>)> = tables_of_the_schema();
    let wanted: Vec<&str> = backup::table_names().collect();
    let row = |name: &&str| {
        let (_, row) = tables.iter().find(|(table, _)| table == name).unwrap();
        Part { table: (*name).to_owned(), lines: serde_json::to_vec(row).unwrap(), rows: 1 }
    };
    wanted.iter().map(row).collect()
}

fn tables_of_the_schema() -> Vec<(String, Map<String, Json>)> {
    let sql: String = MIGRATIONS.iter().map(|migration| migration.sql).collect();
    let mut tables: Vec<(String, Map<String, Json>)> = Vec::new();
    for line in sql.lines().map(|line| line.trim().trim_end_matches([',', ';'])) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            ["create", "table", name, ..] => tables.push(((*name).to_owned(), Map::new())),
            ["alter", "table", table, "drop", "column", name] => {
                let place = tables.iter().position(|(known, _)| known == table).unwrap();
                tables[place].1.remove(*name);
            }
            ["alter", "table", table, "add", "column", name, kind, ..] => {
                let place = tables.iter().position(|(known, _)| known == table).unwrap();
                tables[place].1.insert((*name).to_owned(), something(name, kind));
            }
            [name, kind @ ("uuid" | "text" | "bigint" | "bytea"), ..] => {
                tables.last_mut().unwrap().1.insert((*name).to_owned(), something(name, kind));
            }
            _ => {}
        }
    }
    tables
}

fn something(name: &str, kind: &str) -> Json {
    match kind {
        "uuid" => json!(Uuid::from_u128(name.bytes().fold(0, |sum: u128, byte| sum * 31 + u128::from(byte))).to_string()),
        "text" => json!(format!("{name}: \"Yötyö\"\n\u{1f319}")),
        "bigint" => json!(i64::MAX),
        _ => json!("00ff7f"),
    }
}

async fn everything_in(db: &Db) -> Vec<Part> {
    read_all(db, Kept::default()).await.unwrap().unwrap().0
}

/// As objects, because the order of names in a line means nothing.
fn rows(parts: &[Part]) -> Vec<(String, Json)> {
    let lines = parts.iter().flat_map(|part| part.lines.split(|byte| *byte == b'\n').map(move |line| (part.table.clone(), line)));
    lines.filter(|(_, line)| !line.is_empty()).map(|(table, line)| (table, serde_json::from_slice(line).unwrap())).collect()
}

#[test]
fn every_table_of_the_schema_is_in_a_backup_or_left_out_on_purpose() {
    let kept: Vec<&str> = backup::table_names().collect();
    for (table, _) in tables_of_the_schema() {
        assert!(kept.contains(&table.as_str()) != LEFT_OUT.contains(&table.as_str()), "{table}");
    }
}

#[tokio::test]
async fn trust_42_every_column_comes_back_the_same_from_one_engine_to_the_other() {
    let mut parts = a_row_of_everything();
    let first = rows(&parts);
    assert_eq!(first.len(), backup::table_names().count());
    for db in each_engine().await {
        let written = write_all(&db, given(&parts), Onto::Empty, "a new life".into()).await.unwrap().unwrap();
        assert_eq!(usize::try_from(written), Ok(first.len()));
        parts = everything_in(&db).await;
        let mut now = rows(&parts);
        assert_eq!(now[0].1["epoch"], "a new life");
        now[0].1["epoch"] = first[0].1["epoch"].clone();
        assert_eq!(now, first);
    }
}

#[tokio::test]
async fn a_desk_is_only_replaced_when_somebody_says_so() {
    let parts = a_row_of_everything();
    for db in each_engine().await {
        write_all(&db, given(&parts), Onto::Empty, "first".into()).await.unwrap().unwrap();
        let refused = write_all(&db, given(&parts), Onto::Empty, "second".into()).await.unwrap();
        assert!(matches!(refused, Err(Refusal::NotEmpty)));
        assert_eq!(epoch(&db).await, "first");
        write_all(&db, given(&parts), Onto::Anything, "third".into()).await.unwrap().unwrap();
        assert_eq!(epoch(&db).await, "third");
    }
}

#[tokio::test]
async fn a_restore_that_breaks_off_leaves_what_was_there() {
    let parts = a_row_of_everything();
    let mut broken = parts.clone();
    broken.last_mut().unwrap().lines = b"{\"agent_id\":1}".to_vec();
    let mut unknown = parts.clone();
    unknown.last_mut().unwrap().table = "promises".into();
    for db in each_engine().await {
        write_all(&db, given(&parts), Onto::Empty, "first".into()).await.unwrap().unwrap();
        let before = rows(&everything_in(&db).await);
        for half in [&broken, &unknown] {
            let refused = write_all(&db, given(half), Onto::Anything, "second".into()).await.unwrap();
            assert!(matches!(refused, Err(Refusal::Unreadable { .. })), "{refused:?}");
        }
        assert_eq!(rows(&everything_in(&db).await), before);
    }
}

// Whoever takes a part blocks its thread, so that a connection to PostgreSQL needs another one to go on.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_is_one_moment_although_others_write_meanwhile() {
    /// Adds to the desk while its backup is taken.
    struct Disturbing(Db, Arc<Mutex<Vec<Part>>>);
    impl Taker for Disturbing {
        fn take(&mut self, part: Part) -> io::Result<()> {
            let db = self.0.clone();
            let disturb = std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
                let touched = runtime.block_on(db.unit(async |tx: &mut Tx| tx.execute("update cases set number = number - 1", &[]).await));
                touched.map_err(|failure| io::Error::other(failure.for_log()))
            });
            disturb.join().unwrap()?;
            self.1.lock().unwrap().push(part);
            Ok(())
        }
    }
    for db in each_engine().await {
        write_all(&db, given(&a_row_of_everything()), Onto::Empty, "first".into()).await.unwrap().unwrap();
        let before = rows(&everything_in(&db).await);
        let taken = Arc::new(Mutex::new(Vec::new()));
        let second = match db.sqlite_file() {
            Some(file) => Db::open_sqlite(&file).await.unwrap(),
            None => (*db).clone(),
        };
        assert!(read_all(&db, Disturbing(second, Arc::clone(&taken))).await.unwrap().is_ok());
        assert_eq!(rows(&taken.lock().unwrap()), before);
        assert_ne!(rows(&everything_in(&db).await), before, "it could have been disturbed");
    }
}

#[tokio::test]
async fn a_database_without_a_schema_is_not_backed_up() {
    for db in each_engine_empty().await {
        let refused = read_all(&db, Kept::default()).await.unwrap();
        assert!(matches!(refused, Err(Refusal::OtherSchema(0))));
    }
}

#[tokio::test]
async fn every_statement_that_is_put_together_is_understood_by_both_engines() {
    for db in each_engine().await {
        db.prepare_all(&backup::all_statements()).await.unwrap();
        db.prepare_all(&store::rebuild::all_statements()).await.unwrap();
    }
}

async fn epoch(db: &Db) -> String {
    let all = db.read(async |tx: &mut Tx| organisations::all(tx).await).await.unwrap();
    all[0].epoch.clone()
}
