//! What a contact needs, by the rules of its client: the facts are read here, the rules are [`desk::routing::rules`].
//!
//! Whoever starts a contact asks this in the transaction that starts it, and a chat begins only when somebody is there who can
//! give what it needs (CC-11).

use desk::case::Channel;
use desk::id::{OrganisationId, SkillId};
use desk::language::Language;
use desk::moment::Moment;
use desk::routing::AgentNow;
use desk::routing::rules::{Beginning, Need, NoChat, Rule, first, may_begin, need, staffing};
use desk::staffing::Staffing;
use store::clients::Client;
use store::{Tx, routing, routing_rules, skills};

use crate::doors::room;

/// The rule that decides about a contact, and what it is decided upon.
pub struct Ruling {
    rule: Option<Rule>,
    skills: Vec<SkillId>,
    everybody: Vec<AgentNow>,
}

impl Ruling {
    /// By the rules that `client` has now.
    pub async fn read(tx: &mut Tx, organisation: OrganisationId, client: &Client, beginning: Beginning<'_>) -> store::Result<Self> {
        let rules = routing_rules::of_client(tx, organisation, client.client_id).await?;
        Self::by(tx, organisation, &rules, beginning).await
    }

    /// By these rules.
    pub async fn by(tx: &mut Tx, organisation: OrganisationId, rules: &[Rule], beginning: Beginning<'_>) -> store::Result<Self> {
        let Some(rule) = first(rules, beginning) else {
            return Ok(Self { rule: None, skills: Vec::new(), everybody: Vec::new() });
        };
        Ok(Self {
            rule: Some(rule.clone()),
            skills: skills::list(tx, organisation).await?.iter().map(|skill| skill.skill_id).collect(),
            everybody: routing::everybody(tx, organisation).await?,
        })
    }

    /// What a contact through `channel` needs.
    pub fn need(&self, client: &Client, language: Language, channel: Channel) -> Need {
        need(self.rule.as_ref(), client.client_id, language, channel, &self.skills, &self.everybody)
    }

    /// Whether a chat may begin at `at` that needs what a chat needs by this.
    pub async fn may_begin(
        &self,
        tx: &mut Tx,
        organisation: OrganisationId,
        client: &Client,
        language: Language,
        at: Moment,
    ) -> store::Result<Result<(), NoChat>> {
        self.room(tx, organisation, client, language, at).await.map(|(may_begin, _)| may_begin)
    }

    /// The same, and who is there for such a chat.
    pub async fn room(
        &self,
        tx: &mut Tx,
        organisation: OrganisationId,
        client: &Client,
        language: Language,
        at: Moment,
    ) -> store::Result<(Result<(), NoChat>, Staffing)> {
        let (availability, speakers) = room(tx, organisation, client, language, at).await?;
        let need = self.need(client, language, Channel::Chat);
        if availability.is_err() || !need.asks_for_somebody() {
            return Ok((may_begin(availability, None, client.queue_ceiling), speakers));
        }
        let waiting: Vec<_> = routing::in_line(tx, organisation).await?.into_iter().map(|one| one.waiting).collect();
        let there = staffing(&need.of(client.client_id, language), &self.everybody, &waiting);
        Ok((may_begin(availability, Some(there), client.queue_ceiling), there))
    }
}
