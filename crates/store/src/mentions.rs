//! Notes that name somebody: one row for each person who was told, so that none is lost with a screen.

use desk::id::{AgentId, CaseId, ClientId, CustomerId, NoteId, OrganisationId};
use desk::mention::Place;
use desk::moment::Moment;

use crate::cases::CustomerBrief;
use crate::db::{Result, Row, Tx};
use crate::{stored, values};

crate::statements! {
    ADD = "insert into mentions (organisation_id, agent_id, note_id, case_id, at_us, read_at_us) values ($1, $2, $3, $4, $5, null)
 on conflict do nothing";
    // What is unread first, so that no list is so long that it hides one; of a case no more than some.
    OF_AGENT = "select m.note_id, m.case_id, m.at_us, m.read_at_us, n.agent_id, n.text, c.number, c.client_id, c.customer_id,
 case when k.state = 'taken' then k.held_by end, p.name, p.email, p.visitor_number, p.person_id, n.place, p.phone, p.typed from (
  select o.organisation_id, o.note_id, o.case_id, o.at_us, o.read_at_us, row_number() over (partition by o.case_id
   order by case when o.read_at_us is null then 0 else 1 end, o.at_us desc, o.note_id desc) as turn
  from mentions o join notes t on t.organisation_id = o.organisation_id and t.note_id = o.note_id
  where o.organisation_id = $1 and o.agent_id = $2 and t.place = $3) m
 join notes n on n.organisation_id = m.organisation_id and n.note_id = m.note_id
 join cases c on c.organisation_id = m.organisation_id and c.case_id = m.case_id
 join contacts k on k.organisation_id = c.organisation_id and k.contact_id = c.contact_id
 join customers p on p.organisation_id = c.organisation_id and p.customer_id = c.customer_id
 where m.turn <= $4
 order by case when m.read_at_us is null then 0 else 1 end, m.at_us desc, m.note_id desc limit $5";
    READ = "update mentions set read_at_us = $4 where organisation_id = $1 and agent_id = $2 and case_id = $3 and read_at_us is null
 and note_id in (select note_id from notes where organisation_id = $1 and case_id = $3 and place = $5)";
}

/// A note that names somebody, as they are told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The note.
    pub note: NoteId,
    /// In which case.
    pub case: CaseId,
    /// Its number.
    pub number: i64,
    /// Whose customer.
    pub client: ClientId,
    /// Who asks.
    pub customer_id: CustomerId,
    /// What lists say of them.
    pub customer: CustomerBrief,
    /// Who holds the newest contact now: they read the case whatever they serve.
    pub holder: Option<AgentId>,
    /// Who wrote it.
    pub by: AgentId,
    /// When.
    pub at: Moment,
    /// Where the note stands.
    pub place: Place,
    /// The whole note.
    pub text: String,
    /// When it was read; none while it was not.
    pub read_at: Option<Moment>,
}

/// Notes that `agent` was told of `note`.
pub async fn add(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, note: NoteId, case: CaseId, at: Moment) -> Result<()> {
    tx.execute(ADD, values![organisation, agent, note, case, at]).await?;
    Ok(())
}

/// How many of what somebody was told of are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Most {
    /// Of one case.
    pub of_a_case: i64,
    /// Of all.
    pub of_all: i64,
}

/// What `agent` was told of at this place of cases, the unread first and of those the newest.
pub async fn of_agent(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, place: Place, most: Most) -> Result<Vec<Mention>> {
    let values = values![organisation, agent, stored::text(place), most.of_a_case, most.of_all];
    tx.rows(OF_AGENT, values).await?.iter().map(mention).collect()
}

/// `agent` has read what they were told of at this place of `case`. False when there was nothing unread.
pub async fn read(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, case: CaseId, place: Place, at: Moment) -> Result<bool> {
    Ok(tx.execute(READ, values![organisation, agent, case, at, stored::text(place)]).await? > 0)
}

fn mention(row: &Row) -> Result<Mention> {
    Ok(Mention {
        note: row.get(0)?,
        case: row.get(1)?,
        at: row.get(2)?,
        read_at: row.get(3)?,
        by: row.get(4)?,
        text: row.get(5)?,
        number: row.get(6)?,
        client: row.get(7)?,
        customer_id: row.get(8)?,
        holder: row.get(9)?,
        customer: CustomerBrief {
            name: row.get(10)?,
            email: row.get(11)?,
            phone: row.get(15)?,
            visitor_number: row.get(12)?,
            person: row.get(13)?,
            is_typed: row.get(16)?,
        },
        place: stored::value(&row.get::<String>(14)?)?,
    })
}
