//! The people of the desk, its clients and its teams.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::common::{Availability, Language, mirror};
use crate::known::KnownField;
use crate::labels::{Label, Requires};
use crate::speech::ClientSpeech;

mirror! {
    /// What a person of the desk may do.
    Role = desk::may::Role {
        /// Everything, settings included.
        Owner,
        /// Everything but owning: answers, supervises, sets hours and agents.
        Supervisor,
        /// Answers.
        Agent,
        /// Looks.
        ReadOnly,
    }
}

mirror! {
    /// Whether an agent is there.
    Presence = desk::availability::Presence {
        /// Takes chats.
        Present,
        /// Signed in, takes no new chats; keeps the open ones.
        Away,
        /// Signed out or silent for 45 s.
        Gone,
    }
}

mirror! {
    /// Why somebody is away who has not said so.
    AwayBecause = desk::availability::AwayBecause {
        /// They let an offered chat pass.
        LetPass,
    }
}

/// How a team's members are offered what waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Offers {
    /// Seconds that a chat has waited before it is offered (0–600); 0: every chat is.
    pub after_s: i64,
    /// Seconds for which one agent has it to themselves (5–120).
    pub within_s: i64,
}

/// When chats of a team go to another team as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Overflow {
    /// Seconds that a customer has waited then (10–3,600), counted from when the chat came to the team.
    pub after_s: i64,
    /// To which team; it may have been removed since, and then nothing happens.
    pub team_id: Uuid,
}

/// That somebody speaks a language, and how well in chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Speaks {
    /// Which language.
    pub language: Language,
    /// 1 copes, 2 is fluent, 3 writes as a native does.
    pub level: u8,
}

/// Something that agents can know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SkillRow {
    /// Which.
    pub skill_id: Uuid,
    /// Name.
    pub name: String,
}

/// The signed-in person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Me {
    /// Who.
    pub agent_id: Uuid,
    /// Full name.
    pub name: String,
    /// Sign-in address.
    pub email: String,
    /// Role.
    pub role: Role,
    /// Name of the organisation.
    pub organisation: String,
    /// Language of the screens.
    pub language: Language,
    /// Whether a sound is played for new chats and warnings.
    pub sound: bool,
    /// Whether the browser shows notifications.
    pub notifications: bool,
    /// Whether single-letter shortcuts are on.
    pub shortcuts: bool,
}

/// A client as lists name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ClientRow {
    /// Which.
    pub client_id: Uuid,
    /// Name.
    pub name: String,
    /// Languages it is served in, preferred first.
    pub languages: Vec<Language>,
    /// Seconds within which the first human answer is promised.
    pub answer_target_s: i64,
    /// The zone that its hours are told in, such as `Europe/Helsinki`.
    pub time_zone: String,
    /// How often a call is tried.
    pub call_tries: i64,
    /// Its categories and tags, retired ones included.
    pub labels: Vec<Label>,
    /// What it keeps of its customers, in order: its fields, retired ones included.
    pub known_fields: Vec<KnownField>,
    /// What it asks of a case that is solved.
    pub requires: Requires,
    /// How its desk speaks.
    pub speech: ClientSpeech,
    /// Whether any website may show its chat; without one, no visitor ever sees it.
    pub has_websites: bool,
    /// From when on its settings wait to be looked through again (ms); `null` while it is not open to customers.
    pub review_at: Option<i64>,
    /// Whether its chat is open.
    pub availability: Availability,
    /// The names of the rules that close it to some, although it is open: nobody who is there knows what they ask for.
    pub closed_rules: Vec<String>,
}

/// A team as lists name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TeamRow {
    /// Which.
    pub team_id: Uuid,
    /// Name.
    pub name: String,
    /// How its members are offered what waits; `null`: they take it from the common list.
    pub offers: Option<Offers>,
    /// When its chats go to another team as well, and to which.
    pub overflow: Option<Overflow>,
    /// Whether its members decide about its rules together.
    pub is_self_directed: bool,
    /// The clients it serves.
    pub client_ids: Vec<Uuid>,
    /// Its members.
    pub agent_ids: Vec<Uuid>,
}

/// A person of the desk as colleagues see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AgentRow {
    /// Who.
    pub agent_id: Uuid,
    /// Full name.
    pub name: String,
    /// What customers see.
    pub first_name: String,
    /// Role.
    pub role: Role,
    /// Whether there.
    pub presence: Presence,
    /// Why they are away, when they have not said so themselves.
    pub away_because: Option<AwayBecause>,
    /// Since when (ms).
    pub presence_since: i64,
    /// How many chats at once (1–8).
    pub slots: i64,
    /// Whether they may take a chat over their slots, with a reason.
    pub may_exceed: bool,
    /// How well they speak which language.
    pub speaks: Vec<Speaks>,
    /// What they know.
    pub skill_ids: Vec<Uuid>,
    /// False: shut out, and only named by what they have said.
    pub is_active: bool,
}

/// Today's figures of one client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Today {
    /// Which client.
    pub client_id: Uuid,
    /// Chats started since midnight in the client's time zone.
    pub started: i64,
    /// Of those, answered by a human.
    pub answered: i64,
    /// Of those, answered within the target.
    pub within_target: i64,
    /// Chats that ended without a human answer.
    pub unanswered: i64,
    /// Chats whose customer asked to be called instead before the target had passed, and has not cancelled: they count as neither.
    pub called_instead: i64,
    /// Call-backs asked for since midnight, without those that ended before their time and before anybody called.
    pub calls_promised: i64,
    /// Of those, first called by the promised time.
    pub calls_kept: i64,
    /// Of those, first called after it, or not called yet although it has passed.
    pub calls_late: i64,
    /// Of those, called and not spoken with.
    pub calls_not_reached: i64,
    /// Chats that still wait for their first human answer, past the target.
    pub overdue: i64,
    /// Chats that somebody took over their slots.
    pub exceeded: i64,
    /// Milliseconds to the first human answer, of all the answered together: divided by `answered` it is their mean.
    pub took_ms: i64,
    /// Median seconds to the first human answer; `null` without answers.
    pub median_s: Option<i64>,
    /// 90th percentile of the same.
    pub p90_s: Option<i64>,
    /// Chats of which somebody has said how urgent they are.
    pub triaged: i64,
    /// Of those, before a human answered.
    pub triaged_in_time: i64,
    /// Median seconds to the first such estimate; `null` without any.
    pub triage_median_s: Option<i64>,
    /// 90th percentile of the same.
    pub triage_p90_s: Option<i64>,
    /// How long the chat has been closed today although its hours said that it is open (ms), until `closed_since`.
    pub closed_ms: i64,
    /// Since when it is so now (ms); `null` when it is not.
    pub closed_since: Option<i64>,
    /// This afternoon, when an agent can promise to come back (ms; it may have passed); `null` on a day on which it is closed then.
    pub come_back_today_at: Option<i64>,
    /// The same on the next day on which it is open; `null` when none is known.
    pub come_back_next_day_at: Option<i64>,
}

/// A signed-in device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Device {
    /// Which session.
    pub session_id: Uuid,
    /// What the browser called itself.
    pub browser: String,
    /// From where.
    pub address: String,
    /// Signed in (ms).
    pub signed_in_at: i64,
    /// Last used (ms).
    pub used_at: i64,
    /// True for the one that asks.
    pub is_this: bool,
}
