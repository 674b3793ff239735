//! How a self-directed team decides (TE-24).

use desk::deciding::{Change, ProposalState, Standing, TeamRules, Word, decides, needed, open_until, standing, state_at};
use desk::id::{AgentId, TeamId};
use desk::may::Role;
use desk::moment::{Moment, Span};
use desk::routing::{Offers, Overflow};
use uuid::Uuid;

fn agent(number: u128) -> AgentId {
    AgentId(Uuid::from_u128(number))
}

fn agents(count: u128) -> Vec<AgentId> {
    (1..=count).map(agent).collect()
}

fn rules() -> TeamRules {
    let offers = Offers { after: Span::seconds(0), within: Span::seconds(20) };
    TeamRules { name: "IT-tuki".into(), offers: Some(offers), overflow: None }
}

fn pull() -> Change {
    Change { before: rules(), after: TeamRules { offers: None, ..rules() } }
}

#[test]
fn a_proposal_is_carried_when_half_of_the_members_stand_behind_it_who_proposed_it_included() {
    let team = agents(5);
    let consents = |count: u128| (2..2 + count).map(|number| (agent(number), Word::Consents)).collect::<Vec<_>>();
    assert_eq!(standing(agent(1), &consents(0), &team), Standing::Waits(2));
    assert_eq!(standing(agent(1), &consents(1), &team), Standing::Waits(1));
    assert_eq!(standing(agent(1), &consents(2), &team), Standing::Carried);
    assert_eq!(standing(agent(1), &consents(1), &agents(4)), Standing::Carried);
}

#[test]
fn nobody_decides_for_others_alone_but_a_lone_member_decides() {
    assert_eq!([0, 1, 2, 3, 4, 5, 6, 7].map(needed), [1, 1, 2, 2, 2, 3, 3, 4]);
    assert_eq!(standing(agent(1), &[], &agents(2)), Standing::Waits(1));
    assert_eq!(standing(agent(1), &[], &agents(1)), Standing::Carried);
    assert_eq!(standing(agent(1), &[], &[]), Standing::Waits(1), "with nobody left, nothing is decided");
}

#[test]
fn one_objection_stops_a_proposal_however_many_consent() {
    let words = [(agent(2), Word::Consents), (agent(3), Word::Consents), (agent(4), Word::Objects)];
    assert_eq!(standing(agent(1), &words, &agents(4)), Standing::Stopped);
    assert_eq!(standing(agent(1), &words, &agents(3)), Standing::Carried, "who has left the team stops nothing");
}

#[test]
fn the_words_of_those_who_have_left_do_not_count() {
    let words = [(agent(2), Word::Consents), (agent(9), Word::Consents)];
    assert_eq!(standing(agent(1), &words, &agents(6)), Standing::Waits(1));
    assert_eq!(standing(agent(9), &[(agent(2), Word::Consents)], &agents(3)), Standing::Waits(1), "nor that of who proposed it");
}

#[test]
fn what_somebody_else_has_changed_meanwhile_is_not_undone() {
    let renamed = TeamRules { name: "Lähituki".into(), ..rules() };
    assert_eq!(pull().upon(&renamed), Some(TeamRules { offers: None, ..renamed }), "another rule stays as it became");
    let slower = Offers { after: Span::seconds(30), within: Span::seconds(20) };
    assert_eq!(pull().upon(&TeamRules { offers: Some(slower), ..rules() }), None);
    assert_eq!(pull().upon(&TeamRules { offers: None, ..rules() }), None, "even when it is what was proposed");
    let overflow = Some(Overflow { after: Span::seconds(60), to: TeamId(Uuid::from_u128(7)) });
    assert_eq!(pull().upon(&TeamRules { overflow, ..rules() }), Some(TeamRules { offers: None, overflow, ..rules() }));
    assert!(!pull().is_nothing() && Change { before: rules(), after: rules() }.is_nothing());
}

#[test]
fn a_proposal_that_nobody_decides_is_over_after_two_weeks() {
    let at = Moment::from_micros(1_000);
    let last = open_until(at).minus(Span::millis(1));
    assert_eq!(state_at(ProposalState::Open, at, last), ProposalState::Open);
    assert_eq!(state_at(ProposalState::Open, at, at.plus(Span::seconds(14 * 86_400))), ProposalState::Expired);
    assert_eq!(state_at(ProposalState::TakenEffect, at, open_until(at)), ProposalState::TakenEffect);
}

#[test]
fn only_agents_of_the_team_decide() {
    assert!(decides(Role::Agent, true, true));
    assert!(!decides(Role::Agent, true, false) && !decides(Role::Agent, false, true));
    assert!(![Role::Owner, Role::Supervisor, Role::ReadOnly].into_iter().any(|role| decides(role, true, true)));
}
