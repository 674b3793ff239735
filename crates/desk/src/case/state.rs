//! What a case and its newest contact are.

use super::referring::Referral;
use super::slots::ExceedReason;
use crate::id::{AgentId, ClientId, ContactId, CustomerId, LabelId, TeamId};
use crate::language::Language;
use crate::moment::{Moment, Span};
use crate::routing::Demand;
use crate::triage::Triage;

/// Where a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseState {
    /// Nobody has answered yet.
    New,
    /// The desk works on it.
    Open,
    /// The customer's turn, by an agent's word.
    WaitingForCustomer,
    /// Somebody outside the desk has to act.
    WaitingForOthers,
    /// Solved; opens again when the customer writes.
    Solved,
    /// Over for good: a new message opens a new case.
    Closed,
}

/// Through what a contact came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// A live chat.
    Chat,
    /// A message that was left while the chat was closed.
    Message,
    /// A telephone call that the customer has asked for.
    CallBack,
}

/// For so long who solved a case can take it back, and with it the contact that ended by that.
pub const UNDO_WITHIN: Span = Span::seconds(60);

/// Where a contact stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactState {
    /// In the queue.
    Waiting,
    /// An agent has it.
    Taken,
    /// Laid aside by an agent until a promised time: it holds no slot, and whoever has room takes it up again.
    Parked,
    /// Over.
    Ended,
}

/// Who ended a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndedBy {
    /// The customer.
    Customer,
    /// An agent.
    Agent,
    /// Nobody wrote for as long as the client allows.
    Silence,
    /// The customer asked to be called instead: the case goes on in a contact of its own for that.
    CallBack,
}

/// Why a contact went back to the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenBackReason {
    /// The agent had been silent for [`crate::availability::GONE_AFTER`].
    AgentGone,
    /// The agent was shut out, or only looks now.
    NoLongerAnswers,
    /// Somebody gave it back: the agent, or who supervises.
    GivenBack,
    /// It was parked, and the customer wrote.
    CustomerWrote,
}

/// A waiting contact that one agent has to themselves for some seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// To whom.
    pub to: AgentId,
    /// When it was made.
    pub at: Moment,
    /// Until when they have it to themselves.
    pub until: Moment,
}

/// What the customer has been promised: that somebody comes back, or calls, by then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Who; none when the desk has, and whoever takes the call keeps it.
    pub by: Option<AgentId>,
    /// From when on, when a time was chosen: not to be called before.
    pub from: Option<Moment>,
    /// By when.
    pub until: Moment,
    /// Whether the time has passed without an answer.
    pub is_broken: bool,
}

/// The one thing to get solved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Whose customer asks.
    pub client: ClientId,
    /// Who asks.
    pub customer: CustomerId,
    /// What people call it; counted per organisation.
    pub number: i64,
    /// Where it stands.
    pub state: CaseState,
    /// Who answers for it.
    pub owner: Option<AgentId>,
    /// The team it was last given to.
    pub team: Option<TeamId>,
    /// One line about it, written by an agent.
    pub subject: Option<String>,
    /// What it is about, when somebody has said so.
    pub category: Option<LabelId>,
    /// What it is found by, in the order in which they were put on.
    pub tags: Vec<LabelId>,
    /// Who came to the customer last, since they were first answered by a person.
    pub with: Option<AgentId>,
    /// How often that was another person than before.
    pub handovers: i64,
    /// What the customer was promised and has not got yet.
    pub promise: Option<Promise>,
    /// Where the customer was sent, while the case is solved by that.
    pub referral: Option<Referral>,
    /// When it was solved, while it is.
    pub solved_at: Option<Moment>,
    /// Its newest contact; the earlier ones are over.
    pub contact: Contact,
}

/// One encounter inside a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Which.
    pub id: ContactId,
    /// Through what.
    pub channel: Channel,
    /// Where it stands.
    pub state: ContactState,
    /// In which language.
    pub language: Language,
    /// What else it needs of whoever takes it.
    pub demand: Demand,
    /// The rule that said so when it began, by the name that it had.
    pub by_rule: Option<String>,
    /// Who had answered this customer last when it began, not long before: they are offered it first.
    pub last_with: Option<AgentId>,
    /// When it began.
    pub started_at: Moment,
    /// Since when it waits in the queue. Kept over a take-back, which puts it at the front again.
    pub waiting_since: Moment,
    /// Who has it, or has parked or ended it.
    pub held_by: Option<AgentId>,
    /// In which of the holder's luukut (1–8).
    pub luukku: Option<i64>,
    /// The team that it was handed to: while it waits, it waits for them only. Kept while one of them has it, so that it
    /// comes back to them.
    pub for_team: Option<TeamId>,
    /// The teams to which it has overflowed while it waits: they may take it as well.
    pub also_for: Vec<TeamId>,
    /// To whom it is offered, while it waits.
    pub offer: Option<Offer>,
    /// Who has let an offer of it pass, or has given it back: they are asked last. Nobody once it is taken.
    pub passed_by: Vec<AgentId>,
    /// How urgent it is and how it is best handled, when somebody has said so; the demand's priority follows.
    pub triage: Option<Triage>,
    /// When somebody said so for the first time.
    pub triaged_at: Option<Moment>,
    /// Why somebody took it although their slots were full; the last time that somebody did.
    pub exceeds: Option<ExceedReason>,
    /// The call that the customer has asked for, where it is for one.
    pub call: Option<Call>,
    /// How often the customer was called and not reached.
    pub tries: i64,
    /// When it was last taken from the queue; a transfer to a person takes nothing from it.
    pub taken_at: Option<Moment>,
    /// How soon the first human answer is promised.
    pub answer_target: Span,
    /// When the first **human** public answer came. Automatic words and notes never set it.
    pub answered_at: Option<Moment>,
    /// The answer clock: since when the customer waits for a human's words. None: the customer's turn.
    pub customer_waits_since: Option<Moment>,
    /// When the newest wait for a human's words was found to be longer than the answer target; none while it was not.
    pub target_missed_at: Option<Moment>,
    /// Since when it is whoever's turn it is.
    pub turn_since: Moment,
    /// When somebody last said something; silence is counted from here.
    pub last_said_at: Moment,
    /// When it ended.
    pub ended_at: Option<Moment>,
    /// Who ended it.
    pub ended_by: Option<EndedBy>,
    /// On which page it was started: address without query and fragment.
    pub start_page: Option<String>,
    /// The title of that page.
    pub start_title: Option<String>,
    /// Where the visitor came from: address without query and fragment.
    pub referrer: Option<String>,
}

/// A call that a customer has asked for, and what has become of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// By when it was promised, as it was promised first: a later try moves the case's promise and not this.
    pub until: Moment,
    /// When the customer was first called, whether they answered or not.
    pub called_at: Option<Moment>,
    /// When somebody first spoke with them.
    pub spoken_at: Option<Moment>,
}

impl Case {
    /// Whether what `agent` reads counts as read by the desk. Only the holder's eyes do, as long as somebody has to
    /// answer: who looks in on a colleague's chat, or on one that waits, leaves it unread. When the contact is over,
    /// nobody owes an answer, and whoever sees the last words has read them.
    pub fn is_read_by(&self, agent: AgentId) -> bool {
        match self.contact.state {
            ContactState::Waiting => false,
            // Nobody owes an answer, and only who has promised one is called by what is unread.
            ContactState::Parked => self.contact.held_by == Some(agent),
            ContactState::Taken => self.contact.is_held_by(agent),
            ContactState::Ended => true,
        }
    }

    /// Whether a customer's new words belong to it. Closed it takes none; solved it takes those with which they go on, and none
    /// of who has chosen to begin anew: that is another matter.
    pub fn takes_words(&self, begins_anew: bool) -> bool {
        match self.state {
            CaseState::Closed => false,
            CaseState::Solved => !begins_anew,
            CaseState::New | CaseState::Open | CaseState::WaitingForCustomer | CaseState::WaitingForOthers => true,
        }
    }

    /// Whether it is over for good: a new message opens a new case.
    pub fn is_closed(&self) -> bool {
        self.state == CaseState::Closed
    }
}

impl Contact {
    /// Who has it now.
    pub fn holder(&self) -> Option<AgentId> {
        self.held_by.filter(|_| self.state == ContactState::Taken)
    }

    /// Where it stands for its customer. A parked chat is still theirs with whoever promised to come back; who was not reached
    /// waits for the next call, and may cancel it.
    pub fn state_for_customer(&self) -> ContactState {
        match (self.state, self.channel) {
            (ContactState::Parked, Channel::CallBack) => ContactState::Waiting,
            (ContactState::Parked, Channel::Chat | Channel::Message) => ContactState::Taken,
            (state @ (ContactState::Waiting | ContactState::Taken | ContactState::Ended), _) => state,
        }
    }

    /// True while it holds one of its agent's slots.
    pub fn is_held_by(&self, agent: AgentId) -> bool {
        self.holder() == Some(agent)
    }
}
