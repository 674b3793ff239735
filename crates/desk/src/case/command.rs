//! What somebody can want to happen in a case.

use super::offering::OfferEnd;
use super::referring::Referral;
use super::returning::{TeamNow, Whose};
use super::slots::{ExceedReason, Slots};
use super::state::{CaseState, Channel, TakenBackReason};
use crate::call_back::CallTime;
use crate::id::{AgentId, ContactId, LabelId, MessageId, NoteId, TeamId};
use crate::labels::{Labels, Requires};
use crate::language::Language;
use crate::may::Served;
use crate::moment::{Moment, Span};
use crate::routing::Demand;
use crate::triage::Triage;

/// What somebody wants to happen. Facts that a rule needs are read in the same transaction and come along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// The customer writes.
    Receive {
        /// What.
        message: MessageId,
        /// Whether it is nothing but a thank-you ([`crate::courtesy::is_only_thanks`]).
        thanks: Thanks,
        /// How a new contact would start, when the newest one is over.
        again: Starting,
        /// How long after the end a mere thank-you changes nothing.
        grace: Span,
    },
    /// An agent takes the contact from the queue.
    Take {
        /// Who.
        by: AgentId,
        /// Their slots now.
        slots: Slots,
        /// Their teams.
        teams: Vec<TeamId>,
        /// The clients of those teams; of every team for who sees every client.
        serves: Served,
    },
    /// The same although the agent's slots are full.
    Exceed {
        /// Who.
        by: AgentId,
        /// Their slots now.
        slots: Slots,
        /// Their teams.
        teams: Vec<TeamId>,
        /// The clients of those teams, as in [`Command::Take`].
        serves: Served,
        /// By what right and why.
        exceeding: Exceeding,
    },
    /// A rule offers the contact to an agent ([`crate::routing::choose`]).
    Offer {
        /// To whom.
        to: AgentId,
        /// Their slots now.
        slots: Slots,
        /// For how long.
        within: Span,
    },
    /// A rule ends an offer ([`super::offer_end`]).
    EndOffer {
        /// To whom it was made.
        to: AgentId,
        /// Why.
        why: OfferEnd,
    },
    /// A rule takes the contact back to the queue ([`super::why_taken_back`]).
    TakeBack {
        /// From whom.
        from: AgentId,
        /// Why.
        reason: TakenBackReason,
    },
    /// Somebody gives the contact back to the queue.
    GiveBack {
        /// Who.
        by: AgentId,
        /// Whose contacts they may give back.
        whose: Whose,
    },
    /// The contact stops waiting for its team when it waits there in vain ([`super::waits_in_vain`]).
    FreeFromTeam {
        /// Who of the team is there.
        team: TeamNow,
    },
    /// The chat goes to other teams as well ([`crate::routing::overflows`]).
    Overflow {
        /// Whose rule says so, and to which team; in order.
        to: Vec<(TeamId, TeamId)>,
    },
    /// An agent marks what the customer wrote as hostile.
    Flag {
        /// Who.
        by: AgentId,
        /// Whether it is marked already, and the customer has said nothing since.
        is_marked: bool,
    },
    /// An agent keeps the customer out for a while.
    Block {
        /// Who.
        by: AgentId,
        /// Why.
        note: NoteId,
        /// Until when.
        until: Moment,
    },
    /// The wait of the customer is noted as longer than promised, when it is.
    MissAnswerTarget,
    /// An agent says something.
    Reply {
        /// What.
        message: MessageId,
        /// Who.
        by: AgentId,
        /// Who else replied after what the writer had seen.
        unseen_colleague: Option<AgentId>,
        /// Their slots now, when the contact is over: it goes on with their words.
        slots: Option<Slots>,
    },
    /// The desk says something by itself.
    SayAutomatically {
        /// What.
        message: MessageId,
    },
    /// Somebody notes something.
    WriteNote {
        /// What.
        note: NoteId,
        /// Who.
        by: AgentId,
    },
    /// The holder hands the contact over, with a note.
    Transfer {
        /// Who.
        by: AgentId,
        /// Why.
        note: NoteId,
        /// To whom; none when the target cannot receive it now.
        to: Option<Receiver>,
    },
    /// An agent ends the contact.
    End {
        /// Who.
        by: AgentId,
    },
    /// The customer ends a contact.
    Leave {
        /// The one that they see; an earlier one is over already.
        contact: ContactId,
    },
    /// Nobody has written for as long as the client allows.
    EndBySilence {
        /// The client's limit.
        limit: Span,
    },
    /// An agent says that the matter is solved.
    Solve {
        /// Who.
        by: AgentId,
    },
    /// An agent says that the customer was sent elsewhere, and that the matter is over here.
    Refer {
        /// Who.
        by: AgentId,
        /// Whose cases that are over they may say it of.
        whose: Whose,
        /// Where, and why.
        referral: Referral,
        /// The same in words.
        note: Option<NoteId>,
        /// The client's labels now.
        labels: Labels,
    },
    /// Who solved a case takes that back at once.
    UndoSolve {
        /// Who.
        by: AgentId,
        /// Their slots now.
        slots: Slots,
        /// The answer clock of the newest contact when it ended.
        customer_waits_since: Option<Moment>,
        /// The call that was promised in it and not made.
        call: Option<CallTime>,
    },
    /// An agent opens a solved case again.
    Reopen {
        /// Who.
        by: AgentId,
    },
    /// An agent sets the state.
    SetState {
        /// Who.
        by: AgentId,
        /// To.
        state: CaseState,
    },
    /// Somebody sets who answers for the case.
    SetOwner {
        /// Who sets.
        by: AgentId,
        /// To whom.
        owner: Option<AgentId>,
    },
    /// Somebody writes the subject line.
    SetSubject {
        /// Who.
        by: AgentId,
        /// One line, cleaned.
        subject: String,
    },
    /// The holder lays the contact aside and promises to come back.
    Park {
        /// Who.
        by: AgentId,
        /// By when.
        until: Moment,
        /// What tells the customer so.
        message: MessageId,
    },
    /// The promise is noted as broken, when it is.
    BreakPromise,
    /// Somebody says what the case is sorted by.
    Label {
        /// Who.
        by: AgentId,
        /// What it is about.
        category: Option<LabelId>,
        /// What it is found by.
        tags: Vec<LabelId>,
        /// The client's labels now.
        labels: Labels,
    },
    /// An agent says how urgent the contact is, and how it is best handled.
    Triage {
        /// Who.
        by: AgentId,
        /// What they say.
        triage: Triage,
        /// How many have been said of this contact.
        earlier: usize,
    },
    /// The customer asks to be called.
    OrderCall {
        /// What it is about, when they say so.
        about: Option<MessageId>,
        /// How the contact of the call starts.
        again: Starting,
        /// When they are called.
        when: CallTime,
        /// What tells them so.
        message: MessageId,
    },
    /// Goes before a claim: says no when the customer asks to be called instead of waiting in the contact that is meant.
    RequireContact {
        /// The one that whoever claims has seen.
        contact: ContactId,
    },
    /// An agent has called, and spoken with the customer.
    MarkCalled {
        /// Who.
        by: AgentId,
        /// What came of it.
        note: NoteId,
        /// What the thread says of it.
        message: MessageId,
    },
    /// An agent has called, and the customer did not answer.
    MarkNotReached {
        /// Who.
        by: AgentId,
        /// How often the client lets it be tried.
        limit: i64,
        /// By when it is tried again, while that may be.
        until: Moment,
        /// What tells the customer so.
        message: MessageId,
    },
    /// Goes before solving and closing by hand: says no when the case lacks what its client asks.
    RequireLabels {
        /// What that is ([`Labels::asked`]).
        asked: Requires,
    },
}

/// Whether words are only a thank-you.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thanks {
    /// Nothing else.
    Only,
    /// There is more.
    No,
}

/// By what right and why somebody takes more than they have slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exceeding {
    /// Whether they may ([`crate::may::may_exceed`]).
    pub is_allowed: bool,
    /// Why.
    pub reason: ExceedReason,
    /// The same in words.
    pub note: Option<NoteId>,
}

/// Who could receive a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Receiver {
    /// An agent who is present and serves the client, with their slots.
    Agent(AgentId, Slots),
    /// A team that serves the client and has somebody present.
    Team(TeamId),
}

/// How a contact starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Starting {
    /// Chosen by the visitor's widget.
    pub contact: ContactId,
    /// A chat when it is open, a left message when not.
    pub channel: Channel,
    /// In which language.
    pub language: Language,
    /// What it needs of whoever takes it.
    pub demand: Demand,
    /// The team that it waits for.
    pub for_team: Option<TeamId>,
    /// The rule that said so, by its name.
    pub by_rule: Option<String>,
    /// Who answered this customer last, within [`crate::routing::REMEMBERED`].
    pub last_with: Option<AgentId>,
    /// The client's promise.
    pub answer_target: Span,
    /// Page.
    pub start_page: Option<String>,
    /// Title of the page.
    pub start_title: Option<String>,
    /// From where.
    pub referrer: Option<String>,
    /// The desk's invitation that it answers, as it reads now.
    pub invitation: Option<String>,
    /// The category that the customer chose.
    pub chosen: Option<LabelId>,
}
