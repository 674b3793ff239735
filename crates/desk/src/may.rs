//! Who may do what, and for whom.

use crate::id::{AgentId, ClientId};

/// What a person of the desk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Owns the desk: everything, API tokens and other owners included.
    Owner,
    /// Supervises: answers, sees every client, sets clients, teams and agents.
    Supervisor,
    /// Answers for the clients of their teams.
    Agent,
    /// Looks at the clients of their teams.
    ReadOnly,
}

/// What a key of an integration may do, within the rights of the person who made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Read cases.
    ReadCases,
    /// Write messages and notes and act on cases.
    WriteCases,
    /// Read settings.
    ReadSettings,
    /// Change settings.
    WriteSettings,
}

/// What somebody wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// See cases of the clients they serve.
    SeeCases,
    /// Take, answer, note, hand over, solve.
    Answer,
    /// Give back to the queue what somebody else holds.
    GiveBackForOthers,
    /// See every client, whatever the teams are.
    SeeEveryClient,
    /// See settings of clients, teams and agents, and the audit list.
    SeeSettings,
    /// Change settings of clients, teams and agents.
    ChangeSettings,
    /// Make and revoke API tokens; make or change owners.
    Own,
}

/// Whether a person with `role` may do `act`.
pub fn may(role: Role, act: Act) -> bool {
    match act {
        Act::SeeCases => true,
        Act::Answer => !matches!(role, Role::ReadOnly),
        Act::GiveBackForOthers | Act::SeeEveryClient | Act::SeeSettings | Act::ChangeSettings => {
            matches!(role, Role::Owner | Role::Supervisor)
        }
        Act::Own => matches!(role, Role::Owner),
    }
}

/// Whether a person with `role` may take a chat over their slots: who supervises, and to whom the right is `given`.
pub fn may_exceed(role: Role, given: bool) -> bool {
    match role {
        Role::Owner | Role::Supervisor => true,
        Role::Agent => given,
        Role::ReadOnly => false,
    }
}

/// Whether a key with `scopes`, made by a person with `role`, may do `act`: never more than the person.
pub fn token_may(role: Role, scopes: &[Scope], act: Act) -> bool {
    let scope_allows = match act {
        Act::SeeCases | Act::SeeEveryClient => scopes.iter().any(|scope| matches!(scope, Scope::ReadCases | Scope::WriteCases)),
        Act::Answer | Act::GiveBackForOthers => scopes.contains(&Scope::WriteCases),
        Act::SeeSettings => scopes.iter().any(|scope| matches!(scope, Scope::ReadSettings | Scope::WriteSettings)),
        Act::ChangeSettings => scopes.contains(&Scope::WriteSettings),
        // Keys make no keys and no owners.
        Act::Own => false,
    };
    scope_allows && may(role, act)
}

/// Whose cases a person sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Served {
    /// Every client's, whatever the teams are.
    Every,
    /// Those of the clients of their teams.
    Only(Vec<ClientId>),
}

impl Served {
    /// For a person with `role` whose teams serve `of_teams`.
    pub fn by(role: Role, mut of_teams: Vec<ClientId>) -> Self {
        if may(role, Act::SeeEveryClient) {
            return Self::Every;
        }
        // In one order, so that the same clients are equal to themselves.
        of_teams.sort_unstable();
        of_teams.dedup();
        Self::Only(of_teams)
    }

    /// Whether every case of these is one of `others`.
    pub fn is_within(&self, others: &Self) -> bool {
        match self {
            Self::Every => *others == Self::Every,
            Self::Only(clients) => clients.iter().all(|client| others.covers(*client)),
        }
    }

    /// Whether `agent`, who serves these, sees a case of `client` that `holder` has now. Who holds a contact sees its
    /// case, also when it was handed over from a client that they do not serve.
    pub fn shows(&self, agent: AgentId, client: ClientId, holder: Option<AgentId>) -> bool {
        self.covers(client) || holder == Some(agent)
    }

    /// Whether cases of `client` are among them.
    pub fn covers(&self, client: ClientId) -> bool {
        match self {
            Self::Every => true,
            Self::Only(clients) => clients.contains(&client),
        }
    }
}

/// Whether a person with `role` may give somebody the role `to` who has `from` now (`None` for a new person).
pub fn may_make(role: Role, from: Option<Role>, to: Role) -> bool {
    let touches_an_owner = to == Role::Owner || from == Some(Role::Owner);
    may(role, if touches_an_owner { Act::Own } else { Act::ChangeSettings })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agent_sees_only_the_clients_of_their_teams() {
        let mine = ClientId(uuid::Uuid::from_u128(1));
        let other = ClientId(uuid::Uuid::from_u128(2));
        assert!(Served::by(Role::Agent, vec![mine]).covers(mine));
        assert!(!Served::by(Role::Agent, vec![mine]).covers(other));
        assert!(!Served::by(Role::ReadOnly, vec![mine]).covers(other));
        assert!(Served::by(Role::Supervisor, vec![mine]).covers(other));
    }

    #[test]
    fn who_serves_more_than_before_may_do_all_that_they_could() {
        let of = |ids: &[u128]| Served::Only(ids.iter().map(|id| ClientId(uuid::Uuid::from_u128(*id))).collect());
        assert!(of(&[1]).is_within(&of(&[2, 1])));
        assert!(of(&[1]).is_within(&Served::Every));
        assert!(!of(&[1, 2]).is_within(&of(&[2])));
        assert!(!Served::Every.is_within(&of(&[1, 2])));
    }

    #[test]
    fn who_holds_a_case_of_a_client_they_do_not_serve_sees_it() {
        let (aino, bengt) = (AgentId(uuid::Uuid::from_u128(3)), AgentId(uuid::Uuid::from_u128(4)));
        let other = ClientId(uuid::Uuid::from_u128(2));
        let served = Served::Only(Vec::new());
        assert!(served.shows(aino, other, Some(aino)));
        assert!(!served.shows(aino, other, Some(bengt)));
        assert!(!served.shows(aino, other, None));
    }

    #[test]
    fn only_an_owner_makes_or_changes_owners() {
        assert!(may_make(Role::Supervisor, Some(Role::Agent), Role::Supervisor));
        assert!(!may_make(Role::Supervisor, Some(Role::Supervisor), Role::Owner));
        assert!(!may_make(Role::Supervisor, Some(Role::Owner), Role::Agent));
        assert!(may_make(Role::Owner, Some(Role::Owner), Role::Agent));
        assert!(!may_make(Role::Agent, None, Role::ReadOnly));
    }

    #[test]
    fn who_supervises_takes_over_their_slots_and_an_agent_only_with_the_right() {
        assert!(may_exceed(Role::Supervisor, false) && may_exceed(Role::Owner, false) && may_exceed(Role::Agent, true));
        assert!(!may_exceed(Role::Agent, false) && !may_exceed(Role::ReadOnly, true));
    }

    #[test]
    fn who_only_looks_may_not_answer() {
        assert!(may(Role::Agent, Act::Answer));
        assert!(!may(Role::ReadOnly, Act::Answer));
    }

    #[test]
    fn a_key_may_never_do_more_than_who_made_it() {
        let all = [Scope::ReadCases, Scope::WriteCases, Scope::ReadSettings, Scope::WriteSettings];
        assert!(token_may(Role::Owner, &all, Act::ChangeSettings));
        assert!(!token_may(Role::Agent, &all, Act::ChangeSettings));
        assert!(!token_may(Role::Owner, &all, Act::Own));
    }
}
