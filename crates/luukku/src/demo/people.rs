//! Makes the demo's organisation: its clients, teams and agents.

use std::collections::HashMap;

use desk::availability::Presence;
use desk::id::{AgentId, ClientId, OrganisationId, SkillId, TeamId};
use desk::language::Language;
use desk::moment::{Moment, Span};
use server::{Desk, secret};
use store::clients::OpenSlot;
use store::organisations::Organisation;
use store::skills::Skill;
use store::{Tx, agents, clients, organisations, teams};

use super::content::{self, Content, Day, Opening};
use super::prepared;
use crate::stop::Stop;

/// The desk is older than its oldest conversation.
const AGE: Span = Span::seconds(60 * 86_400);

/// Who is there now, by the keys and names that the content uses.
pub struct Seeded {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Clients by their key.
    pub clients: HashMap<String, ClientId>,
    /// Agents by their key.
    pub agents: HashMap<String, AgentId>,
    /// Teams by their name.
    pub teams: HashMap<String, TeamId>,
    /// What agents know, by its name.
    pub skills: HashMap<String, SkillId>,
    /// Public keys of the widgets, by the key of the client.
    pub widgets: HashMap<String, String>,
}

/// Stores everybody, in one unit of work. All of them have `password`.
pub async fn seed(desk: &Desk, content: &Content, site_of: impl Fn(&str) -> String, password: &str) -> Result<Seeded, Stop> {
    let now = desk.now();
    let since = now.minus(AGE);
    let id = || desk.new_id(since).map_err(|_| no_chance());
    let hash = desk.passwords.hash(password.to_owned()).await.map_err(|_| no_chance())?;
    let organisation = OrganisationId(id()?);
    let mut seeded = Seeded {
        organisation,
        clients: HashMap::new(),
        agents: HashMap::new(),
        teams: HashMap::new(),
        skills: HashMap::new(),
        widgets: HashMap::new(),
    };
    for name in content.organisation.agents.iter().flat_map(|agent| &agent.skills) {
        if !seeded.skills.contains_key(name) {
            seeded.skills.insert(name.clone(), SkillId(id()?));
        }
    }
    let (mut new_clients, mut new_agents, mut new_teams) = (Vec::new(), Vec::new(), Vec::new());
    for client in &content.organisation.clients {
        let widget_id = secret::new_widget_id(desk).map_err(|_| no_chance())?;
        seeded.widgets.insert(client.key.clone(), secret::widget_key(organisation, &widget_id));
        let client_id = ClientId(id()?);
        seeded.clients.insert(client.key.clone(), client_id);
        new_clients.push(new_client(client, client_id, widget_id, &content.organisation.time_zone, site_of(&client.key), since));
    }
    for agent in &content.organisation.agents {
        let agent_id = AgentId(id()?);
        seeded.agents.insert(agent.key.clone(), agent_id);
        new_agents.push(new_agent(agent, agent_id, (hash.clone(), content.organisation.language), &seeded.skills, (since, now)));
    }
    for team in &content.organisation.teams {
        let team_id = TeamId(id()?);
        seeded.teams.insert(team.name.clone(), team_id);
        let members = content.organisation.agents.iter().filter(|agent| agent.teams.contains(&team.name));
        new_teams.push(teams::Team {
            team_id,
            name: team.name.clone(),
            offers: None,
            overflow: None,
            is_self_directed: team.self_directed,
            client_ids: team.clients.iter().filter_map(|key| seeded.clients.get(key)).copied().collect(),
            agent_ids: members.filter_map(|agent| seeded.agents.get(&agent.key)).copied().collect(),
        });
    }
    let new = Organisation {
        organisation_id: organisation,
        name: content.organisation.name.clone(),
        epoch: id()?.simple().to_string(),
        created_at: since,
    };
    let skills = seeded.skills.clone();
    let replies = prepared::rows(desk, &content.prepared, &seeded.clients)?;
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        organisations::add(tx, &new).await?;
        for client in &new_clients {
            clients::add(tx, organisation, client).await?;
        }
        for (name, skill_id) in skills {
            store::skills::add(tx, organisation, &Skill { skill_id, name }, since).await?;
        }
        for agent in &new_agents {
            agents::add(tx, organisation, agent).await?;
        }
        for team in &new_teams {
            teams::add(tx, organisation, team, since).await?;
        }
        for reply in &replies {
            store::prepared::add(tx, organisation, reply, since).await?;
        }
        Ok(())
    });
    stored.await?;
    Ok(seeded)
}

pub(super) fn no_chance() -> Stop {
    Stop::new("the operating system gave no random numbers")
}

fn new_client(
    client: &content::Client,
    client_id: ClientId,
    widget_id: String,
    time_zone: &str,
    website: String,
    since: Moment,
) -> clients::Client {
    clients::Client {
        client_id,
        widget_id,
        name: client.name.clone(),
        desk_name: Some(client.desk.fi.clone()),
        languages: client.languages.clone(),
        colour: None,
        time_zone: time_zone.to_owned(),
        week: week(&client.demo_hours),
        exceptions: Vec::new(),
        holidays: None,
        closed_by_hand: false,
        when_closed: desk::availability::WhenClosed::Message,
        queue_ceiling: 10,
        opening_target: None,
        ease: None,
        call_back: client.call_back,
        answer_target_s: i64::from(client.answer_target_s),
        silence_min: 15,
        thanks_grace_min: 1_440,
        websites: vec![website],
        greeting_fi: String::new(),
        greeting_sv: String::new(),
        greeting_en: String::new(),
        speech: store::speech::Speech::default(),
        created_at: since,
        launch: clients::Launch::live(since),
    }
}

fn week(hours: &[Opening]) -> Vec<Vec<OpenSlot>> {
    let days = [Day::Mon, Day::Tue, Day::Wed, Day::Thu, Day::Fri, Day::Sat, Day::Sun];
    let minute = |clock: content::Clock| i64::from(clock.seconds() / 60);
    let slots = |day: Day| {
        let of_day = hours.iter().filter(|opening| opening.days.contains(&day));
        of_day.map(|opening| OpenSlot { from_minute: minute(opening.opens), to_minute: minute(opening.closes) }).collect()
    };
    days.map(slots).into()
}

fn new_agent(
    agent: &content::Agent,
    agent_id: AgentId,
    (hash, language): (String, Language),
    skills: &HashMap<String, SkillId>,
    (since, now): (Moment, Moment),
) -> agents::Agent {
    agents::Agent {
        agent_id,
        name: agent.name.clone(),
        first_name: agent.first_name.clone(),
        email: agent.email.clone(),
        password_hash: Some(hash),
        role: match agent.role {
            content::Role::Owner => desk::may::Role::Owner,
            content::Role::Supervisor => desk::may::Role::Supervisor,
            content::Role::Agent => desk::may::Role::Agent,
            content::Role::ReadOnly => desk::may::Role::ReadOnly,
        },
        slots: i64::from(agent.slots),
        may_exceed: false,
        languages: agent.languages.iter().copied().zip(agent.levels.iter().copied()).collect(),
        skills: agent.skills.iter().filter_map(|name| skills.get(name)).copied().collect(),
        active: true,
        language: agent.languages.first().copied().unwrap_or(language),
        sound: true,
        notifications: true,
        shortcuts: true,
        presence: Presence::Gone,
        away_because: None,
        // Their history ends where the demo begins: nobody is said to have been away while they answered.
        presence_since: now,
        seen_at: now,
        created_at: since,
    }
}
