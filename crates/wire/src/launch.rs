//! What must be thought of before a client's chat is opened to its customers, and when it is looked through again.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::common::{Language, mirror};

mirror! {
    /// One of the eleven points.
    LaunchPoint = desk::launch::LaunchPoint {
        /// What the chat is for.
        Purpose,
        /// Who answers, in every language.
        Answerers,
        /// When it is open.
        Hours,
        /// On which websites it is.
        Website,
        /// What happens when nobody answers, and outside the hours.
        Closed,
        /// How a conversation is begun.
        Greeting,
        /// What may be asked of customers.
        Asking,
        /// How criticism and hostile words are answered.
        Criticism,
        /// Rules of play and the way of a case.
        Rules,
        /// Whether and how offers are told of.
        Offers,
        /// Whether the chat invites by itself.
        Invitations,
    }
}

/// What a point still lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "lack", content = "language", rename_all = "snake_case")]
pub enum Lack {
    /// Somebody's word.
    Confirmation,
    /// Any hour in the week.
    Hours,
    /// Any website.
    Website,
    /// Somebody who answers in this language.
    Answerer(Language),
    /// A greeting or a prepared reply in this language.
    Beginning(Language),
}

impl From<desk::launch::Lack> for Lack {
    fn from(lack: desk::launch::Lack) -> Self {
        use desk::launch::Lack as Rule;
        match lack {
            Rule::Confirmation => Self::Confirmation,
            Rule::Hours => Self::Hours,
            Rule::Website => Self::Website,
            Rule::Answerer(language) => Self::Answerer(language.into()),
            Rule::Beginning(language) => Self::Beginning(language.into()),
        }
    }
}

/// Somebody's word for a point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Confirmed {
    /// How it was agreed.
    pub words: String,
    /// Name of who confirmed it, as it was then.
    pub name: String,
    /// When (ms).
    pub at: i64,
}

/// How one point stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LaunchPointView {
    /// Which.
    pub point: LaunchPoint,
    /// Whether the chat stays shut while it is open.
    pub is_mandatory: bool,
    /// Whether somebody confirms it; otherwise the settings say.
    pub is_confirmed: bool,
    /// What it lacks; nothing when it is done.
    pub lacks: Vec<Lack>,
    /// Somebody's word, when it has been given.
    pub confirmed: Option<Confirmed>,
}

/// A client's way to its customers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Launch {
    /// The client's name.
    pub name: String,
    /// Since when customers may use the chat (ms); `null` while visitors see nothing of it.
    pub live_at: Option<i64>,
    /// The eleven points, in the order in which they are thought of.
    pub points: Vec<LaunchPointView>,
    /// When it is looked through again, `2027-11-28`: as chosen, or a year after it was opened.
    pub review_on: Option<String>,
    /// Who minds it.
    pub minded_by: Option<Uuid>,
}

/// Give one's word for a point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmLaunchPoint {
    /// Which: one that somebody confirms.
    pub point: LaunchPoint,
    /// How it was agreed, 1–1,000 characters.
    pub words: String,
}

/// Who minds a chat, and when it is looked through again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LaunchReview {
    /// `2027-11-28`; `null`: a year after it was opened.
    pub review_on: Option<String>,
    /// Who; `null` for nobody in particular.
    pub minded_by: Option<Uuid>,
}
