//! What is found by its words: cases, customers, messages and notes. An entry is written with what it is of, in the same
//! transaction; see decision 9.

pub(crate) mod fill;

use desk::id::{AgentId, CaseId, ClientId, CustomerId, MessageId, NoteId, OrganisationId};
use desk::may::Served;
use desk::search::{Asked, index_words};
use uuid::Uuid;

use crate::case_lists::{seen, sees_every};
use crate::db::{Failure, Result, Row, Tx};
use crate::values;
pub use fill::fill;

crate::statements! {
    PUT = "insert into search_entries (organisation_id, kind, id, client_id, case_id, words) values ($1, $2, $3, $4, $5, $6)
 on conflict (organisation_id, kind, id) do update set words = excluded.words where search_entries.words <> excluded.words";
    BLANK = "update search_entries set words = '' where organisation_id = $1 and kind = $2 and id = $3 and words <> ''";
    CLIENTS = concat!("select c.client_id from clients c where c.organisation_id = $1 and ", seen!("c", "c.client_id in
 (select k.client_id from contacts k where k.organisation_id = $1 and k.held_by = $3 and k.state = 'taken')"));
    FIND = concat!("select f.kind, f.id, f.case_id from search_index($4) f where f.organisation_id = $1 and ", seen!("f", "f.case_id in
 (select k.case_id from contacts k where k.organisation_id = $1 and k.held_by = $3 and k.state = 'taken')"), "
 order by f.rowid desc limit $5");
}

/// What an entry is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A case, by its number and subject.
    Case(CaseId),
    /// A customer, by what they have told of themselves.
    Customer(CustomerId),
    /// A message, with its case.
    Message(MessageId, CaseId),
    /// A note, with its case.
    Note(NoteId, CaseId),
}

/// What is looked for at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Cases.
    Cases,
    /// Customers.
    Customers,
    /// Messages and notes.
    Words,
}

/// Makes a case found by `number` and `subject`, and by no earlier subject.
pub async fn put_case(
    tx: &mut Tx,
    organisation: OrganisationId,
    client: ClientId,
    case: CaseId,
    number: i64,
    subject: Option<&str>,
) -> Result<()> {
    let text = format!("{number} {}", subject.unwrap_or_default());
    put(tx, organisation, client, Hit::Case(case), &text).await
}

/// Makes a customer found by what they have told of themselves.
pub(crate) async fn put_customer(
    tx: &mut Tx,
    organisation: OrganisationId,
    client: ClientId,
    customer: CustomerId,
    name: Option<&str>,
    email: Option<&str>,
    phone: Option<&str>,
) -> Result<()> {
    let numbers = phone.map(desk::phone::found_by).unwrap_or_default().join(" ");
    let text = format!("{} {} {numbers}", name.unwrap_or_default(), email.unwrap_or_default());
    put(tx, organisation, client, Hit::Customer(customer), &text).await
}

/// Makes `hit` found by the words of `text`, and by none that it had before.
pub(crate) async fn put(tx: &mut Tx, organisation: OrganisationId, client: ClientId, hit: Hit, text: &str) -> Result<()> {
    let (kind, id, case) = columns(hit);
    let tag = tag(client, kind);
    let words: Vec<String> = index_words(text).into_iter().map(|word| tag.clone() + &word).collect();
    if words.is_empty() {
        // Nothing to find it by; it may have had something before.
        return tx.put(BLANK, values![organisation, kind, id]).await;
    }
    tx.put(PUT, values![organisation, kind, id, client, case, words.join(" ")]).await
}

/// The newest of `group` that answer `asked` and that `agent`, who serves these clients, may read; at most `limit`.
pub async fn find(
    tx: &mut Tx,
    organisation: OrganisationId,
    agent: AgentId,
    served: &Served,
    group: Group,
    asked: &Asked,
    limit: i64,
) -> Result<Vec<Hit>> {
    let every = sees_every(served);
    let mut tags = Vec::new();
    for row in tx.rows(CLIENTS, values![organisation, every, agent]).await? {
        let client: ClientId = row.get(0)?;
        tags.extend(kinds(group).iter().map(|kind| tag(client, kind)));
    }
    if tags.is_empty() {
        return Ok(Vec::new());
    }
    // Two clients may share theirs, and what is asked for twice is found twice.
    tags.sort_unstable();
    tags.dedup();
    let question = tx.words_question(&tags, asked.beginnings());
    tx.rows(FIND, values![organisation, every, agent, question, limit]).await?.iter().map(hit).collect()
}

const CASE: &str = "case";
const CUSTOMER: &str = "person";
const MESSAGE: &str = "message";
const NOTE: &str = "note";

fn kinds(group: Group) -> &'static [&'static str] {
    match group {
        Group::Cases => &[CASE],
        Group::Customers => &[CUSTOMER],
        Group::Words => &[MESSAGE, NOTE],
    }
}

fn columns(hit: Hit) -> (&'static str, Uuid, Option<CaseId>) {
    match hit {
        Hit::Case(case) => (CASE, case.0, Some(case)),
        Hit::Customer(customer) => (CUSTOMER, customer.0, None),
        Hit::Message(message, case) => (MESSAGE, message.0, Some(case)),
        Hit::Note(note, case) => (NOTE, note.0, Some(case)),
    }
}

fn hit(row: &Row) -> Result<Hit> {
    let kind: String = row.get(0)?;
    match (kind.as_str(), row.get::<Option<CaseId>>(2)?) {
        (CASE, Some(case)) => Ok(Hit::Case(case)),
        (CUSTOMER, None) => Ok(Hit::Customer(row.get(1)?)),
        (MESSAGE, Some(case)) => Ok(Hit::Message(row.get(1)?, case)),
        (NOTE, Some(case)) => Ok(Hit::Note(row.get(1)?, case)),
        _ => Err(Failure::Corrupt),
    }
}

/// Stands before each word of an entry: four letters of its client and the first one of its kind. Clients that happen to share
/// the four cost each other a little time and nothing else, because every row is asked for its organisation and client again.
fn tag(client: ClientId, kind: &str) -> String {
    const LETTERS: [char; 32] = [
        'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z',
        '2', '3', '4', '5', '6', '7',
    ];
    let letter = |place: u32| {
        let five = usize::try_from((client.0.as_u128() >> (place * 5)) & 31).unwrap_or_default();
        LETTERS.get(five).copied().unwrap_or('a')
    };
    (0..4).map(letter).chain(kind.chars().take(1)).collect()
}
