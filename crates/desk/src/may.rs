//! Who may do what.

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
        Act::SeeEveryClient | Act::SeeSettings | Act::ChangeSettings => matches!(role, Role::Owner | Role::Supervisor),
        Act::Own => matches!(role, Role::Owner),
    }
}

/// Whether a key with `scopes`, made by a person with `role`, may do `act`: never more than the person.
pub fn token_may(role: Role, scopes: &[Scope], act: Act) -> bool {
    let scope_allows = match act {
        Act::SeeCases | Act::SeeEveryClient => scopes.iter().any(|scope| matches!(scope, Scope::ReadCases | Scope::WriteCases)),
        Act::Answer => scopes.contains(&Scope::WriteCases),
        Act::SeeSettings => scopes.iter().any(|scope| matches!(scope, Scope::ReadSettings | Scope::WriteSettings)),
        Act::ChangeSettings => scopes.contains(&Scope::WriteSettings),
        // Keys make no keys and no owners.
        Act::Own => false,
    };
    scope_allows && may(role, act)
}

#[cfg(test)]
mod tests {
    use super::*;

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
