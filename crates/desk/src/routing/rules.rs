//! What a contact needs, by the rules of its client (NV-08): an ordered list, of which the first rule that matches decides.
//! It is decided once, when the contact starts.
//!
//! What a rule asks for must be somewhere to be had. What has been deleted, and what nobody of those who serve the client could
//! ever give, falls away: no rule makes a contact that nobody can take. What only somebody absent could give stays: then a chat
//! is closed for that need, and a left message waits for who can.

use super::{AgentNow, CHAT_WEIGHT, Demand, Ineligible, Level, Needs, Waiting, eligible};
use crate::availability::{ClosedReason, Presence};
use crate::case::Channel;
use crate::id::{ClientId, LabelId, RuleId, SkillId, TeamId};
use crate::language::Language;
use crate::staffing::Staffing;
use crate::website;

/// How many rules one client may have: more than anybody can keep in mind.
pub const MOST: usize = 50;
/// The longest name of a rule, in characters.
pub const LONGEST_NAME: usize = 60;
/// The longest part of an address that a rule looks for, in characters.
pub const LONGEST_PAGE: usize = 200;
/// The priorities that there are; 1 goes first.
pub const PRIORITIES: std::ops::RangeInclusive<i64> = 1..=3;

/// A rule of a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Which.
    pub id: RuleId,
    /// What people call it.
    pub name: String,
    /// When it matches: all of it must hold.
    pub when: When,
    /// What it asks for.
    pub asks: Asks,
}

/// When a rule matches. What is not said holds always.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// In one of these languages; none said: in any.
    pub languages: Vec<Language>,
    /// The page on which the visitor writes.
    pub page: Option<PageIs>,
    /// Who writes.
    pub customer: Option<CustomerIs>,
    /// The customer has chosen one of these categories; none said: whatever they chose, or nothing.
    pub categories: Vec<LabelId>,
}

/// The address of a page, as people mean it: without query, whatever its capitals, and with its letters as they are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageIs {
    /// It is this or lies under it: `/palkka`. `/` is the front page alone.
    Under(String),
    /// This is somewhere in it, the website's name included.
    Containing(String),
}

/// Who writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CustomerIs {
    /// Somebody whom a person has answered before, or whom the website has named with a signature.
    Known,
    /// Somebody of whom nothing is known.
    New,
}

/// What a rule asks for. What is not said stays as it usually is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asks {
    /// How well the contact's language must be spoken.
    pub level: Option<Level>,
    /// What must be known.
    pub skill: Option<SkillId>,
    /// 1 goes first.
    pub priority: Option<i64>,
    /// Whose it is.
    pub team: Option<TeamId>,
}

/// How a contact begins, as the rules see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beginning<'a> {
    /// In which language.
    pub language: Language,
    /// On which page, where that is known.
    pub page: Option<&'a str>,
    /// Whether the customer is known.
    pub customer: CustomerIs,
    /// What it is about, where that has been said.
    pub category: Option<LabelId>,
}

/// Why a rule does not match: the first thing that differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// The language.
    Language,
    /// The page.
    Page,
    /// Who writes.
    Customer,
    /// What it is about.
    Category,
}

/// How one rule was judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judged {
    /// It decides.
    Decides,
    /// It would, but one above it does.
    TooLate,
    /// It does not match.
    Not(Mismatch),
}

/// What of a rule's wishes fell away, because nobody could give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dropped {
    /// The team: deleted, or nobody in it could take such a contact; of a chat also when nobody of them is there.
    Team,
    /// The skill: deleted, or known to nobody who serves the client.
    Skill,
    /// The level: nobody who serves the client speaks the language so well.
    Level,
}

/// What a contact needs of whoever takes it, and where that comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Need {
    /// The rule that decided, by its name at that time.
    pub by_rule: Option<String>,
    /// What is needed.
    pub demand: Demand,
    /// The team that it waits for.
    pub team: Option<TeamId>,
    /// What fell away, in the order in which it did.
    pub dropped: Vec<Dropped>,
}

/// Why a chat with a need cannot begin now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoChat {
    /// It is closed, whatever is needed, or as full as it may be for those who can give it.
    Closed(ClosedReason),
    /// Nobody who is there knows what is needed: for that need it is closed (CC-11).
    NobodyKnows,
}

/// Every rule in its order, and how it was judged.
pub fn trace(rules: &[Rule], beginning: Beginning<'_>) -> Vec<(RuleId, Judged)> {
    let mut is_decided = false;
    let mut judge = |rule: &Rule| match matches(&rule.when, beginning) {
        Err(why) => Judged::Not(why),
        Ok(()) if std::mem::replace(&mut is_decided, true) => Judged::TooLate,
        Ok(()) => Judged::Decides,
    };
    rules.iter().map(|rule| (rule.id, judge(rule))).collect()
}

/// The rule that decides.
pub fn first<'a>(rules: &'a [Rule], beginning: Beginning<'_>) -> Option<&'a Rule> {
    rules.iter().find(|rule| matches(&rule.when, beginning).is_ok())
}

/// Whether all that `when` says holds.
///
/// # Errors
/// The first thing that does not.
pub fn matches(when: &When, beginning: Beginning<'_>) -> Result<(), Mismatch> {
    if !when.languages.is_empty() && !when.languages.contains(&beginning.language) {
        return Err(Mismatch::Language);
    }
    if when.page.as_ref().is_some_and(|is| !beginning.page.is_some_and(|page| is.is(page))) {
        return Err(Mismatch::Page);
    }
    if when.customer.is_some_and(|is| is != beginning.customer) {
        return Err(Mismatch::Customer);
    }
    if !when.categories.is_empty() && !beginning.category.is_some_and(|category| when.categories.contains(&category)) {
        return Err(Mismatch::Category);
    }
    Ok(())
}

/// What a contact of `client` needs that `rule` has decided about, or none has. `skills` are those that there are; `everybody`
/// are those who answer, present or not.
pub fn need(
    rule: Option<&Rule>,
    client: ClientId,
    language: Language,
    channel: Channel,
    skills: &[SkillId],
    everybody: &[AgentNow],
) -> Need {
    let Some(Rule { name, asks, .. }) = rule else { return Need::default() };
    let usual = Demand::default();
    let mut need = Need {
        by_rule: Some(name.clone()),
        demand: Demand { level: asks.level.unwrap_or(usual.level), skill: asks.skill, priority: asks.priority.unwrap_or(usual.priority) },
        team: asks.team,
        dropped: Vec::new(),
    };
    if need.demand.skill.is_some_and(|skill| !skills.contains(&skill)) {
        need.drop(Dropped::Skill);
    }
    let could_be_had = |need: &Need| everybody.iter().any(|agent| could(agent, &Needs { team: None, ..need.of(client, language) }));
    for next in [Dropped::Skill, Dropped::Level] {
        if !could_be_had(&need) {
            need.drop(next);
        }
    }
    // A chat never waits for a team that is not there; a left message and a call wait until their people come.
    let is_there = |agent: &AgentNow| channel != Channel::Chat || agent.presence == Presence::Present;
    if !everybody.iter().any(|agent| is_there(agent) && could(agent, &need.of(client, language))) {
        need.drop(Dropped::Team);
    }
    need
}

impl Need {
    /// The same as offers and claims ask for it.
    pub fn of(&self, client: ClientId, language: Language) -> Needs {
        let Demand { level, skill, .. } = self.demand;
        Needs { client, team: self.team, also: Vec::new(), language, level, skill, weight: CHAT_WEIGHT }
    }

    /// Whether it asks for more than the client and the language do anyway.
    pub fn asks_for_somebody(&self) -> bool {
        is_for_somebody(self.team, self.demand.skill, self.demand.level)
    }

    fn drop(&mut self, what: Dropped) {
        let had = match what {
            Dropped::Team => self.team.take().is_some(),
            Dropped::Skill => self.demand.skill.take().is_some(),
            Dropped::Level => std::mem::replace(&mut self.demand.level, Demand::default().level) != Demand::default().level,
        };
        if had {
            self.dropped.push(what);
        }
    }
}

/// Who is there for a contact with these needs, and who waits for the same people. `waiting` is what is offered to nobody.
pub fn staffing(needs: &Needs, everybody: &[AgentNow], waiting: &[Waiting]) -> Staffing {
    let can = |agent: &&AgentNow| matches!(eligible(agent, needs), Ok(()) | Err(Ineligible::Full { .. }));
    let there: Vec<&AgentNow> = everybody.iter().filter(can).collect();
    let same = |one: &&Waiting| {
        let is_theirs = one.needs.client == needs.client && one.needs.language == needs.language;
        is_theirs && one.needs.level >= needs.level && (needs.skill.is_none() || one.needs.skill == needs.skill)
    };
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    Staffing {
        present: count(there.len()),
        free_slots: there.iter().map(|agent| agent.free().div_euclid(CHAT_WEIGHT)).sum(),
        waiting: count(waiting.iter().filter(same).count()),
    }
}

/// Whether a chat may begin whose client is open by `availability`, where so many are `there` for what it needs beside its
/// language; none where it needs nothing else.
///
/// # Errors
/// Why not.
pub fn may_begin(availability: Result<(), ClosedReason>, there: Option<Staffing>, queue_ceiling: i64) -> Result<(), NoChat> {
    availability.map_err(NoChat::Closed)?;
    match there {
        Some(there) if there.present <= 0 => Err(NoChat::NobodyKnows),
        Some(there) if there.waiting >= there.free_slots.saturating_add(queue_ceiling) => Err(NoChat::Closed(ClosedReason::QueueFull)),
        Some(_) | None => Ok(()),
    }
}

/// A rule that closes an open chat to those for whom it decides and who ask in this language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shut<'a> {
    /// Which.
    pub rule: &'a Rule,
    /// In which language.
    pub language: Language,
    /// Why their chat cannot begin.
    pub because: NoChat,
}

/// Who and what there is at one moment.
#[derive(Clone, Copy, Debug)]
pub struct There<'a> {
    /// The skills that there are.
    pub skills: &'a [SkillId],
    /// Those who answer, present or not.
    pub everybody: &'a [AgentNow],
    /// The chats that wait and are offered to nobody.
    pub waiting: &'a [Waiting],
}

/// Which of the `rules` of `client` close its chat to some, of those who ask in one of `languages`, in which it is open to
/// everybody else. Whether somebody is one of them is for [`first`] to say: a rule above it may decide otherwise. All the rules are
/// given, also those that ask for nobody.
pub fn shut<'a>(rules: &'a [Rule], client: ClientId, languages: &[Language], queue_ceiling: i64, there: There<'_>) -> Vec<Shut<'a>> {
    // Nothing comes to a rule below one that takes all who ask in a language.
    let comes_to = |at: usize, rule: &Rule, language: Language| {
        rule.when.concerns(language) && !rules.iter().take(at).any(|above| above.when.takes_all(language))
    };
    let each = rules.iter().enumerate().flat_map(|(at, rule)| languages.iter().map(move |one| (at, rule, *one)));
    each.filter(|(at, rule, language)| comes_to(*at, rule, *language))
        .map(|(_, rule, language)| (rule, language))
        .filter_map(|(rule, language)| {
            let need = need(Some(rule), client, language, Channel::Chat, there.skills, there.everybody);
            let who = need.asks_for_somebody().then(|| staffing(&need.of(client, language), there.everybody, there.waiting));
            let because = may_begin(Ok(()), who, queue_ceiling).err()?;
            Some(Shut { rule, language, because })
        })
        .collect()
}

impl When {
    fn concerns(&self, language: Language) -> bool {
        self.languages.is_empty() || self.languages.contains(&language)
    }

    /// Whether it is so for everybody who asks in this language, whatever else is known of them.
    fn takes_all(&self, language: Language) -> bool {
        self.concerns(language) && self.page.is_none() && self.customer.is_none() && self.categories.is_empty()
    }
}

impl Asks {
    /// Whether it asks for more than whoever serves the client can give.
    pub fn for_somebody(&self) -> bool {
        is_for_somebody(self.team, self.skill, self.level.unwrap_or(Demand::default().level))
    }
}

fn is_for_somebody(team: Option<TeamId>, skill: Option<SkillId>, level: Level) -> bool {
    team.is_some() || skill.is_some() || level > Demand::default().level
}

/// Whether `agent` could ever have it: who is away or full may come back.
fn could(agent: &AgentNow, needs: &Needs) -> bool {
    !matches!(eligible(agent, needs), Err(Ineligible::OtherClient | Ineligible::Lacks(_)))
}

impl PageIs {
    fn is(&self, address: &str) -> bool {
        match self {
            Self::Under(place) => website::is_under(address, place),
            Self::Containing(part) => website::as_read(address).0.contains(&part.to_lowercase()),
        }
    }
}
