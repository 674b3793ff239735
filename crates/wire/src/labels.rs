//! Categories and tags: in settings, on screens, on a case.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::common::mirror;
use crate::speech::Worded;

mirror! {
    /// What kind of label.
    LabelKind = desk::labels::LabelKind {
        /// What a case is about: at most one of a case.
        Category,
        /// What is worth finding again: some of a case.
        Tag,
        /// Where customers are sent whose matter is not solved here.
        Place,
        /// A right or a piece of knowledge with which a matter could have been solved here.
        Remedy,
    }
}

/// A category, a tag, a place or a remedy of a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// Chosen by who adds it.
    pub label_id: Uuid,
    /// What kind.
    pub kind: LabelKind,
    /// At most 40 characters; once in its kind.
    pub name: String,
    /// True: it stays on old cases and goes on no new one.
    pub retired: bool,
    /// What customers read of a category where they choose what their matter is about, at most 40 characters; empty in a
    /// language: its name. `null`: they are not offered it, nor any label of another kind.
    #[serde(default)]
    pub offered: Option<Worded>,
}

/// What a client asks of a case that is solved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Requires {
    /// A category.
    pub category: bool,
    /// At least one tag.
    pub tag: bool,
}

/// How a client's cases are sorted. Sent back, it changes what it names; a label that it does not name stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClientLabels {
    /// Kind by kind, by name.
    pub labels: Vec<Label>,
    /// What solving asks for.
    pub requires: Requires,
}

/// What a case is sorted by: takes the place of what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetLabels {
    /// What it is about; `null` for not said.
    pub category_id: Option<Uuid>,
    /// What it is found by, at most 10.
    pub tag_ids: Vec<Uuid>,
}
