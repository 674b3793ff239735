//! What is measured on: a desk with one client that is always open, agents with eight slots each, and as many
//! solved cases as a run asks for.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use desk::availability::Presence;
use desk::case::{Author, CaseState, Channel, Command, Event, Slots, Starting, apply, decide, is_public, open};
use desk::id::{AgentId, CaseId, ClientId, CustomerId, MessageId, OrganisationId};
use desk::language::Language;
use desk::may::Role;
use desk::may::Served;
use desk::moment::{Moment, Span};
use sha2::{Digest, Sha256};
use store::agents::Agent;
use store::cases::{CaseRecord, CustomerBrief, LastWords, Speaker};
use store::clients::{Client, Launch, OpenSlot};
use store::customers::NewCustomer;
use store::events::Happened;
use store::messages::Message;
use store::organisations::Organisation;
use store::sessions::Session;
use store::teams::Team;
use store::{Db, Tx};
use uuid::Uuid;

use crate::Result;

/// The desk's one organisation.
pub const ORGANISATION: OrganisationId = OrganisationId(Uuid::from_u128(0x1001));
const CLIENT: ClientId = ClientId(Uuid::from_u128(0x2001));
const WIDGET: &str = "benchbenchbench1";
const CASES_AT_ONCE: usize = 250;

/// Makes the desk in `directory`.
pub async fn make(directory: &Path, database: &str, agents: usize, cases: usize) -> Result<()> {
    let db = crate::serve::open(directory, database).await?;
    let now = now();
    db.unit(async move |tx: &mut Tx| settings(tx, agents, now).await).await?;
    for first in (0..cases).step_by(CASES_AT_ONCE) {
        let numbers = first..cases.min(first + CASES_AT_ONCE);
        db.unit(async move |tx: &mut Tx| {
            for number in numbers {
                old_case(tx, number, now).await?;
            }
            Ok(())
        })
        .await?;
    }
    db.close().await;
    Ok(())
}

/// The machine's clock.
pub fn now() -> Moment {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Moment::from_micros(i64::try_from(since.as_micros()).unwrap_or(0))
}

/// The public key of the widget.
pub fn widget_key() -> String {
    server::secret::widget_key(ORGANISATION, WIDGET)
}

/// The cookie of agent `n`, as a header line.
pub fn agent_headers(n: usize, port: u16) -> String {
    format!("Cookie: luukku={}\r\nOrigin: http://127.0.0.1:{port}\r\nSec-Fetch-Site: same-origin\r\n", agent_secret(n))
}

/// The key of visitor `n`, as a header line.
pub fn visitor_headers(n: usize) -> String {
    format!("Authorization: Bearer {}\r\n", URL_SAFE_NO_PAD.encode(Sha256::digest(format!("visitor {n}"))))
}

fn agent_bytes(n: usize) -> Vec<u8> {
    [ORGANISATION.0.as_bytes().as_slice(), &Sha256::digest(format!("agent {n}"))].concat()
}

fn agent_secret(n: usize) -> String {
    URL_SAFE_NO_PAD.encode(agent_bytes(n))
}

fn id(kind: u128, n: usize) -> Uuid {
    Uuid::from_u128((kind << 64) + u128::try_from(n).unwrap_or(0))
}

async fn settings(tx: &mut Tx, agents: usize, now: Moment) -> store::Result<()> {
    let organisation = Organisation { organisation_id: ORGANISATION, name: "Bench".into(), epoch: "bench".into(), created_at: now };
    store::organisations::add(tx, &organisation).await?;
    store::clients::add(tx, ORGANISATION, &client(now)).await?;
    let mut members = Vec::new();
    for n in 0..agents {
        let agent = agent(n, now);
        members.push(agent.agent_id);
        store::agents::add(tx, ORGANISATION, &agent).await?;
        let session = Session {
            session_id: id(4, n).into(),
            agent_id: agent.agent_id,
            browser: "bench".into(),
            address: "127.0.0.1".into(),
            signed_in_at: now,
            used_at: now,
            expires_at: now.plus(Span::seconds(86_400)),
        };
        store::sessions::add(tx, ORGANISATION, &session, Sha256::digest(agent_bytes(n)).into()).await?;
    }
    let team =
        Team { team_id: id(5, 0).into(), name: "Bench".into(), offers: None, overflow: None, client_ids: vec![CLIENT], agent_ids: members };
    store::teams::add(tx, ORGANISATION, &team, now).await?;
    Ok(())
}

fn client(now: Moment) -> Client {
    Client {
        client_id: CLIENT,
        widget_id: WIDGET.into(),
        name: "Bench".into(),
        desk_name: None,
        languages: vec![Language::Fi],
        colour: None,
        time_zone: "Europe/Helsinki".into(),
        week: vec![vec![OpenSlot { from_minute: 0, to_minute: 1440 }]; 7],
        exceptions: Vec::new(),
        holidays: None,
        closed_by_hand: false,
        when_closed: desk::availability::WhenClosed::Message,
        queue_ceiling: 500,
        answer_target_s: 60,
        silence_min: 1440,
        thanks_grace_min: 60,
        websites: vec!["http://localhost".into()],
        greeting_fi: String::new(),
        greeting_sv: String::new(),
        greeting_en: String::new(),
        created_at: now,
        launch: Launch::live(now),
    }
}

fn agent(n: usize, now: Moment) -> Agent {
    Agent {
        agent_id: AgentId(id(3, n)),
        name: format!("Agent {n}"),
        first_name: format!("A{n}"),
        email: format!("agent{n}@bench.example"),
        password_hash: None,
        role: Role::Agent,
        slots: 8,
        languages: vec![Language::Fi],
        active: true,
        language: Language::Fi,
        sound: false,
        notifications: false,
        shortcuts: true,
        presence: Presence::Present,
        away_because: None,
        presence_since: now,
        // An hour ahead, so that nobody counts as gone while the world is being set up.
        seen_at: now.plus(Span::seconds(3600)),
        created_at: now,
    }
}

/// A solved case of two messages, by the rules.
async fn old_case(tx: &mut Tx, n: usize, now: Moment) -> store::Result<()> {
    let at = now.minus(Span::seconds(60 * (1 + i64::try_from(n).unwrap_or(0))));
    let case = CaseId(id(6, n));
    let customer = CustomerId(id(7, n));
    let agent = AgentId(id(3, 0));
    let said: [MessageId; 2] = [id(8, 2 * n).into(), id(8, 2 * n + 1).into()];
    let new = NewCustomer { id: customer, client: CLIENT, name: None, email: None, secret_hash: None, created_at: at };
    let visitor_number = store::customers::insert(tx, ORGANISATION, &new).await?;
    let number = store::cases::next_number(tx, ORGANISATION).await?;
    let starting = Starting {
        contact: id(9, n).into(),
        channel: Channel::Chat,
        language: Language::Fi,
        answer_target: Span::seconds(60),
        start_page: None,
        start_title: None,
        referrer: None,
    };
    let [question, answer] = said;
    let mut events = open(CLIENT, customer, number, starting, question);
    let mut state = None;
    for event in &events {
        state = apply(state, event, at);
    }
    for command in [
        Command::Take { by: agent, slots: Slots::new(8, Vec::new(), 0), teams: Vec::new(), serves: Served::Every },
        Command::Reply { message: answer, by: agent, unseen_colleague: None, slots: None },
        Command::Solve { by: agent },
    ] {
        let Some(before) = state.clone() else { break };
        for event in decide(&before, command, at).unwrap_or_default() {
            state = apply(state, &event, at);
            events.push(event);
        }
    }
    let Some(state) = state else { return Ok(()) };
    store_case(tx, case, state, events, said, visitor_number, at).await
}

async fn store_case(
    tx: &mut Tx,
    case: CaseId,
    state: desk::case::Case,
    events: Vec<Event>,
    said: [MessageId; 2],
    visitor_number: i64,
    at: Moment,
) -> store::Result<()> {
    let happened: Vec<Happened> = place(events, at);
    let record = CaseRecord {
        id: case,
        seq: happened.last().map_or(0, |event| event.seq),
        public_seq: happened.iter().filter_map(|event| event.public_seq).max().unwrap_or(0),
        opened_at: at,
        changed_at: at,
        last_words: Some(LastWords { by: Speaker::Agent, text: "Valmista tuli.".into(), at }),
        unread: 0,
        desk_read_seq: 0,
        customer_read_seq: 0,
        customer: CustomerBrief { name: None, email: None, visitor_number },
        holder_first_name: None,
        case: state,
    };
    debug_assert_eq!(record.case.state, CaseState::Solved);
    store::cases::insert(tx, ORGANISATION, &record).await?;
    store::cases::insert_contact(tx, ORGANISATION, case, &record).await?;
    for event in &happened {
        store::events::append(tx, ORGANISATION, case, event).await?;
        if let Some((message, author)) = desk::case::author(&event.event) {
            let text = if said.first() == Some(&message) { "Moi, en pääse kirjautumaan." } else { "Valmista tuli." };
            store::messages::insert(tx, ORGANISATION, &said_at(&record, event.seq, message, author, text, at)).await?;
        }
    }
    Ok(())
}

fn place(events: Vec<Event>, at: Moment) -> Vec<Happened> {
    let mut public = 0;
    let place = |(seq, event): (i64, Event)| {
        let public_seq = is_public(&event).then(|| {
            public += 1;
            public
        });
        Happened { seq, public_seq, at, event }
    };
    (1..).zip(events).map(place).collect()
}

fn said_at(record: &CaseRecord, seq: i64, id: MessageId, author: Author, text: &str, at: Moment) -> Message {
    Message { id, case: record.id, seq, contact: record.case.contact.id, author, at, text: text.into(), masked: Vec::new(), attachments: 0 }
}

/// Opens the database of a finished run and counts what is in it: messages, and messages whose ids are in `acked`.
pub async fn missing(db: &Db, acked: &[MessageId]) -> Result<usize> {
    let mut missing = 0;
    for ids in acked.chunks(1000) {
        let ids = ids.to_vec();
        missing += db
            .read(async move |tx: &mut Tx| {
                let mut missing = 0;
                for id in ids {
                    if store::messages::find(tx, ORGANISATION, id).await?.is_none() {
                        missing += 1;
                    }
                }
                Ok(missing)
            })
            .await?;
    }
    Ok(missing)
}
