//! The people of the desk.

use desk::availability::{AwayBecause, Presence};
use desk::id::{AgentId, ClientId, OrganisationId, SkillId};
use desk::language::Language;
use desk::may::Role;
use desk::moment::Moment;
use desk::routing::Level;

use crate::db::{Result, Row, Tx};
use crate::{statements, stored, values};

/// How many people one organisation may have.
pub const LIMIT: i64 = 1_000;

/// A person of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "switches that a person has, as the table has them")]
pub struct Agent {
    /// Who.
    pub agent_id: AgentId,
    /// Full name.
    pub name: String,
    /// What customers see.
    pub first_name: String,
    /// Sign-in address as it was written.
    pub email: String,
    /// The hash of the password (PHC string); `None` until one has been chosen.
    pub password_hash: Option<String>,
    /// Role.
    pub role: Role,
    /// Chats at once, 1–8.
    pub slots: i64,
    /// Whether they have been given the right to take a chat over their slots; who supervises has it anyway.
    pub may_exceed: bool,
    /// How well they speak which language, in chat.
    pub languages: Vec<(Language, Level)>,
    /// What they know.
    pub skills: Vec<SkillId>,
    /// False: shut out.
    pub active: bool,
    /// Language of the screens.
    pub language: Language,
    /// Whether a sound is played.
    pub sound: bool,
    /// Whether the browser shows notifications.
    pub notifications: bool,
    /// Whether single-letter shortcuts are on.
    pub shortcuts: bool,
    /// Whether there, as last heard.
    pub presence: Presence,
    /// Why they are away, when they have not said so themselves.
    pub away_because: Option<AwayBecause>,
    /// Since when.
    pub presence_since: Moment,
    /// When a screen of theirs was last heard.
    pub seen_at: Moment,
    /// When the person was added.
    pub created_at: Moment,
}

macro_rules! select_agent {
    ($rest:literal) => {
        concat!(
            "select agent_id, name, first_name, email, password_hash, role, slots, chat_fi, active, language, sound, \
             notifications, shortcuts, presence, presence_since_us, seen_at_us, created_at_us, away_because, chat_sv, chat_en, skills, may_exceed from agents ",
            $rest
        )
    };
}

statements! {
    LOAD = select_agent!("where organisation_id = $1 and agent_id = $2");
    LOCK = select_agent!("where organisation_id = $1 and agent_id = $2 for update");
    BY_EMAIL = select_agent!("where organisation_id = $1 and email_folded = $2");
    LIST = select_agent!("where organisation_id = $1 order by name, agent_id limit $2");
    ADD = "insert into agents (organisation_id, agent_id, name, first_name, email, email_folded, password_hash, role, slots,
             active, language, sound, notifications, shortcuts, presence, presence_since_us, seen_at_us, claims,
             created_at_us, chat_fi, chat_sv, chat_en, skills, may_exceed)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 0, $18, $19, $20, $21, $22, $23)
           on conflict do nothing";
    CHANGE = "update agents set name = $3, first_name = $4, email = $5, email_folded = $6, role = $7, slots = $8,
                active = $9, chat_fi = $10, chat_sv = $11, chat_en = $12, skills = $13, may_exceed = $14
               where organisation_id = $1 and agent_id = $2";
    SET_PASSWORD = "update agents set password_hash = $3 where organisation_id = $1 and agent_id = $2";
    SET_PREFERENCES = "update agents set language = $3, sound = $4, notifications = $5, shortcuts = $6
                        where organisation_id = $1 and agent_id = $2";
    OTHER_OWNERS = "select count(*) from agents
                     where organisation_id = $1 and agent_id <> $2 and role = 'owner' and active = 1";
    /// The row that makes two demotions at once wait for each other.
    LOCK_OWNERS = "select agent_id from agents where organisation_id = $1 and role = 'owner' and active = 1
                    order by agent_id limit 1000 for update";
    // With those whom the person's teams help out, at most over two teams (`desk::routing::CHAIN_LIMIT`).
    CLIENTS_SERVED = "select distinct s.client_id from team_clients s
                       join teams t on t.organisation_id = s.organisation_id and t.team_id = s.team_id
                       left join teams u on u.organisation_id = t.organisation_id and u.team_id = t.overflow_team_id
                       join team_members m on m.organisation_id = s.organisation_id
                        and m.team_id in (t.team_id, t.overflow_team_id, u.overflow_team_id)
                      where s.organisation_id = $1 and m.agent_id = $2
                      order by s.client_id limit 1000";
}

/// The form of an address in which two spellings of one address are equal.
pub fn fold_email(email: &str) -> String {
    email.trim().to_lowercase()
}

/// One person.
pub async fn load(tx: &mut Tx, organisation: OrganisationId, agent: AgentId) -> Result<Option<Agent>> {
    tx.row(LOAD, values![organisation, agent]).await?.as_ref().map(read).transpose()
}

/// One person, locked until the unit ends.
pub async fn lock(tx: &mut Tx, organisation: OrganisationId, agent: AgentId) -> Result<Option<Agent>> {
    tx.row(LOCK, values![organisation, agent]).await?.as_ref().map(read).transpose()
}

/// The person who signs in with this address.
pub async fn by_email(tx: &mut Tx, organisation: OrganisationId, email: &str) -> Result<Option<Agent>> {
    tx.row(BY_EMAIL, values![organisation, fold_email(email)]).await?.as_ref().map(read).transpose()
}

/// Everybody, shut-out people too, by name.
pub async fn list(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<Agent>> {
    tx.rows(LIST, values![organisation, LIMIT]).await?.iter().map(read).collect()
}

/// Stores a new person. False when the id or the address is taken.
pub async fn add(tx: &mut Tx, organisation: OrganisationId, new: &Agent) -> Result<bool> {
    let stored = tx
        .execute(
            ADD,
            values![
                organisation,
                new.agent_id,
                &new.name,
                &new.first_name,
                &new.email,
                fold_email(&new.email),
                new.password_hash.clone(),
                stored::text(new.role),
                new.slots,
                new.active,
                new.language.code(),
                new.sound,
                new.notifications,
                new.shortcuts,
                stored::text(new.presence),
                new.presence_since,
                new.seen_at,
                new.created_at,
                level_of(new, Language::Fi),
                level_of(new, Language::Sv),
                level_of(new, Language::En),
                stored::ids(&new.skills),
                new.may_exceed,
            ],
        )
        .await?;
    Ok(stored == 1)
}

/// Stores what settings can change of a person. The address must be free: ask [`by_email`] first.
pub async fn change(tx: &mut Tx, organisation: OrganisationId, agent: &Agent) -> Result<()> {
    tx.execute(
        CHANGE,
        values![
            organisation,
            agent.agent_id,
            &agent.name,
            &agent.first_name,
            &agent.email,
            fold_email(&agent.email),
            stored::text(agent.role),
            agent.slots,
            agent.active,
            level_of(agent, Language::Fi),
            level_of(agent, Language::Sv),
            level_of(agent, Language::En),
            stored::ids(&agent.skills),
            agent.may_exceed,
        ],
    )
    .await?;
    Ok(())
}

/// Stores the hash of a new password.
pub async fn set_password(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, hash: &str) -> Result<()> {
    tx.execute(SET_PASSWORD, values![organisation, agent, hash]).await?;
    Ok(())
}

/// Stores a person's own settings.
pub async fn set_preferences(tx: &mut Tx, organisation: OrganisationId, agent: &Agent) -> Result<()> {
    let values = values![organisation, agent.agent_id, agent.language.code(), agent.sound, agent.notifications, agent.shortcuts,];
    tx.execute(SET_PREFERENCES, values).await?;
    Ok(())
}

/// Whether somebody else owns the desk too. Locks the owners, so that two of them cannot step down at once.
pub async fn has_other_owner(tx: &mut Tx, organisation: OrganisationId, agent: AgentId) -> Result<bool> {
    tx.rows(LOCK_OWNERS, values![organisation]).await?;
    let row = tx.row(OTHER_OWNERS, values![organisation, agent]).await?;
    Ok(row.map(|row| row.get::<i64>(0)).transpose()?.unwrap_or_default() > 0)
}

/// The clients that the person's teams serve or help to serve.
pub async fn clients_served(tx: &mut Tx, organisation: OrganisationId, agent: AgentId) -> Result<Vec<ClientId>> {
    tx.rows(CLIENTS_SERVED, values![organisation, agent]).await?.iter().map(|row| row.get(0)).collect()
}

/// How well they speak it; 0 when they do not.
fn level_of(agent: &Agent, language: Language) -> i64 {
    agent.languages.iter().find(|(spoken, _)| *spoken == language).map_or(0, |(_, level)| i64::from(*level))
}

/// The languages that the columns say are spoken.
pub(crate) fn spoken(fi: i64, sv: i64, en: i64) -> Vec<(Language, Level)> {
    let levels = [(Language::Fi, fi), (Language::Sv, sv), (Language::En, en)];
    levels.into_iter().filter(|(_, level)| *level > 0).map(|(language, level)| (language, stored::level(level))).collect()
}

fn read(row: &Row) -> Result<Agent> {
    Ok(Agent {
        agent_id: row.get(0)?,
        name: row.get(1)?,
        first_name: row.get(2)?,
        email: row.get(3)?,
        password_hash: row.get(4)?,
        role: stored::value(&row.get::<String>(5)?)?,
        slots: row.get(6)?,
        languages: spoken(row.get(7)?, row.get(18)?, row.get(19)?),
        skills: stored::ids_of(&row.get::<String>(20)?)?,
        active: row.get(8)?,
        language: stored::value(&row.get::<String>(9)?)?,
        sound: row.get(10)?,
        notifications: row.get(11)?,
        shortcuts: row.get(12)?,
        presence: stored::value(&row.get::<String>(13)?)?,
        presence_since: row.get(14)?,
        seen_at: row.get(15)?,
        created_at: row.get(16)?,
        away_because: stored::optional(row.get::<Option<String>>(17)?.as_deref())?,
        may_exceed: row.get(21)?,
    })
}
