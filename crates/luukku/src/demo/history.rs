//! Lets the demo's conversations happen, at the times when they are said to have happened, by the same rules and through
//! the same ingest as everything that happens on a real desk.

use std::collections::HashMap;

use desk::case::{Author, CaseState, Channel, Command, ContactState, Receiver, SLOTS_LIMIT, Slots, Starting, Thanks, Whose, open};
use desk::courtesy::is_only_thanks;
use desk::id::{AgentId, CaseId, ClientId, ContactId, CustomerId, MessageId, NoteId, OrganisationId, TeamId};
use desk::may::Served;
use desk::moment::{Moment, Span};
use desk::routing::rules::{Beginning, CustomerIs};
use jiff::tz::TimeZone;
use server::Desk;
use server::carry_out::{NewMessage, NewNote, NewWords, Outcome, begin, change};
use server::ingest;
use server::refusal::Answer;
use store::Tx;
use store::cases::{self, CaseRecord};
use store::customers::{self, NewCustomer};

use super::calls::Call;
use super::chosen::Chosen;
use super::content::{self, Content, Conversation, Outcome as End, Turn, Who};
use super::people::Seeded;
use super::when::start;
use crate::stop::Stop;

/// How long an agent takes for the last click after the last words.
const LAST_CLICK: Span = Span::seconds(20);
/// A mere thank-you within this time leaves a solved case solved.
const GRACE: Span = Span::seconds(86_400);

/// Stores every conversation, oldest first, in one unit of work.
pub async fn seed(desk: &Desk, content: &Content, seeded: &Seeded, chosen: Chosen, site_of: impl Fn(&str) -> String) -> Result<(), Stop> {
    let now = desk.now();
    let zone = TimeZone::get(&content.organisation.time_zone).map_err(|error| Stop::new(error.to_string()))?;
    let mut conversations: Vec<(Moment, Conversation)> = Vec::new();
    for conversation in &content.conversations {
        let start =
            start(conversation, LAST_CLICK, now, &zone).ok_or_else(|| Stop::new(format!("{:?} has no time", conversation.subject)))?;
        conversations.push((start, conversation.clone()));
    }
    conversations.sort_by_key(|(start, _)| *start);
    let world = World {
        desk: desk.clone(),
        organisation: seeded.organisation,
        clients: seeded.clients.clone(),
        agents: seeded.agents.clone(),
        teams: seeded.teams.clone(),
        sites: seeded.clients.keys().map(|key| (key.clone(), site_of(key))).collect(),
        chosen,
        zone,
        now,
    };
    let told = desk.db.unit(async move |tx: &mut Tx| {
        for (start, conversation) in &conversations {
            let happened = Box::pin(tell(tx, &world, conversation, *start)).await?;
            if let Err(refused) = happened {
                tx.roll_back();
                return Ok(Err(format!("{:?}: {}", conversation.subject, refused)));
            }
        }
        Ok(Ok(()))
    });
    told.await?.map_err(|why| Stop::new(format!("a conversation of the demo cannot happen: {why}")))
}

/// What a conversation can speak of.
pub(super) struct World {
    pub(super) desk: Desk,
    organisation: OrganisationId,
    clients: HashMap<String, ClientId>,
    agents: HashMap<String, AgentId>,
    teams: HashMap<String, TeamId>,
    sites: HashMap<String, String>,
    chosen: Chosen,
    pub(super) zone: TimeZone,
    pub(super) now: Moment,
}

/// Why a conversation cannot happen. For whoever writes the demo's files.
pub(super) type Told<T> = Result<T, String>;

impl World {
    pub(super) fn id<T: From<uuid::Uuid>>(&self, at: Moment) -> Told<T> {
        self.desk.new_id(at).map(T::from).map_err(|refused| refused.code().to_owned())
    }

    fn agent(&self, key: Option<&String>) -> Told<AgentId> {
        let found = key.and_then(|key| self.agents.get(key)).copied();
        found.ok_or_else(|| format!("nobody is called {key:?}"))
    }

    fn message(&self, turn: &Turn, by: Author, at: Moment) -> Told<NewMessage> {
        let words = said(ingest::message(&turn.text, 0))?;
        Ok(NewMessage { id: self.id(at)?, words, files: Vec::new(), by })
    }

    fn starting(&self, conversation: &Conversation, channel: Channel, at: Moment) -> Told<Starting> {
        let site = self.sites.get(&conversation.client).map_or("", String::as_str);
        let client = self.clients.get(&conversation.client).copied().ok_or("there is no such client")?;
        let named = |name: &String| self.chosen.category(client, name).ok_or_else(|| format!("nothing is called {name}"));
        let category = conversation.matter.as_ref().map(named).transpose()?;
        let (language, page) = (conversation.language, Some(conversation.start_page.as_str()));
        let need = self.chosen.need(client, Beginning { language, page, customer: CustomerIs::New, category });
        Ok(Starting {
            contact: self.id::<ContactId>(at)?,
            channel,
            language,
            demand: need.demand,
            for_team: need.team,
            by_rule: need.by_rule,
            last_with: None,
            answer_target: Span::seconds(60),
            start_page: ingest::page(Some(&format!("{site}{}", conversation.start_page))),
            start_title: None,
            referrer: None,
            invitation: None,
            chosen: category,
        })
    }
}

pub(super) fn said<T>(answer: Answer<T>) -> Told<T> {
    answer.map_err(|refused| refused.code().to_owned())
}

/// A conversation while it happens.
struct Telling<'a> {
    world: &'a World,
    conversation: &'a Conversation,
    record: CaseRecord,
    /// When the turn before was.
    before: Moment,
}

/// From the first words to the outcome.
async fn tell(tx: &mut Tx, world: &World, conversation: &Conversation, start: Moment) -> store::Result<Told<()>> {
    let Some((first, rest)) = conversation.turns.split_first() else {
        return Ok(Err("nobody says anything".into()));
    };
    let begun = match opening(world, conversation, first, start) {
        Ok(opening) => opening.store(tx, world, start).await?,
        Err(why) => return Ok(Err(why)),
    };
    let mut telling = match begun {
        Ok(record) => Telling { world, conversation, record, before: start },
        Err(why) => return Ok(Err(why)),
    };
    let mut at = start;
    for turn in rest {
        at = at.plus(Span::seconds(i64::from(turn.after_s)));
        if let Err(why) = telling.turn(tx, turn, at).await? {
            return Ok(Err(format!("{:?} {why}", turn.text)));
        }
        telling.before = at;
    }
    if let Err(why) = telling.end(tx, at.plus(LAST_CLICK)).await? {
        return Ok(Err(why));
    }
    telling.look(tx).await?;
    Ok(Ok(()))
}

/// A case that is about to begin.
struct Opening {
    case: CaseId,
    client: ClientId,
    customer: NewCustomer,
    starting: Starting,
    message: NewMessage,
    call: Option<Call>,
}

fn opening(world: &World, conversation: &Conversation, first: &Turn, at: Moment) -> Told<Opening> {
    let client = world.clients.get(&conversation.client).copied().ok_or("there is no such client")?;
    let channel = match conversation.channel {
        content::Channel::Chat => Channel::Chat,
        content::Channel::Message => Channel::Message,
        content::Channel::Call => Channel::CallBack,
    };
    Ok(Opening {
        case: world.id(at)?,
        client,
        customer: NewCustomer {
            id: world.id::<CustomerId>(at)?,
            client,
            name: said(ingest::line(conversation.customer.as_deref(), 80))?,
            email: said(ingest::line(conversation.email.as_deref(), 254))?,
            secret_hash: None,
            created_at: at,
            person: None,
        },
        starting: world.starting(conversation, channel, at)?,
        message: world.message(first, Author::Customer, at)?,
        call: Call::of(world, conversation, at)?,
    })
}

impl Opening {
    async fn store(self, tx: &mut Tx, world: &World, at: Moment) -> store::Result<Told<CaseRecord>> {
        let organisation = world.organisation;
        let visitor_number = customers::insert(tx, organisation, &self.customer).await?;
        let number = cases::next_number(tx, organisation).await?;
        let brief = cases::CustomerBrief {
            name: self.customer.name,
            email: self.customer.email,
            phone: self.call.as_ref().map(|call| call.phone.clone()),
            visitor_number,
            person: None,
            is_typed: false,
        };
        let whose = (self.client, self.customer.id, number);
        let (events, words) = match self.call {
            Some(call) => {
                customers::set_phone(tx, organisation, self.customer.id, &call.phone).await?;
                call.begin(whose, self.starting, self.message)
            }
            None => (open(whose.0, whose.1, whose.2, self.starting, self.message.id), NewWords::Message(self.message)),
        };
        let begun = begin(tx, organisation, self.case, brief, events, words, at).await?;
        Ok(said(begun).map(|outcome: Outcome| outcome.record))
    }
}

impl Telling<'_> {
    async fn turn(&mut self, tx: &mut Tx, turn: &Turn, at: Moment) -> store::Result<Told<()>> {
        let by = match turn.who {
            Who::Customer | Who::Automatic => Ok(None),
            Who::Agent | Who::Note | Who::Transfer | Who::Solves => self.speaker(turn).map(Some),
        };
        match (turn.who, by) {
            (_, Err(why)) => Ok(Err(why)),
            (Who::Customer, Ok(_)) => self.customer_says(tx, turn, at).await,
            (Who::Automatic, Ok(_)) | (_, Ok(None)) => {
                let message = self.world.message(turn, Author::Automatic, at);
                self.say(tx, message, at, |message| Command::SayAutomatically { message }).await
            }
            (Who::Agent, Ok(Some(by))) => self.reply(tx, turn, by, at).await,
            (Who::Note, Ok(Some(by))) => self.note(tx, turn, by, at, |note| Command::WriteNote { note, by }).await,
            (Who::Transfer, Ok(Some(by))) => match self.take_first(tx, by, at).await?.and_then(|()| self.receiver(turn)) {
                Ok(to) => self.note(tx, turn, by, at, |note| Command::Transfer { by, note, to: Some(to) }).await,
                Err(why) => Ok(Err(why)),
            },
            (Who::Solves, Ok(Some(by))) if turn.text.is_empty() => self.act(tx, vec![Command::Solve { by }], at).await,
            (Who::Solves, Ok(Some(by))) => match self.reply(tx, turn, by, at).await? {
                Ok(()) => self.act(tx, vec![Command::Solve { by }], at).await,
                Err(why) => Ok(Err(why)),
            },
        }
    }

    /// Whoever is named, else who holds the contact, else who is said to hold the case.
    fn speaker(&self, turn: &Turn) -> Told<AgentId> {
        match (&turn.agent, self.record.case.contact.held_by) {
            (None, Some(holder)) => Ok(holder),
            (named, _) => self.world.agent(named.as_ref().or(self.conversation.agent.as_ref())),
        }
    }

    async fn customer_says(&mut self, tx: &mut Tx, turn: &Turn, at: Moment) -> store::Result<Told<()>> {
        let thanks = if is_only_thanks(&turn.text) { Thanks::Only } else { Thanks::No };
        let again = match self.world.starting(self.conversation, Channel::Chat, at) {
            Ok(again) => again,
            Err(why) => return Ok(Err(why)),
        };
        let message = self.world.message(turn, Author::Customer, at);
        self.say(tx, message, at, |message| Command::Receive { message, thanks, again, grace: GRACE }).await
    }

    /// The words of an agent, who takes the contact first when it is not theirs.
    async fn reply(&mut self, tx: &mut Tx, turn: &Turn, by: AgentId, at: Moment) -> store::Result<Told<()>> {
        if let Err(why) = self.take_first(tx, by, at).await? {
            return Ok(Err(why));
        }
        let message = self.world.message(turn, Author::Agent(by), at);
        if let Err(why) = self.say(tx, message, at, |message| Command::Reply { message, by, unseen_colleague: None, slots: None }).await? {
            return Ok(Err(why));
        }
        match said(ingest::line(Some(&self.conversation.subject), 120)) {
            Ok(Some(subject)) => self.act(tx, vec![Command::SetSubject { by, subject }], at).await,
            Ok(None) => Ok(Ok(())),
            Err(why) => Ok(Err(why)),
        }
    }

    /// Takes the contact for what is done at `at`, somewhere between reading and doing.
    async fn take_first(&mut self, tx: &mut Tx, by: AgentId, at: Moment) -> store::Result<Told<()>> {
        let taken_at = self.before.plus(Span::micros(at.since(self.before).as_micros() / 3));
        self.hold(tx, by, taken_at).await
    }

    async fn hold(&mut self, tx: &mut Tx, by: AgentId, at: Moment) -> store::Result<Told<()>> {
        let mut commands = Vec::new();
        let contact = &self.record.case.contact;
        if contact.is_held_by(by) || contact.state == ContactState::Ended {
            return Ok(Ok(()));
        }
        if let Some(from) = contact.held_by {
            commands.push(Command::GiveBack { by: from, whose: Whose::Own });
        }
        let teams = contact.for_team.into_iter().collect();
        commands.push(Command::Take { by, slots: free_slots(), teams, serves: Served::Every });
        self.act(tx, commands, at).await
    }

    fn receiver(&self, turn: &Turn) -> Told<Receiver> {
        let to = turn.to.as_ref().ok_or("the case is handed over to nobody")?;
        if let Some(team) = self.world.teams.get(to) {
            return Ok(Receiver::Team(*team));
        }
        Ok(Receiver::Agent(self.world.agent(Some(to))?, free_slots()))
    }

    /// Brings the case to its outcome, and frees its agent: nobody on this desk is there when it opens.
    async fn end(&mut self, tx: &mut Tx, at: Moment) -> store::Result<Told<()>> {
        let state = match self.conversation.outcome {
            End::New => return Ok(Ok(())),
            End::Open => CaseState::Open,
            End::WaitingForCustomer => CaseState::WaitingForCustomer,
            End::WaitingForOthers => CaseState::WaitingForOthers,
            End::Solved => CaseState::Solved,
            End::Closed => CaseState::Closed,
        };
        let holder = self.record.case.contact.held_by.map_or_else(|| self.world.agent(self.conversation.agent.as_ref()), Ok);
        let by = match holder {
            Ok(by) => by,
            Err(why) => return Ok(Err(why)),
        };
        if let Err(why) = self.hold(tx, by, at).await? {
            return Ok(Err(why));
        }
        let at = at.min(self.world.now);
        let (organisation, chosen) = (self.world.organisation, &self.world.chosen);
        if !chosen.keep_known(tx, organisation, &self.record, self.conversation, (by, at)).await? {
            return Ok(Err("something is known that nobody keeps".into()));
        }
        self.act(tx, vec![Command::SetState { by, state }, Command::End { by }], at).await
    }

    /// Both sides have read what was said, but for customers' words that nobody has answered.
    async fn look(&mut self, tx: &mut Tx) -> store::Result<()> {
        if self.conversation.outcome == End::New {
            return Ok(());
        }
        let organisation = self.world.organisation;
        let (seq, public_seq) = (self.record.seq, self.record.public_seq);
        let is_answered =
            self.conversation.outcome != End::Open || self.conversation.turns.last().is_some_and(|turn| turn.who != Who::Customer);
        if is_answered {
            cases::mark_desk_read(tx, organisation, &mut self.record, seq).await?;
        }
        cases::mark_customer_read(tx, organisation, &mut self.record, public_seq).await
    }

    async fn say(
        &mut self,
        tx: &mut Tx,
        message: Told<NewMessage>,
        at: Moment,
        command: impl FnOnce(MessageId) -> Command,
    ) -> store::Result<Told<()>> {
        match message {
            Ok(message) => self.happen(tx, vec![command(message.id)], NewWords::Message(message), at).await,
            Err(why) => Ok(Err(why)),
        }
    }

    async fn note(
        &mut self,
        tx: &mut Tx,
        turn: &Turn,
        by: AgentId,
        at: Moment,
        command: impl FnOnce(NoteId) -> Command,
    ) -> store::Result<Told<()>> {
        let words = said(ingest::message(&turn.text, 0)).and_then(|words| Ok(NewNote::plain(self.world.id(at)?, words, by)));
        match words {
            Ok(note) => self.happen(tx, vec![command(note.id)], NewWords::Note(note), at).await,
            Err(why) => Ok(Err(why)),
        }
    }

    async fn act(&mut self, tx: &mut Tx, commands: Vec<Command>, at: Moment) -> store::Result<Told<()>> {
        self.happen(tx, commands, NewWords::None, at).await
    }

    async fn happen(&mut self, tx: &mut Tx, commands: Vec<Command>, words: NewWords, at: Moment) -> store::Result<Told<()>> {
        let at = at.min(self.world.now);
        let changed = change(tx, self.world.organisation, self.record.clone(), commands, words, at).await?;
        Ok(said(changed).map(|outcome| self.record = outcome.record))
    }
}

/// Nobody was so busy in the demo's past that a chat had to wait for a place.
fn free_slots() -> Slots {
    Slots::new(SLOTS_LIMIT, Vec::new(), 0)
}
