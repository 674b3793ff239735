//! The desk behind a simulation: real rows in a real database, changed only by what changes them in a served desk. All
//! of it happens in one unit of work that is rolled back, so a simulation leaves nothing behind.

use desk::availability::Presence;
use desk::case::{Author, Channel, Command, Starting, TakenBackReason, open};
use desk::id::{AgentId, CaseId, ClientId, ContactId, CustomerId, MessageId, OrganisationId, SkillId};
use desk::language::Language;
use desk::may::Role;
use desk::moment::{Moment, Span};
use desk::routing::{Demand, Level};
use server::carry_out::{NewMessage, NewWords, Planner, begin, change};
use server::cases::taking;
use server::ingest;
use store::agents::Agent;
use store::clients::{Client, Launch, OpenSlot};
use store::organisations::Organisation;
use store::skills::Skill;
use store::{Failure, Tx, agents, cases, clients, customers, organisations, skills};
use uuid::Uuid;

use super::scenario::Time;

/// When every simulation begins: 2026-01-05, a Monday, 08:00 in Helsinki.
const BEGINNING: Moment = Moment::from_micros(1_767_592_800_000_000);

/// A desk with one client.
pub struct Claims {
    organisation: OrganisationId,
    client: ClientId,
    last_id: u128,
}

/// A case of the desk.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// Which.
    pub case: CaseId,
    /// Its contact.
    pub contact: ContactId,
}

/// What an agent knows.
pub struct Knowing {
    /// How well they speak what.
    pub languages: Vec<(Language, Level)>,
    /// Which skills they have.
    pub skills: Vec<SkillId>,
}

/// When a time of the scenario is.
pub fn moment(at: Time) -> Moment {
    BEGINNING.plus(at.span())
}

impl Claims {
    /// A new desk.
    pub async fn begin(tx: &mut Tx) -> store::Result<Self> {
        let mut claims = Self { organisation: OrganisationId(Uuid::nil()), client: ClientId(Uuid::nil()), last_id: 0 };
        claims.organisation = OrganisationId(claims.new_id());
        claims.client = ClientId(claims.new_id());
        let organisation =
            Organisation { organisation_id: claims.organisation, name: "Simulation".into(), epoch: "1".into(), created_at: BEGINNING };
        organisations::add(tx, &organisation).await?;
        clients::add(tx, claims.organisation, &new_client(claims.client)).await?;
        Ok(claims)
    }

    /// The client that everybody asks.
    pub const fn client(&self) -> ClientId {
        self.client
    }

    fn new_id(&mut self) -> Uuid {
        self.last_id += 1;
        Uuid::from_u128(self.last_id)
    }

    /// The skill of this name, which is there from then on.
    pub async fn skill(&mut self, tx: &mut Tx, name: &str) -> store::Result<SkillId> {
        if let Some(known) = skills::by_name(tx, self.organisation, name).await? {
            return Ok(known.skill_id);
        }
        let new = Skill { skill_id: SkillId(self.new_id()), name: name.to_owned() };
        skills::add(tx, self.organisation, &new, BEGINNING).await?;
        Ok(new.skill_id)
    }

    /// A new agent.
    pub async fn agent(&mut self, tx: &mut Tx, name: &str, slots: i64, knowing: Knowing) -> store::Result<AgentId> {
        let agent = new_agent(AgentId(self.new_id()), name, slots, knowing);
        agents::add(tx, self.organisation, &agent).await?;
        Ok(agent.agent_id)
    }

    /// An agent has another number of slots from now on.
    pub async fn slots(&self, tx: &mut Tx, agent: AgentId, slots: i64) -> store::Result<()> {
        let found = agents::load(tx, self.organisation, agent).await?.ok_or(Failure::Corrupt)?;
        agents::change(tx, self.organisation, &Agent { slots, ..found }).await
    }

    /// A visitor asks something.
    pub async fn arrives(&mut self, tx: &mut Tx, language: Language, demand: Demand, at: Time) -> store::Result<Known> {
        let (organisation, at) = (self.organisation, moment(at));
        let id = CustomerId(self.new_id());
        let customer =
            customers::NewCustomer { id, client: self.client, name: None, email: None, secret_hash: None, created_at: at, person: None };
        customers::insert(tx, organisation, &customer).await?;
        let brief = customers::brief(tx, organisation, id).await?.ok_or(Failure::Corrupt)?;
        let number = cases::next_number(tx, organisation).await?;
        let known = Known { case: CaseId(self.new_id()), contact: ContactId(self.new_id()) };
        let starting = Starting {
            contact: known.contact,
            channel: Channel::Chat,
            language,
            demand,
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
        let message = MessageId(self.new_id());
        let words = ingest::message("Hei", 0).map_err(|refused| Failure::Broken(refused.code().into()))?;
        let said = NewMessage { id: message, words, files: Vec::new(), by: Author::Customer };
        let events = open(self.client, id, number, starting, message);
        let begun = begin(tx, organisation, known.case, brief, events, NewWords::Message(said), at).await?;
        begun.map(|_| known).map_err(|refused| Failure::Broken(refused.code().into()))
    }

    /// An agent takes a contact: the very claim of a served desk. False when the rules say no.
    pub async fn claim(&self, tx: &mut Tx, known: Known, by: AgentId, at: Time) -> store::Result<bool> {
        let record = cases::load_to_change(tx, self.organisation, known.case).await?.ok_or(Failure::Corrupt)?;
        let Ok((commands, words)) = taking(by).plan(tx, self.organisation, &record).await? else {
            return Ok(false);
        };
        Ok(change(tx, self.organisation, record, commands, words, moment(at)).await?.is_ok())
    }

    /// A contact is done.
    pub async fn ends(&self, tx: &mut Tx, known: Known, by: AgentId, at: Time) -> store::Result<()> {
        self.change(tx, known, Command::End { by }, at).await
    }

    /// A contact goes back to the queue from an agent who is gone.
    pub async fn take_back(&self, tx: &mut Tx, known: Known, from: AgentId, at: Time) -> store::Result<()> {
        self.change(tx, known, Command::TakeBack { from, reason: TakenBackReason::AgentGone }, at).await
    }

    /// A visitor leaves the queue.
    pub async fn leaves(&self, tx: &mut Tx, known: Known, at: Time) -> store::Result<()> {
        self.change(tx, known, Command::Leave { contact: known.contact }, at).await
    }

    async fn change(&self, tx: &mut Tx, known: Known, command: Command, at: Time) -> store::Result<()> {
        let record = cases::load_to_change(tx, self.organisation, known.case).await?.ok_or(Failure::Corrupt)?;
        let changed = change(tx, self.organisation, record, vec![command], NewWords::None, moment(at)).await?;
        changed.map(drop).map_err(|refused| Failure::Broken(refused.code().into()))
    }
}

fn new_client(client_id: ClientId) -> Client {
    Client {
        client_id,
        widget_id: "simulation".into(),
        name: "Simulation".into(),
        desk_name: None,
        languages: Language::ALL.to_vec(),
        colour: None,
        time_zone: "Europe/Helsinki".into(),
        week: vec![vec![OpenSlot { from_minute: 0, to_minute: 1_440 }]; 7],
        exceptions: Vec::new(),
        holidays: None,
        closed_by_hand: false,
        when_closed: desk::availability::WhenClosed::Message,
        queue_ceiling: 500,
        opening_target: None,
        ease: None,
        call_back: None,
        answer_target_s: 60,
        silence_min: 1_440,
        thanks_grace_min: 0,
        websites: Vec::new(),
        greeting_fi: String::new(),
        greeting_sv: String::new(),
        greeting_en: String::new(),
        speech: store::speech::Speech::default(),
        created_at: BEGINNING,
        launch: Launch::live(BEGINNING),
    }
}

fn new_agent(agent_id: AgentId, name: &str, slots: i64, knowing: Knowing) -> Agent {
    Agent {
        agent_id,
        name: name.to_owned(),
        first_name: name.to_owned(),
        email: format!("{agent_id}@simulation.invalid"),
        password_hash: None,
        role: Role::Agent,
        slots,
        may_exceed: false,
        languages: knowing.languages,
        skills: knowing.skills,
        active: true,
        language: Language::Fi,
        sound: false,
        notifications: false,
        shortcuts: false,
        presence: Presence::Present,
        away_because: None,
        presence_since: BEGINNING,
        seen_at: BEGINNING,
        created_at: BEGINNING,
    }
}
