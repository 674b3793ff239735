//! The only place where a case changes.
//!
//! Begin → load the case → [`desk::case::decide`] → append events with the next `seq` → update the list row and the
//! contact → commit → tell the open screens. One unit of work, one transaction; the rules decide, this carries.

use std::sync::Arc;

use desk::case::{Command, Contact, Event, apply, author, decide, is_made_by, is_public};
use desk::id::{CaseId, OrganisationId};
use desk::moment::Moment;
use store::blocks::{self, NewBlock};
use store::cases::{self, CaseRecord};
use store::events::{self, Happened};
use store::messages;
use store::timeline::{self, TimelineEntry};
use store::{Failure, Tx, staffing};

pub use crate::new_words::{NewMessage, NewNote, NewWords};
use crate::new_words::{message, note_words, send_files};
pub use crate::outcome::Outcome;
use crate::outcome::{forget_visit, outcome};
use crate::refusal::{Answer, Refused};
use crate::refused_rule::refused;
use crate::repetition::{Repetition, repeated};
use crate::state::Desk;
use crate::{loads, mentions, tell};

/// What a unit decides to do to a case it has loaded.
pub type Plan = Answer<(Vec<Command>, NewWords)>;

/// Reads what a command needs to know and makes the plan, in the transaction that carries it out.
pub trait Planner: Send + 'static {
    /// What to do to `record`, or a no.
    fn plan(self, tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord) -> impl Future<Output = store::Result<Plan>> + Send;
}

/// Carries out what `planner` plans for `case`, and tells everybody whom it concerns.
///
/// # Errors
/// The rule's no, `not_found`, `id_reused`, or the database's failure; nothing has happened then.
pub async fn carry_out(desk: &Desk, organisation: OrganisationId, case: CaseId, planner: impl Planner) -> Answer<Arc<Outcome>> {
    let at = desk.now();
    let work = async move |tx: &mut Tx| {
        let Some(record) = cases::load_to_change(tx, organisation, case).await? else {
            return Ok(Err(Refused::not_found()));
        };
        let plan = planner.plan(tx, organisation, &record).await?;
        let outcome = match plan {
            Ok((commands, words)) => change(tx, organisation, record, commands, words, at).await?,
            Err(refused) => Err(refused),
        };
        Ok(ending(tx, outcome))
    };
    let teller = desk.clone();
    desk.unit_then(work, move |answer| tell::outcome(&teller, answer)).await?
}

/// Ends a unit: a no is rolled back.
pub fn ending(tx: &mut Tx, outcome: Answer<Outcome>) -> Answer<Arc<Outcome>> {
    if outcome.is_err() {
        tx.roll_back();
    }
    outcome.map(Arc::new)
}

/// Decides `commands` one after the other upon `record` and stores what happened; what came before is answered as then.
pub async fn change(
    tx: &mut Tx,
    organisation: OrganisationId,
    record: CaseRecord,
    commands: Vec<Command>,
    words: NewWords,
    at: Moment,
) -> store::Result<Answer<Outcome>> {
    match repeated(tx, organisation, &record, &words).await? {
        Repetition::No => make_happen(tx, organisation, record, commands, words, at).await,
        Repetition::Same(entries)
            if !commands.iter().all(|command| entries.iter().any(|entry| is_made_by(command, &entry.happened.event))) =>
        {
            Ok(Err(Refused::conflict("id_reused")))
        }
        Repetition::Same(entries) => outcome(tx, organisation, record, entries, false).await.map(Ok),
        Repetition::Reused => Ok(Err(Refused::conflict("id_reused"))),
    }
}

/// [`change`] with words that this unit knows to be new, since it has had the case to itself.
pub async fn make_happen(
    tx: &mut Tx,
    organisation: OrganisationId,
    record: CaseRecord,
    commands: Vec<Command>,
    words: NewWords,
    at: Moment,
) -> store::Result<Answer<Outcome>> {
    let act = record.seq + 1;
    Box::pin(act_on(tx, organisation, record, (commands, words), at, act)).await
}

/// The same act goes on: `commands` and `words` are part of what `begun` made happen.
pub async fn go_on(tx: &mut Tx, begun: Outcome, commands: Vec<Command>, words: NewWords, at: Moment) -> store::Result<Answer<Outcome>> {
    let act = begun.entries.first().map_or(begun.record.seq + 1, |first| first.happened.seq);
    let more = Box::pin(act_on(tx, begun.organisation, begun.record, (commands, words), at, act)).await?;
    Ok(more.map(|mut more| {
        more.entries.splice(0..0, begun.entries);
        more
    }))
}

async fn act_on(
    tx: &mut Tx,
    organisation: OrganisationId,
    mut record: CaseRecord,
    (commands, words): (Vec<Command>, NewWords),
    at: Moment,
    act: i64,
) -> store::Result<Answer<Outcome>> {
    let (contact_before, subject_before) = (record.case.contact.clone(), record.case.subject.clone());
    let (mut happened, mut former) = (Vec::new(), contact_before.clone());
    for command in commands {
        match decide(&record.case, command, at) {
            Ok(events) => progress(&mut record, events, at, (&mut happened, &mut former)),
            Err(refusal) => return refused(tx, organisation, refusal).await.map(Err),
        }
    }
    if happened.is_empty() {
        return outcome(tx, organisation, record, Vec::new(), false).await.map(Ok);
    }
    note_words(&mut record, &happened, &words);
    cases::update(tx, organisation, &record).await?;
    if record.case.subject != subject_before {
        cases::put_in_search(tx, organisation, &record).await?;
    }
    // One act can end a contact and begin the next.
    cases::update_contact(tx, organisation, &former).await?;
    if record.case.contact.id != former.id {
        cases::insert_contact(tx, organisation, record.id, &record).await?;
    }
    if let Some(agent) = record.case.contact.holder().filter(|agent| !contact_before.is_held_by(*agent)) {
        staffing::got(tx, organisation, agent, at).await?;
    }
    loads::note(tx, organisation, (&contact_before, &record.case.contact), &happened, at).await?;
    let written = write(tx, organisation, record, happened, words, act).await?;
    Ok(written.map(|outcome| Outcome { held_before: contact_before.holder(), ..outcome }))
}

/// Stores a case that begins with `events`.
pub async fn begin(
    tx: &mut Tx,
    organisation: OrganisationId,
    case: CaseId,
    customer: cases::CustomerBrief,
    events: Vec<Event>,
    words: NewWords,
    at: Moment,
) -> store::Result<Answer<Outcome>> {
    let built = events.iter().fold(None, |case, event| apply(case, event, at));
    let case_now = built.ok_or_else(|| Failure::Broken("a case did not begin with its opening".into()))?;
    let mut record = CaseRecord {
        id: case,
        case: case_now,
        seq: 0,
        public_seq: 0,
        opened_at: at,
        changed_at: at,
        last_words: None,
        unread: 0,
        desk_read_seq: 0,
        customer_read_seq: 0,
        customer,
        holder_first_name: None,
        blocked_until: None,
    };
    let happened: Vec<Happened> = events.into_iter().map(|event| place(&mut record, event, at)).collect();
    note_words(&mut record, &happened, &words);
    cases::insert(tx, organisation, &record).await?;
    cases::insert_contact(tx, organisation, case, &record).await?;
    write(tx, organisation, record, happened, words, 1).await
}

/// `former` follows the contact in which the act began to where the act leaves it.
fn progress(record: &mut CaseRecord, events: Vec<Event>, at: Moment, (happened, former): (&mut Vec<Happened>, &mut Contact)) {
    for event in events {
        let case = apply(Some(record.case.clone()), &event, at).unwrap_or_else(|| record.case.clone());
        happened.push(place(record, event, at));
        record.case = case;
        if record.case.contact.id == former.id {
            former.clone_from(&record.case.contact);
        }
    }
}

/// Gives an event its place in the order of the case as it stood before, and in the customer's when the customer sees it.
fn place(record: &mut CaseRecord, event: Event, at: Moment) -> Happened {
    record.seq += 1;
    record.changed_at = at;
    let public_seq = is_public(&record.case, &event).then(|| {
        record.public_seq += 1;
        record.public_seq
    });
    Happened { seq: record.seq, public_seq, at, event }
}

/// Stores events and words; the rows of the case and its contact are there. `act` is the place of the act's first event.
async fn write(
    tx: &mut Tx,
    organisation: OrganisationId,
    record: CaseRecord,
    happened: Vec<Happened>,
    words: NewWords,
    act: i64,
) -> store::Result<Answer<Outcome>> {
    let mut entries = Vec::with_capacity(happened.len());
    for event in happened {
        events::append(tx, organisation, record.id, &event, act).await?;
        let new_message = author(&event.event).and_then(|(id, by)| Some((words.said(id)?, by)));
        let said = match (words.noted(), new_message, &event.event) {
            (_, Some((new, by)), _) => {
                let stored = message(&record, &event, new, by);
                messages::insert(tx, organisation, record.case.client, &stored).await?;
                match send_files(tx, organisation, &record, new).await? {
                    Ok(files) => timeline::Words::Said(stored, files),
                    Err(refused) => return Ok(Err(refused)),
                }
            }
            (Some(new), None, Event::Noted { note, by }) if *note == new.id => {
                timeline::Words::Noted(mentions::store_note(tx, organisation, &record, &event, new, *by).await?)
            }
            (Some(new), None, Event::Blocked { by, until }) => {
                let (customer, at) = (record.case.customer, event.at);
                blocks::add(tx, organisation, NewBlock { note: new.id, customer, case: record.id, by: *by, at, until: *until }).await?;
                timeline::Words::None
            }
            _ => timeline::Words::None,
        };
        entries.push(TimelineEntry { happened: event, words: said });
    }
    forget_visit(tx, organisation, &record, &entries).await?;
    let named = words.noted().map(|new| new.told.clone()).unwrap_or_default();
    Ok(Ok(Outcome { named, ..outcome(tx, organisation, record, entries, true).await? }))
}
