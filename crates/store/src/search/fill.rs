//! Makes the entries of what is there already: after an upgrade, after a restore, and when the rule of words has changed.

use desk::id::{CaseId, ClientId, CustomerId, MessageId, NoteId, OrganisationId};

use super::{Hit, put, put_case, put_customer};
use crate::db::{Db, Result, Tx};
use crate::{organisations, values};

/// Changes when `desk::search` parts or folds words in another way, so that every entry is made anew at the next start.
const RULE: i64 = 2;
/// Customers or cases of one unit of work.
const PAGE: i64 = 100;
/// Messages or notes that are read at once.
const WORDS: i64 = 1_000;

crate::statements! {
    RULE_OF = "select rule from search_filled where organisation_id = $1";
    FILLED = "insert into search_filled (organisation_id, rule) values ($1, $2)
 on conflict (organisation_id) do update set rule = excluded.rule";
    CUSTOMERS = "select customer_id, client_id, name, email, phone from customers where organisation_id = $1 and customer_id > $2
 order by customer_id limit $3";
    // In the order of their last change, so that what is newer has the higher number.
    CASES = "select case_id, client_id, number, subject, changed_at_us from cases
 where organisation_id = $1 and (changed_at_us, case_id) > ($2, $3) order by changed_at_us, case_id limit $4";
    MESSAGES = "select seq, message_id, text, author from messages where organisation_id = $1 and case_id = $2 and seq > $3
 order by seq limit $4";
    NOTES = "select seq, note_id, text from notes where organisation_id = $1 and case_id = $2 and seq > $3 order by seq limit $4";
}

/// Makes the entries of every organisation that has not got them by the present rule. Nobody may change the desk meanwhile.
pub async fn fill(db: &Db) -> Result<()> {
    for organisation in db.read(async |tx: &mut Tx| organisations::all(tx).await).await? {
        let id = organisation.organisation_id;
        let rule = db.read(async move |tx: &mut Tx| tx.row(RULE_OF, values![id]).await?.map(|row| row.get::<i64>(0)).transpose()).await?;
        if rule != Some(RULE) {
            all_of(db, id).await?;
        }
    }
    Ok(())
}

/// Notes that `organisation` has its entries.
pub(crate) async fn filled(tx: &mut Tx, organisation: OrganisationId) -> Result<()> {
    tx.put(FILLED, values![organisation, RULE]).await
}

async fn all_of(db: &Db, organisation: OrganisationId) -> Result<()> {
    tracing::info!("what is found by its words is being listed; this happens once and can take minutes");
    let mut customer = CustomerId(uuid::Uuid::nil());
    while let Some(last) = db.unit(async move |tx: &mut Tx| customers(tx, organisation, customer).await).await? {
        customer = last;
    }
    let mut after = (i64::MIN, CaseId(uuid::Uuid::nil()));
    while let Some(last) = db.unit(async move |tx: &mut Tx| cases(tx, organisation, after).await).await? {
        after = last;
    }
    db.unit(async move |tx: &mut Tx| filled(tx, organisation).await).await
}

async fn customers(tx: &mut Tx, organisation: OrganisationId, after: CustomerId) -> Result<Option<CustomerId>> {
    let mut last = None;
    for row in tx.rows(CUSTOMERS, values![organisation, after, PAGE]).await? {
        let customer = row.get(0)?;
        let [name, email, phone] = [row.get::<Option<String>>(2)?, row.get(3)?, row.get(4)?];
        put_customer(tx, organisation, row.get(1)?, customer, name.as_deref(), email.as_deref(), phone.as_deref()).await?;
        last = Some(customer);
    }
    Ok(last)
}

async fn cases(tx: &mut Tx, organisation: OrganisationId, after: (i64, CaseId)) -> Result<Option<(i64, CaseId)>> {
    let mut last = None;
    for row in tx.rows(CASES, values![organisation, after.0, after.1, PAGE]).await? {
        let (case, client): (CaseId, ClientId) = (row.get(0)?, row.get(1)?);
        let subject: Option<String> = row.get(3)?;
        put_case(tx, organisation, client, case, row.get(2)?, subject.as_deref()).await?;
        words_of(tx, organisation, client, case).await?;
        last = Some((row.get(4)?, case));
    }
    Ok(last)
}

/// Makes the entries of everything that was said and noted in a case.
pub(crate) async fn words_of(tx: &mut Tx, organisation: OrganisationId, client: ClientId, case: CaseId) -> Result<()> {
    messages(tx, organisation, client, case).await?;
    notes(tx, organisation, client, case).await
}

async fn messages(tx: &mut Tx, organisation: OrganisationId, client: ClientId, case: CaseId) -> Result<()> {
    let mut seq = 0_i64;
    loop {
        let page = tx.rows(MESSAGES, values![organisation, case, seq, WORDS]).await?;
        let Some(last) = page.last() else { return Ok(()) };
        seq = last.get(0)?;
        for row in &page {
            if row.get::<String>(3)? != "automatic" {
                let message: MessageId = row.get(1)?;
                put(tx, organisation, client, Hit::Message(message, case), &row.get::<String>(2)?).await?;
            }
        }
    }
}

async fn notes(tx: &mut Tx, organisation: OrganisationId, client: ClientId, case: CaseId) -> Result<()> {
    let mut seq = 0_i64;
    loop {
        let page = tx.rows(NOTES, values![organisation, case, seq, WORDS]).await?;
        let Some(last) = page.last() else { return Ok(()) };
        seq = last.get(0)?;
        for row in &page {
            let note: NoteId = row.get(1)?;
            put(tx, organisation, client, Hit::Note(note, case), &row.get::<String>(2)?).await?;
        }
    }
}
