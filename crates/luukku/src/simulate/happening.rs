//! What can happen in a simulation, and what follows from it.

use desk::availability::Presence;
use desk::case::{OfferEnd, OfferedAgent, offer_end};
use desk::routing::Demand;
use store::Tx;

use super::claims::moment;
use super::play::{Play, Stands, lost};
use super::scenario::Time;
use super::trace::Told;

/// Something that happens. Agents and contacts by their places.
#[derive(Clone, Copy, Debug)]
pub enum Happening {
    /// A contact is done.
    Ends { contact: usize, changes: u64 },
    /// A stretch of work begins.
    Comes { agent: usize, stretch: usize },
    /// Somebody gives an agent another number of slots.
    Slots { agent: usize, value: i64 },
    /// A stretch of work ends, or its agent is found gone.
    Goes { agent: usize, stretch: usize },
    /// An agent does not see their screen any more.
    Lost { agent: usize },
    /// Nobody has taken an offer.
    Lapses { contact: usize, changes: u64 },
    /// An agent who was paused is back.
    ComesBack { agent: usize, stretch: usize },
    /// A visitor asks.
    Arrives { contact: usize },
    /// A visitor has waited long enough.
    GivesUp { contact: usize, queued: u64 },
    /// An agent tries to take a contact by hand.
    Tries { agent: usize, contact: usize },
    /// The common list is looked at.
    Looks,
}

/// What of one moment comes first.
pub type Rank = u8;

impl Happening {
    /// Slots become free before others are claimed, and who comes is there before who goes.
    pub const fn rank(self) -> Rank {
        match self {
            Self::Ends { .. } => 0,
            Self::Comes { .. } => 1,
            Self::Slots { .. } => 2,
            Self::Goes { .. } => 3,
            Self::Lost { .. } => 4,
            Self::Lapses { .. } => 5,
            Self::ComesBack { .. } => 6,
            Self::Arrives { .. } => 7,
            Self::GivesUp { .. } => 8,
            Self::Tries { .. } => 9,
            Self::Looks => 10,
        }
    }
}

impl Play {
    pub(super) async fn happen(&mut self, tx: &mut Tx, happening: Happening) -> store::Result<()> {
        match happening {
            Happening::Ends { contact, changes } => self.ends(tx, contact, changes).await,
            Happening::Comes { agent, stretch } => self.comes(tx, agent, stretch).await,
            Happening::Slots { agent, value } => self.slots(tx, agent, value).await,
            Happening::Goes { agent, stretch } if self.person(agent)?.stretch == Some(stretch) => self.goes(tx, agent).await,
            Happening::Goes { .. } | Happening::Looks => Ok(()),
            Happening::Lost { agent } => {
                self.person(agent)?.hears = false;
                Ok(())
            }
            Happening::Lapses { contact, changes } => self.lapses(contact, changes),
            Happening::ComesBack { agent, stretch } => self.comes_back(agent, stretch),
            Happening::Arrives { contact } => self.arrives(tx, contact).await,
            Happening::GivesUp { contact, queued } => self.gives_up(tx, contact, queued).await,
            Happening::Tries { agent, contact } => self.tries(tx, contact, agent).await,
        }
    }

    async fn arrives(&mut self, tx: &mut Tx, contact: usize) -> store::Result<()> {
        let waiting = &self.contact(contact)?.waiting;
        let (language, priority) = (waiting.needs.language, waiting.priority);
        let demand = Demand { level: waiting.needs.level, skill: waiting.needs.skill, priority };
        let known = self.claims.arrives(tx, language, demand, self.now).await?;
        let asked = self.contact(contact)?;
        (asked.waiting.contact, asked.known) = (known.contact, Some(known));
        self.tell(Told::Arrived, Some(contact), None);
        self.queue(contact)
    }

    /// The contact comes into the queue; from now on the visitor's patience is counted.
    fn queue(&mut self, contact: usize) -> store::Result<()> {
        self.stand(contact, Stands::Waiting)?;
        let usual = self.settings.abandon_s;
        let asked = self.contact(contact)?;
        asked.queued += 1;
        asked.left_by.clear();
        let (queued, patience) = (asked.queued, asked.says.patience_s.or(usual));
        if let Some(patience) = patience {
            let then = self.after(patience);
            self.plan(then, Happening::GivesUp { contact, queued });
        }
        Ok(())
    }

    async fn gives_up(&mut self, tx: &mut Tx, contact: usize, queued: u64) -> store::Result<()> {
        let asked = self.contact(contact)?;
        let is_in_queue = matches!(asked.stands, Stands::Waiting | Stands::Offered(_));
        if asked.queued != queued || !is_in_queue {
            return Ok(());
        }
        self.leaves(tx, contact, Told::Abandoned).await
    }

    /// The visitor is not in the queue any more.
    pub(super) async fn leaves(&mut self, tx: &mut Tx, contact: usize, why: Told) -> store::Result<()> {
        let known = self.contact(contact)?.known.ok_or_else(lost)?;
        self.claims.leaves(tx, known, self.now).await?;
        self.stand(contact, Stands::Over)?;
        self.tell(why, Some(contact), None);
        Ok(())
    }

    async fn ends(&mut self, tx: &mut Tx, contact: usize, changes: u64) -> store::Result<()> {
        let asked = self.contact(contact)?;
        let (Stands::Held(agent), Some(known), true) = (asked.stands, asked.known, asked.changes == changes) else {
            return Ok(());
        };
        // Who does not see the screen finishes nothing: the chat is taken back when they are found gone.
        if !self.person(agent)?.hears {
            return Ok(());
        }
        let by = self.agent(agent)?.agent;
        self.claims.ends(tx, known, by, self.now).await?;
        self.stand(contact, Stands::Over)?;
        self.agent(agent)?.idle_since = moment(self.now);
        self.tell(Told::Ended, Some(contact), Some(agent));
        Ok(())
    }

    async fn comes(&mut self, tx: &mut Tx, agent: usize, stretch: usize) -> store::Result<()> {
        if !self.person(agent)?.hears {
            self.goes(tx, agent).await?;
        }
        let person = self.person(agent)?;
        (person.hears, person.stretch) = (true, Some(stretch));
        self.is_present(agent)
    }

    fn comes_back(&mut self, agent: usize, stretch: usize) -> store::Result<()> {
        let person = self.person(agent)?;
        if !person.hears || person.stretch != Some(stretch) { Ok(()) } else { self.is_present(agent) }
    }

    fn is_present(&mut self, agent: usize) -> store::Result<()> {
        let since = moment(self.now);
        let now = self.agent(agent)?;
        if now.presence != Presence::Present {
            (now.presence, now.idle_since) = (Presence::Present, since);
            self.tell(Told::Present, None, Some(agent));
        }
        Ok(())
    }

    fn is_absent(&mut self, agent: usize, presence: Presence) -> store::Result<()> {
        let before = std::mem::replace(&mut self.agent(agent)?.presence, presence);
        if before == Presence::Present {
            self.tell(Told::Absent, None, Some(agent));
        }
        Ok(())
    }

    /// An agent is gone: what they were offered goes on, what they held goes back with its waiting time kept.
    async fn goes(&mut self, tx: &mut Tx, agent: usize) -> store::Result<()> {
        self.person(agent)?.stretch = None;
        self.is_absent(agent, Presence::Gone)?;
        self.withdraw(agent)?;
        let from = self.agent(agent)?.agent;
        for contact in 0..self.contacts.len() {
            let asked = self.contact(contact)?;
            if let (Stands::Held(holder), Some(known)) = (asked.stands, asked.known)
                && holder == agent
            {
                self.claims.take_back(tx, known, from, self.now).await?;
                self.tell(Told::TakenBack, Some(contact), Some(agent));
                self.queue(contact)?;
            }
        }
        Ok(())
    }

    /// Takes every offer back that an agent who is not there has not answered.
    fn withdraw(&mut self, agent: usize) -> store::Result<()> {
        for contact in 0..self.contacts.len() {
            if self.contact(contact)?.stands == Stands::Offered(agent) {
                self.offer_is_over(contact, agent, false)?;
            }
        }
        Ok(())
    }

    /// The contact waits again; whoever let its offer pass is asked last for it.
    fn offer_is_over(&mut self, contact: usize, agent: usize, is_present: bool) -> store::Result<()> {
        let (who, now) = (self.agent(agent)?.agent, moment(self.now));
        let asked = self.contact(contact)?;
        let offer = asked.offer.ok_or_else(lost)?;
        let offered = OfferedAgent { can_take: is_present, is_present, desk_runs_since: moment(Time(0)) };
        if offer_end(offer, offered, now) == Some(OfferEnd::LetPass) {
            asked.waiting.passed_by.push(who);
        }
        self.stand(contact, Stands::Waiting)?;
        self.tell(Told::TakenBack, Some(contact), Some(agent));
        Ok(())
    }

    /// Nobody has taken the offer: it goes on to another, and who let it pass is paused.
    fn lapses(&mut self, contact: usize, changes: u64) -> store::Result<()> {
        let asked = self.contact(contact)?;
        let (Stands::Offered(agent), true) = (asked.stands, asked.changes == changes) else {
            return Ok(());
        };
        self.offer_is_over(contact, agent, true)?;
        self.is_absent(agent, Presence::Away)?;
        self.withdraw(agent)?;
        let person = self.person(agent)?;
        if let (true, Some(stretch)) = (person.hears && person.willing > 0.0, person.stretch) {
            // They read that they were paused, and press the button.
            let then: Time = self.after(self.settings.offer_s);
            self.plan(then, Happening::ComesBack { agent, stretch });
        }
        Ok(())
    }

    async fn slots(&mut self, tx: &mut Tx, agent: usize, value: i64) -> store::Result<()> {
        let now = self.agent(agent)?;
        now.capacity = value * desk::routing::CHAT_WEIGHT;
        let who = now.agent;
        self.claims.slots(tx, who, value).await?;
        self.tell_slots(agent, value);
        Ok(())
    }
}
