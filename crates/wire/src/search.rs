//! What the desk's people find by its words.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::cases::CustomerBrief;
use crate::common::CaseState;

/// What was found, of each kind the newest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Found {
    /// By number or subject.
    pub cases: Vec<FoundCase>,
    /// Whether there are more of them.
    pub has_more_cases: bool,
    /// By name or address.
    pub customers: Vec<FoundCustomer>,
    /// Whether there are more of them.
    pub has_more_customers: bool,
    /// By what was said or noted.
    pub words: Vec<FoundWords>,
    /// Whether there are more of them.
    pub has_more_words: bool,
}

/// A case that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FoundCase {
    /// Which.
    pub case_id: Uuid,
    /// Its number.
    pub number: i64,
    /// Whose customer.
    pub client_id: Uuid,
    /// Where it stands.
    pub state: CaseState,
    /// Who asks.
    pub customer: CustomerBrief,
    /// Its subject, empty when nobody has written one.
    pub subject: Vec<Piece>,
}

/// A customer who was found, with their newest case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FoundCustomer {
    /// Who.
    pub customer: CustomerBrief,
    /// Their name, empty when they have told none.
    pub name: Vec<Piece>,
    /// Their address, empty when they have told none.
    pub email: Vec<Piece>,
    /// Whose customer.
    pub client_id: Uuid,
    /// Their newest case.
    pub case_id: Uuid,
    /// Its number.
    pub number: i64,
}

/// A message or a note that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FoundWords {
    /// The message or the note.
    pub id: Uuid,
    /// Whether it is a note.
    pub is_note: bool,
    /// Of a note: whether it was said in the side conversation.
    pub is_aside: bool,
    /// In which case.
    pub case_id: Uuid,
    /// Its number.
    pub number: i64,
    /// Whose customer.
    pub client_id: Uuid,
    /// Who asks.
    pub customer: CustomerBrief,
    /// The agent who said or noted it; `null` when the customer did.
    pub agent_id: Option<Uuid>,
    /// When (ms).
    pub at: i64,
    /// The words around what answers.
    pub text: Vec<Piece>,
}

/// A piece of a text that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Piece {
    /// Its letters.
    pub text: String,
    /// Whether it is what was asked for.
    pub is_hit: bool,
}
