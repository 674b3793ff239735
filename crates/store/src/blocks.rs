//! Visitors who are kept out for a while. It is the visitor who is, known by their secret, not an address that many share.

use desk::id::{AgentId, CaseId, ClientId, CustomerId, NoteId, OrganisationId};
use desk::moment::Moment;

use crate::cases::CustomerBrief;
use crate::db::{Result, Row, Tx};
use crate::values;

macro_rules! in_force {
    ($rest:literal) => {
        concat!(
            "select b.block_id, b.case_id, b.agent_id, b.at_us, b.until_us, n.text, c.number, c.client_id, b.customer_id,
 p.name, p.email, p.visitor_number, p.person_id, p.phone, p.typed from blocks b
 join notes n on n.organisation_id = b.organisation_id and n.note_id = b.block_id
 join cases c on c.organisation_id = b.organisation_id and c.case_id = b.case_id
 join customers p on p.organisation_id = b.organisation_id and p.customer_id = b.customer_id
 where b.organisation_id = $1 and b.until_us > $2 and b.lifted_at_us is null ",
            $rest
        )
    };
}

crate::statements! {
    ADD = "insert into blocks (organisation_id, block_id, customer_id, case_id, agent_id, at_us, until_us)
 values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing";
    UNTIL = "select max(until_us) from blocks
 where organisation_id = $1 and customer_id = $2 and until_us > $3 and lifted_at_us is null";
    // Of several blocks of one visitor the one that ends last stands for all: lifting it lifts them all.
    IN_FORCE = in_force!("and not exists (select 1 from blocks o where o.organisation_id = b.organisation_id
 and o.customer_id = b.customer_id and o.lifted_at_us is null
 and (o.until_us > b.until_us or (o.until_us = b.until_us and o.block_id > b.block_id)))
 order by b.at_us desc, b.block_id limit 500");
    ONE = in_force!("and b.block_id = $3");
    // Whoever is let in again is let in: an older block does not keep them out.
    LIFT = "update blocks set lifted_at_us = $4, lifted_by = $3 where organisation_id = $1 and lifted_at_us is null and until_us > $4
 and customer_id = (select b.customer_id from blocks b where b.organisation_id = $1 and b.block_id = $2)";
}

/// A visitor who is kept out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Which, and the note that says why.
    pub note: NoteId,
    /// In which case it began.
    pub case: CaseId,
    /// Its number.
    pub number: i64,
    /// Whose customer.
    pub client: ClientId,
    /// Who is kept out.
    pub customer_id: CustomerId,
    /// What lists say of them.
    pub customer: CustomerBrief,
    /// By whom.
    pub by: AgentId,
    /// Since when.
    pub at: Moment,
    /// Until when.
    pub until: Moment,
    /// Why.
    pub reason: String,
}

/// What begins to be kept: the block named by the `note` with its reason.
#[derive(Clone, Copy, Debug)]
pub struct NewBlock {
    /// The note with the reason.
    pub note: NoteId,
    /// Who is kept out.
    pub customer: CustomerId,
    /// In which case.
    pub case: CaseId,
    /// By whom.
    pub by: AgentId,
    /// From when.
    pub at: Moment,
    /// Until when.
    pub until: Moment,
}

/// Keeps a visitor out; harmless the second time.
pub async fn add(tx: &mut Tx, organisation: OrganisationId, new: NewBlock) -> Result<()> {
    tx.execute(ADD, values![organisation, new.note, new.customer, new.case, new.by, new.at, new.until]).await?;
    Ok(())
}

/// Until when a visitor is kept out; none when they are not.
pub async fn until(tx: &mut Tx, organisation: OrganisationId, customer: CustomerId, at: Moment) -> Result<Option<Moment>> {
    tx.row(UNTIL, values![organisation, customer, at]).await?.map_or(Ok(None), |row| row.get(0))
}

/// A block that is in force.
pub async fn one_in_force(tx: &mut Tx, organisation: OrganisationId, id: NoteId, at: Moment) -> Result<Option<Block>> {
    tx.row(ONE, values![organisation, at, id]).await?.as_ref().map(block).transpose()
}

/// Who is kept out now, each visitor once, the newest first.
pub async fn in_force(tx: &mut Tx, organisation: OrganisationId, at: Moment) -> Result<Vec<Block>> {
    tx.rows(IN_FORCE, values![organisation, at]).await?.iter().map(block).collect()
}

/// Lets the visitor of a block in again. False when they were not kept out.
pub async fn lift(tx: &mut Tx, organisation: OrganisationId, block: NoteId, by: AgentId, at: Moment) -> Result<bool> {
    Ok(tx.execute(LIFT, values![organisation, block, by, at]).await? > 0)
}

fn block(row: &Row) -> Result<Block> {
    Ok(Block {
        note: row.get(0)?,
        case: row.get(1)?,
        by: row.get(2)?,
        at: row.get(3)?,
        until: row.get(4)?,
        reason: row.get(5)?,
        number: row.get(6)?,
        client: row.get(7)?,
        customer_id: row.get(8)?,
        customer: CustomerBrief {
            name: row.get(9)?,
            email: row.get(10)?,
            phone: row.get(13)?,
            visitor_number: row.get(11)?,
            person: row.get(12)?,
            is_typed: row.get(14)?,
        },
    })
}
