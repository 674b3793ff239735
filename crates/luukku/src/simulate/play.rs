//! Plays a scenario: the clock goes from one happening to the next, the rules of [`desk::routing`] decide, and what they
//! decide is claimed in the desk's database.

use std::collections::{BTreeMap, HashMap};

use desk::availability::Presence;
use desk::case::Offer;
use desk::id::{AgentId, ContactId, TeamId};
use desk::moment::Span;
use desk::routing::{AgentNow, CHAT_WEIGHT, Mode, Needs, Offers, Serving, Waiting, choose, in_order, is_unattended, may_take};
use store::{Failure, Tx};

use super::claims::{Claims, Knowing, Known, moment};
use super::happening::{Happening, Rank};
use super::scenario::{Agent, Contact, Scenario, Settings, Time, What, language};
use super::trace::{Line, Told};

/// The simulation at one moment.
pub struct Play {
    pub(super) settings: Settings,
    pub(super) claims: Claims,
    /// What the rules know of each agent.
    pub(super) agents: Vec<AgentNow>,
    /// What else there is to each of them, in the same places.
    pub(super) people: Vec<Person>,
    pub(super) contacts: Vec<Asked>,
    agenda: BTreeMap<(Time, Rank, u64), Happening>,
    entries: u64,
    pub(super) now: Time,
    trace: Vec<Line>,
    chance: u64,
}

/// An agent as a person.
pub(super) struct Person {
    pub(super) name: String,
    /// How likely they take what is offered.
    pub(super) willing: f64,
    /// Whether they still see their screen.
    pub(super) hears: bool,
    /// Which of their stretches of work this is.
    pub(super) stretch: Option<usize>,
}

/// A contact with where it stands.
pub(super) struct Asked {
    pub(super) says: Contact,
    pub(super) waiting: Waiting,
    pub(super) stands: Stands,
    /// The latest offer of it.
    pub(super) offer: Option<Offer>,
    pub(super) known: Option<Known>,
    /// Counts every change of where it stands, so that what was planned before is known to be over.
    pub(super) changes: u64,
    /// The same for the times when it came into the queue.
    pub(super) queued: u64,
    /// Since when it stands although somebody could have it.
    pub(super) idle_since: Option<Time>,
    /// Who has looked at it in the common list and left it there.
    pub(super) left_by: Vec<usize>,
}

/// Where a contact stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    NotYet,
    Waiting,
    Offered(usize),
    Held(usize),
    Over,
}

impl Play {
    /// Everything is ready, and nothing has happened.
    pub async fn begin(tx: &mut Tx, scenario: Scenario) -> store::Result<Self> {
        let claims = Claims::begin(tx).await?;
        let mut play = Self {
            settings: scenario.settings,
            claims,
            agents: Vec::new(),
            people: Vec::new(),
            contacts: Vec::new(),
            agenda: BTreeMap::new(),
            entries: 0,
            now: Time(0),
            trace: Vec::new(),
            chance: 0,
        };
        let (mut agent_at, mut contact_at) = (HashMap::new(), HashMap::new());
        for agent in scenario.agents {
            agent_at.insert(agent.id.clone(), play.agents.len());
            play.add_agent(tx, agent).await?;
        }
        for contact in scenario.contacts {
            contact_at.insert(contact.id.clone(), play.contacts.len());
            play.add_contact(tx, contact).await?;
        }
        for event in scenario.events {
            let Some(agent) = agent_at.get(&event.agent).copied() else { continue };
            let contact = event.contact.as_ref().and_then(|contact| contact_at.get(contact).copied());
            match (event.what, contact, event.value) {
                (What::TriesToTake, Some(contact), _) => play.plan(event.at, Happening::Tries { agent, contact }),
                (What::SlotsSet, _, Some(value)) => play.plan(event.at, Happening::Slots { agent, value }),
                (What::TriesToTake, None, _) | (What::SlotsSet, _, None) => {}
            }
        }
        Ok(play)
    }

    /// Plays to the end and answers what happened.
    pub async fn play_out(mut self, tx: &mut Tx) -> store::Result<Vec<Line>> {
        while let Some(((at, _, _), happening)) = self.agenda.pop_first() {
            self.now = at;
            self.happen(tx, happening).await?;
            // Who is free, there and asked for is known when everything of this moment has happened.
            let is_last = self.agenda.first_key_value().is_none_or(|((next, _, _), _)| *next != at);
            if is_last {
                self.route(tx).await?;
            }
        }
        Ok(self.trace)
    }

    async fn add_agent(&mut self, tx: &mut Tx, says: Agent) -> store::Result<()> {
        let place = self.agents.len();
        let languages: Vec<_> = says.languages.iter().filter_map(|(code, level)| Some((language(code)?, *level))).collect();
        let mut skills = Vec::new();
        for name in &says.skills {
            skills.push(self.claims.skill(tx, name).await?);
        }
        let knowing = Knowing { languages: languages.clone(), skills: skills.clone() };
        let id = self.claims.agent(tx, &says.id, says.slots, knowing).await?;
        // How a scenario is played decides when something is offered; the rules only say to whom.
        let offers = Offers { after: Span::seconds(0), within: self.settings.offer_s.span() };
        self.agents.push(AgentNow {
            agent: id,
            serves: vec![Serving { client: Some(self.claims.client()), team: TeamId(uuid::Uuid::nil()), offers: Some(offers) }],
            languages,
            skills,
            presence: Presence::Gone,
            capacity: says.slots * CHAT_WEIGHT,
            load: 0,
            idle_since: moment(Time(0)),
        });
        let willing = says.accept_prob.unwrap_or(if says.accepts == Some(false) { 0.0 } else { 1.0 });
        self.people.push(Person { name: says.id, willing, hears: true, stretch: None });
        for (stretch, (from, to)) in says.present.into_iter().enumerate() {
            self.plan(from, Happening::Comes { agent: place, stretch });
            self.plan(to, Happening::Goes { agent: place, stretch });
            if let Some(lost) = says.last_seen.filter(|lost| from <= *lost && *lost < to) {
                self.plan(lost, Happening::Lost { agent: place });
                let found_out = Time(lost.0 + self.settings.presence_s.0);
                self.plan(found_out, Happening::Goes { agent: place, stretch });
            }
        }
        Ok(())
    }

    async fn add_contact(&mut self, tx: &mut Tx, says: Contact) -> store::Result<()> {
        let skill = match &says.skill {
            Some(name) => Some(self.claims.skill(tx, name).await?),
            None => None,
        };
        let needs = Needs {
            client: self.claims.client(),
            team: None,
            also: Vec::new(),
            language: language(&says.language).unwrap_or(desk::language::Language::Fi),
            level: says.min_level.unwrap_or(1),
            skill,
            weight: CHAT_WEIGHT,
        };
        let contact = self.contacts.len();
        self.plan(says.at, Happening::Arrives { contact });
        let waiting = Waiting {
            contact: ContactId(uuid::Uuid::nil()),
            priority: says.priority,
            arrived_at: moment(says.at),
            needs,
            passed_by: Vec::new(),
            last_with: None,
        };
        let stands = Stands::NotYet;
        self.contacts.push(Asked {
            says,
            waiting,
            stands,
            offer: None,
            known: None,
            changes: 0,
            queued: 0,
            idle_since: None,
            left_by: Vec::new(),
        });
        Ok(())
    }

    pub(super) fn plan(&mut self, at: Time, happening: Happening) {
        self.entries += 1;
        self.agenda.insert((at, happening.rank(), self.entries), happening);
    }

    pub(super) fn after(&self, span: Time) -> Time {
        Time(self.now.0.saturating_add(span.0))
    }

    /// Whether somebody does what they do with this likelihood: the same throws in every simulation.
    pub(super) fn throw(&mut self, likelihood: f64) -> bool {
        self.chance = self.chance.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.chance;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let share = f64::from(u32::try_from((mixed ^ (mixed >> 31)) >> 32).unwrap_or(u32::MAX)) / (f64::from(u32::MAX) + 1.0);
        share < likelihood
    }

    pub(super) fn tell(&mut self, e: Told, contact: Option<usize>, agent: Option<usize>) {
        let contact = contact.and_then(|place| Some(self.contacts.get(place)?.says.id.clone()));
        let agent = agent.and_then(|place| Some(self.people.get(place)?.name.clone()));
        self.trace.push(Line { t: self.now, e, contact, agent, value: None });
    }

    pub(super) fn tell_slots(&mut self, agent: usize, value: i64) {
        self.tell(Told::Slots, None, Some(agent));
        if let Some(line) = self.trace.last_mut() {
            line.value = Some(value);
        }
    }

    pub(super) fn contact(&mut self, place: usize) -> store::Result<&mut Asked> {
        self.contacts.get_mut(place).ok_or_else(lost)
    }

    pub(super) fn agent(&mut self, place: usize) -> store::Result<&mut AgentNow> {
        self.agents.get_mut(place).ok_or_else(lost)
    }

    pub(super) fn person(&mut self, place: usize) -> store::Result<&mut Person> {
        self.people.get_mut(place).ok_or_else(lost)
    }

    /// Looks at everybody who waits, the next one first.
    async fn route(&mut self, tx: &mut Tx) -> store::Result<()> {
        let places: HashMap<ContactId, usize> = self.contacts.iter().enumerate().map(|(place, one)| (one.waiting.contact, place)).collect();
        let waiting = self.contacts.iter().filter(|one| one.stands == Stands::Waiting).map(|one| &one.waiting);
        let order: Vec<usize> = in_order(waiting).iter().filter_map(|one| places.get(&one.contact).copied()).collect();
        for contact in order {
            let Some(asked) = self.contacts.get(contact) else { continue };
            if is_unattended(&asked.waiting, &self.agents) {
                self.leaves(tx, contact, Told::ToForm).await?;
                continue;
            }
            match self.settings.mode {
                Mode::Push => {
                    if let Some(agent) = choose(&asked.waiting, &self.agents, moment(self.now)).chosen {
                        self.offer(tx, contact, agent).await?;
                    }
                }
                Mode::Pull => self.pull(tx, contact).await?,
            }
        }
        Ok(())
    }

    /// Somebody may take the contact from the common list; what stands there too long is offered.
    async fn pull(&mut self, tx: &mut Tx, contact: usize) -> store::Result<()> {
        while let Some(agent) = self.who_looks(contact) {
            let willing = self.person(agent)?.willing;
            if self.throw(willing) {
                return self.take(tx, contact, agent).await;
            }
            self.contact(contact)?.left_by.push(agent);
        }
        let (now, idle) = (self.now, self.settings.idle_s);
        let Some(asked) = self.contacts.get(contact) else { return Ok(()) };
        let chosen = choose(&asked.waiting, &self.agents, moment(self.now)).chosen;
        let since = asked.idle_since.filter(|_| chosen.is_some());
        self.contact(contact)?.idle_since = chosen.map(|_| since.unwrap_or(now));
        match (chosen, since) {
            (Some(agent), Some(since)) if now.0 - since.0 >= idle.0 => self.offer(tx, contact, agent).await,
            (Some(agent), None) if idle.0 == 0 => self.offer(tx, contact, agent).await,
            (Some(_), None) => {
                let then = self.after(idle);
                self.plan(then, Happening::Looks);
                Ok(())
            }
            (Some(_), Some(_)) | (None, _) => Ok(()),
        }
    }

    /// Who would look at the contact next: somebody who may have it and has not left it in the list.
    fn who_looks(&self, contact: usize) -> Option<usize> {
        let asked = self.contacts.get(contact)?;
        let looks = |place: &usize| {
            let person = self.people.get(*place);
            person.is_some_and(|person| person.hears && person.willing > 0.0) && !asked.left_by.contains(place)
        };
        let looking: Vec<AgentNow> = (0..self.agents.len()).filter(looks).filter_map(|place| self.agents.get(place).cloned()).collect();
        self.place_of(choose(&asked.waiting, &looking, moment(self.now)).chosen?)
    }

    fn place_of(&self, agent: AgentId) -> Option<usize> {
        self.agents.iter().position(|one| one.agent == agent)
    }

    async fn offer(&mut self, tx: &mut Tx, contact: usize, to: AgentId) -> store::Result<()> {
        let agent = self.place_of(to).ok_or_else(lost)?;
        let (at, until) = (moment(self.now), moment(self.after(self.settings.offer_s)));
        self.contact(contact)?.offer = Some(Offer { to, at, until });
        let changes = self.stand(contact, Stands::Offered(agent))?;
        self.tell(Told::Offered, Some(contact), Some(agent));
        let (hears, willing) = (self.person(agent)?.hears, self.person(agent)?.willing);
        if hears && self.throw(willing) {
            return self.take(tx, contact, agent).await;
        }
        let then = self.after(self.settings.offer_s);
        self.plan(then, Happening::Lapses { contact, changes });
        Ok(())
    }

    /// Somebody tries to take a contact by hand.
    pub(super) async fn tries(&mut self, tx: &mut Tx, contact: usize, agent: usize) -> store::Result<()> {
        let (Some(asked), Some(now), Some(person)) = (self.contacts.get(contact), self.agents.get(agent), self.people.get(agent)) else {
            return Err(lost());
        };
        let offered_to = match asked.stands {
            Stands::Waiting => None,
            Stands::Offered(to) => self.agents.get(to).map(|agent| agent.agent),
            Stands::NotYet | Stands::Held(_) | Stands::Over => {
                self.tell(Told::Refused, Some(contact), Some(agent));
                return Ok(());
            }
        };
        if person.hears && may_take(now, &asked.waiting.needs, offered_to).is_ok() {
            return self.take(tx, contact, agent).await;
        }
        self.tell(Told::Refused, Some(contact), Some(agent));
        Ok(())
    }

    /// The claim itself; the database has the last word.
    async fn take(&mut self, tx: &mut Tx, contact: usize, agent: usize) -> store::Result<()> {
        let known = self.contact(contact)?.known.ok_or_else(lost)?;
        let by = self.agent(agent)?.agent;
        if !self.claims.claim(tx, known, by, self.now).await? {
            self.tell(Told::Refused, Some(contact), Some(agent));
            return self.stand(contact, Stands::Waiting).map(drop);
        }
        let changes = self.stand(contact, Stands::Held(agent))?;
        let (now, handling) = (self.now, self.contact(contact)?.says.handling_s);
        self.agent(agent)?.idle_since = moment(now);
        self.tell(Told::Accepted, Some(contact), Some(agent));
        let then = self.after(handling);
        self.plan(then, Happening::Ends { contact, changes });
        Ok(())
    }

    /// The contact stands elsewhere from now on, and agents are loaded accordingly.
    pub(super) fn stand(&mut self, contact: usize, stands: Stands) -> store::Result<u64> {
        let asked = self.contact(contact)?;
        let (before, weight) = (std::mem::replace(&mut asked.stands, stands), asked.waiting.needs.weight);
        asked.changes += 1;
        asked.idle_since = None;
        let changes = asked.changes;
        if let Stands::Offered(agent) | Stands::Held(agent) = before {
            self.agent(agent)?.load -= weight;
        }
        if let Stands::Offered(agent) | Stands::Held(agent) = stands {
            self.agent(agent)?.load += weight;
        }
        Ok(changes)
    }
}

/// A place that is no place: cannot happen, and is said all the same.
pub(super) fn lost() -> Failure {
    Failure::Broken("the simulation has lost its place".into())
}
