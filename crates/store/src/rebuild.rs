//! Derives the rows that lists show, and what is found by its words, anew from what happened and what was said. They are kept in the same transaction as
//! the events, so nothing should differ; when something does, the events are right.

use std::sync::LazyLock;

use desk::case::{Case, Contact, Event, apply};
use desk::id::{CaseId, OrganisationId};
use desk::moment::Moment;

use crate::backup::{self, Shape};
use crate::case_rows;
use crate::cases::{self, CaseRecord, CustomerBrief, LAST_WORDS_LIMIT, LastWords};
use crate::db::{Db, Failure, Result, Tx, Value};
use crate::{events, messages, organisations, search, values};

/// Cases that are looked at in one unit of work, so that those who serve customers meanwhile do not wait long.
const PAGE: i64 = 50;
/// Events that are read at once.
const EVENTS: i64 = 1_000;

crate::statements! {
    NEXT = "select case_id, desk_read_seq, customer_read_seq from cases where organisation_id = $1 and case_id > $2
 order by case_id limit $3";
    LOCK = "select seq from cases where organisation_id = $1 and case_id = $2 for update";
    LAST_SAID = "select author, agent_id, text, at_us from messages where organisation_id = $1 and case_id = $2
 and author <> 'automatic' order by seq desc limit 1";
}

/// What a rebuild found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rebuilt {
    /// Cases looked at.
    pub cases: u64,
    /// Of those, with a row that was not what happened. They are right now.
    pub differed: u64,
}

struct Rows {
    case: String,
    contacts: String,
    put_case: String,
    put_contact: String,
}

static ROWS: LazyLock<Option<Rows>> = LazyLock::new(|| {
    let (cases, contacts) = (backup::shape("cases")?, backup::shape("contacts")?);
    Some(Rows {
        case: format!("select {} from cases where organisation_id = $1 and case_id = $2", cases.names()),
        contacts: format!(
            "select {} from contacts where organisation_id = $1 and case_id = $2 order by contact_id limit 10000",
            contacts.names()
        ),
        put_case: put(cases),
        put_contact: put(contacts),
    })
});

fn put(shape: Shape) -> String {
    let (insert, key) = (shape.insert(), shape.key_names());
    let columns = shape.columns.iter().skip(shape.key).map(|(name, _)| format!("{name} = excluded.{name}"));
    format!("{insert} on conflict ({key}) do update set {}", columns.collect::<Vec<_>>().join(", "))
}

/// Every statement that is put together here, for the test that prepares each of them on both engines.
pub fn all_statements() -> Vec<&'static str> {
    let rows = ROWS.iter().flat_map(|rows| [&rows.case, &rows.contacts, &rows.put_case, &rows.put_contact]);
    rows.map(String::as_str).collect()
}

/// Looks at every case of every organisation and puts right what differs. Others may go on writing meanwhile.
pub async fn all(db: &Db) -> Result<Rebuilt> {
    let mut rebuilt = Rebuilt::default();
    for organisation in db.read(async |tx: &mut Tx| organisations::all(tx).await).await? {
        let id = organisation.organisation_id;
        let mut after = CaseId(uuid::Uuid::nil());
        while let Some((last, page)) = db.unit(async move |tx: &mut Tx| some(tx, id, after).await).await? {
            after = last;
            rebuilt.cases += page.cases;
            rebuilt.differed += page.differed;
        }
    }
    Ok(rebuilt)
}

/// Looks at some cases after `after`; the last of them comes back.
async fn some(tx: &mut Tx, organisation: OrganisationId, after: CaseId) -> Result<Option<(CaseId, Rebuilt)>> {
    let mut rebuilt = Rebuilt::default();
    let mut last = None;
    for row in tx.rows(NEXT, values![organisation, after, PAGE]).await? {
        let case: CaseId = row.get(0)?;
        rebuilt.cases += 1;
        rebuilt.differed += u64::from(one(tx, organisation, case).await?);
        last = Some(case);
    }
    Ok(last.map(|last| (last, rebuilt)))
}

/// Puts one case right. True when it was not.
async fn one(tx: &mut Tx, organisation: OrganisationId, case: CaseId) -> Result<bool> {
    let rows = ROWS.as_ref().ok_or_else(|| Failure::Broken("the tables of cases and contacts are not in the list".into()))?;
    tx.row(LOCK, values![organisation, case]).await?;
    let (Some(cases_shape), Some(contacts_shape)) = (backup::shape("cases"), backup::shape("contacts")) else {
        return Ok(false);
    };
    let stored = tx.row(&rows.case, values![organisation, case]).await?.ok_or(Failure::Corrupt)?;
    let stored = cases_shape.values(&stored)?;
    let marks = (mark(cases_shape, &stored, "desk_read_seq"), mark(cases_shape, &stored, "customer_read_seq"));
    let (record, contacts) = derive(tx, organisation, case, marks).await?;
    let mut has_differed = false;
    let derived = case_rows::case_values(organisation, &record);
    if derived != stored {
        tx.execute(&rows.put_case, &derived).await?;
        has_differed = true;
    }
    cases::put_in_search(tx, organisation, &record).await?;
    search::fill::words_of(tx, organisation, record.case.client, case).await?;
    let there = tx.rows(&rows.contacts, values![organisation, case]).await?;
    let there = there.iter().map(|row| contacts_shape.values(row)).collect::<Result<Vec<_>>>()?;
    for contact in contacts {
        let derived = case_rows::contact_values(organisation, case, record.case.client, &contact);
        if !there.contains(&derived) {
            tx.execute(&rows.put_contact, &derived).await?;
            has_differed = true;
        }
    }
    Ok(has_differed)
}

/// How far somebody has read is in no event; it stays as it is.
fn mark(shape: Shape, row: &[Value], name: &str) -> i64 {
    let place = shape.columns.iter().position(|(column, _)| *column == name);
    match place.and_then(|place| row.get(place)) {
        Some(Value::Integer(seq)) => *seq,
        Some(Value::Null | Value::Text(_) | Value::Bytes(_) | Value::Uuid(_)) | None => 0,
    }
}

/// What the events and messages of a case say that its row is, and its contacts.
async fn derive(tx: &mut Tx, organisation: OrganisationId, id: CaseId, marks: (i64, i64)) -> Result<(CaseRecord, Vec<Contact>)> {
    let mut history = History::default();
    loop {
        let page = events::between(tx, organisation, id, history.seq, i64::MAX, EVENTS).await?;
        for happened in &page {
            history.add(&happened.event, happened.at);
            history.seq = happened.seq;
            history.public_seq = happened.public_seq.unwrap_or(history.public_seq);
        }
        if page.is_empty() {
            break;
        }
    }
    let (Some(case), Some(opened_at)) = (history.case, history.opened_at) else {
        return Err(Failure::Corrupt);
    };
    let mut contacts = history.over;
    contacts.push(case.contact.clone());
    let record = CaseRecord {
        id,
        case,
        seq: history.seq,
        public_seq: history.public_seq,
        opened_at,
        changed_at: history.changed_at.unwrap_or(opened_at),
        last_words: last_words(tx, organisation, id).await?,
        unread: messages::unread(tx, organisation, id, marks.0).await?,
        desk_read_seq: marks.0,
        customer_read_seq: marks.1,
        // Not in the case's own row.
        customer: CustomerBrief { name: None, email: None, phone: None, visitor_number: 0, person: None, is_typed: false },
        holder_first_name: None,
        blocked_until: None,
    };
    Ok((record, contacts))
}

#[derive(Default)]
struct History {
    case: Option<Case>,
    /// Contacts before the newest.
    over: Vec<Contact>,
    seq: i64,
    public_seq: i64,
    opened_at: Option<Moment>,
    changed_at: Option<Moment>,
}

impl History {
    fn add(&mut self, event: &Event, at: Moment) {
        // Between its opening and its first contact a case has none to keep.
        if let (Event::ContactStarted { .. }, Some(before)) = (event, &self.case)
            && !before.contact.id.0.is_nil()
        {
            self.over.push(before.contact.clone());
        }
        self.case = apply(self.case.take(), event, at);
        self.opened_at = self.opened_at.or(Some(at));
        self.changed_at = Some(at);
    }
}

async fn last_words(tx: &mut Tx, organisation: OrganisationId, case: CaseId) -> Result<Option<LastWords>> {
    let Some(row) = tx.row(LAST_SAID, values![organisation, case]).await? else {
        return Ok(None);
    };
    let text: String = row.get(2)?;
    let by = messages::author(&row.get::<String>(0)?, row.get(1)?)?;
    Ok(Some(LastWords { by: by.into(), text: text.chars().take(LAST_WORDS_LIMIT).collect(), at: row.get(3)? }))
}
