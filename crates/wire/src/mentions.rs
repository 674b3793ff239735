//! Notes that name somebody, as the one who is named is told of them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::cases::CustomerBrief;
use crate::common::mirror;

mirror! {
    /// Where in a case a note stands.
    #[derive(Default)]
    NotePlace = desk::mention::Place {
        /// In the thread, beside what the customer says.
        #[default]
        Thread,
        /// In the side conversation of colleagues.
        Side,
    }
}

/// The people and teams that a note names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Mentions {
    /// People.
    pub agent_ids: Vec<Uuid>,
    /// Teams.
    pub team_ids: Vec<Uuid>,
}

/// A note that names me, or a team of mine while I was there; or a line of a side conversation in which I take part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MentionRow {
    /// The note.
    pub note_id: Uuid,
    /// In which case.
    pub case_id: Uuid,
    /// Its number.
    pub number: i64,
    /// Whose customer.
    pub client_id: Uuid,
    /// Who asks.
    pub customer: CustomerBrief,
    /// Who wrote it.
    pub agent_id: Uuid,
    /// When (ms).
    pub at: i64,
    /// Where in the case it stands.
    pub place: NotePlace,
    /// Its first words, at most 200 characters.
    pub text: String,
    /// Whether I have read it.
    pub is_read: bool,
}
