//! What contacts weigh in an organisation. What that means is in [`desk::routing::Weights`].

use desk::case::Channel;
use desk::id::OrganisationId;
use desk::routing::Weights;

use crate::db::{Result, Tx};
use crate::{statements, values};

statements! {
    LOAD = "select message_weight from organisations where organisation_id = $1";
    SET = "update organisations set message_weight = $2 where organisation_id = $1";
}

/// What contacts weigh.
pub async fn load(tx: &mut Tx, organisation: OrganisationId) -> Result<Weights> {
    let row = tx.row(LOAD, values![organisation]).await?;
    row.map_or(Ok(Weights::default()), |row| Ok(Weights::with_message(row.get(0)?)))
}

/// What contacts weigh from now on. Whoever holds more than fits keeps what they have.
pub async fn set(tx: &mut Tx, organisation: OrganisationId, weights: Weights) -> Result<()> {
    tx.execute(SET, values![organisation, weights.of(Channel::Message)]).await?;
    Ok(())
}
