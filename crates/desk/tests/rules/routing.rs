//! Who gets which contact (NV-07, NV-08, CC-20, UH-12).

use crate::dice::Dice;
use desk::availability::Presence;
use desk::id::{AgentId, ClientId, ContactId, SkillId, TeamId};
use desk::language::Language;
use desk::moment::{Moment, Span};
use desk::routing::{
    AgentNow, CHAT_WEIGHT, Ineligible, Lack, Needs, Offers, Serving, Step, Waiting, choose, eligible, explain, hand_out, in_order,
    is_unattended, may_take,
};
use uuid::Uuid;

const CLIENT: u128 = 1;
/// What the agents of these tests know.
const ACCOUNTS: SkillId = SkillId(Uuid::from_u128(20));

fn agent(id: u128) -> AgentNow {
    AgentNow {
        agent: AgentId(Uuid::from_u128(id)),
        serves: vec![serving(Some(PUSH))],
        languages: vec![(Language::Fi, 2)],
        skills: vec![ACCOUNTS],
        presence: Presence::Present,
        capacity: 4 * CHAT_WEIGHT,
        load: 0,
        idle_since: at(0),
    }
}

const PUSH: Offers = Offers { after: Span::seconds(0), within: Span::seconds(20) };

fn serving(offers: Option<Offers>) -> Serving {
    Serving { client: Some(ClientId(Uuid::from_u128(CLIENT))), team: TeamId(Uuid::from_u128(7)), offers }
}

fn chat(id: u128) -> Waiting {
    let client = ClientId(Uuid::from_u128(CLIENT));
    Waiting {
        contact: ContactId(Uuid::from_u128(id)),
        priority: 2,
        arrived_at: at(0),
        needs: Needs { client, team: None, also: Vec::new(), language: Language::Fi, level: 1, skill: None, weight: CHAT_WEIGHT },
        passed_by: Vec::new(),
        last_with: None,
    }
}

fn at(second: i64) -> Moment {
    Moment::from_micros(0).plus(Span::seconds(second))
}

fn id(number: u128) -> AgentId {
    AgentId(Uuid::from_u128(number))
}

#[test]
fn a_chat_goes_to_the_least_loaded_then_to_who_has_been_idle_longest() {
    let busy = AgentNow { load: 200, ..agent(1) };
    let fresh = AgentNow { load: 100, idle_since: at(60), ..agent(2) };
    let idle = AgentNow { load: 100, idle_since: at(30), ..agent(3) };
    assert_eq!(choose(&chat(9), &[busy.clone(), fresh.clone(), idle], at(60)).chosen, Some(id(3)));
    assert_eq!(choose(&chat(9), &[busy, fresh], at(60)).chosen, Some(id(2)));
    assert_eq!(choose(&chat(9), &[agent(5), agent(4)], at(60)).chosen, Some(id(4)), "the key breaks a tie, not the order of the list");
}

#[test]
fn nobody_gets_a_chat_without_the_client_the_level_the_skill_the_presence_and_the_room() {
    let needs = Needs { level: 2, skill: Some(ACCOUNTS), ..chat(9).needs };
    assert_eq!(eligible(&agent(1), &needs), Ok(()));
    let why = |agent: AgentNow| eligible(&agent, &needs).unwrap_err();
    assert_eq!(why(AgentNow { serves: Vec::new(), ..agent(1) }), Ineligible::OtherClient);
    assert_eq!(why(AgentNow { languages: vec![(Language::Sv, 3)], ..agent(1) }), Ineligible::Lacks(Lack::Language(Language::Fi)));
    assert_eq!(
        why(AgentNow { languages: vec![(Language::Fi, 1)], ..agent(1) }),
        Ineligible::Lacks(Lack::Level { language: Language::Fi, has: 1, needs: 2 })
    );
    assert_eq!(why(AgentNow { skills: Vec::new(), ..agent(1) }), Ineligible::Lacks(Lack::Skill(ACCOUNTS)));
    assert_eq!(why(AgentNow { presence: Presence::Away, ..agent(1) }), Ineligible::Absent);
    assert_eq!(why(AgentNow { load: 350, ..agent(1) }), Ineligible::Full { free: 50 });
    assert_eq!(why(AgentNow { capacity: 100, load: 300, ..agent(1) }), Ineligible::Full { free: 0 });
}

#[test]
fn a_call_fills_an_agent_and_a_light_contact_still_fits_beside_chats() {
    let three_chats = AgentNow { load: 3 * CHAT_WEIGHT, ..agent(1) };
    let of_weight = |weight| Needs { weight, ..chat(9).needs };
    assert_eq!(eligible(&three_chats, &of_weight(25)), Ok(()));
    assert_eq!(eligible(&three_chats, &of_weight(400)), Err(Ineligible::Full { free: 100 }));
    assert_eq!(eligible(&agent(1), &of_weight(400)), Ok(()));
}

#[test]
fn a_team_that_takes_by_hand_is_offered_nothing_or_only_what_nobody_has_taken_in_time() {
    let by_hand = AgentNow { serves: vec![serving(None)], ..agent(1) };
    let decision = choose(&chat(9), &[by_hand], at(600));
    assert_eq!((decision.chosen, decision.steps), (None, vec![(id(1), Step::TakesByHand)]));
    let after_30 = Offers { after: Span::seconds(30), within: Span::seconds(15) };
    let patient = AgentNow { serves: vec![serving(None), serving(Some(after_30))], ..agent(1) };
    assert_eq!(choose(&chat(9), std::slice::from_ref(&patient), at(29)).chosen, None);
    assert_eq!(choose(&chat(9), std::slice::from_ref(&patient), at(30)).chosen, Some(id(1)));
    assert_eq!(patient.offered_within(&chat(9).needs, Span::seconds(30)), Some(Span::seconds(15)));
}

#[test]
fn what_waits_is_handed_out_in_its_order_until_nobody_has_room_uh_12() {
    let waiting: Vec<Waiting> = (1..=5).map(|n| Waiting { arrived_at: at(i64::try_from(n).unwrap()), ..chat(n) }).collect();
    let (busy, away) = (AgentNow { load: 200, ..agent(1) }, AgentNow { presence: Presence::Away, ..agent(3) });
    let agents = vec![busy, AgentNow { load: 300, ..agent(2) }, away];
    let offers = hand_out(waiting.iter().rev(), agents, at(60));
    let to: Vec<_> = offers.iter().map(|(contact, to)| (contact.0.as_u128(), *to)).collect();
    assert_eq!(to, [(1, id(1)), (2, id(1)), (3, id(2))], "two places and one, for the three who came first");
}

#[test]
fn what_was_handed_to_a_team_is_offered_to_its_members_only() {
    let handed = Waiting { needs: Needs { team: Some(TeamId(Uuid::from_u128(8))), ..chat(9).needs }, ..chat(9) };
    assert_eq!(choose(&handed, &[agent(1)], at(60)).chosen, None);
    let member = AgentNow { serves: vec![Serving { team: TeamId(Uuid::from_u128(8)), ..serving(Some(PUSH)) }], load: 300, ..agent(2) };
    assert_eq!(choose(&handed, &[agent(1), member], at(60)).chosen, Some(id(2)));
}

#[test]
fn who_let_a_chat_pass_is_asked_again_only_when_nobody_else_may_have_it() {
    let waiting = Waiting { passed_by: vec![id(1)], ..chat(9) };
    assert_eq!(choose(&waiting, &[agent(1), AgentNow { load: 300, ..agent(2) }], at(60)).chosen, Some(id(2)));
    let alone = choose(&waiting, &[agent(1)], at(60));
    assert_eq!((alone.chosen, alone.steps[0].1), (Some(id(1)), Step::LetItPass));
}

#[test]
fn nobody_is_passed_for_longer_than_the_head_start_by_any_number_of_urgent_ones() {
    let usual = Waiting { arrived_at: at(0), priority: 2, ..chat(1) };
    let urgent = |key: u128, second: i64| Waiting { arrived_at: at(second), priority: 1, ..chat(key) };
    let order = |waiting: &[Waiting]| -> Vec<u128> { in_order(waiting).iter().map(|one| one.contact.0.as_u128()).collect() };
    assert_eq!(order(&[usual.clone(), urgent(2, 599)]), [2, 1]);
    let many: Vec<Waiting> = [usual].into_iter().chain((2..50).map(|key| urgent(key, 601))).collect();
    assert_eq!(order(&many)[0], 1);
}

#[test]
fn the_queue_goes_by_priority_and_then_by_arrival_whatever_happened_since() {
    let late = Waiting { arrived_at: at(50), ..chat(1) };
    let urgent = Waiting { arrived_at: at(70), priority: 1, ..chat(2) };
    let taken_back = Waiting { arrived_at: at(10), passed_by: vec![id(1)], ..chat(3) };
    let order: Vec<u128> = in_order(&[late, urgent, taken_back]).iter().map(|one| one.contact.0.as_u128()).collect();
    assert_eq!(order, [2, 3, 1]);
}

#[test]
fn what_is_offered_to_a_colleague_is_not_taken_and_what_is_offered_to_me_has_its_room() {
    let full_with_the_offer = AgentNow { load: 400, ..agent(1) };
    let needs = chat(9).needs;
    assert_eq!(may_take(&full_with_the_offer, &needs, Some(id(1))), Ok(()));
    assert_eq!(may_take(&full_with_the_offer, &needs, None), Err(Ineligible::Full { free: 0 }));
    assert_eq!(may_take(&agent(1), &needs, Some(id(2))), Err(Ineligible::OfferedTo(id(2))));
}

#[test]
fn a_queue_is_unattended_when_nobody_is_there_and_attended_when_all_are_full() {
    let full = AgentNow { load: 400, ..agent(1) };
    let away = AgentNow { presence: Presence::Gone, ..agent(2) };
    let other = AgentNow { languages: vec![(Language::Sv, 3)], ..agent(3) };
    assert!(!is_unattended(&chat(9), &[full, away.clone()]));
    assert!(is_unattended(&chat(9), &[away, other]));
    assert!(is_unattended(&chat(9), &[]));
}

#[test]
fn whatever_the_desk_looks_like_the_choice_is_allowed_and_nobody_better_was_left_out() {
    let (mut offered, mut waited) = (0, 0);
    for seed in 0..10_000 {
        let mut dice = Dice::new(seed);
        let agents: Vec<AgentNow> = (1..=dice.below(8) + 1).map(|number| random_agent(&mut dice, number.into())).collect();
        let waiting = random_chat(&mut dice);
        let decision = choose(&waiting, &agents, at(60));
        assert_eq!(decision.steps.len(), agents.len(), "seed {seed}: every agent is explained");
        let mut mixed = agents.clone();
        mixed.reverse();
        assert_eq!(choose(&waiting, &mixed, at(60)).chosen, decision.chosen, "seed {seed}: the order of the list decides nothing");
        let allowed: Vec<&AgentNow> = agents.iter().filter(|agent| by_hand(agent, &waiting.needs)).collect();
        let Some(chosen) = decision.chosen else {
            assert!(allowed.is_empty(), "seed {seed}: somebody could have had it");
            waited += 1;
            continue;
        };
        let chosen = allowed.iter().find(|agent| agent.agent == chosen).unwrap_or_else(|| panic!("seed {seed}: not allowed"));
        let has_passed = |agent: &AgentNow| waiting.passed_by.contains(&agent.agent);
        for other in &allowed {
            let was_last = |agent: &AgentNow| waiting.last_with == Some(agent.agent) && !has_passed(agent);
            let rank = |agent: &AgentNow| (has_passed(agent), !was_last(agent), agent.load, agent.idle_since);
            assert!(rank(chosen) <= rank(other), "seed {seed}: {other:?} goes before {chosen:?}");
        }
        assert!(!is_unattended(&waiting, &agents));
        offered += 1;
    }
    assert!(offered > 1_000 && waited > 1_000, "both happen: {offered} and {waited}");
}

/// The rule once more, written as the sentence says it.
fn by_hand(agent: &AgentNow, needs: &Needs) -> bool {
    let level = agent.languages.iter().filter(|(language, _)| *language == needs.language).map(|(_, level)| *level).max();
    agent.presence == Presence::Present
        && agent.serves.iter().any(|serving| serving.client == Some(needs.client))
        && level.is_some_and(|level| level >= needs.level)
        && needs.skill.iter().all(|skill| agent.skills.iter().any(|one| one == skill))
        && agent.load + needs.weight <= agent.capacity
}

fn random_agent(dice: &mut Dice, number: u128) -> AgentNow {
    let level = |dice: &mut Dice| u8::try_from(dice.below(3) + 1).unwrap();
    let weight = |dice: &mut Dice, limit| i64::try_from(dice.below(limit) * 25).unwrap();
    AgentNow {
        serves: if dice.below(6) == 0 { Vec::new() } else { agent(number).serves },
        languages: if dice.below(2) == 0 {
            vec![(Language::Fi, level(dice))]
        } else {
            vec![(Language::Sv, 3), (Language::Fi, level(dice))]
        },
        skills: if dice.below(2) == 0 { Vec::new() } else { agent(number).skills },
        presence: dice.pick(&[Presence::Present, Presence::Present, Presence::Away, Presence::Gone]),
        capacity: weight(dice, 24),
        load: weight(dice, 16),
        idle_since: at(i64::try_from(dice.below(4)).unwrap()),
        ..agent(number)
    }
}

fn random_chat(dice: &mut Dice) -> Waiting {
    let needs = Needs {
        language: dice.pick(&[Language::Fi, Language::Fi, Language::Sv]),
        level: u8::try_from(dice.below(3) + 1).unwrap(),
        skill: (dice.below(3) == 0).then_some(ACCOUNTS),
        ..chat(1).needs
    };
    let passed_by = (0..dice.below(3)).map(|_| AgentId(Uuid::from_u128(u128::from(dice.below(8) + 1)))).collect();
    let last_with = (dice.below(2) == 0).then(|| id(u128::from(1 + dice.below(5))));
    Waiting { needs, passed_by, last_with, ..chat(99) }
}

#[test]
fn the_explanation_of_a_decision_is_the_decision_itself_with_who_is_asked_first_on_top() {
    let full = AgentNow { load: 400, ..agent(1) };
    let away = AgentNow { presence: Presence::Away, ..agent(2) };
    let busy = AgentNow { load: 200, ..agent(3) };
    let idle = AgentNow { load: 100, idle_since: at(10), ..agent(4) };
    let passed = agent(5);
    let waiting = Waiting { passed_by: vec![id(5)], ..chat(9) };
    let agents = vec![full, away, busy, idle, passed];
    let decision = explain(&waiting, agents.clone(), None, at(60));
    assert_eq!(decision.chosen, choose(&waiting, &agents, at(60)).chosen);
    let may = |load, since| Step::MayHaveIt { load, idle_since: at(since), was_last: false };
    let out = Step::Out;
    assert_eq!(
        decision.steps,
        [
            (id(4), may(100, 10)),
            (id(3), may(200, 0)),
            (id(5), Step::LetItPass),
            (id(1), out(Ineligible::Full { free: 0 })),
            (id(2), out(Ineligible::Absent)),
        ]
    );
}

#[test]
fn while_a_chat_is_offered_the_explanation_says_to_whom_and_counts_it_as_nobodys_load() {
    let offered = AgentNow { load: 400, ..agent(1) };
    let other = agent(2);
    let away = AgentNow { presence: Presence::Away, ..agent(3) };
    let decision = explain(&chat(9), vec![away, other, offered], Some(id(1)), at(60));
    assert_eq!(decision.chosen, Some(id(1)));
    let steps = [
        (id(1), Step::MayHaveIt { load: 300, idle_since: at(0), was_last: false }),
        (id(2), Step::Out(Ineligible::OfferedTo(id(1)))),
        (id(3), Step::Out(Ineligible::Absent)),
    ];
    assert_eq!(decision.steps, steps);
}

#[test]
fn who_comes_back_is_offered_first_to_who_answered_them_last_once_and_then_as_everybody() {
    let (busy, idle) = (AgentNow { load: 200, ..agent(1) }, agent(2));
    let back = Waiting { last_with: Some(id(1)), ..chat(9) };
    let agents = [busy.clone(), idle.clone()];
    assert_eq!(choose(&back, &agents, at(60)).chosen, Some(id(1)), "although another has less to do");
    let explained = explain(&back, agents.to_vec(), None, at(60));
    assert_eq!(explained.steps[0], (id(1), Step::MayHaveIt { load: 200, idle_since: at(0), was_last: true }));
    assert_eq!(choose(&Waiting { passed_by: vec![id(1)], ..back.clone() }, &agents, at(60)).chosen, Some(id(2)), "they are asked once");
    let all_passed = Waiting { passed_by: vec![id(1), id(2)], ..back.clone() };
    assert_eq!(choose(&all_passed, &agents, at(60)).chosen, Some(id(2)), "and afterwards as everybody");
    for gone in [
        AgentNow { presence: Presence::Away, ..busy.clone() },
        AgentNow { load: 400, ..busy.clone() },
        AgentNow { languages: vec![(Language::Sv, 3)], ..busy.clone() },
        AgentNow { serves: vec![serving(None)], ..busy },
    ] {
        assert_eq!(choose(&back, &[gone, idle.clone()], at(60)).chosen, Some(id(2)), "nobody waits for them");
    }
}
