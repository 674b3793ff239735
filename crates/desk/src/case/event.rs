//! What can happen in a case. Words of people are not in events: they name a message or a note.

use super::offering::OfferEnd;
use super::referring::Referral;
use super::slots::ExceedReason;
use super::state::{CaseState, Channel, EndedBy, TakenBackReason};
use crate::id::{AgentId, ClientId, ContactId, CustomerId, LabelId, MessageId, NoteId, TeamId};
use crate::language::Language;
use crate::moment::{Moment, Span};
use crate::routing::Demand;
use crate::triage::Triage;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The case began.
    CaseOpened {
        /// Whose customer.
        client: ClientId,
        /// Who asks.
        customer: CustomerId,
        /// Its number.
        number: i64,
    },
    /// A contact began.
    ContactStarted {
        /// Which.
        contact: ContactId,
        /// Through what.
        channel: Channel,
        /// In which language.
        language: Language,
        /// What it needs of whoever takes it, as it was decided when it began.
        demand: Demand,
        /// The team that it waits for.
        for_team: Option<TeamId>,
        /// The rule that said so, by the name that it had.
        by_rule: Option<String>,
        /// Who answered this customer last, not long ago: they are offered it first.
        last_with: Option<AgentId>,
        /// The promise that holds for it, as it was when it began.
        answer_target: Span,
        /// Page.
        start_page: Option<String>,
        /// Title of the page.
        start_title: Option<String>,
        /// From where.
        referrer: Option<String>,
        /// The desk's invitation that the customer answered, as it read then.
        invitation: Option<String>,
        /// The category that the customer chose.
        chosen: Option<LabelId>,
    },
    /// The customer said something.
    Received {
        /// In which contact.
        contact: ContactId,
        /// What.
        message: MessageId,
    },
    /// A person of the desk said something to the customer.
    Replied {
        /// In which contact.
        contact: ContactId,
        /// What.
        message: MessageId,
        /// Who.
        by: AgentId,
    },
    /// The desk said something by itself; stops no clock.
    SaidAutomatically {
        /// In which contact.
        contact: ContactId,
        /// What.
        message: MessageId,
    },
    /// Something was noted inside the desk.
    Noted {
        /// What.
        note: NoteId,
        /// Who.
        by: AgentId,
    },
    /// An agent took the contact.
    Taken {
        /// Which.
        contact: ContactId,
        /// Who.
        by: AgentId,
        /// Into which slot.
        luukku: i64,
        /// Why, when it was more than they have slots.
        exceeds: Option<ExceedReason>,
    },
    /// The contact was offered to an agent.
    Offered {
        /// Which.
        contact: ContactId,
        /// To whom.
        to: AgentId,
        /// For how long.
        within: Span,
    },
    /// An offer came to its end, and the contact still waits.
    OfferEnded {
        /// Which.
        contact: ContactId,
        /// To whom it was offered.
        to: AgentId,
        /// Why it ended.
        why: OfferEnd,
    },
    /// The contact went back to the front of the queue.
    TakenBack {
        /// Which.
        contact: ContactId,
        /// From whom.
        from: AgentId,
        /// Why.
        reason: TakenBackReason,
        /// Who gave it back; none when a rule did it.
        by: Option<AgentId>,
    },
    /// Nobody of the team that the contact waited for is there: it waits for everybody who serves the client.
    FreedFromTeam {
        /// Which.
        contact: ContactId,
        /// Of which team.
        team: TeamId,
    },
    /// The chat has waited for so long that another team may take it as well.
    Overflowed {
        /// Which.
        contact: ContactId,
        /// Whose rule that is.
        from: TeamId,
        /// The team that may take it as well.
        to: TeamId,
    },
    /// The customer of a chat has waited for a person's words for longer than its answer target. Once for each wait.
    AnswerTargetMissed {
        /// Which.
        contact: ContactId,
        /// Since when the customer waits.
        waits_since: Moment,
        /// The target.
        target: Span,
    },
    /// An agent marked what the customer wrote as hostile.
    Flagged {
        /// In which contact.
        contact: ContactId,
        /// Who.
        by: AgentId,
    },
    /// The customer is kept out for a while; the note before says why.
    Blocked {
        /// By whom.
        by: AgentId,
        /// Until when.
        until: Moment,
    },
    /// The contact was handed over.
    Transferred {
        /// Which.
        contact: ContactId,
        /// By whom.
        by: AgentId,
        /// To whom.
        to: TransferTarget,
    },
    /// The contact ended.
    ContactEnded {
        /// Which.
        contact: ContactId,
        /// By whose act.
        by: EndedBy,
        /// Which agent, when by an agent.
        agent: Option<AgentId>,
    },
    /// The contact goes on as if it had not ended: solving it was a slip.
    ContactResumed {
        /// Which.
        contact: ContactId,
        /// Who ended it and has it again.
        by: AgentId,
        /// In which slot.
        luukku: i64,
        /// The answer clock as it was when it ended.
        customer_waits_since: Option<Moment>,
    },
    /// The case changed its state.
    StateChanged {
        /// From.
        from: CaseState,
        /// To.
        to: CaseState,
        /// By whom; none when a rule did it.
        by: Option<AgentId>,
    },
    /// Somebody else answers for the case now.
    OwnerChanged {
        /// From.
        from: Option<AgentId>,
        /// To.
        to: Option<AgentId>,
        /// By whom; none when a rule did it.
        by: Option<AgentId>,
    },
    /// The subject line changed.
    SubjectChanged {
        /// Now.
        subject: String,
        /// By whom.
        by: AgentId,
    },
    /// So many different people have come to the customer that whoever leads should look.
    RaisedToLead {
        /// How often another person came.
        handovers: i64,
    },
    /// An agent laid the contact aside and promised to come back.
    Parked {
        /// Which.
        contact: ContactId,
        /// Who.
        by: AgentId,
        /// By when.
        until: Moment,
    },
    /// A person answered by the promised time.
    PromiseKept {
        /// Who had promised; none when the desk had.
        by: Option<AgentId>,
        /// By when.
        until: Moment,
    },
    /// The promised time passed, and nobody had answered.
    PromiseBroken {
        /// Who had promised; none when the desk had.
        by: Option<AgentId>,
        /// By when.
        until: Moment,
    },
    /// The customer asked to be called, and was told when that will be.
    CallOrdered {
        /// In which contact.
        contact: ContactId,
        /// Not before, when they chose a time.
        from: Option<Moment>,
        /// By when.
        until: Moment,
    },
    /// An agent called, and spoke with the customer.
    Called {
        /// In which contact.
        contact: ContactId,
        /// Who.
        by: AgentId,
    },
    /// An agent called, and the customer did not answer.
    NotReached {
        /// In which contact.
        contact: ContactId,
        /// Who.
        by: AgentId,
        /// How often it has been tried.
        tries: i64,
    },
    /// The case is sorted by these labels now.
    Labelled {
        /// What it is about.
        category: Option<LabelId>,
        /// What it is found by.
        tags: Vec<LabelId>,
        /// Who says so.
        by: AgentId,
    },
    /// An agent said how urgent the contact is, and how it is best handled; the last word holds.
    Triaged {
        /// Which.
        contact: ContactId,
        /// Who says so.
        by: AgentId,
        /// What.
        triage: Triage,
    },
    /// The customer was sent elsewhere.
    Referred {
        /// In which contact.
        contact: ContactId,
        /// By whom.
        by: AgentId,
        /// Where, and why; the note before says what is in no list.
        referral: Referral,
    },
}

/// To whom a contact is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransferTarget {
    /// To a person, into this slot.
    Agent(AgentId, i64),
    /// To the queue of a team.
    Team(TeamId),
}

/// Who said the words of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {
    /// The customer.
    Customer,
    /// A person of the desk.
    Agent(AgentId),
    /// The desk by itself.
    Automatic,
}
