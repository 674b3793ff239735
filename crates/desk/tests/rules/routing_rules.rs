//! What a contact needs, by the rules of its client (NV-08).

use crate::dice::Dice;
use desk::availability::{ClosedReason, Presence};
use desk::case::Channel;
use desk::id::{AgentId, ClientId, ContactId, LabelId, RuleId, SkillId, TeamId};
use desk::language::Language;
use desk::moment::Moment;
use desk::routing::rules::{
    Asks, Beginning, CustomerIs, Dropped, Judged, Mismatch, Need, NoChat, PageIs, Rule, Shut, There, When, first, may_begin, need, shut,
    staffing, trace,
};
use desk::routing::{AgentNow, CHAT_WEIGHT, Demand, Ineligible, Serving, Waiting, eligible};
use desk::staffing::Staffing;
use uuid::Uuid;

const CLIENT: ClientId = ClientId(Uuid::from_u128(1));
const PAYROLL: TeamId = TeamId(Uuid::from_u128(7));
const HELPDESK: TeamId = TeamId(Uuid::from_u128(8));
const PAY: SkillId = SkillId(Uuid::from_u128(20));

fn rule(id: u128, when: When, asks: Asks) -> Rule {
    Rule { id: RuleId(Uuid::from_u128(id)), name: format!("rule {id}"), when, asks }
}

fn under(path: &str) -> When {
    When { page: Some(PageIs::Under(path.into())), ..When::default() }
}

fn on(page: &str) -> Beginning<'_> {
    Beginning { language: Language::Fi, page: Some(page), customer: CustomerIs::New, category: None }
}

fn agent(id: u128, team: TeamId) -> AgentNow {
    AgentNow {
        agent: AgentId(Uuid::from_u128(id)),
        serves: vec![Serving { client: Some(CLIENT), team, offers: None }],
        languages: vec![(Language::Fi, 2)],
        skills: vec![],
        presence: Presence::Present,
        capacity: 2 * CHAT_WEIGHT,
        load: 0,
        idle_since: Moment::from_micros(0),
    }
}

fn chat_needs(rule: &Rule, everybody: &[AgentNow]) -> Need {
    need(Some(rule), CLIENT, Language::Fi, Channel::Chat, &[PAY], everybody)
}

#[test]
fn the_first_rule_that_matches_decides_and_the_others_tell_why_they_do_not() {
    let swedish = rule(1, When { languages: vec![Language::Sv], ..When::default() }, Asks::default());
    let known = rule(2, When { customer: Some(CustomerIs::Known), ..When::default() }, Asks::default());
    let pay = rule(3, under("/palkka"), Asks::default());
    let news = rule(4, under("/uutiset"), Asks::default());
    let all = rule(5, When::default(), Asks::default());
    let rules = [swedish, known, news, pay, all];
    let page = on("https://kunta.fi/palkka/lomat");
    let judged: Vec<Judged> = trace(&rules, page).into_iter().map(|(_, judged)| judged).collect();
    let not = |why| Judged::Not(why);
    assert_eq!(judged, [not(Mismatch::Language), not(Mismatch::Customer), not(Mismatch::Page), Judged::Decides, Judged::TooLate]);
    assert_eq!(first(&rules, page), Some(&rules[3]));
    assert_eq!(first(&rules[..4], on("https://kunta.fi/")), None, "where none matches, nothing is asked for");
}

#[test]
fn a_rule_for_matters_decides_only_about_who_chose_one_of_them() {
    let [pay, leave, printing] = [1, 2, 3].map(|id| LabelId(Uuid::from_u128(id)));
    let rules = [rule(1, When { categories: vec![pay, leave], ..When::default() }, Asks::default())];
    let about = |category| trace(&rules, Beginning { category, ..on("https://kunta.fi/") })[0].1;
    assert_eq!(about(Some(leave)), Judged::Decides);
    assert_eq!([about(Some(printing)), about(None)], [Judged::Not(Mismatch::Category); 2], "who chooses nothing has not chosen it");
}

#[test]
fn a_page_is_found_as_people_read_it_and_never_by_what_follows_a_question_mark() {
    let is =
        |when: PageIs, page: &str| first(&[rule(1, When { page: Some(when), ..When::default() }, Asks::default())], on(page)).is_some();
    let begins = |path: &str, page: &str| is(PageIs::Under(path.into()), page);
    assert!(begins("/Päiväkoti", "https://kunta.fi/p%C3%A4iv%c3%a4koti/haku"));
    assert!(!begins("/haku", "https://kunta.fi/palvelut/haku"), "it must begin so");
    assert!(!begins("/palkka", "https://kunta.fi/palkkasumma"), "another page that only begins alike");
    assert!(begins("/palkka/", "https://kunta.fi/palkka") && begins("/palkka", "https://kunta.fi/palkka/lomat/"));
    assert!(begins("/", "https://kunta.fi"), "a website's front page is a page");
    assert!(!begins("/", "https://kunta.fi/palkka"), "and stands for itself alone");
    assert!(!begins("/palkka", "https://kunta.fi/?next=/palkka") && !begins("/palkka", "https://kunta.fi/#/palkka"));
    let has = |part: &str, page: &str| is(PageIs::Containing(part.into()), page);
    assert!(has("intra.kunta", "https://INTRA.kunta.fi/x") && has("/x", "https://intra.kunta.fi/x"));
    assert!(!has("salaisuus", "https://kunta.fi/?salaisuus=1"));
    assert!(!has("https", "https://kunta.fi/"), "how a page is fetched is no part of what it is");
    for hostile in ["", "%", "%4", "%zz%", "://", "https://", "https://%ff%fe/", "javascript:alert(1)", "●●●"] {
        assert!(!begins("/palkka", hostile), "{hostile}");
    }
    let nowhere = Beginning { page: None, ..on("") };
    assert_eq!(first(&[rule(1, under("/"), Asks::default())], nowhere), None, "who wrote on no page matches no page");
}

#[test]
fn a_rule_asks_for_a_skill_a_level_a_priority_and_a_team() {
    let able = AgentNow { skills: vec![PAY], languages: vec![(Language::Fi, 3)], ..agent(1, PAYROLL) };
    let asks = Asks { level: Some(3), skill: Some(PAY), priority: Some(1), team: Some(PAYROLL) };
    let found = chat_needs(&rule(4, When::default(), asks), &[able]);
    assert_eq!((found.by_rule.as_deref(), found.team, found.dropped.as_slice()), (Some("rule 4"), Some(PAYROLL), [].as_slice()));
    assert_eq!(found.demand, Demand { level: 3, skill: Some(PAY), priority: 1 });
    assert_eq!(need(None, CLIENT, Language::Fi, Channel::Chat, &[PAY], &[]), Need::default());
}

#[test]
fn what_was_deleted_or_nobody_could_ever_give_is_not_asked_for() {
    let asks = Asks { level: Some(3), skill: Some(PAY), priority: Some(1), team: Some(HELPDESK) };
    let wish = rule(1, When::default(), asks);
    let found = chat_needs(&wish, &[agent(1, PAYROLL)]);
    assert_eq!(found.dropped, [Dropped::Skill, Dropped::Level, Dropped::Team]);
    assert_eq!((found.demand, found.team), (Demand { priority: 1, ..Demand::default() }, None), "what is left of it holds");
    let deleted = need(Some(&wish), CLIENT, Language::Fi, Channel::Chat, &[], &[AgentNow { skills: vec![PAY], ..agent(1, HELPDESK) }]);
    assert_eq!(deleted.demand.skill, None);
}

#[test]
fn a_chat_does_not_wait_for_a_team_that_is_not_there_and_a_left_message_does() {
    let wish = rule(1, When::default(), Asks { team: Some(PAYROLL), ..Asks::default() });
    let away = [AgentNow { presence: Presence::Gone, ..agent(1, PAYROLL) }, agent(2, HELPDESK)];
    assert_eq!((chat_needs(&wish, &away).team, chat_needs(&wish, &away).dropped), (None, vec![Dropped::Team]));
    let left = need(Some(&wish), CLIENT, Language::Fi, Channel::Message, &[], &away);
    assert_eq!((left.team, left.dropped), (Some(PAYROLL), vec![]));
}

#[test]
fn a_skill_that_only_somebody_absent_has_is_still_needed_and_nobody_is_there_for_it_cc_11() {
    let wish = rule(1, When::default(), Asks { skill: Some(PAY), ..Asks::default() });
    let knows = AgentNow { skills: vec![PAY], presence: Presence::Away, ..agent(1, PAYROLL) };
    let found = chat_needs(&wish, &[knows.clone(), agent(2, HELPDESK)]);
    assert_eq!((found.demand.skill, found.dropped.len()), (Some(PAY), 0));
    let needs = found.of(CLIENT, Language::Fi);
    assert_eq!(staffing(&needs, &[knows.clone(), agent(2, HELPDESK)], &[]), Staffing { present: 0, free_slots: 0, waiting: 0 });
    let nobody = staffing(&needs, std::slice::from_ref(&knows), &[]);
    assert_eq!(may_begin(Ok(()), Some(nobody), 500), Err(NoChat::NobodyKnows));
    let back = AgentNow { presence: Presence::Present, load: CHAT_WEIGHT, ..knows };
    let one_waits = |skill| Waiting {
        contact: ContactId(Uuid::from_u128(9)),
        priority: 2,
        arrived_at: Moment::from_micros(0),
        needs: Need { demand: Demand { skill, ..Demand::default() }, ..Need::default() }.of(CLIENT, Language::Fi),
        passed_by: vec![],
        last_with: None,
    };
    let there = staffing(&needs, &[back, agent(2, HELPDESK)], &[one_waits(Some(PAY)), one_waits(None)]);
    assert_eq!(there, Staffing { present: 1, free_slots: 1, waiting: 1 }, "who needs no skill does not wait for who has it");
    assert_eq!(may_begin(Ok(()), Some(there), 0), Err(NoChat::Closed(ClosedReason::QueueFull)), "one waits for the one free slot");
    assert_eq!(may_begin(Ok(()), Some(there), 1), Ok(()));
    assert_eq!(may_begin(Err(ClosedReason::Hours), Some(there), 1), Err(NoChat::Closed(ClosedReason::Hours)));
    assert_eq!(may_begin(Ok(()), None, 0), Ok(()));
}

#[test]
fn an_open_chat_is_shut_by_the_rules_for_whose_needs_nobody_is_there_and_by_no_others_cc_11() {
    let pay = rule(1, under("/palkka"), Asks { skill: Some(PAY), ..Asks::default() });
    let first_of_all = rule(2, When::default(), Asks { priority: Some(1), ..Asks::default() });
    let swedish_pay = rule(3, When { languages: vec![Language::Sv], ..When::default() }, Asks { skill: Some(PAY), ..Asks::default() });
    let rules = [pay.clone(), first_of_all, swedish_pay];
    let knows = |presence| AgentNow { skills: vec![PAY], presence, ..agent(1, PAYROLL) };
    let shut_with = |everybody: &[AgentNow], ceiling| {
        let there = There { skills: &[PAY], everybody, waiting: &[] };
        let found = shut(&rules, CLIENT, &[Language::Fi], ceiling, there);
        found.into_iter().map(|Shut { rule, language, because }| (rule.id, language, because)).collect::<Vec<_>>()
    };
    assert_eq!(shut_with(&[knows(Presence::Present), agent(2, HELPDESK)], 5), []);
    assert_eq!(shut_with(&[knows(Presence::Away), agent(2, HELPDESK)], 5), [(pay.id, Language::Fi, NoChat::NobodyKnows)]);
    let full = AgentNow { load: 2 * CHAT_WEIGHT, ..knows(Presence::Present) };
    let because = NoChat::Closed(ClosedReason::QueueFull);
    assert_eq!(shut_with(&[full, agent(2, HELPDESK)], 0), [(pay.id, Language::Fi, because)], "who is free does not know it");
    assert_eq!(shut_with(&[agent(2, HELPDESK)], 5), [], "what nobody could ever give is not asked for");
}

#[test]
fn a_rule_below_one_that_takes_everybody_shuts_nothing() {
    let pay = rule(1, under("/palkka"), Asks { skill: Some(PAY), ..Asks::default() });
    let everybody = [AgentNow { skills: vec![PAY], presence: Presence::Away, ..agent(1, PAYROLL) }, agent(2, HELPDESK)];
    let there = There { skills: &[PAY], everybody: &everybody, waiting: &[] };
    let shut_below = |above: When| {
        let rules = [rule(2, above, Asks { priority: Some(1), ..Asks::default() }), pay.clone()];
        shut(&rules, CLIENT, &[Language::Fi], 5, there).len()
    };
    assert_eq!(shut_below(When::default()), 0, "nobody comes to it");
    assert_eq!(shut_below(When { languages: vec![Language::Fi], ..When::default() }), 0);
    assert_eq!(shut_below(When { languages: vec![Language::Sv], ..When::default() }), 1, "those who ask in Finnish do");
    assert_eq!(shut_below(under("/muu")), 1);
}

#[test]
fn whatever_rules_say_somebody_could_take_what_they_make_10_000_times() {
    let mut dice = Dice::new(8);
    for round in 0..10_000 {
        let mut one_agent = |id: u128| AgentNow {
            skills: if dice.below(2) == 0 { vec![PAY] } else { vec![] },
            languages: vec![(Language::Fi, u8::try_from(1 + dice.below(3)).unwrap())],
            presence: [Presence::Present, Presence::Away, Presence::Gone][usize::try_from(dice.below(3)).unwrap()],
            ..agent(id, if dice.below(2) == 0 { PAYROLL } else { HELPDESK })
        };
        let everybody: Vec<AgentNow> = (1..4).map(&mut one_agent).collect();
        let mut maybe = || dice.below(2) == 0;
        let asks = Asks {
            level: maybe().then_some(3),
            skill: maybe().then_some(PAY),
            priority: maybe().then_some(3),
            team: maybe().then_some(TeamId(Uuid::from_u128(if maybe() { 8 } else { 9 }))),
        };
        let skills = if maybe() { vec![PAY] } else { vec![] };
        let channel = if maybe() { Channel::Chat } else { Channel::Message };
        let found = need(Some(&rule(1, When::default(), asks)), CLIENT, Language::Fi, channel, &skills, &everybody);
        let needs = found.of(CLIENT, Language::Fi);
        let could = |agent: &AgentNow| !matches!(eligible(agent, &needs), Err(Ineligible::OtherClient | Ineligible::Lacks(_)));
        assert!(everybody.iter().any(could), "round {round}: nobody could ever take {needs:?}");
    }
}
