//! Who is told when people and teams of the desk are named in a note.

use crate::id::{AgentId, ClientId, TeamId};
use crate::may::Served;

/// The most people and teams that one note names.
pub const MOST: usize = 20;

/// So many lines of one side conversation stand in somebody's list of mentions, the unread and of those the newest first. The list
/// shows one, and how many more.
pub const KEPT_ASIDE: i64 = 20;

/// The people and teams that a note names, as its writer chose them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mentions {
    /// People.
    pub agents: Vec<AgentId>,
    /// Teams.
    pub teams: Vec<TeamId>,
}

impl Mentions {
    /// Whether nobody is named.
    pub fn is_empty(&self) -> bool {
        self.agents.is_empty() && self.teams.is_empty()
    }
}

/// Where in a case a note stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// In the thread, beside what the customer says.
    #[default]
    Thread,
    /// In the side conversation, where colleagues talk with one another.
    Side,
}

/// A line of a side conversation, as far as it says who takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideLine {
    /// Who wrote it.
    pub by: AgentId,
    /// People whom it names.
    pub named: Vec<AgentId>,
}

/// A person of the desk, as far as it matters here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub agent: AgentId,
    /// Not shut out.
    pub is_active: bool,
    /// There now.
    pub is_present: bool,
    /// Whose cases they see.
    pub served: Served,
}

/// A team that is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which.
    pub team: TeamId,
    /// The clients that it serves.
    pub clients: Vec<ClientId>,
    /// Its members.
    pub members: Vec<AgentId>,
}

/// Somebody is named who may not read the case, or too many are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotToBeNamed;

/// Who is told of a note that `by` writes in a case of `client` which `holder` has: everybody who is named, and everybody
/// of the teams that are named, each once. Of a team those are told who are present; when nobody else is, everybody, so that a
/// question to a team whose day is over is there in the morning. A writer is not told of their own words.
///
/// # Errors
/// [`NotToBeNamed`] when one of those named may not read the case; nobody is told then.
pub fn told(
    by: AgentId,
    client: ClientId,
    holder: Option<AgentId>,
    mentions: &Mentions,
    people: &[Person],
    groups: &[Group],
) -> Result<Vec<AgentId>, NotToBeNamed> {
    if mentions.agents.len() + mentions.teams.len() > MOST {
        return Err(NotToBeNamed);
    }
    let reads = |person: &&Person| person.is_active && person.served.shows(person.agent, client, holder);
    let mut told = Vec::new();
    for agent in &mentions.agents {
        let person = people.iter().filter(reads).find(|person| person.agent == *agent).ok_or(NotToBeNamed)?;
        told.push(person.agent);
    }
    for team in &mentions.teams {
        let group = groups.iter().find(|group| group.team == *team && group.clients.contains(&client)).ok_or(NotToBeNamed)?;
        let all = || people.iter().filter(reads).filter(|person| person.agent != by && group.members.contains(&person.agent));
        let is_anybody_there = all().any(|person| person.is_present);
        told.extend(all().filter(|person| person.is_present || !is_anybody_there).map(|person| person.agent));
    }
    told.retain(|agent| *agent != by);
    told.sort_unstable();
    told.dedup();
    Ok(told)
}

/// Who is told of a line of a side conversation: whoever it names, as of a note, and everybody who takes part already. They are
/// whoever holds the chat, has written there, or has been named there, as far as they may read the case now.
///
/// # Errors
/// [`NotToBeNamed`] as for a note; nobody is told then.
pub fn told_aside(
    by: AgentId,
    client: ClientId,
    holder: Option<AgentId>,
    mentions: &Mentions,
    lines: &[SideLine],
    people: &[Person],
    groups: &[Group],
) -> Result<Vec<AgentId>, NotToBeNamed> {
    let mut all = told(by, client, holder, mentions, people, groups)?;
    let reads = |agent: &AgentId| {
        people.iter().any(|person| person.agent == *agent && person.is_active && person.served.shows(*agent, client, holder))
    };
    let taking_part = lines.iter().flat_map(|line| line.named.iter().chain([&line.by])).copied().chain(holder);
    all.extend(taking_part.filter(reads).filter(|agent| *agent != by));
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const CLIENT: ClientId = ClientId(Uuid::from_u128(1));
    const OTHER: ClientId = ClientId(Uuid::from_u128(2));
    const TEAM: TeamId = TeamId(Uuid::from_u128(3));
    const AINO: AgentId = AgentId(Uuid::from_u128(4));
    const BENGT: AgentId = AgentId(Uuid::from_u128(5));
    const CECILIA: AgentId = AgentId(Uuid::from_u128(8));
    const ELSEWHERE: AgentId = AgentId(Uuid::from_u128(6));

    fn person(agent: AgentId, client: ClientId) -> Person {
        Person { agent, is_active: true, is_present: true, served: Served::Only(vec![client]) }
    }

    fn people() -> Vec<Person> {
        vec![person(AINO, CLIENT), person(BENGT, CLIENT), person(ELSEWHERE, OTHER)]
    }

    fn team(members: &[AgentId]) -> Vec<Group> {
        vec![Group { team: TEAM, clients: vec![CLIENT], members: members.to_vec() }]
    }

    fn naming(agents: &[AgentId], teams: &[TeamId]) -> Mentions {
        Mentions { agents: agents.to_vec(), teams: teams.to_vec() }
    }

    #[test]
    fn who_is_named_and_who_is_there_of_a_named_team_is_told_once() {
        let named = naming(&[BENGT], &[TEAM]);
        assert_eq!(told(AINO, CLIENT, None, &named, &people(), &team(&[AINO, BENGT])), Ok(vec![BENGT]));
    }

    #[test]
    fn a_member_who_is_not_there_is_told_with_the_team_only_when_nobody_is() {
        let absent = |agent| Person { is_present: false, ..person(agent, CLIENT) };
        let (team, named) = (team(&[AINO, BENGT, CECILIA]), naming(&[], &[TEAM]));
        let one_there = [person(AINO, CLIENT), absent(BENGT), person(CECILIA, CLIENT)];
        assert_eq!(told(AINO, CLIENT, None, &named, &one_there, &team), Ok(vec![CECILIA]));
        assert_eq!(told(AINO, CLIENT, None, &naming(&[BENGT], &[]), &one_there, &[]), Ok(vec![BENGT]));
        let nobody_else = [person(AINO, CLIENT), absent(BENGT), absent(CECILIA)];
        assert_eq!(told(AINO, CLIENT, None, &named, &nobody_else, &team), Ok(vec![BENGT, CECILIA]));
    }

    #[test]
    fn who_may_not_read_the_case_cannot_be_named() {
        let named = naming(&[ELSEWHERE], &[]);
        assert_eq!(told(AINO, CLIENT, None, &named, &people(), &[]), Err(NotToBeNamed));
        // Who holds the chat reads it, whatever they serve.
        assert_eq!(told(AINO, CLIENT, Some(ELSEWHERE), &named, &people(), &[]), Ok(vec![ELSEWHERE]));
        let shut_out = vec![Person { is_active: false, ..person(BENGT, CLIENT) }];
        assert_eq!(told(AINO, CLIENT, None, &naming(&[BENGT], &[]), &shut_out, &[]), Err(NotToBeNamed));
    }

    #[test]
    fn a_team_that_does_not_serve_the_client_cannot_be_named_and_reaches_nobody_who_may_not_read() {
        let named = naming(&[], &[TEAM]);
        let elsewhere = vec![Group { team: TEAM, clients: vec![OTHER], members: vec![ELSEWHERE] }];
        assert_eq!(told(AINO, CLIENT, None, &named, &people(), &elsewhere), Err(NotToBeNamed));
        assert_eq!(told(AINO, CLIENT, None, &named, &people(), &team(&[ELSEWHERE, BENGT])), Ok(vec![BENGT]));
    }

    #[test]
    fn a_side_conversation_reaches_whoever_wrote_was_named_or_holds_the_chat_and_nobody_else() {
        let everybody = [person(AINO, CLIENT), person(BENGT, CLIENT), person(CECILIA, CLIENT), person(ELSEWHERE, OTHER)];
        let aside = |by, holder, lines: &[SideLine]| told_aside(by, CLIENT, holder, &Mentions::default(), lines, &everybody, &[]);
        assert_eq!(aside(AINO, None, &[]), Ok(vec![]));
        assert_eq!(aside(AINO, Some(BENGT), &[]), Ok(vec![BENGT]));
        let lines = [SideLine { by: BENGT, named: vec![CECILIA] }, SideLine { by: AINO, named: vec![] }];
        assert_eq!(aside(AINO, None, &lines), Ok(vec![BENGT, CECILIA]));
        assert_eq!(aside(CECILIA, Some(AINO), &lines), Ok(vec![AINO, BENGT]));
        // Who may not read the case any more hears of it no more.
        let past = [SideLine { by: ELSEWHERE, named: vec![ELSEWHERE] }];
        assert_eq!(aside(AINO, None, &past), Ok(vec![]));
        assert_eq!(told_aside(AINO, CLIENT, None, &naming(&[ELSEWHERE], &[]), &[], &everybody, &[]), Err(NotToBeNamed));
    }

    #[test]
    fn a_note_does_not_name_the_whole_house() {
        let many = naming(&[BENGT; MOST + 1], &[]);
        assert_eq!(told(AINO, CLIENT, None, &many, &people(), &[]), Err(NotToBeNamed));
    }
}
