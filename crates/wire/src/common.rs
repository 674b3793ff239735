//! Words that more than one audience uses.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

macro_rules! mirror {
    ($(#[$doc:meta])* $name:ident = $rule:path { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }
        impl From<$rule> for $name {
            fn from(value: $rule) -> Self {
                use $rule as Rule;
                match value { $(Rule::$variant => Self::$variant),+ }
            }
        }
        impl From<$name> for $rule {
            fn from(value: $name) -> Self {
                use $rule as Rule;
                match value { $($name::$variant => Rule::$variant),+ }
            }
        }
    };
}
pub(crate) use mirror;

mirror! {
    /// A language of a screen or a conversation.
    Language = desk::language::Language {
        /// Finnish.
        Fi,
        /// Swedish.
        Sv,
        /// English.
        En,
    }
}
mirror! {
    /// Where a case stands.
    CaseState = desk::case::CaseState {
        /// Nobody has answered yet.
        New,
        /// The desk works on it.
        Open,
        /// The customer's turn.
        WaitingForCustomer,
        /// Somebody outside the desk has to act.
        WaitingForOthers,
        /// Solved; opens again when the customer writes.
        Solved,
        /// Over for good; a new message opens a new case.
        Closed,
    }
}
mirror! {
    /// Through what a contact came.
    Channel = desk::case::Channel {
        /// A live chat.
        Chat,
        /// A message that was left while the chat was closed.
        Message,
        /// A telephone call that the customer has asked for.
        CallBack,
    }
}
mirror! {
    /// Where a contact stands.
    ContactState = desk::case::ContactState {
        /// In the queue.
        Waiting,
        /// An agent has it.
        Taken,
        /// Laid aside by an agent until a promised time. Customers are told `taken`.
        Parked,
        /// Over.
        Ended,
    }
}
mirror! {
    /// Why somebody takes a chat although their slots are full.
    ExceedReason = desk::case::ExceedReason {
        /// It cannot wait.
        Urgent,
        /// They know the matter already.
        Known,
        /// Nobody else can take it.
        NobodyElse,
        /// Something else, told in a note.
        Other,
    }
}
mirror! {
    /// Why a chat is closed.
    ClosedReason = desk::availability::ClosedReason {
        /// Outside opening hours.
        Hours,
        /// No agent who serves this client is present.
        NobodyPresent,
        /// Nobody who is present speaks the language.
        NoSpeaker,
        /// Every agent is full and the queue has reached its ceiling.
        QueueFull,
        /// Closed by hand.
        ByHand,
        /// Those who have come are not answered in time.
        TargetNotKept,
        /// Nobody has opened it to customers yet.
        NotLive,
    }
}
mirror! {
    /// Who ended a contact.
    EndedBy = desk::case::EndedBy {
        /// The customer pressed end.
        Customer,
        /// An agent did.
        Agent,
        /// Nobody wrote for long.
        Silence,
        /// The customer asked to be called instead.
        CallBack,
    }
}
mirror! {
    /// Why a contact went back to the queue.
    TakenBackReason = desk::case::TakenBackReason {
        /// The agent's connection was silent for 45 s.
        AgentGone,
        /// The agent was shut out, or only looks now.
        NoLongerAnswers,
        /// Somebody gave it back.
        GivenBack,
        /// It was parked, and the customer wrote.
        CustomerWrote,
    }
}
/// A waiting contact that one agent has to themselves for some seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Offer {
    /// To whom.
    pub agent_id: Uuid,
    /// When it was made (ms).
    pub at: i64,
    /// Until when it stands (ms).
    pub until: i64,
}

mirror! {
    /// Why an offer ended without being taken.
    OfferEnd = desk::case::OfferEnd {
        /// The agent did not take it in time.
        LetPass,
        /// The agent went away, or could not have it any more.
        Withdrawn,
    }
}
mirror! {
    /// What was masked in a text before it was stored.
    MaskedKind = desk::privacy::MaskedKind {
        /// A Finnish personal identity code.
        PersonalIdentityCode,
        /// A Swedish personal or coordination number.
        SwedishPersonalNumber,
        /// A payment card number.
        PaymentCard,
        /// An international bank account number.
        BankAccount,
    }
}

mirror! {
    /// What visitors find while a chat is closed. Whoever is in the middle of a conversation keeps it.
    WhenClosed = desk::availability::WhenClosed {
        /// Nothing: the website shows no chat.
        Hidden,
        /// The hours and when it opens next.
        Hours,
        /// The same, and they may leave a message that becomes a case.
        Message,
    }
}

/// A language in which an open chat takes nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ClosedLanguage {
    /// Which.
    pub language: Language,
    /// Why.
    pub reason: ClosedReason,
}

impl ClosedLanguage {
    /// Every language of `closed`.
    pub fn each(closed: desk::availability::ClosedIn) -> Vec<Self> {
        closed.each().map(|(language, reason)| Self { language: language.into(), reason: reason.into() }).collect()
    }
}

/// Whether a client's chat takes new visitors right now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Availability {
    /// True when a visitor who writes now reaches a person.
    pub open: bool,
    /// Set exactly when `open` is false.
    pub reason: Option<ClosedReason>,
    /// In which languages it takes nobody although it is open.
    pub closed_in: Vec<ClosedLanguage>,
    /// Set while its rules close it, open as it is, to some of those who come: a mark that is another one whenever that changes.
    /// A widget then asks whether that is its visitor (`GET …/opening`).
    pub closed_by_rules: Option<String>,
    /// When the chat opens next by its hours (ms); `null` when no opening is known or it is open now.
    pub next_opening_at: Option<i64>,
    /// When the hours end (ms), when inside them.
    pub closes_at: Option<i64>,
    /// What visitors find while it is closed.
    pub when_closed: WhenClosed,
}

/// How a file may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// A raster picture that was decoded and encoded anew; safe inline.
    Picture,
    /// Everything else: a download only.
    Download,
}

/// A file that came with a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Attachment {
    /// Chosen by the sender.
    pub attachment_id: Uuid,
    /// The cleaned file name, for display.
    pub name: String,
    /// What it is, by its content, not by its name.
    pub media_type: String,
    /// Size in bytes.
    pub size_bytes: i64,
    /// How it may be shown.
    pub shown: Shown,
    /// Pixels, for a picture.
    pub width: Option<i64>,
    /// Pixels, for a picture.
    pub height: Option<i64>,
}

/// Why the desk said no (RFC 9457, `application/problem+json`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// `about:blank#` and the code.
    pub r#type: String,
    /// One sentence in the asker's language.
    pub title: String,
    /// The HTTP status again.
    pub status: u16,
    /// A stable word for programs, such as `slots_full`, `held_by_another`, `not_found`, `invalid`.
    pub code: String,
    /// What to do, in the asker's language, when there is something to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Which fields are wrong, each with a sentence.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldProblem>,
    /// When to try again, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after_s: Option<u32>,
}

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FieldProblem {
    /// The name of the field as it was sent.
    pub field: String,
    /// One sentence in the asker's language.
    pub sentence: String,
}

/// A short-lived key that opens one socket: the first frame carries it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SocketTicket {
    /// Good once, for 60 seconds.
    pub ticket: String,
}

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Give this as `cursor` to get the next page; `null` at the end.
    pub next: Option<String>,
}

/// How much goes with one message. A screen says it before anything is sent; the desk refuses what is more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MessageLimits {
    /// Words, in characters: an emoji of one code point counts as one.
    pub text: i64,
    /// How many files.
    pub files: i64,
    /// The largest file, in bytes.
    pub file_bytes: i64,
}
