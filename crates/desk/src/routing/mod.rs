//! Who gets which contact: pure decisions over facts that somebody else has read. Every decision is explained step by
//! step as data.
//!
//! Read in this order: [`Needs`] and [`AgentNow`] (the facts), [`eligible`] (who may have a contact at all), [`lacks`] (what somebody would have to know), [`queue`]
//! (who is served first), [`rules`] (what a contact needs), [`choose`] (who is asked), [`explain`] (why, for people).

mod choose;
mod eligible;
mod knowing;
mod overflow;
mod queue;
pub mod reach;
pub mod rules;
mod weights;

use crate::availability::Presence;
use crate::id::{AgentId, ClientId, ContactId, SkillId, TeamId};
use crate::language::Language;
use crate::moment::{Moment, Span};

pub use choose::{Decision, Step, choose, explain, hand_out, is_unattended};
pub use eligible::{Ineligible, eligible, may_take};
pub use knowing::{Demand, Lack, Level, USUAL_LEVEL, is_level, lacks};
pub use overflow::{CHAIN_LIMIT, Overflow, Overflowing, WrongOverflow, helped, overflows, still_help, wrong_overflow};
pub use queue::{in_order, turn};
pub use weights::{Weights, capacity};

/// How much one chat weighs. Capacities and loads are counted in the same measure: four slots are 400.
pub const CHAT_WEIGHT: i64 = 100;

/// For so long whoever answered a customer is offered them first when they come back: afterwards nobody remembers.
pub const REMEMBERED: Span = Span::seconds(30 * 86_400);

/// How contacts find agents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The desk offers each contact to one agent.
    Push,
    /// Agents take from the common list; only what nobody takes is offered.
    Pull,
}

/// How a team's members are offered contacts that wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offers {
    /// How long a contact has waited before it is offered: nothing in a team to which everything is offered.
    pub after: Span,
    /// How long one agent has it to themselves.
    pub within: Span,
}

impl Offers {
    /// A contact may stand in the common list for at most this long before it is offered, in seconds.
    pub const LONGEST_AFTER_S: i64 = 600;
    /// An agent needs at least this long to see an offer, in seconds.
    pub const SHORTEST_WITHIN_S: i64 = 5;
    /// And has it for at most this long, in seconds: the customer waits meanwhile.
    pub const LONGEST_WITHIN_S: i64 = 120;
    /// Unless a team says otherwise, in seconds: three such offers fit into the promise of a minute.
    pub const USUAL_WITHIN_S: i64 = 20;
}

/// That an agent serves a client as a member of a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Serving {
    /// Whom; none as a member of a team that has no client of its own and helps others out.
    pub client: Option<ClientId>,
    /// In which team.
    pub team: TeamId,
    /// How the team's members are offered what waits; none: they take it from the common list.
    pub offers: Option<Offers>,
}

impl Serving {
    pub(super) fn is_for(&self, needs: &Needs) -> bool {
        let is_theirs = self.client == Some(needs.client) && needs.team.is_none_or(|team| team == self.team);
        is_theirs || needs.also.contains(&self.team)
    }
}

/// What a contact asks of the agent who gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needs {
    /// Whose customer asks.
    pub client: ClientId,
    /// The team that it was handed to.
    pub team: Option<TeamId>,
    /// The teams to which it has overflowed.
    pub also: Vec<TeamId>,
    /// In which language.
    pub language: Language,
    /// How well the agent must speak it.
    pub level: Level,
    /// What the agent must know.
    pub skill: Option<SkillId>,
    /// How much of an agent it takes; a chat is [`CHAT_WEIGHT`].
    pub weight: i64,
}

/// A contact in the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Which.
    pub contact: ContactId,
    /// 1 goes first.
    pub priority: i64,
    /// When it came. A contact that was taken back keeps this.
    pub arrived_at: Moment,
    /// What it asks.
    pub needs: Needs,
    /// Who has let an offer of it pass.
    pub passed_by: Vec<AgentId>,
    /// Who answered its customer last, within [`REMEMBERED`]: they are offered it first, while they may have it.
    pub last_with: Option<AgentId>,
}

/// An agent at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgentNow {
    /// Who.
    pub agent: AgentId,
    /// Whom they serve in which team.
    pub serves: Vec<Serving>,
    /// How well they speak which language, in chat.
    pub languages: Vec<(Language, Level)>,
    /// What they know.
    pub skills: Vec<SkillId>,
    /// Whether they are there.
    pub presence: Presence,
    /// How much they may have at once ([`capacity`]).
    pub capacity: i64,
    /// How much they have, what is offered to them included.
    pub load: i64,
    /// Since when nothing has come or gone.
    pub idle_since: Moment,
}

impl AgentNow {
    /// How much more they may have; nothing when the capacity was lowered below the load.
    pub fn free(&self) -> i64 {
        self.capacity.saturating_sub(self.load).max(0)
    }

    /// How long they get for a contact with these needs that has waited for `waited`; none while it is not offered to them.
    pub fn offered_within(&self, needs: &Needs, waited: Span) -> Option<Span> {
        let serving = self.serves.iter().filter(|serving| serving.is_for(needs));
        serving.filter_map(|serving| serving.offers).filter(|offers| offers.after <= waited).map(|offers| offers.within).min()
    }
}
