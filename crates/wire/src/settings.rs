//! Settings of the desk: clients, teams, agents, keys, and what was changed by whom.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::agent::{Offers, Overflow, Role, Speaks};
use crate::common::{Language, WhenClosed, mirror};
use crate::customer::{OpenException, OpenSlot};
use crate::holidays::HolidaySettings;
use crate::speech::Speech;

/// Everything that can be set for a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClientSettings {
    /// Name.
    pub name: String,
    /// What the desk is called there.
    pub desk_name: Option<String>,
    /// Languages, preferred first; at least one.
    pub languages: Vec<Language>,
    /// Header colour `#rrggbb`.
    pub colour: Option<String>,
    /// IANA time zone.
    pub time_zone: String,
    /// Monday first, seven lists.
    pub week: Vec<Vec<OpenSlot>>,
    /// Days of their own.
    pub exceptions: Vec<OpenException>,
    /// Whose holidays are kept, and the hours on them; `null` where they are days like any other.
    pub holidays: Option<HolidaySettings>,
    /// Closed by hand until opened again.
    pub closed_by_hand: bool,
    /// What visitors find while the chat is closed; a message form when it is left out.
    #[serde(default = "message")]
    pub when_closed: WhenClosed,
    /// Longest queue that is still open (0–500) when no luukku is free.
    pub queue_ceiling: i64,
    /// When the chat closes to new visitors because its answer target is not kept; `null`: never.
    #[serde(default)]
    pub opening_target: Option<OpeningTarget>,
    /// When the luukut of whoever has been in chat for long become fewer; `null` or left out: never.
    #[serde(default)]
    pub ease: Option<Ease>,
    /// How customers can ask to be called instead of waiting; `null` or left out: they cannot.
    #[serde(default)]
    pub call_back: Option<CallBack>,
    /// Seconds of the answer target (10–86,400).
    pub answer_target_s: i64,
    /// Minutes of silence after which a chat ends by itself (2–1,440).
    pub silence_min: i64,
    /// Minutes after "solved" during which a mere thank-you does not reopen (0–10,080).
    pub thanks_grace_min: i64,
    /// Websites that may show the widget: origins such as `https://www.example.fi`, or `https://*.example.fi`.
    pub websites: Vec<String>,
    /// The first words in each language; empty = none. Who says them is in `speech`; what the desk says itself is marked as automatic.
    pub greeting_fi: String,
    /// Swedish.
    pub greeting_sv: String,
    /// English.
    pub greeting_en: String,
    /// How the client's desk speaks.
    #[serde(default)]
    pub speech: Speech,
}

fn message() -> WhenClosed {
    WhenClosed::Message
}

/// When a chat closes to new visitors because its answer target is not kept. It opens again when that has become clearly better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpeningTarget {
    /// Over how many minutes the share is counted (5–240).
    pub window_min: i64,
    /// It closes when fewer than so many per cent were answered within their target (1–99).
    pub least_percent: i64,
    /// And when somebody has waited for longer than so many times the target (1–20).
    pub longest_wait: i64,
}

/// When the luukut of whoever has been in chat for long become fewer. They come back after a break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Ease {
    /// For each full stretch of so many minutes in chat one less (30–480).
    pub after_min: i64,
    /// So many remain (1–8).
    pub least_slots: i64,
}

/// How customers can ask to be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CallBack {
    /// Who chooses no time is called within so many minutes of the opening hours (5–2,880).
    pub within_min: i64,
    /// A customer who does not answer is called so often (1–10).
    pub tries: i64,
}

/// How much contacts take of whoever holds them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// A left message, in per cent of a chat (0–100).
    pub message_weight: i64,
}

/// A client with its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Client {
    /// Which.
    pub client_id: Uuid,
    /// Public key of its widget.
    pub widget_key: String,
    /// The line to put on the website.
    pub embed: String,
    /// The same with the hash of the script in it: the website loads this version and no other. `null` when the desk was
    /// built without its widget.
    pub embed_pinned: Option<String>,
    /// The settings.
    pub settings: ClientSettings,
}

/// Everything that can be set for a team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TeamSettings {
    /// Name.
    pub name: String,
    /// How its members are offered what waits; `null` or left out: they take it from the common list.
    #[serde(default)]
    pub offers: Option<Offers>,
    /// When its chats go to another team as well, and to which; `null` or left out: never.
    #[serde(default)]
    pub overflow: Option<Overflow>,
    /// Whether its members decide about its rules together: they propose and consent, and no supervisor is needed. Left out: as it
    /// is, and of a new team: no.
    #[serde(default)]
    pub is_self_directed: Option<bool>,
    /// Clients it serves.
    pub client_ids: Vec<Uuid>,
    /// Members.
    pub agent_ids: Vec<Uuid>,
}

/// The teams that somebody is in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AgentTeams {
    /// Every one of them; in any other they are not.
    pub team_ids: Vec<Uuid>,
}

/// Everything that can be set for an agent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AgentSettings {
    /// Full name.
    pub name: String,
    /// What customers see.
    pub first_name: String,
    /// Sign-in address.
    pub email: String,
    /// Role.
    pub role: Role,
    /// Chats at once, 1–8.
    pub slots: i64,
    /// Whether they may take a chat over their slots, with a reason; who supervises may anyway.
    #[serde(default)]
    pub may_exceed: bool,
    /// Languages.
    pub languages: Vec<Language>,
    /// How well they speak those in chat; left out, or `null`: as before, and a new person is fluent.
    #[serde(default)]
    pub levels: Option<Vec<Speaks>>,
    /// What they know; left out, or `null`: as before.
    #[serde(default)]
    pub skill_ids: Option<Vec<Uuid>>,
    /// False shuts the person out at once.
    pub active: bool,
}

/// An agent with settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Agent {
    /// Who.
    pub agent_id: Uuid,
    /// Settings.
    pub settings: AgentSettings,
    /// Whether a password has been set.
    pub has_password: bool,
}

/// Everything that can be set for a skill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SkillSettings {
    /// Name.
    pub name: String,
}

/// A new agent, or one who needs a new password: the link is shown once and works once, for 72 hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Invitation {
    /// Who.
    pub agent_id: Uuid,
    /// The page where the password is chosen.
    pub link: String,
    /// Until when (ms).
    pub expires_at: i64,
}

/// Whom an invitation is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Invited {
    /// Full name.
    pub name: String,
    /// Sign-in address.
    pub email: String,
}

/// Choose a password through an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptInvitation {
    /// From the link.
    pub token: String,
    /// 12–1,024 bytes.
    pub password: String,
}

/// The set-up page's answers: the organisation, its first client with the widget, the owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetUp {
    /// From the link the server printed.
    pub token: String,
    /// Organisation's name.
    pub organisation: String,
    /// First client's name.
    pub client: String,
    /// Its languages.
    pub languages: Vec<Language>,
    /// Time zone.
    pub time_zone: String,
    /// Hours.
    pub week: Vec<Vec<OpenSlot>>,
    /// Websites.
    pub websites: Vec<String>,
    /// Owner's full name.
    pub owner_name: String,
    /// Owner's address.
    pub owner_email: String,
    /// Owner's password.
    pub owner_password: String,
}

mirror! {
    /// What a key of an integration may do.
    Scope = desk::may::Scope {
        /// Read cases.
        ReadCases,
        /// Write messages and notes and act on cases.
        WriteCases,
        /// Read settings.
        ReadSettings,
        /// Change settings.
        WriteSettings,
    }
}

/// A key of an integration, without the key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ApiToken {
    /// Which.
    pub api_token_id: Uuid,
    /// What it is for.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// Made (ms).
    pub created_at: i64,
    /// Good until (ms).
    pub expires_at: Option<i64>,
    /// Last used (ms).
    pub used_at: Option<i64>,
}

/// A new key: shown once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewApiToken {
    /// The row.
    pub token: ApiToken,
    /// The key itself.
    pub secret: String,
}

/// Make a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateApiToken {
    /// What it is for.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// Days until it ends; `null` for never.
    pub days: Option<i64>,
}
