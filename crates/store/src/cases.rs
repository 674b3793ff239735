//! Cases: the row that lists show and commands decide upon, kept in the same transaction as the events.

use desk::case::{Author, Call, Case, Contact, Offer, Promise, Referral};
use desk::id::{AgentId, CaseId, CustomerId, OrganisationId, PersonId};
use desk::moment::{Moment, Span};
use desk::routing::Demand;
use desk::triage::Triage;

use crate::case_rows::{case_values, contact_values, speaker, speaker_text};
use crate::db::{Failure, Result, Row, Tx};
use crate::{messages, search, stored, values};

/// The columns of a case with its newest contact and its customer, in the order that [`record`] reads.
macro_rules! select {
    ($($rest:tt)*) => {
        concat!(
            "select c.case_id, c.client_id, c.customer_id, c.number, c.state, c.subject, c.owner_id, c.team_id, c.seq, c.public_seq,
 c.opened_at_us, c.changed_at_us, c.solved_at_us, c.last_words, c.last_words_by, c.last_words_at_us, c.unread, c.desk_read_seq,
 c.customer_read_seq, k.contact_id, k.channel, k.state, k.language, k.started_at_us, k.waiting_since_us, k.held_by, k.luukku,
 k.for_team, k.taken_at_us, k.answer_target_s, k.answered_at_us, k.customer_waits_since_us, k.turn_since_us, k.last_said_at_us,
 k.ended_at_us, k.ended_by, k.start_page, k.start_title, k.referrer,
 k.offered_to, k.offered_at_us, k.offer_until_us, k.passed_by, p.name, p.email, p.visitor_number, h.first_name,
 k.target_missed_at_us, k.also_for, c.category_id, c.tag_ids, k.exceeds, c.promise_by, c.promise_until_us, c.promise_broken,
 c.with_agent, c.handovers, k.level, k.skill_id, k.priority, c.referral_reason, c.referral_place, c.referral_remedy, p.person_id, k.by_rule, k.last_with,
 k.impact, k.urgency, k.handling_path, k.triaged_at_us, p.phone, c.promise_from_us, k.tries,
 (select max(b.until_us) from blocks b where b.organisation_id = c.organisation_id and b.customer_id = c.customer_id
 and b.lifted_at_us is null), p.typed, k.call_until_us, k.called_at_us, k.spoken_at_us
 from cases c
 join contacts k on k.organisation_id = c.organisation_id and k.contact_id = c.contact_id
 join customers p on p.organisation_id = c.organisation_id and p.customer_id = c.customer_id
 left join agents h on h.organisation_id = k.organisation_id and h.agent_id = k.held_by
 where c.organisation_id = $1 ",
            $($rest)*
        )
    };
}
pub(crate) use select;

crate::statements! {
    LOCK = "select seq from cases where organisation_id = $1 and case_id = $2 for update";
    LOAD = select!("and c.case_id = $2");
    NEWEST_OF = "select case_id from cases where organisation_id = $1 and customer_id = $2 order by opened_at_us desc, number desc limit 1";
    NEXT_NUMBER = "update organisations set last_case_number = last_case_number + 1 where organisation_id = $1 returning last_case_number";
    INSERT = "insert into cases
 (organisation_id, case_id, client_id, customer_id, number, state, subject, owner_id, team_id, seq, public_seq, opened_at_us, changed_at_us,
 solved_at_us, last_words, last_words_by, last_words_at_us, unread, desk_read_seq, customer_read_seq, contact_id, category_id, tag_ids,
 promise_by, promise_until_us, promise_broken, with_agent, handovers,
 referral_reason, referral_place, referral_remedy, promise_from_us)
 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28,
 $29, $30, $31, $32)";
    UPDATE = "update cases set state = $3, subject = $4, owner_id = $5, team_id = $6, seq = $7, public_seq = $8, changed_at_us = $9,
 solved_at_us = $10, last_words = $11, last_words_by = $12, last_words_at_us = $13, unread = $14, desk_read_seq = $15,
 customer_read_seq = $16, contact_id = $17, category_id = $18, tag_ids = $19, promise_by = $20,
 promise_until_us = $21, promise_broken = $22, with_agent = $23, handovers = $24, referral_reason = $25,
 referral_place = $26, referral_remedy = $27, promise_from_us = $28
 where organisation_id = $1 and case_id = $2";
    INSERT_CONTACT = "insert into contacts
 (organisation_id, contact_id, case_id, client_id, channel, state, language, started_at_us, waiting_since_us, held_by, luukku, for_team,
 taken_at_us, answer_target_s, answered_at_us, customer_waits_since_us, turn_since_us, last_said_at_us, ended_at_us, ended_by, start_page,
 start_title, referrer, offered_to, offered_at_us, offer_until_us, passed_by,
 target_missed_at_us, also_for, exceeds, level, skill_id, priority, by_rule, last_with, impact, urgency, handling_path,
 triaged_at_us, tries, call_until_us, called_at_us, spoken_at_us)
 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30,
 $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43)";
    UPDATE_CONTACT = "update contacts set state = $3, waiting_since_us = $4, held_by = $5, luukku = $6, for_team = $7, taken_at_us = $8,
 answered_at_us = $9, customer_waits_since_us = $10, turn_since_us = $11, last_said_at_us = $12, ended_at_us = $13, ended_by = $14, offered_to = $15,
 offered_at_us = $16, offer_until_us = $17, passed_by = $18,
 target_missed_at_us = $19, also_for = $20, exceeds = $21, priority = $22, impact = $23, urgency = $24, handling_path = $25, triaged_at_us = $26,
 tries = $27, call_until_us = $28, called_at_us = $29, spoken_at_us = $30
 where organisation_id = $1 and contact_id = $2";
    MARK_DESK_READ = "update cases set desk_read_seq = $3, unread = $4 where organisation_id = $1 and case_id = $2";
    MARK_CUSTOMER_READ = "update cases set customer_read_seq = $3 where organisation_id = $1 and case_id = $2";
}

/// A case as it is stored: the rules' view of it, and what lists show beside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRecord {
    /// Which.
    pub id: CaseId,
    /// What the rules know.
    pub case: Case,
    /// Last place in the one order.
    pub seq: i64,
    /// Last place in the customer's order.
    pub public_seq: i64,
    /// When it began.
    pub opened_at: Moment,
    /// When something last happened.
    pub changed_at: Moment,
    /// What was said last.
    pub last_words: Option<LastWords>,
    /// Customer's messages that the desk has not read.
    pub unread: i64,
    /// How far the desk has read (the one order).
    pub desk_read_seq: i64,
    /// How far the customer has read (the customer's order).
    pub customer_read_seq: i64,
    /// Who asks.
    pub customer: CustomerBrief,
    /// First name of who holds the newest contact, as the customer sees it.
    pub holder_first_name: Option<String>,
    /// Until when the customer is or was kept out last; none when they were let in again.
    pub blocked_until: Option<Moment>,
}

/// What a person said last in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastWords {
    /// By whom; which agent is not kept here.
    pub by: Speaker,
    /// The first [`LAST_WORDS_LIMIT`] characters.
    pub text: String,
    /// When.
    pub at: Moment,
}

/// How many characters of the last words a row shows.
pub const LAST_WORDS_LIMIT: usize = 120;

/// Which side spoke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// The customer.
    Customer,
    /// A person of the desk.
    Agent,
    /// The desk by itself.
    Automatic,
}

impl From<Author> for Speaker {
    fn from(author: Author) -> Self {
        match author {
            Author::Customer => Self::Customer,
            Author::Agent(_) => Self::Agent,
            Author::Automatic => Self::Automatic,
        }
    }
}

/// What a row says of the customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerBrief {
    /// Name, when given.
    pub name: Option<String>,
    /// Address, when given; it authenticates nobody.
    pub email: Option<String>,
    /// Number at which they asked to be called, as [`desk::phone`] has it.
    pub phone: Option<String>,
    /// Number of an anonymous visitor, counted per organisation.
    pub visitor_number: i64,
    /// Who they are, when their website has named them with a signature.
    pub person: Option<PersonId>,
    /// Their website has named them, but the name or the address here is what they have typed themselves.
    pub is_typed: bool,
}

/// Loads a case to change it: nobody else changes it before this unit ends.
pub async fn load_to_change(tx: &mut Tx, organisation: OrganisationId, case: CaseId) -> Result<Option<CaseRecord>> {
    // The lock is a statement of its own: after waiting for it, the next one sees what the other wrote.
    if tx.row(LOCK, values![organisation, case]).await?.is_none() {
        return Ok(None);
    }
    look(tx, organisation, case).await
}

/// Loads a case to show it.
pub async fn look(tx: &mut Tx, organisation: OrganisationId, case: CaseId) -> Result<Option<CaseRecord>> {
    tx.row(LOAD, values![organisation, case]).await?.as_ref().map(record).transpose()
}

/// The newest case of a customer.
pub async fn newest_of(tx: &mut Tx, organisation: OrganisationId, customer: CustomerId) -> Result<Option<CaseId>> {
    tx.row(NEWEST_OF, values![organisation, customer]).await?.map(|row| row.get(0)).transpose()
}

/// Takes the next case number of the organisation.
pub async fn next_number(tx: &mut Tx, organisation: OrganisationId) -> Result<i64> {
    let row = tx.row(NEXT_NUMBER, values![organisation]).await?;
    row.ok_or(Failure::Corrupt)?.get(0)
}

/// Moves the desk's read mark and counts what is left unread.
pub async fn mark_desk_read(tx: &mut Tx, organisation: OrganisationId, record: &mut CaseRecord, seq: i64) -> Result<()> {
    record.desk_read_seq = seq;
    record.unread = messages::unread(tx, organisation, record.id, seq).await?;
    tx.put(MARK_DESK_READ, values![organisation, record.id, record.desk_read_seq, record.unread]).await
}

/// Moves the customer's read mark.
pub async fn mark_customer_read(tx: &mut Tx, organisation: OrganisationId, record: &mut CaseRecord, public_seq: i64) -> Result<()> {
    record.customer_read_seq = public_seq;
    tx.put(MARK_CUSTOMER_READ, values![organisation, record.id, public_seq]).await
}

/// Stores the row of a new case, without its contact.
pub async fn insert(tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord) -> Result<()> {
    tx.put(INSERT, &case_values(organisation, record)).await?;
    put_in_search(tx, organisation, record).await
}

/// Makes a case found by the subject that it has now.
pub async fn put_in_search(tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord) -> Result<()> {
    let case = &record.case;
    search::put_case(tx, organisation, case.client, record.id, case.number, case.subject.as_deref()).await
}

/// Stores the changed row of a case, without its contact.
pub async fn update(tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord) -> Result<()> {
    let case = &record.case;
    let words = record.last_words.as_ref();
    let values = values![
        organisation,
        record.id,
        stored::text(case.state),
        case.subject.clone(),
        case.owner,
        case.team,
        record.seq,
        record.public_seq,
        record.changed_at,
        case.solved_at,
        words.map(|words| words.text.clone()),
        words.map(|words| speaker_text(words.by)),
        words.map(|words| words.at),
        record.unread,
        record.desk_read_seq,
        record.customer_read_seq,
        case.contact.id,
        case.category,
        stored::ids(&case.tags),
        case.promise.and_then(|promise| promise.by),
        case.promise.map(|promise| promise.until),
        case.promise.is_some_and(|promise| promise.is_broken),
        case.with,
        case.handovers,
        case.referral.map(|referral| stored::text(referral.reason)),
        case.referral.and_then(|referral| referral.place),
        case.referral.and_then(|referral| referral.remedy),
        case.promise.and_then(|promise| promise.from)
    ];
    tx.put(UPDATE, values).await
}

/// Stores a new contact; its case's row is there.
pub async fn insert_contact(tx: &mut Tx, organisation: OrganisationId, case: CaseId, record: &CaseRecord) -> Result<()> {
    tx.put(INSERT_CONTACT, &contact_values(organisation, case, record.case.client, &record.case.contact)).await
}

/// Stores a changed contact.
pub async fn update_contact(tx: &mut Tx, organisation: OrganisationId, contact: &Contact) -> Result<()> {
    let values = values![
        organisation,
        contact.id,
        stored::text(contact.state),
        contact.waiting_since,
        contact.held_by,
        contact.luukku,
        contact.for_team,
        contact.taken_at,
        contact.answered_at,
        contact.customer_waits_since,
        contact.turn_since,
        contact.last_said_at,
        contact.ended_at,
        contact.ended_by.map(stored::text),
        contact.offer.map(|offer| offer.to),
        contact.offer.map(|offer| offer.at),
        contact.offer.map(|offer| offer.until),
        stored::ids(&contact.passed_by),
        contact.target_missed_at,
        stored::ids(&contact.also_for),
        contact.exceeds.map(stored::text),
        contact.demand.priority,
        contact.triage.map(|triage| triage.impact),
        contact.triage.map(|triage| triage.urgency),
        contact.triage.map(|triage| stored::text(triage.path)),
        contact.triaged_at,
        contact.tries,
        contact.call.map(|call| call.until),
        contact.call.and_then(|call| call.called_at),
        contact.call.and_then(|call| call.spoken_at)
    ];
    tx.put(UPDATE_CONTACT, values).await
}

/// A record from the columns of [`select`].
pub(crate) fn record(row: &Row) -> Result<CaseRecord> {
    let last_words = match (row.get::<Option<String>>(13)?, row.get::<Option<String>>(14)?, row.get(15)?) {
        (Some(text), Some(by), Some(at)) => Some(LastWords { by: speaker(&by)?, text, at }),
        _ => None,
    };
    Ok(CaseRecord {
        id: row.get(0)?,
        case: Case {
            client: row.get(1)?,
            customer: row.get(2)?,
            number: row.get(3)?,
            state: stored::value(&row.get::<String>(4)?)?,
            subject: row.get(5)?,
            category: row.get(49)?,
            tags: stored::ids_of(&row.get::<String>(50)?)?,
            promise: promise(row)?,
            with: row.get(55)?,
            handovers: row.get(56)?,
            referral: referral(row)?,
            owner: row.get(6)?,
            team: row.get(7)?,
            solved_at: row.get(12)?,
            contact: contact(row)?,
        },
        seq: row.get(8)?,
        public_seq: row.get(9)?,
        opened_at: row.get(10)?,
        changed_at: row.get(11)?,
        last_words,
        unread: row.get(16)?,
        desk_read_seq: row.get(17)?,
        customer_read_seq: row.get(18)?,
        customer: CustomerBrief {
            name: row.get(43)?,
            email: row.get(44)?,
            phone: row.get(70)?,
            visitor_number: row.get(45)?,
            person: row.get(63)?,
            is_typed: row.get(74)?,
        },
        holder_first_name: row.get(46)?,
        blocked_until: row.get(73)?,
    })
}

fn contact(row: &Row) -> Result<Contact> {
    Ok(Contact {
        id: row.get(19)?,
        channel: stored::value(&row.get::<String>(20)?)?,
        state: stored::value(&row.get::<String>(21)?)?,
        language: stored::value(&row.get::<String>(22)?)?,
        demand: Demand { level: stored::level(row.get(57)?), skill: row.get(58)?, priority: row.get(59)? },
        by_rule: row.get(64)?,
        last_with: row.get(65)?,
        started_at: row.get(23)?,
        waiting_since: row.get(24)?,
        held_by: row.get(25)?,
        luukku: row.get(26)?,
        for_team: row.get(27)?,
        also_for: stored::ids_of(&row.get::<String>(48)?)?,
        offer: offer(row)?,
        passed_by: stored::ids_of(&row.get::<String>(42)?)?,
        triage: triage(row)?,
        triaged_at: row.get(69)?,
        exceeds: stored::optional(row.get::<Option<String>>(51)?.as_deref())?,
        call: call(row, 75)?,
        tries: row.get(72)?,
        taken_at: row.get(28)?,
        answer_target: Span::seconds(row.get(29)?),
        answered_at: row.get(30)?,
        customer_waits_since: row.get(31)?,
        target_missed_at: row.get(47)?,
        turn_since: row.get(32)?,
        last_said_at: row.get(33)?,
        ended_at: row.get(34)?,
        ended_by: stored::optional(row.get::<Option<String>>(35)?.as_deref())?,
        start_page: row.get(36)?,
        start_title: row.get(37)?,
        referrer: row.get(38)?,
    })
}

fn triage(row: &Row) -> Result<Option<Triage>> {
    let path: Option<String> = row.get(68)?;
    path.map(|path| Ok(Triage { impact: row.get(66)?, urgency: row.get(67)?, path: stored::value(&path)? })).transpose()
}

/// A contact's call, whose three columns begin with the column `first`.
pub(crate) fn call(row: &Row, first: usize) -> Result<Option<Call>> {
    let until: Option<Moment> = row.get(first)?;
    until.map(|until| Ok(Call { until, called_at: row.get(first + 1)?, spoken_at: row.get(first + 2)? })).transpose()
}

fn promise(row: &Row) -> Result<Option<Promise>> {
    row.get::<Option<Moment>>(53)?
        .map(|until| Ok(Promise { by: row.get(52)?, from: row.get(71)?, until, is_broken: row.get(54)? }))
        .transpose()
}

fn referral(row: &Row) -> Result<Option<Referral>> {
    let reason: Option<String> = row.get(60)?;
    reason.map(|reason| Ok(Referral { reason: stored::value(&reason)?, place: row.get(61)?, remedy: row.get(62)? })).transpose()
}

fn offer(row: &Row) -> Result<Option<Offer>> {
    let to: Option<AgentId> = row.get(39)?;
    to.map(|to| Ok(Offer { to, at: row.get(40)?, until: row.get(41)? })).transpose()
}
