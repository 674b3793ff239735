//! What people send. Unknown fields are refused everywhere, so that nothing can be smuggled in.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::agent::Presence;
use crate::common::{CaseState, ExceedReason, Language};
use crate::mentions::{Mentions, NotePlace};

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $type:ty),* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$fdoc])* pub $field: $type),* }
    )+};
}

commands! {
    /// Sign in.
    SignIn {
        /// Address.
        email: String,
        /// Password, at most 1,024 bytes.
        password: String,
    }
    /// Change my password; every other session ends.
    ChangePassword {
        /// The one in use.
        current: String,
        /// The new one, 12–1,024 bytes.
        new: String,
    }
    /// My own settings.
    Preferences {
        /// Language of the screens.
        language: Language,
        /// Sound.
        sound: bool,
        /// Browser notifications.
        notifications: bool,
        /// Single-letter shortcuts.
        shortcuts: bool,
    }
    /// I am here, or away. `gone` can not be asked for: it is what silence means.
    SetPresence {
        /// Present or away.
        presence: Presence,
    }
    /// Say something to the customer.
    Reply {
        /// Chosen by the screen.
        message_id: Uuid,
        /// At most 8,000 characters; may be empty when there are files.
        text: String,
        /// Files uploaded before.
        #[serde(default)]
        attachments: Vec<Uuid>,
        /// Solve the case with the same act.
        #[serde(default)]
        solve: bool,
        /// The last seq the writer had seen; when a colleague has answered after it, the reply is refused with
        /// `colleague_answered` unless it is left out.
        #[serde(default)]
        seen_seq: Option<i64>,
    }
    /// Note something inside the desk.
    WriteNote {
        /// Chosen by the screen.
        note_id: Uuid,
        /// At most 8,000 characters.
        text: String,
        /// People and teams of the desk that it names; each may read the case, or it is refused with `cannot_be_named`.
        #[serde(default)]
        mentions: Mentions,
        /// Where in the case; in the thread when it is not said.
        #[serde(default)]
        place: NotePlace,
    }
    /// Take the contact although my slots are full.
    Exceed {
        /// Why.
        reason: ExceedReason,
        /// Chosen by the screen.
        note_id: Uuid,
        /// The same in words, kept as a note: required for `other`, at most 8,000 characters.
        #[serde(default)]
        note: String,
    }
    /// Hand the contact over: exactly one of `to_agent` and `to_team`.
    Transfer {
        /// Chosen by the screen.
        note_id: Uuid,
        /// Why, and what is known: required.
        note: String,
        /// To a person who is present and has a free luukku …
        #[serde(default)]
        to_agent: Option<Uuid>,
        /// … or to a team's queue.
        #[serde(default)]
        to_team: Option<Uuid>,
    }
    /// Lay the contact aside and promise to come back: exactly one of `in_minutes` and `at`.
    Park {
        /// Of the sentence that tells the customer; chosen by the screen.
        message_id: Uuid,
        /// So many minutes from now …
        #[serde(default)]
        in_minutes: Option<i64>,
        /// … or when the clock shows this at the client, such as `2026-11-28T15:00`.
        #[serde(default)]
        at: Option<String>,
    }
    /// Set the state by hand: `open`, `waiting_for_customer`, `waiting_for_others` or `closed`.
    SetState {
        /// To.
        state: CaseState,
    }
    /// Set who answers for the case.
    SetOwner {
        /// Who; `null` for nobody.
        agent_id: Option<Uuid>,
    }
    /// Set the subject line.
    SetSubject {
        /// One line, at most 120 characters.
        subject: String,
    }
    /// Keep my unsent words of both sides and my files; without any of them they are forgotten.
    KeepDraft {
        /// What I am writing to the customer.
        text: String,
        /// What I am writing as a note.
        note: String,
        /// Files that I uploaded for the customer, at most 10.
        #[serde(default)]
        attachments: Vec<Uuid>,
    }
    /// I have read up to here.
    MarkRead {
        /// Seq of the desk's order.
        seq: i64,
    }
    /// I, the customer, have read up to here.
    MarkSeen {
        /// In which conversation: the contact that it stands at.
        contact_id: Uuid,
        /// Seq of the customer's own order.
        seq: i64,
    }
    /// I, the customer, am done.
    EndContact {
        /// With which contact.
        contact_id: Uuid,
    }
    /// Start a chat. Good only while the chat is open; the visitor's key goes in `Authorization: Bearer`.
    StartChat {
        /// Chosen by the widget.
        contact_id: Uuid,
        /// Chosen by the widget.
        message_id: Uuid,
        /// First words.
        text: String,
        /// Language.
        language: Language,
        /// The page, without query and fragment.
        #[serde(default)]
        start_page: Option<String>,
        /// Its title.
        #[serde(default)]
        start_title: Option<String>,
        /// Where the visitor came from, without query and fragment.
        #[serde(default)]
        referrer: Option<String>,
        /// The invitation that the visitor answered.
        #[serde(default)]
        approach_id: Option<Uuid>,
        /// What it is about, of what the client offers; anything else says nothing.
        #[serde(default)]
        category_id: Option<Uuid>,
        /// Name, when given.
        #[serde(default)]
        name: Option<String>,
        /// Files uploaded before.
        #[serde(default)]
        attachments: Vec<Uuid>,
    }
    /// Leave a message while the chat is closed: becomes a case.
    LeaveMessage {
        /// Chosen by the widget.
        contact_id: Uuid,
        /// Chosen by the widget.
        message_id: Uuid,
        /// What it is about.
        text: String,
        /// Where the desk reaches the visitor, when they give it. The answer comes in the widget.
        #[serde(default)]
        email: Option<String>,
        /// Language.
        language: Language,
        /// The page.
        #[serde(default)]
        start_page: Option<String>,
        /// Its title.
        #[serde(default)]
        start_title: Option<String>,
        /// Where the visitor came from.
        #[serde(default)]
        referrer: Option<String>,
        /// The invitation that the visitor answered.
        #[serde(default)]
        approach_id: Option<Uuid>,
        /// What it is about, of what the client offers; anything else says nothing.
        #[serde(default)]
        category_id: Option<Uuid>,
        /// Name, when given.
        #[serde(default)]
        name: Option<String>,
        /// Files uploaded before.
        #[serde(default)]
        attachments: Vec<Uuid>,
    }
    /// Ask to be called instead of waiting. Good only where the client lets its customers.
    OrderCall {
        /// Chosen by the widget: of the call.
        contact_id: Uuid,
        /// Chosen by the widget: of the sentence that says when the desk calls.
        message_id: Uuid,
        /// The telephone number, as it is written.
        phone: String,
        /// When the chosen time begins (ms), of those that were shown; left out: as soon as somebody has time.
        #[serde(default)]
        from: Option<i64>,
        /// Chosen by the widget: of what it is about …
        #[serde(default)]
        about_id: Option<Uuid>,
        /// … in words. Needed when nothing has been said yet.
        #[serde(default)]
        about: String,
        /// Language.
        language: Language,
        /// The page.
        #[serde(default)]
        start_page: Option<String>,
        /// Its title.
        #[serde(default)]
        start_title: Option<String>,
        /// Where the visitor came from.
        #[serde(default)]
        referrer: Option<String>,
        /// The invitation that the visitor answered.
        #[serde(default)]
        approach_id: Option<Uuid>,
        /// What it is about, of what the client offers; anything else says nothing.
        #[serde(default)]
        category_id: Option<Uuid>,
    }
    /// I have called, and spoken with the customer.
    MarkCalled {
        /// Chosen by the screen.
        note_id: Uuid,
        /// What came of it: at most 8,000 characters.
        note: String,
        /// Of the sentence that the thread has of it; chosen by the screen.
        message_id: Uuid,
    }
    /// I have called, and the customer did not answer. When it is tried again: exactly one of `in_minutes` and `at`, and neither
    /// needs to be said of the last try that the client allows.
    MarkNotReached {
        /// Of the sentence that tells the customer; chosen by the screen.
        message_id: Uuid,
        /// So many minutes from now …
        #[serde(default)]
        in_minutes: Option<i64>,
        /// … or when the clock shows this at the client, such as `2026-11-28T15:00`.
        #[serde(default)]
        at: Option<String>,
    }
    /// Say something to the desk.
    Write {
        /// Chosen by the widget.
        message_id: Uuid,
        /// Text.
        text: String,
        /// Files uploaded before.
        #[serde(default)]
        attachments: Vec<Uuid>,
    }
}

/// The pages of a visit, which the website tells with its visitor's consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TellPages {
    /// All of them; of more than 20 the newest are kept.
    pub pages: Vec<TellPage>,
}

/// One page of a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TellPage {
    /// Its address; query and fragment are taken off. Only http and https.
    pub address: String,
    /// Its title; of a longer one 200 characters are kept.
    #[serde(default)]
    pub title: Option<String>,
    /// How many seconds ago the visitor came to it.
    pub ago_s: i64,
}
