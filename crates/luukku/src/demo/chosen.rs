//! Puts what the demo's owner has chosen into the desk, and lets the history go by it.

use std::collections::HashMap;

use desk::approach;
use desk::case::Channel;
use desk::deciding::{Change, ProposalState, TeamRules};
use desk::id::{AgentId, ApproachId, ClientId, KnownFieldId, LabelId, OrganisationId, ProposalId, RuleId, SkillId};
use desk::known::Field;
use desk::labels::LabelKind;
use desk::moment::{Moment, Span};
use desk::routing::rules::{Asks, Beginning, CustomerIs, Need, Rule, When, first, need};
use desk::routing::{AgentNow, Offers};
use jiff::tz::TimeZone;
use server::Desk;
use store::approaches::{self, Approach, Approaches};
use store::cases::CaseRecord;
use store::labels::{self, Label};
use store::proposals::{self, Proposal};
use store::speech::Worded;
use store::{Tx, known, routing, routing_rules};

use super::choices::{self, OfClient, Whom};
use super::content::{self, Content, Conversation};
use super::people::{Seeded, no_chance};
use super::when::yesterday_at;
use crate::stop::Stop;

/// When a proposal was made: yesterday at this hour, so that it waits for the others.
const PROPOSED_AT: i8 = 14;

/// What was chosen, by the names that the content uses.
#[derive(Default)]
pub struct Chosen {
    categories: HashMap<(ClientId, String), LabelId>,
    fields: HashMap<(ClientId, String), KnownFieldId>,
    rules: HashMap<ClientId, Vec<Rule>>,
    skills: Vec<SkillId>,
    everybody: Vec<AgentNow>,
}

/// What is stored.
#[derive(Default)]
struct Rows {
    labels: Vec<Label>,
    fields: Vec<Field>,
    rules: HashMap<ClientId, Vec<Rule>>,
    approaches: HashMap<ClientId, Approaches>,
    proposals: Vec<Proposal>,
}

/// Stores all of it, in one unit of work.
pub async fn seed(desk: &Desk, content: &Content, seeded: &Seeded) -> Result<Chosen, Stop> {
    let (organisation, at, choices) = (seeded.organisation, desk.now(), &content.choices);
    let zone = TimeZone::get(&content.organisation.time_zone).map_err(|error| Stop::new(error.to_string()))?;
    let proposed = yesterday_at(PROPOSED_AT, at, &zone).unwrap_or(at);
    let mut rows = Rows::default();
    for one in &choices.clients {
        let client = *seeded.clients.get(&one.client).ok_or_else(|| unknown(&one.client))?;
        rows.add(desk, seeded, one, client)?;
    }
    for one in &choices.proposals {
        rows.proposals.push(proposal(desk, seeded, one, proposed)?);
    }
    let mut chosen = Chosen {
        categories: rows.labels.iter().map(|label| ((label.client_id, label.name.clone()), label.label_id)).collect(),
        fields: rows.fields.iter().map(|field| ((field.client, field.names[0].clone()), field.id)).collect(),
        rules: rows.rules.clone(),
        skills: seeded.skills.values().copied().collect(),
        everybody: Vec::new(),
    };
    let everybody = desk.db.unit(async move |tx: &mut Tx| {
        rows.store(tx, organisation, at).await?;
        routing::everybody(tx, organisation).await
    });
    chosen.everybody = everybody.await?;
    Ok(chosen)
}

impl Rows {
    fn add(&mut self, desk: &Desk, seeded: &Seeded, of: &OfClient, client: ClientId) -> Result<(), Stop> {
        let label = |kind, name: &str, offered: Option<&content::Worded>| {
            Ok::<_, Stop>(Label {
                label_id: id(desk)?,
                client_id: client,
                kind,
                name: name.to_owned(),
                is_retired: false,
                offered: offered.map(worded),
            })
        };
        let mut categories = HashMap::new();
        for category in &of.categories {
            let label = label(LabelKind::Category, &category.name, category.offered.as_ref())?;
            categories.insert(category.name.as_str(), label.label_id);
            self.labels.push(label);
        }
        for tag in &of.tags {
            self.labels.push(label(LabelKind::Tag, tag, None)?);
        }
        for field in &of.known {
            let names = [&field.fi, &field.sv, &field.en].map(Clone::clone);
            self.fields.push(Field { id: id(desk)?, client, names, is_retired: field.retired });
        }
        let rules = of.rules.iter().map(|one| rule(desk, seeded, one, &categories)).collect::<Result<_, _>>()?;
        self.rules.insert(client, rules);
        let invitations = of.invitations.iter().map(|one| invitation(desk, one)).collect::<Result<_, _>>()?;
        // Whoever tries the demo is one visitor, and would wait in vain if they were held out.
        let on = Approaches { is_on: true, held_out_percent: 0, approaches: invitations, ..Approaches::default() };
        self.approaches.insert(client, on);
        Ok(())
    }

    async fn store(&self, tx: &mut Tx, organisation: OrganisationId, at: Moment) -> store::Result<()> {
        for label in &self.labels {
            labels::add(tx, organisation, label, at).await?;
        }
        for (place, field) in (0_i64..).zip(&self.fields) {
            known::add(tx, organisation, field, place, at).await?;
        }
        for (client, rules) in &self.rules {
            routing_rules::put(tx, organisation, *client, rules).await?;
        }
        for (client, approaches) in &self.approaches {
            approaches::keep(tx, organisation, *client, approaches).await?;
        }
        for proposal in &self.proposals {
            proposals::add(tx, organisation, proposal).await?;
        }
        Ok(())
    }
}

impl Chosen {
    /// The category of a client that its customers or agents call so.
    pub fn category(&self, client: ClientId, name: &str) -> Option<LabelId> {
        self.categories.get(&(client, name.to_owned())).copied()
    }

    /// What a contact of a new customer needs by the client's rules. Everybody was there then, as far as the demo remembers.
    pub fn need(&self, client: ClientId, beginning: Beginning<'_>) -> Need {
        let rule = self.rules.get(&client).and_then(|rules| first(rules, beginning));
        need(rule, client, beginning.language, Channel::Message, &self.skills, &self.everybody)
    }

    /// What `by` wrote down of the customer, if the conversation says anything of it. False when it names a field that is not there.
    pub async fn keep_known(
        &self,
        tx: &mut Tx,
        organisation: OrganisationId,
        record: &CaseRecord,
        conversation: &Conversation,
        (by, at): (AgentId, Moment),
    ) -> store::Result<bool> {
        for (name, text) in &conversation.known {
            let Some(field) = self.fields.get(&(record.case.client, name.clone())) else { return Ok(false) };
            known::keep(tx, organisation, record.case.customer, (*field, text), by, at).await?;
        }
        Ok(true)
    }
}

fn rule(desk: &Desk, seeded: &Seeded, one: &choices::Rule, categories: &HashMap<&str, LabelId>) -> Result<Rule, Stop> {
    let categories = one.categories.iter().map(|name| categories.get(name.as_str()).copied().ok_or_else(|| unknown(name)));
    let skill = one.skill.as_ref().map(|name| seeded.skills.get(name).copied().ok_or_else(|| unknown(name)));
    let team = one.team.as_ref().map(|name| seeded.teams.get(name).copied().ok_or_else(|| unknown(name)));
    Ok(Rule {
        id: id::<RuleId>(desk)?,
        name: one.name.clone(),
        when: When {
            languages: one.languages.clone(),
            page: None,
            customer: one.customer.map(|who| match who {
                choices::Who::Known => CustomerIs::Known,
                choices::Who::New => CustomerIs::New,
            }),
            categories: categories.collect::<Result<_, _>>()?,
        },
        asks: Asks { level: one.level, skill: skill.transpose()?, priority: one.priority, team: team.transpose()? },
    })
}

fn invitation(desk: &Desk, one: &choices::Invitation) -> Result<Approach, Stop> {
    Ok(Approach {
        id: id::<ApproachId>(desk)?,
        pages: one.pages.clone(),
        after_s: one.after_s,
        scrolled_percent: one.scrolled_percent,
        whom: match one.whom {
            Whom::Everybody => approach::Whom::Everybody,
            Whom::Returning => approach::Whom::Returning,
        },
        words: worded(&one.words),
    })
}

fn proposal(desk: &Desk, seeded: &Seeded, one: &choices::Proposal, at: Moment) -> Result<Proposal, Stop> {
    let before = TeamRules { name: one.team.clone(), offers: None, overflow: None };
    let offers = Offers { after: Span::seconds(one.offer_after_s), within: Span::seconds(one.offer_within_s) };
    Ok(Proposal {
        id: id::<ProposalId>(desk)?,
        team: *seeded.teams.get(&one.team).ok_or_else(|| unknown(&one.team))?,
        by: *seeded.agents.get(&one.by).ok_or_else(|| unknown(&one.by))?,
        version: 1,
        at,
        reason: one.reason.clone(),
        change: Change { after: TeamRules { offers: Some(offers), ..before.clone() }, before },
        state: ProposalState::Open,
        ended_at: None,
        words: Vec::new(),
    })
}

fn worded(words: &content::Worded) -> Worded {
    Worded { fi: words.fi.clone(), sv: words.sv.clone(), en: words.en.clone() }
}

fn id<T: From<uuid::Uuid>>(desk: &Desk) -> Result<T, Stop> {
    desk.new_id(desk.now()).map(T::from).map_err(|_| no_chance())
}

fn unknown(name: &str) -> Stop {
    Stop::new(format!("nothing in the demo is called {name:?}"))
}
