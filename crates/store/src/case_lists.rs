//! Lists of cases. Each is one statement per question, so that each has its index.

use desk::case::CaseState;
use desk::id::{AgentId, CaseId, ClientId, CustomerId, LabelId, OrganisationId};
use desk::may::Served;
use desk::moment::Moment;

use crate::cases::{CaseRecord, LAST_WORDS_LIMIT, record, select};
use crate::db::{Result, Row, Tx};
use crate::events::{Happened, happened};
use crate::{stored, values};

/// Which cases one sees: whoever sees every client asks with $2 = 1; who holds a contact sees its case (`Served::shows`); and
/// whose team helps another one out, at most over two (`desk::routing::CHAIN_LIMIT`), sees that one's clients.
macro_rules! seen {
    ($of:literal) => {
        seen!($of, "(k.state = 'taken' and k.held_by = $3)")
    };
    // Where no contact is at hand, `$held` says otherwise which cases one holds.
    ($of:literal, $held:literal) => {
        concat!(
            "($2::bigint = 1 or ",
            $held,
            " or ",
            $of,
            ".client_id in (select s.client_id from team_clients s
 join teams t on t.organisation_id = s.organisation_id and t.team_id = s.team_id
 left join teams u on u.organisation_id = t.organisation_id and u.team_id = t.overflow_team_id
 join team_members m on m.organisation_id = s.organisation_id and m.team_id in (t.team_id, t.overflow_team_id, u.overflow_team_id)
 where s.organisation_id = $1 and m.agent_id = $3))"
        )
    };
}
pub(crate) use seen;

crate::statements! {
    // What one has oneself, then longest wait first; the key breaks ties.
    ACTIVE = select!("and k.state in ('waiting', 'taken', 'parked')
 and ", seen!("k"), "
 order by case when k.held_by = $3 then 0 else 1 end, k.waiting_since_us, c.case_id limit $4");
    PAGE = select!("and (c.changed_at_us < $4 or (c.changed_at_us = $4 and c.case_id < $5))
 and ", seen!("c"), "
 order by c.changed_at_us desc, c.case_id desc limit $6");
    PAGE_OF_STATE = select!("and c.state = $7 and (c.changed_at_us < $4 or (c.changed_at_us = $4 and c.case_id < $5))
 and ", seen!("c"), "
 order by c.changed_at_us desc, c.case_id desc limit $6");
    PAGE_OF_CLIENT = select!("and c.client_id = $7 and (c.changed_at_us < $4 or (c.changed_at_us = $4 and c.case_id < $5))
 and ", seen!("c"), "
 order by c.changed_at_us desc, c.case_id desc limit $6");
    PAGE_OF_OWNER = select!("and c.owner_id = $7 and (c.changed_at_us < $4 or (c.changed_at_us = $4 and c.case_id < $5))
 and ", seen!("c"), "
 order by c.changed_at_us desc, c.case_id desc limit $6");
    PAGE_OF_CATEGORY = select!("and c.category_id = $7 and (c.changed_at_us < $4 or (c.changed_at_us = $4 and c.case_id < $5))
 and ", seen!("c"), "
 order by c.changed_at_us desc, c.case_id desc limit $6");
    BY_NUMBER = select!("and c.number = $4
 and ", seen!("c"));
    NOTABLE = concat!("select e.seq, e.public_seq, e.at_us, e.body, e.case_id, c.client_id from events e
 join cases c on c.organisation_id = e.organisation_id and c.case_id = e.case_id
 join contacts k on k.organisation_id = c.organisation_id and k.contact_id = c.contact_id
 where e.organisation_id = $1 and e.notable = 1 and ", seen!("c"), "
 order by e.at_us desc, e.case_id desc, e.seq desc limit $4");
    EARLIER = concat!("select c.case_id, c.number, c.subject, c.state, k.channel, c.opened_at_us, (select m.text from messages m
 where m.organisation_id = c.organisation_id and m.case_id = c.case_id and m.author = 'customer' and m.text <> ''
 order by m.seq limit 1) from cases c
 join contacts k on k.organisation_id = c.organisation_id and k.contact_id = c.contact_id
 where c.organisation_id = $1 and c.customer_id = $4 and c.case_id <> $5 and ", seen!("c"), "
 order by c.opened_at_us desc, c.case_id desc limit 20");
}

/// The newest notable events of the cases that one sees ([`desk::case::is_notable`]), newest first.
pub async fn notable(
    tx: &mut Tx,
    organisation: OrganisationId,
    agent: AgentId,
    served: &Served,
    limit: i64,
) -> Result<Vec<(ClientId, CaseId, Happened)>> {
    let rows = tx.rows(NOTABLE, values![organisation, sees_every(served), agent, limit]).await?;
    rows.iter().map(|row| Ok((row.get(5)?, row.get(4)?, happened(row)?))).collect()
}

/// Whether $2 lets every client through.
pub(crate) fn sees_every(served: &Served) -> i64 {
    match served {
        Served::Every => 1,
        Served::Only(_) => 0,
    }
}

/// What a page of the list is narrowed by. One at a time in the database; the rest is narrowed by the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Narrowing {
    /// By nothing.
    Nothing,
    /// By state.
    State(CaseState),
    /// By client.
    Client(ClientId),
    /// By owner.
    Owner(AgentId),
    /// By category.
    Category(LabelId),
}

/// Where a page begins: after this row in the order of the list (newest change first).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Its change.
    pub changed_at: Moment,
    /// Its key.
    pub case: CaseId,
}

impl Cursor {
    /// Before everything.
    pub fn start() -> Self {
        Self { changed_at: Moment::from_micros(i64::MAX), case: uuid::Uuid::max().into() }
    }
}

/// An earlier case of the same customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierCase {
    /// Which.
    pub id: CaseId,
    /// Its number.
    pub number: i64,
    /// Subject line, or the customer's first words when nobody has written one.
    pub subject: Option<String>,
    /// Where it stands.
    pub state: CaseState,
    /// Channel of its newest contact.
    pub channel: desk::case::Channel,
    /// When it began.
    pub opened_at: Moment,
}

/// Every case whose contact waits, is held or is parked: what `agent`, who serves these clients, holds, then longest wait first.
pub async fn active(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, served: &Served, limit: i64) -> Result<Vec<CaseRecord>> {
    let rows = tx.rows(ACTIVE, values![organisation, sees_every(served), agent, limit]).await?;
    rows.iter().map(record).collect()
}

/// One page of the list, newest change first.
pub async fn page(
    tx: &mut Tx,
    organisation: OrganisationId,
    agent: AgentId,
    served: &Served,
    narrowing: Narrowing,
    after: Cursor,
    limit: i64,
) -> Result<Vec<CaseRecord>> {
    let every = sees_every(served);
    let (changed, case) = (after.changed_at, after.case);
    let rows = match narrowing {
        Narrowing::Nothing => tx.rows(PAGE, values![organisation, every, agent, changed, case, limit]).await?,
        Narrowing::State(state) => {
            let state = stored::text(state);
            tx.rows(PAGE_OF_STATE, values![organisation, every, agent, changed, case, limit, state]).await?
        }
        Narrowing::Client(client) => tx.rows(PAGE_OF_CLIENT, values![organisation, every, agent, changed, case, limit, client]).await?,
        Narrowing::Category(category) => {
            tx.rows(PAGE_OF_CATEGORY, values![organisation, every, agent, changed, case, limit, category]).await?
        }
        Narrowing::Owner(owner) => tx.rows(PAGE_OF_OWNER, values![organisation, every, agent, changed, case, limit, owner]).await?,
    };
    rows.iter().map(record).collect()
}

/// The case with this number, if `agent`, who serves these clients, sees it.
pub async fn by_number(
    tx: &mut Tx,
    organisation: OrganisationId,
    agent: AgentId,
    served: &Served,
    number: i64,
) -> Result<Option<CaseRecord>> {
    tx.row(BY_NUMBER, values![organisation, sees_every(served), agent, number]).await?.as_ref().map(record).transpose()
}

/// Other cases of the same customer that `agent`, who serves these clients, sees, newest first.
pub async fn earlier(
    tx: &mut Tx,
    organisation: OrganisationId,
    agent: AgentId,
    served: &Served,
    customer: CustomerId,
    but: CaseId,
) -> Result<Vec<EarlierCase>> {
    let rows = tx.rows(EARLIER, values![organisation, sees_every(served), agent, customer, but]).await?;
    let earlier = |row: &Row| {
        let subject: Option<String> = row.get(2)?;
        Ok(EarlierCase {
            id: row.get(0)?,
            number: row.get(1)?,
            subject: subject.or(row.get::<Option<String>>(6)?.map(|words| words.chars().take(LAST_WORDS_LIMIT).collect())),
            state: stored::value(&row.get::<String>(3)?)?,
            channel: stored::value(&row.get::<String>(4)?)?,
            opened_at: row.get(5)?,
        })
    };
    rows.iter().map(earlier).collect()
}
