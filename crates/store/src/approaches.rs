//! When clients invite visitors to their chats, and how many visitors did what. Numbers only: who they were is nowhere.

use desk::approach::{Became, Whom};
use desk::hours::Date;
use desk::id::{ApproachId, ClientId, OrganisationId};
use serde::{Deserialize, Serialize};

use crate::db::{Failure, Result, Tx};
use crate::speech::Worded;
use crate::stored::by_text;
use crate::{statements, stored, values};

/// When a client invites visitors. Stored as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approaches {
    /// Whether it does at all.
    pub is_on: bool,
    /// How often at most in one visit.
    pub per_visit: i64,
    /// In one day.
    pub per_day: i64,
    /// In one week.
    pub per_week: i64,
    /// For how many days who has said no is left in peace.
    pub peace_days: i64,
    /// The share that is invited to nothing, in per cent.
    pub held_out_percent: i64,
    /// The invitations, the first that fits goes first.
    pub approaches: Vec<Approach>,
}

impl Default for Approaches {
    fn default() -> Self {
        Self { is_on: false, per_visit: 1, per_day: 1, per_week: 3, peace_days: 30, held_out_percent: 10, approaches: Vec::new() }
    }
}

/// One invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approach {
    /// Which.
    #[serde(with = "approach_id")]
    pub id: ApproachId,
    /// On which pages, as paths; none are all.
    pub pages: Vec<String>,
    /// After how many seconds on the page.
    pub after_s: i64,
    /// After how much of the page, in per cent.
    pub scrolled_percent: i64,
    /// Whom.
    #[serde(with = "whom")]
    pub whom: Whom,
    /// What it says.
    pub words: Worded,
}

by_text!(whom, desk::approach::Whom);

/// An id by its text.
mod approach_id {
    use desk::id::ApproachId;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    #[allow(clippy::trivially_copy_pass_by_ref)] // serde gives a reference
    pub fn serialize<S: Serializer>(id: &ApproachId, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(id)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<ApproachId, D::Error> {
        let text = String::deserialize(from)?;
        uuid::Uuid::parse_str(&text).map(ApproachId).map_err(|_| D::Error::custom("no id"))
    }
}

statements! {
    OF_CLIENT = "select settings from approaches where organisation_id = $1 and client_id = $2";
    KEEP = "insert into approaches (organisation_id, client_id, settings) values ($1, $2, $3)
            on conflict (organisation_id, client_id) do update set settings = excluded.settings";
    COUNT = "insert into approach_counts (organisation_id, client_id, day, approach_id, held_out, became, visitors)
             values ($1, $2, $3, $4, $5, $6, 1)
             on conflict (organisation_id, client_id, day, approach_id, held_out, became)
             do update set visitors = approach_counts.visitors + 1";
    SINCE = "select approach_id, held_out, became, cast(sum(visitors) as bigint) from approach_counts
             where organisation_id = $1 and client_id = $2 and day >= $3
             group by approach_id, held_out, became order by approach_id, held_out, became limit 1000";
}

/// When `client` invites visitors; the usual, which is never, where nobody has said.
pub async fn of_client(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> Result<Approaches> {
    let Some(row) = tx.row(OF_CLIENT, values![organisation, client]).await? else { return Ok(Approaches::default()) };
    serde_json::from_str(&row.get::<String>(0)?).map_err(|_| Failure::Broken("invitations of a client cannot be read".into()))
}

/// Stores when `client` invites visitors.
pub async fn keep(tx: &mut Tx, organisation: OrganisationId, client: ClientId, approaches: &Approaches) -> Result<()> {
    let settings = serde_json::to_string(approaches).map_err(|_| Failure::Broken("invitations of a client cannot be written".into()))?;
    tx.execute(KEEP, values![organisation, client, settings]).await?;
    Ok(())
}

/// Visitors of whom something became.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// By which invitation.
    pub approach: ApproachId,
    /// Whether they were invited to nothing.
    pub is_held_out: bool,
    /// What became of them.
    pub became: Became,
    /// How many.
    pub visitors: i64,
}

/// One more visitor of whom that became.
pub async fn count(tx: &mut Tx, organisation: OrganisationId, client: ClientId, day: Date, of: Counted) -> Result<()> {
    let values = values![organisation, client, day.to_string(), of.approach, of.is_held_out, stored::text(of.became)];
    tx.put(COUNT, values).await
}

/// What became of visitors from `day` on.
pub async fn since(tx: &mut Tx, organisation: OrganisationId, client: ClientId, day: Date) -> Result<Vec<Counted>> {
    let rows = tx.rows(SINCE, values![organisation, client, day.to_string()]).await?;
    let counted = |row: &crate::db::Row| {
        Ok(Counted {
            approach: row.get(0)?,
            is_held_out: row.get(1)?,
            became: stored::value(&row.get::<String>(2)?)?,
            visitors: row.get(3)?,
        })
    };
    rows.iter().map(counted).collect()
}
