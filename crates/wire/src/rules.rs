//! The rules of a client about what its contacts need: in settings, and tried before they hold.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::common::{ClosedReason, Language, mirror};
use crate::routing::Routing;

mirror! {
    /// Who writes.
    CustomerIs = desk::routing::rules::CustomerIs {
        /// Somebody who has had a case before, or whom the website has named with a signature.
        Known,
        /// Somebody of whom nothing is known.
        New,
    }
}
mirror! {
    /// What a rule asks for in vain.
    Dropped = desk::routing::rules::Dropped {
        /// The team: removed, or nobody in it could take such a contact.
        Team,
        /// The skill: removed, or known to nobody who serves the client.
        Skill,
        /// The level: nobody who serves the client speaks so well.
        Level,
    }
}

/// How a rule looks at the address of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PageHow {
    /// It is this page or lies under it; `/` is the front page alone.
    Under,
    /// This is somewhere in it.
    Containing,
}

/// Which pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PageIs {
    /// How.
    pub how: PageHow,
    /// What: at most 200 characters, never what follows a question mark.
    pub text: String,
}

/// A rule: when it matches, and what it asks for then. What is `null` holds always, or asks for nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoutingRule {
    /// Chosen by who adds it.
    pub rule_id: Uuid,
    /// At most 60 characters.
    pub name: String,
    /// In one of these; none: in any.
    pub languages: Vec<Language>,
    /// On these pages.
    pub page: Option<PageIs>,
    /// Who writes.
    pub customer: Option<CustomerIs>,
    /// The customer has chosen one of these categories; none: whatever they chose.
    #[serde(default)]
    pub category_ids: Vec<Uuid>,
    /// How well the language must be spoken, 1 to 3.
    pub level: Option<u8>,
    /// What must be known.
    pub skill_id: Option<Uuid>,
    /// 1 goes first, 3 last.
    pub priority: Option<i64>,
    /// Whose it is.
    pub team_id: Option<Uuid>,
}

/// A client's rules in their order. They take the place of those that it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoutingRules {
    /// The first that matches decides; at most 50.
    pub rules: Vec<RoutingRule>,
    /// Of [`ClientRules`], as they were read: what somebody has saved since then is not overwritten.
    pub version: String,
}

/// A client's rules, and what they ask for in vain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ClientRules {
    /// In their order.
    pub rules: Vec<RoutingRule>,
    /// Rules that ask for what nobody can give; they ask for nothing of it.
    pub in_vain: Vec<RuleInVain>,
    /// Rules that never decide anything, because others above them always do first.
    pub never_reached: Vec<RuleNeverReached>,
    /// Another one as soon as anything of the rules or their order is.
    pub version: String,
}

/// What one rule asks for in vain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RuleInVain {
    /// Which rule.
    pub rule_id: Uuid,
    /// What.
    pub what: Vec<Dropped>,
}

/// A rule that never decides anything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RuleNeverReached {
    /// Which rule.
    pub rule_id: Uuid,
    /// Those above it that decide instead, in their order: one, or several that together match all that it does.
    pub above: Vec<Uuid>,
}

/// A contact that is imagined, and rules as they stand on a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TryRules {
    /// In their order.
    pub rules: Vec<RoutingRule>,
    /// In which language.
    pub language: Language,
    /// On which page.
    pub page: Option<String>,
    /// Who writes.
    pub customer: CustomerIs,
    /// What they chose.
    #[serde(default)]
    pub category_id: Option<Uuid>,
}

/// What would become of it now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RulesTried {
    /// How each rule was judged, in their order.
    pub rules: Vec<RuleJudged>,
    /// How well the language must be spoken.
    pub level: u8,
    /// What must be known.
    pub skill_id: Option<Uuid>,
    /// 1 goes first.
    pub priority: i64,
    /// What the rule that decided asks for in vain.
    pub in_vain: Vec<Dropped>,
    /// Whether a chat could begin.
    pub begins: Begins,
    /// Everybody's step for it.
    pub routing: Routing,
}

/// Whether a chat with a need could begin now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "begins", rename_all = "snake_case")]
pub enum Begins {
    /// It could.
    Yes,
    /// The chat is closed.
    Closed {
        /// Why.
        reason: ClosedReason,
    },
    /// Nobody who is there knows what is needed: it is closed for that need.
    NobodyKnows,
}

/// How one rule was judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RuleJudged {
    /// Which.
    pub rule_id: Uuid,
    /// How.
    pub judged: Judged,
}

/// What came of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Judged {
    /// It decides.
    Decides,
    /// It would, but one above it does.
    TooLate,
    /// It is for other languages.
    Language,
    /// It is for other pages.
    Page,
    /// It is for other customers.
    Customer,
    /// It is for other categories.
    Category,
}
