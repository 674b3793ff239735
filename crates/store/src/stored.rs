//! How words of the rules are written in columns: one short text for each, the same on both engines.

use desk::approach::{Became, Whom};
use desk::availability::{AwayBecause, ClosedReason, Presence, WhenClosed};
use desk::availability_log::AvailabilityState;
use desk::case::{CaseState, Channel, ContactState, EndedBy, ExceedReason, OfferEnd, ReferralReason, TakenBackReason};
use desk::deciding::{ProposalState, Word};
use desk::emoji::EmojiRule;
use desk::hours::Country;
use desk::identity::Algorithm;
use desk::labels::LabelKind;
use desk::language::Language;
use desk::launch::LaunchPoint;
use desk::may::{Role, Scope};
use desk::mention::Place;
use desk::prepared::PreparedKind;
use desk::routing::Level;
use desk::routing::rules::CustomerIs;
use desk::speech::SaidHow;
use desk::triage::HandlingPath;

use uuid::Uuid;

use crate::db::{Failure, Result};

/// A word of the rules that is stored as text.
pub(crate) trait Stored: Sized + Copy + 'static {
    /// Every value with the text that stands for it. Texts are never changed: databases have them.
    const TEXTS: &'static [(Self, &'static str)];
    /// Whether it is the same value.
    fn same(self, other: Self) -> bool;
}

/// The text of `value`.
pub(crate) fn text<T: Stored>(value: T) -> &'static str {
    T::TEXTS.iter().find(|(known, _)| known.same(value)).map_or("", |(_, text)| text)
}

/// The value that `stored` stands for.
///
/// # Errors
/// [`Failure::Corrupt`] for a text that no version has written.
pub(crate) fn value<T: Stored>(stored: &str) -> Result<T> {
    T::TEXTS.iter().find(|(_, text)| *text == stored).map(|(value, _)| *value).ok_or(Failure::Corrupt)
}

/// The same for a column that can be empty.
pub(crate) fn optional<T: Stored>(stored: Option<&str>) -> Result<Option<T>> {
    stored.map(value).transpose()
}

/// A list of words as one text with spaces between.
pub(crate) fn texts<T: Stored>(values: &[T]) -> String {
    values.iter().map(|value| text(*value)).collect::<Vec<_>>().join(" ")
}

/// The list that `stored` stands for.
pub(crate) fn values<T: Stored>(stored: &str) -> Result<Vec<T>> {
    stored.split_whitespace().map(value).collect()
}

/// Ids as one text with spaces between.
pub(crate) fn ids<T: ToString>(ids: &[T]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// The ids that `stored` stands for.
pub(crate) fn ids_of<T: From<Uuid>>(stored: &str) -> Result<Vec<T>> {
    stored.split_whitespace().map(|id| Uuid::parse_str(id).map(T::from).map_err(|_| Failure::Corrupt)).collect()
}

/// The level that a column holds.
pub(crate) fn level(stored: i64) -> Level {
    Level::try_from(stored).unwrap_or(Level::MAX)
}

macro_rules! stored {
    ($($kind:ident { $($variant:ident = $text:literal),+ })+) => {$(
        impl Stored for $kind {
            const TEXTS: &'static [(Self, &'static str)] = &[$(($kind::$variant, $text)),+];
            fn same(self, other: Self) -> bool {
                self == other
            }
        }
    )+};
}

stored! {
    Algorithm { Hs256 = "hs256", EdDsa = "eddsa" }
    AvailabilityState {
        Open = "open", Hours = "hours", NobodyPresent = "nobody_present", NoSpeaker = "no_speaker", QueueFull = "queue_full", ByHand = "by_hand",
        TargetNotKept = "target_not_kept", DeskDown = "desk_down", NotLive = "not_live"
    }
    Became { Met = "met", SaidNo = "said_no", Opened = "opened", Chatted = "chatted" }
    AwayBecause { LetPass = "let_pass" }
    ClosedReason {
        Hours = "hours", NobodyPresent = "nobody_present", NoSpeaker = "no_speaker", QueueFull = "queue_full", ByHand = "by_hand",
        TargetNotKept = "target_not_kept", NotLive = "not_live"
    }
    CaseState {
        New = "new", Open = "open", WaitingForCustomer = "waiting_for_customer", WaitingForOthers = "waiting_for_others",
        Solved = "solved", Closed = "closed"
    }
    ProposalState {
        Open = "open",
        TakenEffect = "taken_effect",
        Withdrawn = "withdrawn",
        OutOfDate = "out_of_date",
        Expired = "expired",
        Direct = "direct"
    }
    Word { Consents = "consents", Objects = "objects" }
    CustomerIs { Known = "known", New = "new" }
    Channel { Chat = "chat", Message = "message", CallBack = "call_back" }
    ContactState { Waiting = "waiting", Taken = "taken", Parked = "parked", Ended = "ended" }
    ExceedReason { Urgent = "urgent", Known = "known", NobodyElse = "nobody_else", Other = "other" }
    EmojiRule { Allow = "allow", Limit = "limit", Forbid = "forbid" }
    EndedBy { Customer = "customer", Agent = "agent", Silence = "silence", CallBack = "call_back" }
    OfferEnd { LetPass = "let_pass", Withdrawn = "withdrawn" }
    TakenBackReason { AgentGone = "agent_gone", NoLongerAnswers = "no_longer_answers", GivenBack = "given_back", CustomerWrote = "customer_wrote" }
    LabelKind { Category = "category", Tag = "tag", Place = "place", Remedy = "remedy" }
    ReferralReason { NotOurs = "not_ours", NoRight = "no_right", NoKnowledge = "no_knowledge" }
    Country { Finland = "fi", Sweden = "se" }
    LaunchPoint {
        Purpose = "purpose", Answerers = "answerers", Hours = "hours", Website = "website", Closed = "closed", Greeting = "greeting",
        Asking = "asking", Criticism = "criticism", Rules = "rules", Offers = "offers", Invitations = "invitations"
    }
    HandlingPath { Now = "now", Later = "later", Colleague = "colleague", Elsewhere = "elsewhere" }
    Language { Fi = "fi", Sv = "sv", En = "en" }
    Place { Thread = "thread", Side = "side" }
    PreparedKind { Reply = "reply", SalesText = "sales_text" }
    SaidHow { Live = "live", Prepared = "prepared", Automatic = "automatic" }
    Whom { Everybody = "everybody", New = "new", Returning = "returning" }
    WhenClosed { Hidden = "hidden", Hours = "hours", Message = "message" }
    Presence { Present = "present", Away = "away", Gone = "gone" }
    Role { Owner = "owner", Supervisor = "supervisor", Agent = "agent", ReadOnly = "read_only" }
    Scope {
        ReadCases = "read_cases", WriteCases = "write_cases", ReadSettings = "read_settings", WriteSettings = "write_settings"
    }
}

/// How serde writes a word of the rules: by its stored text.
macro_rules! by_text {
    ($module:ident, $word:ty) => {
        mod $module {
            use serde::{Deserialize, Deserializer, Serializer, de::Error};

            use crate::stored;

            #[allow(clippy::trivially_copy_pass_by_ref)] // serde gives a reference
            pub fn serialize<S: Serializer>(word: &$word, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(stored::text(*word))
            }

            pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<$word, D::Error> {
                stored::value(&String::deserialize(from)?).map_err(|_| D::Error::custom("no version has written this word"))
            }
        }
    };
}
pub(crate) use by_text;
