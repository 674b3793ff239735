//! Why a waiting chat is offered to whom it is.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Whom a waiting chat would be offered to now, and how everybody was judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Routing {
    /// Whether it waits in a queue; nobody is judged when it does not.
    pub waits: bool,
    /// The client's rule that said what it needs, by the name that it had; `null` when none did.
    pub by_rule: Option<String>,
    /// The team that it was handed to.
    pub for_team: Option<Uuid>,
    /// The teams to which it has gone as well.
    pub also_for: Vec<Uuid>,
    /// To whom it is offered just now.
    pub offered_to: Option<Uuid>,
    /// To whom it is, or would be offered; `null` while it goes on waiting.
    pub chosen: Option<Uuid>,
    /// Everybody who answers and is not gone, in the order of the decision: who is asked first comes first.
    pub agents: Vec<RoutedAgent>,
}

/// How one agent was judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoutedAgent {
    /// Who.
    pub agent_id: Uuid,
    /// How.
    #[serde(flatten)]
    pub step: RoutingStep,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum RoutingStep {
    /// None of their teams serves the client, or none that it was handed to.
    OtherClient,
    /// They do not speak the language.
    Language,
    /// They speak it less well than is needed.
    Level {
        /// How well they speak it, 1 to 3.
        has: u8,
        /// How well they would have to.
        needs: u8,
    },
    /// They lack a skill.
    Skill,
    /// They are away.
    Absent,
    /// They have as much as they may have at once.
    Full,
    /// They could have it, but it is offered to somebody else just now.
    OfferedToAnother,
    /// They take it from the common list: it is not offered to their team, or has not waited long enough for that.
    TakesByHand,
    /// They have let it pass or have had it, and are asked last.
    LetItPass,
    /// They may have it.
    MayHaveIt {
        /// How many chats they have now.
        chats: i64,
        /// Since when nothing has come to them (ms).
        idle_since: i64,
        /// Whether they answered this customer last: then they are asked first.
        was_last: bool,
    },
}
