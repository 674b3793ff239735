//! People, teams and clients as every list names them, and how open screens are told that they have changed.

use std::collections::HashMap;
use std::sync::Arc;

use desk::case::Channel;
use desk::hours::day_bounds;
use desk::id::{AgentId, ClientId, OrganisationId};
use desk::known::Field;
use desk::labels::Requires;
use desk::language::Language;
use desk::may::Served;
use desk::moment::Moment;
use desk::routing::{Weights, helped};
use live::Frame;
use store::agents::Agent;
use store::clients::Client;
use store::labels::Label;
use store::skills::Skill;
use store::teams::Team;
use store::{Tx, agents, clients, known, labels, skills, teams, weights};
use wire::agent::{AgentRow, ClientRow, Offers, Overflow, SkillRow, Speaks, TeamRow};
use wire::deciding::ProposalRow;
use wire::frames::AgentFrame;
use wire::known::KnownField;

use crate::cases::call_tries;
use crate::doors;
use crate::opening::{self, Opening};
use crate::proposals::Proposals;
use crate::settings::launch::review_of;
use crate::settings::speech;
use crate::sockets::told;
use crate::state::Desk;
use crate::tell::frame;
use crate::translate::seconds;

/// A person as colleagues see them.
pub fn agent_row(agent: &Agent) -> AgentRow {
    AgentRow {
        agent_id: agent.agent_id.0,
        name: agent.name.clone(),
        first_name: agent.first_name.clone(),
        role: agent.role.into(),
        // Who has been shut out is still named by what they have said.
        presence: agent.presence.of(agent.active.then_some(agent.role)).into(),
        away_because: agent.away_because.map(Into::into),
        presence_since: agent.presence_since.millis(),
        slots: agent.slots,
        may_exceed: desk::may::may_exceed(agent.role, agent.may_exceed),
        speaks: speaks(agent),
        skill_ids: agent.skills.iter().map(|skill| skill.0).collect(),
        is_active: agent.active,
    }
}

/// How well a person speaks which language.
pub fn speaks(agent: &Agent) -> Vec<Speaks> {
    agent.languages.iter().map(|(language, level)| Speaks { language: (*language).into(), level: *level }).collect()
}

/// A skill as lists name it.
pub fn skill_row(skill: &Skill) -> SkillRow {
    SkillRow { skill_id: skill.skill_id.0, name: skill.name.clone() }
}

/// A client as lists name it.
pub fn client_row(client: &Client, opening: Opening, sorting: &Sorting) -> ClientRow {
    ClientRow {
        client_id: client.client_id.0,
        name: client.name.clone(),
        languages: client.languages.iter().map(|language| (*language).into()).collect(),
        answer_target_s: client.answer_target_s,
        time_zone: client.time_zone.clone(),
        speech: speech::row(client),
        has_websites: !client.websites.is_empty(),
        call_tries: call_tries(client),
        labels: sorting.labels.iter().filter(|one| one.client_id == client.client_id).map(label).collect(),
        known_fields: sorting.known.iter().filter(|one| one.client == client.client_id).map(known_field).collect(),
        requires: requires(sorting.requires.get(&client.client_id).copied().unwrap_or_default()),
        review_at: review_at(client),
        availability: opening.availability,
        closed_rules: opening.closed_rules,
    }
}

/// A category or a tag.
pub fn label(label: &Label) -> wire::labels::Label {
    wire::labels::Label {
        label_id: label.label_id.0,
        kind: label.kind.into(),
        name: label.name.clone(),
        retired: label.is_retired,
        offered: label.offered.as_ref().map(speech::worded),
    }
}

/// A field that a client keeps of its customers.
pub fn known_field(field: &Field) -> KnownField {
    KnownField {
        known_field_id: field.id.0,
        name_fi: field.name_in(Language::Fi).to_owned(),
        name_sv: field.name_in(Language::Sv).to_owned(),
        name_en: field.name_in(Language::En).to_owned(),
        retired: field.is_retired,
    }
}

/// What solving asks for.
pub fn requires(requires: Requires) -> wire::labels::Requires {
    wire::labels::Requires { category: requires.category, tag: requires.tag }
}

/// How cases of every client are sorted, and what is kept of its customers.
#[derive(Clone, Debug)]
pub struct Sorting {
    /// Every client's labels.
    labels: Vec<Label>,
    /// Every client's fields.
    known: Vec<Field>,
    /// What each client asks.
    requires: HashMap<ClientId, Requires>,
}

/// The first moment of the day on which a client is looked through again.
fn review_at(client: &Client) -> Option<i64> {
    let (from, _) = day_bounds(&doors::hours_of(client), review_of(client).filter(|_| client.launch.live_at.is_some())?)?;
    Some(from.millis())
}

/// A team as lists name it.
pub fn team_row(team: &Team) -> TeamRow {
    TeamRow {
        team_id: team.team_id.0,
        name: team.name.clone(),
        offers: team.offers.map(|offers| Offers { after_s: seconds(offers.after), within_s: seconds(offers.within) }),
        overflow: team.overflow.map(|overflow| Overflow { after_s: seconds(overflow.after), team_id: overflow.to.0 }),
        is_self_directed: team.is_self_directed,
        client_ids: team.client_ids.iter().map(|id| id.0).collect(),
        agent_ids: team.agent_ids.iter().map(|id| id.0).collect(),
    }
}

/// Everybody, every team and every client of an organisation.
#[derive(Clone, Debug)]
pub struct Everything {
    /// Everybody, shut-out people too.
    pub agents: Vec<Agent>,
    /// Teams.
    pub teams: Vec<Team>,
    /// What agents can know.
    pub skills: Vec<Skill>,
    /// Clients, each with whether its chat is open.
    pub clients: Vec<(Client, Opening)>,
    /// How their cases are sorted.
    pub sorting: Sorting,
    /// How much contacts take of whoever holds them.
    pub weights: Weights,
    /// What self-directed teams propose and have decided.
    pub proposals: Proposals,
}

impl Everything {
    /// Reads it all.
    pub async fn load(tx: &mut Tx, organisation: OrganisationId, at: Moment) -> store::Result<Self> {
        let mut with_opening = Vec::new();
        for client in clients::list(tx, organisation).await? {
            let opening = opening::of_client(tx, organisation, &client, at).await?;
            with_opening.push((client, opening));
        }
        let requires = labels::requires_of_all(tx, organisation).await?.into_iter().collect();
        Ok(Self {
            agents: agents::list(tx, organisation).await?,
            teams: teams::list(tx, organisation).await?,
            skills: skills::list(tx, organisation).await?,
            clients: with_opening,
            sorting: Sorting { labels: labels::of_all(tx, organisation).await?, known: known::of_all(tx, organisation).await?, requires },
            weights: weights::load(tx, organisation).await?,
            proposals: Proposals::load(tx, organisation, at).await?,
        })
    }

    /// The clients that everybody's teams serve or help.
    pub fn reach(&self) -> Reach {
        Reach::of(&self.teams)
    }

    /// The clients that somebody may see.
    pub fn client_rows(&self, served: &Served) -> Vec<ClientRow> {
        let seen = self.clients.iter().filter(|(client, _)| served.covers(client.client_id));
        seen.map(|(client, opening)| client_row(client, opening.clone(), &self.sorting)).collect()
    }

    /// Everybody.
    pub fn agent_rows(&self) -> Vec<AgentRow> {
        self.agents.iter().map(agent_row).collect()
    }

    /// Every skill.
    pub fn skill_rows(&self) -> Vec<SkillRow> {
        self.skills.iter().map(skill_row).collect()
    }

    /// What the self-directed teams that somebody sees propose and have decided.
    pub fn proposal_rows(&self, agent: &Agent) -> Vec<ProposalRow> {
        self.proposals.rows_for(agent, &self.teams, &self.agents)
    }

    /// Every team.
    pub fn team_rows(&self) -> Vec<TeamRow> {
        self.teams.iter().map(team_row).collect()
    }
}

/// The clients that everybody's teams serve or help: worked out once for all people.
#[derive(Clone, Debug, Default)]
pub struct Reach(HashMap<AgentId, Vec<ClientId>>);

impl Reach {
    /// As these teams, all of them, make it.
    pub fn of(teams: &[Team]) -> Self {
        let helped = helped(&teams.iter().map(Team::overflowing).collect::<Vec<_>>());
        let mut reach: HashMap<AgentId, Vec<ClientId>> = HashMap::new();
        for team in teams {
            for agent in &team.agent_ids {
                let clients = reach.entry(*agent).or_default();
                clients.extend_from_slice(&team.client_ids);
                clients.extend(helped.get(&team.team_id).into_iter().flatten());
            }
        }
        Self(reach)
    }

    /// Whose cases a person sees.
    pub fn served_by(&self, agent: &Agent) -> Served {
        Served::by(agent.role, self.0.get(&agent.agent_id).cloned().unwrap_or_default())
    }
}

/// Tells every open screen the clients, teams and people as they are now, and what each may see from now on.
pub async fn tell_settings(desk: &Desk, organisation: OrganisationId) {
    let _turn = desk.settings_turn.lock().await;
    let (now, version) = (desk.now(), desk.live.rights_changed(organisation));
    let loaded = desk.db.read(async move |tx: &mut Tx| Everything::load(tx, organisation, now).await).await;
    match loaded {
        Ok(everything) => {
            // Who sees other clients than before has cases to load, or to forget.
            let anew = frame(&AgentFrame::Resync { case_id: None });
            for case in desk.live.tell_each_agent(organisation, version, &frames(&everything), &anew) {
                told::lookers(desk, organisation, case);
            }
            // New hours or other members may have opened or closed a chat.
            desk.pulse.settings(organisation);
        }
        // What was changed is stored, and the pulse looks at everybody's rights again and again.
        Err(failure) => tracing::warn!(because = failure.for_log(), "open screens could not be told about new settings"),
    }
}

fn frames(everything: &Everything) -> HashMap<AgentId, (Arc<Served>, Frame)> {
    let reach = everything.reach();
    let for_one = |agent: &Agent| {
        let served = reach.served_by(agent);
        let shown = AgentFrame::Settings {
            clients: everything.client_rows(&served),
            teams: everything.team_rows(),
            agents: everything.agent_rows(),
            skills: everything.skill_rows(),
            message_weight: everything.weights.of(Channel::Message),
            proposals: everything.proposal_rows(agent),
        };
        (agent.agent_id, (Arc::new(served), frame(&shown)))
    };
    everything.agents.iter().map(for_one).collect()
}

/// What a screen shows last when its session is over.
pub fn signed_out() -> Frame {
    frame(&AgentFrame::SignedOut)
}
