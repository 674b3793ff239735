//! `luukku password EMAIL`: the way back for somebody who has forgotten their password, above all for an owner alone.

use crate::settings::Settings;
use crate::stop::Stop;
use crate::{place, serve};

/// Makes the link. The desk may run meanwhile; it need not.
pub async fn renew(settings: Settings, email: String) -> Result<String, Stop> {
    let db = place::open_existing(&settings).await?;
    let desk = serve::desk(db, settings.for_server(settings.listen));
    let made = server::invitations::renew(&desk, &email).await;
    desk.db.close().await;
    let links = made.map_err(|_| Stop::new("the link cannot be stored; is this a desk, and of this version of Luukku?"))?;
    if links.is_empty() {
        return Err(Stop::new(format!("nobody signs in with {email}, or the person has been shut out")));
    }
    let links = links.join("\n\n  ");
    Ok(format!("Choose a new password here. The link works once, within an hour, while the desk runs:\n\n  {links}\n"))
}
