//! What is measured on: a desk with one client that is always open, agents with eight slots each, and as many solved
//! cases or waiting chats as a run asks for.

mod words;

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use desk::availability::Presence;
use desk::case::{Author, CaseState, Channel, Command, Event, Slots, Starting, apply, decide, is_public, open};
use desk::id::{AgentId, CaseId, ClientId, CustomerId, MessageId, OrganisationId};
use desk::language::Language;
use desk::may::{Role, Served};
use desk::moment::{Moment, Span};
use desk::routing::Offers;
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
use store::{Db, Failure, Tx};
use uuid::Uuid;

use crate::Result;
pub use words::{many_clients, word};

/// The desk's one organisation.
pub const ORGANISATION: OrganisationId = OrganisationId(Uuid::from_u128(0x1001));
const CLIENT: ClientId = ClientId(Uuid::from_u128(0x2001));
/// How many chats an agent holds at once.
pub const SLOTS: usize = 8;
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
    let team = Team {
        team_id: id(5, 0).into(),
        name: "Bench".into(),
        offers: None,
        overflow: None,
        is_self_directed: false,
        client_ids: vec![CLIENT],
        agent_ids: members,
    };
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
        opening_target: None,
        ease: None,
        call_back: None,
        answer_target_s: 60,
        silence_min: 1440,
        thanks_grace_min: 60,
        websites: vec!["http://localhost".into()],
        greeting_fi: String::new(),
        greeting_sv: String::new(),
        greeting_en: String::new(),
        speech: store::speech::Speech::default(),
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
        slots: i64::try_from(SLOTS).unwrap_or(1),
        may_exceed: false,
        languages: vec![(Language::Fi, 2)],
        skills: Vec::new(),
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

/// Puts `chats` waiting chats in the queue, one a second until now, and has everything offered to the desk's one team.
pub async fn queue(db: &Db, chats: usize) -> Result<()> {
    let now = now();
    db.unit(async move |tx: &mut Tx| {
        let teams = store::teams::list(tx, ORGANISATION).await?;
        for mut team in teams {
            team.offers = Some(Offers { after: Span::seconds(0), within: Span::seconds(Offers::USUAL_WITHIN_S) });
            store::teams::change(tx, ORGANISATION, &team).await?;
        }
        for n in 0..chats {
            let at = now.minus(Span::seconds(i64::try_from(chats - n).unwrap_or(0)));
            let begun = begin_case(tx, n, CLIENT, None, at).await?;
            store_case(tx, begun, at, &SAID).await?;
        }
        Ok(())
    })
    .await?;
    Ok(())
}

/// A solved case of two messages, by the rules.
async fn old_case(tx: &mut Tx, n: usize, now: Moment) -> store::Result<()> {
    let at = now.minus(Span::seconds(60 * (1 + i64::try_from(n).unwrap_or(0))));
    let begun = begin_case(tx, n, CLIENT, None, at).await?;
    store_case(tx, solved(begun, at)?, at, &SAID).await
}

/// What everybody says: the question and its answer.
const SAID: [&str; 2] = ["Moi, en pääse kirjautumaan.", "Valmista tuli."];

/// The case after it was taken, answered and solved.
fn solved(mut begun: Begun, at: Moment) -> store::Result<Begun> {
    let agent = AgentId(id(3, 0));
    for command in [
        Command::Take { by: agent, slots: Slots::new(8, Vec::new(), 0), teams: Vec::new(), serves: Served::Every },
        Command::Reply { message: begun.answer, by: agent, unseen_colleague: None, slots: None },
        Command::Solve { by: agent },
    ] {
        let events = decide(&begun.state, command, at).map_err(|refusal| Failure::Broken(format!("{refusal:?}")))?;
        for event in events {
            begun.happens(event, at)?;
        }
    }
    debug_assert_eq!(begun.state.state, CaseState::Solved);
    Ok(begun)
}

/// A case while it is being made.
struct Begun {
    id: CaseId,
    visitor_number: i64,
    question: MessageId,
    answer: MessageId,
    state: desk::case::Case,
    events: Vec<Event>,
}

impl Begun {
    fn happens(&mut self, event: Event, at: Moment) -> store::Result<()> {
        self.state = apply(Some(self.state.clone()), &event, at).ok_or(Failure::Corrupt)?;
        self.events.push(event);
        Ok(())
    }
}

/// A chat whose customer has asked and waits.
async fn begin_case(tx: &mut Tx, n: usize, client: ClientId, name: Option<String>, at: Moment) -> store::Result<Begun> {
    let customer = CustomerId(id(7, n));
    let [question, answer]: [MessageId; 2] = [id(8, 2 * n).into(), id(8, 2 * n + 1).into()];
    let new = NewCustomer { id: customer, client, name, email: None, secret_hash: None, created_at: at, person: None };
    let visitor_number = store::customers::insert(tx, ORGANISATION, &new).await?;
    let number = store::cases::next_number(tx, ORGANISATION).await?;
    let starting = Starting {
        contact: id(9, n).into(),
        channel: Channel::Chat,
        language: Language::Fi,
        demand: desk::routing::Demand::default(),
        for_team: None,
        by_rule: None,
        last_with: None,
        answer_target: Span::seconds(60),
        start_page: None,
        start_title: None,
        referrer: None,
        invitation: None,
        chosen: None,
    };
    let events = open(client, customer, number, starting, question);
    let state = events.iter().fold(None, |state, event| apply(state, event, at)).ok_or(Failure::Corrupt)?;
    Ok(Begun { id: CaseId(id(6, n)), visitor_number, question, answer, state, events })
}

async fn store_case(tx: &mut Tx, begun: Begun, at: Moment, [asked, answered]: &[&str; 2]) -> store::Result<()> {
    let happened: Vec<Happened> = place(&begun.state, begun.events, at);
    let text_of = |message: MessageId| if message == begun.question { *asked } else { *answered };
    let said: Vec<_> = happened.iter().filter_map(|one| Some((one.seq, desk::case::author(&one.event)?))).collect();
    let last_words = said.last().map(|(_, (message, author))| LastWords {
        by: if *author == Author::Customer { Speaker::Customer } else { Speaker::Agent },
        text: text_of(*message).into(),
        at,
    });
    let record = CaseRecord {
        id: begun.id,
        seq: happened.last().map_or(0, |event| event.seq),
        public_seq: happened.iter().filter_map(|event| event.public_seq).max().unwrap_or(0),
        opened_at: at,
        changed_at: at,
        last_words,
        unread: 0,
        desk_read_seq: 0,
        customer_read_seq: 0,
        customer: CustomerBrief {
            name: None,
            email: None,
            phone: None,
            visitor_number: begun.visitor_number,
            person: None,
            is_typed: false,
        },
        holder_first_name: None,
        blocked_until: None,
        case: begun.state,
    };
    store::cases::insert(tx, ORGANISATION, &record).await?;
    store::cases::insert_contact(tx, ORGANISATION, begun.id, &record).await?;
    for event in &happened {
        store::events::append(tx, ORGANISATION, begun.id, event, event.seq).await?;
    }
    for (seq, (message, author)) in said {
        store::messages::insert(tx, ORGANISATION, record.case.client, &said_at(&record, seq, message, author, text_of(message), at))
            .await?;
    }
    Ok(())
}

/// Nobody in it is sent elsewhere: what is told is the same wherever in its history the case stands.
fn place(case: &desk::case::Case, events: Vec<Event>, at: Moment) -> Vec<Happened> {
    let mut public = 0;
    let place = |(seq, event): (i64, Event)| {
        let public_seq = is_public(case, &event).then(|| {
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
