//! What the widget sees. Nothing here is a cut-down agent type.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::common::{Attachment, Availability, Channel, ContactState, Language};
use crate::holidays::SpecialDay;
use crate::speech::Worded;

/// A client's chat before anybody has written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Widget {
    /// The client's name.
    pub name: String,
    /// What the desk is called there, e.g. "IT-tuki"; `null` when the name says it all.
    pub desk_name: Option<String>,
    /// Languages, preferred first.
    pub languages: Vec<Language>,
    /// Colour of the header, `#rrggbb`, checked for contrast; `null` for Luukku's own.
    pub colour: Option<String>,
    /// Colour of words on it, `#rrggbb`: whichever of white and the usual ink is read better; `null` with it.
    pub ink: Option<String>,
    /// Time zone of the hours, IANA.
    pub time_zone: String,
    /// Open hours per weekday, Monday first; empty list = closed.
    pub week: Vec<Vec<OpenSlot>>,
    /// Holidays and exceptions during the next 14 days, in order.
    pub exceptions: Vec<SpecialDay>,
    /// Whether open.
    pub availability: Availability,
    /// Whether the visitor can ask to be called.
    pub call_back: bool,
    /// Seconds that somebody who comes now can expect to wait, as measured in the last 30 minutes; `null` without enough data.
    pub typical_answer_s: Option<i64>,
    /// What customers are asked to keep to; empty = nothing.
    pub rules: Worded,
    /// What a matter may be about, to choose from before the first words; empty = nothing is asked.
    pub matters: Vec<Matter>,
    /// Largest file in bytes.
    pub file_limit_bytes: i64,
    /// Longest message in characters.
    pub text_limit: i64,
    /// The server's clock (ms).
    pub now: i64,
}

/// Whether a visitor who writes now, on their page and in their matter, reaches a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Opening {
    /// Whether they do, as far as the client's rules are concerned.
    pub open: bool,
    /// Why not, in their language.
    pub why: Option<String>,
}

/// What a matter may be about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Matter {
    /// Which category.
    pub category_id: Uuid,
    /// What the visitor reads of it; never empty.
    pub name: Worded,
}

/// What a visitor has told of themselves, for their own browser: a form need not ask it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ToldOfMyself {
    /// Name, when given.
    pub name: Option<String>,
    /// Address, when given.
    pub email: Option<String>,
}

/// A span of one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OpenSlot {
    /// Minutes from midnight.
    pub from_minute: i64,
    /// Minutes from midnight, at most 1440.
    pub to_minute: i64,
}

/// A day with hours of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OpenException {
    /// `2026-12-06`.
    pub date: String,
    /// Hours; empty = closed.
    pub slots: Vec<OpenSlot>,
    /// Why, when it was written.
    pub name: Option<String>,
}

/// The visitor's own conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Conversation {
    /// Which life of the desk's history this is (D4).
    pub epoch: String,
    /// The case number, for the customer to quote.
    pub case_number: i64,
    /// Where it stands.
    pub standing: Standing,
    /// Everything, oldest first (at most 500 newest).
    pub entries: Vec<CustomerEntry>,
    /// Last seq of the customer's own gap-free order.
    pub seq: i64,
    /// How far the desk has read (customer's order).
    pub desk_read_seq: i64,
    /// How far the customer has read.
    pub read_seq: i64,
}

/// Where the conversation stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Standing {
    /// The newest contact.
    pub contact_id: Uuid,
    /// Whether it is a chat or a message that was left.
    pub channel: Channel,
    /// Waiting, taken or ended.
    pub state: ContactState,
    /// True when the case has been solved.
    pub solved: bool,
    /// True when it was solved by sending the visitor elsewhere.
    pub referred: bool,
    /// First name of who answers.
    pub answered_by: Option<String>,
    /// Since when the visitor waits (ms), while waiting.
    pub waiting_since: Option<i64>,
    /// True when writing goes on in this conversation; false when only a new one can be started (case closed).
    pub may_write: bool,
    /// Until when the visitor is or was kept out last (ms): they write nothing and begin nothing before. `null` when never, or let
    /// in again.
    pub blocked_until: Option<i64>,
}

/// Place in the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct QueuePlace {
    /// 1 = next.
    pub place: i64,
    /// Estimated wait in seconds, as measured in the last 30 minutes; `null` without enough data.
    pub estimate_s: Option<i64>,
    /// Whether anybody is there who could take them, now or with the next free slot.
    pub attended: bool,
}

/// When the visitor could be called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CallTimes {
    /// By when (ms) who chooses no time is called; `null` when the desk is never open.
    pub soon: Option<i64>,
    /// Times that can be chosen, in order.
    pub times: Vec<CallTime>,
}

/// A time at which the visitor could be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CallTime {
    /// From (ms).
    pub from: i64,
    /// Until (ms).
    pub until: i64,
}

/// One thing the customer sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CustomerEntry {
    /// Place in the customer's own gap-free order.
    pub seq: i64,
    /// When (ms).
    pub at: i64,
    /// What.
    #[serde(flatten)]
    pub what: CustomerEntryKind,
}

/// What the customer sees happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CustomerEntryKind {
    /// A conversation began (or began again).
    Started {
        /// The case number.
        case_number: i64,
    },
    /// Something was said.
    Message(CustomerMessage),
    /// A person took it, or was handed a call.
    Answering {
        /// First name.
        first_name: String,
        /// Whether they write or call.
        channel: Channel,
    },
    /// The conversation waits for a person again; its place was kept.
    WaitingAgain,
    /// It was handed to somebody.
    HandedOver {
        /// First name, when to a person.
        first_name: Option<String>,
    },
    /// It ended.
    Ended {
        /// True when the customer ended it.
        by_me: bool,
    },
    /// The desk says that it is solved.
    Solved,
    /// The desk has sent the visitor elsewhere.
    Referred,
}

/// Something said, as the customer sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CustomerMessage {
    /// Chosen by its sender.
    pub message_id: Uuid,
    /// By whom.
    pub by: CustomerAuthor,
    /// First name of the agent.
    pub first_name: Option<String>,
    /// The text as stored: already masked.
    pub text: String,
    /// Files.
    pub attachments: Vec<Attachment>,
}

/// Who said it, from the customer's seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CustomerAuthor {
    /// The customer.
    Me,
    /// A person of the desk.
    Agent,
    /// The desk by itself.
    Automatic,
}

/// The answer to anything the customer did to the conversation: apply it like a pushed `entries` frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CustomerDone {
    /// Where it stands now.
    pub standing: Standing,
    /// What this added, also when it had been done before (D2).
    pub entries: Vec<CustomerEntry>,
}
