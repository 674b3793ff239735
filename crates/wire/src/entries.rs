//! What happened in a case, as the desk's people see it, in its one order.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::cases::AuthorKind;
use crate::common::{Attachment, CaseState, Channel, EndedBy, ExceedReason, Language, MaskedKind, OfferEnd, TakenBackReason};
use crate::mentions::{Mentions, NotePlace};
use crate::referrals::Referral;
use crate::triage::Triage;

/// One thing that happened in a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Entry {
    /// Place in the case's one order; gap-free for the desk.
    pub seq: i64,
    /// When (ms); for display only.
    pub at: i64,
    /// What.
    #[serde(flatten)]
    pub what: EntryKind,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EntryKind {
    /// The case began.
    CaseOpened {
        /// Its number.
        number: i64,
    },
    /// A contact began.
    ContactStarted {
        /// Which.
        contact_id: Uuid,
        /// Through what.
        channel: Channel,
        /// Language.
        language: Language,
        /// Where.
        start_page: Option<String>,
        /// From where.
        referrer: Option<String>,
        /// The client's rule that said what it needs, by the name that it had; `null` when none did.
        by_rule: Option<String>,
        /// The invitation that the customer answered, in their language and as it read then; `null` when there was none.
        invitation: Option<String>,
        /// The category that the customer chose; `null` when none was.
        category_id: Option<Uuid>,
    },
    /// Something was said.
    Message(Message),
    /// Something was noted; inside the desk only.
    Note(Note),
    /// An agent took the contact.
    Taken {
        /// Which.
        contact_id: Uuid,
        /// Who.
        by: Uuid,
        /// Why, when it was more than they have slots; a note before it may say more.
        exceeds: Option<ExceedReason>,
    },
    /// The contact was offered to an agent.
    Offered {
        /// Which.
        contact_id: Uuid,
        /// To whom.
        to: Uuid,
    },
    /// An offer ended without being taken; the contact still waits.
    OfferEnded {
        /// Which.
        contact_id: Uuid,
        /// To whom it was offered.
        to: Uuid,
        /// Why.
        why: OfferEnd,
    },
    /// The contact went back to the front of the queue.
    TakenBack {
        /// Which.
        contact_id: Uuid,
        /// From whom.
        from: Uuid,
        /// Why.
        reason: TakenBackReason,
        /// Who gave it back; `null` when the desk did it by a rule.
        by: Option<Uuid>,
    },
    /// Nobody of the team that the contact waited for is there: it waits for everybody who serves the client.
    FreedFromTeam {
        /// Which.
        contact_id: Uuid,
        /// Of which team.
        team_id: Uuid,
    },
    /// The chat has waited for so long that another team may take it as well.
    Overflowed {
        /// Which.
        contact_id: Uuid,
        /// Whose rule that is.
        from_team: Uuid,
        /// The team that may take it as well.
        to_team: Uuid,
    },
    /// The customer of a chat has waited for longer than its answer target. Once for each wait.
    AnswerTargetMissed {
        /// Which.
        contact_id: Uuid,
        /// Since when the customer waits (ms).
        waits_since: i64,
        /// Seconds of the target.
        target_s: i64,
    },
    /// An agent marked what the customer wrote as hostile.
    Flagged {
        /// In which contact.
        contact_id: Uuid,
        /// Who.
        by: Uuid,
    },
    /// The customer is kept out for a while; the note before says why.
    Blocked {
        /// By whom.
        by: Uuid,
        /// Until when (ms).
        until: i64,
    },
    /// The contact was handed over; the note that goes with it is the entry before.
    Transferred {
        /// Which.
        contact_id: Uuid,
        /// By whom.
        by: Uuid,
        /// To an agent …
        to_agent: Option<Uuid>,
        /// … or to a team.
        to_team: Option<Uuid>,
    },
    /// The contact ended.
    ContactEnded {
        /// Which.
        contact_id: Uuid,
        /// By whose act.
        by: EndedBy,
        /// Which agent, when an agent.
        agent_id: Option<Uuid>,
    },
    /// The contact goes on as if it had not ended.
    ContactResumed {
        /// Which.
        contact_id: Uuid,
        /// Who ended it and has it again.
        by: Uuid,
    },
    /// The state changed.
    StateChanged {
        /// From.
        from: CaseState,
        /// To.
        to: CaseState,
        /// By whom; `null` when the desk did it by a rule.
        by: Option<Uuid>,
    },
    /// The owner changed.
    OwnerChanged {
        /// From.
        from: Option<Uuid>,
        /// To.
        to: Option<Uuid>,
        /// By whom.
        by: Option<Uuid>,
    },
    /// The subject line changed.
    SubjectChanged {
        /// Now.
        subject: String,
        /// By whom.
        by: Uuid,
    },
    /// So many different people have come to the customer that whoever leads should look.
    RaisedToLead {
        /// How often another person came.
        handovers: i64,
    },
    /// An agent laid the contact aside and promised to come back.
    Parked {
        /// Which.
        contact_id: Uuid,
        /// Who.
        by: Uuid,
        /// By when (ms).
        until: i64,
    },
    /// A person answered by the promised time.
    PromiseKept {
        /// Who had promised; `null` when the desk had.
        by: Option<Uuid>,
        /// By when (ms).
        until: i64,
    },
    /// The promised time passed, and nobody had answered.
    PromiseBroken {
        /// Who had promised; `null` when the desk had.
        by: Option<Uuid>,
        /// By when (ms).
        until: i64,
    },
    /// The customer asked to be called.
    CallOrdered {
        /// In which contact.
        contact_id: Uuid,
        /// Not before (ms), when they chose a time.
        from: Option<i64>,
        /// By when (ms).
        until: i64,
    },
    /// An agent called, and spoke with the customer; the note before says what came of it.
    Called {
        /// In which contact.
        contact_id: Uuid,
        /// Who.
        by: Uuid,
    },
    /// An agent called, and the customer did not answer.
    NotReached {
        /// In which contact.
        contact_id: Uuid,
        /// Who.
        by: Uuid,
        /// How often it has been tried.
        tries: i64,
    },
    /// The case is sorted by these from now on.
    Labelled {
        /// What it is about.
        category_id: Option<Uuid>,
        /// What it is found by.
        tag_ids: Vec<Uuid>,
        /// By whom.
        by: Uuid,
    },
    /// Somebody said how urgent the contact is, and how it is best handled.
    Triaged {
        /// Which.
        contact_id: Uuid,
        /// By whom.
        by: Uuid,
        /// What.
        triage: Triage,
    },
    /// The customer was sent elsewhere.
    Referred {
        /// In which contact.
        contact_id: Uuid,
        /// By whom.
        by: Uuid,
        /// Where, and why.
        referral: Referral,
    },
}

/// Something said between customer and desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Message {
    /// Chosen by its sender.
    pub message_id: Uuid,
    /// In which contact.
    pub contact_id: Uuid,
    /// By whom.
    pub by: AuthorKind,
    /// Which agent, when an agent.
    pub agent_id: Option<Uuid>,
    /// The text as stored: already masked. Plain text; links are made by the screen.
    pub text: String,
    /// What was masked in it.
    pub masked: Vec<MaskedKind>,
    /// Files.
    pub attachments: Vec<Attachment>,
}

/// Something only the desk sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Note {
    /// Chosen by its writer.
    pub note_id: Uuid,
    /// By whom.
    pub agent_id: Uuid,
    /// The text, masked.
    pub text: String,
    /// Whom it names.
    pub mentions: Mentions,
    /// Where it stands: what is on the side is shown there, and nowhere else.
    pub place: NotePlace,
}
