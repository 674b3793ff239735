//! Scenarios of every kind, and a checker that knows nothing of the rules but what they promise.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod checker;

use serde_json::{Value, json};

use super::{Folder, play, scenario};
use checker::{Count, check};

/// The trace of `scenario`, as somebody outside reads it.
async fn trace(scenarios: &[Value]) -> Vec<Vec<Value>> {
    let folder = Folder::make().unwrap();
    let db = folder.database().await.unwrap();
    let mut traces = Vec::new();
    for scenario in scenarios {
        let read = scenario::read(&scenario.to_string()).unwrap_or_else(|wrong| panic!("{wrong}: {scenario}"));
        let lines = play(&db, read).await.unwrap();
        traces.push(lines.iter().map(|line| serde_json::from_str(&line.to_json()).unwrap()).collect());
    }
    db.close().await;
    traces
}

async fn told(scenario: Value) -> Vec<String> {
    let lines = trace(std::slice::from_ref(&scenario)).await.remove(0);
    check(&scenario, &lines, &mut Count::default());
    let word = |line: &Value, name: &str| line[name].as_str().map(|word| format!(" {word}")).unwrap_or_default();
    lines
        .iter()
        .map(|line| format!("{} {}{}{}", line["t"], line["e"].as_str().unwrap(), word(line, "contact"), word(line, "agent")))
        .collect()
}

fn settings(mode: &str) -> Value {
    json!({ "mode": mode, "offer_s": 20, "idle_s": 30, "presence_s": 45, "abandon_s": null })
}

fn agent(id: &str, slots: i64) -> Value {
    json!({ "id": id, "languages": { "fi": 3 }, "skills": [], "slots": slots, "present": [[0, 1000]] })
}

fn chat(id: &str, at: i64) -> Value {
    json!({ "id": id, "at": at, "language": "fi", "priority": 2, "handling_s": 100 })
}

fn with(mut one: Value, name: &str, value: Value) -> Value {
    one[name] = value;
    one
}

#[tokio::test]
async fn an_offer_that_nobody_takes_goes_to_a_colleague_and_pauses_who_let_it_pass() {
    let agents = [with(agent("aino", 2), "accepts", json!(false)), with(agent("bengt", 2), "present", json!([[15, 1000]]))];
    let said = told(json!({ "settings": settings("push"), "agents": agents, "contacts": [chat("c1", 10)] })).await;
    let expected = [
        "0 present aino",
        "10 arrived c1",
        "10 offered c1 aino",
        "15 present bengt",
        "30 taken_back c1 aino",
        "30 absent aino",
        "30 offered c1 bengt",
        "30 accepted c1 bengt",
        "130 ended c1 bengt",
        "1000 absent bengt",
    ];
    assert_eq!(said, expected);
}

#[tokio::test]
async fn a_sleeping_laptop_gives_its_chat_back_with_the_time_it_has_waited() {
    let agents = [with(agent("aino", 1), "last_seen", json!(50)), with(agent("bengt", 1), "present", json!([[90, 1000]]))];
    let contacts = [chat("c1", 10), with(chat("c2", 40), "handling_s", json!(300))];
    let said = told(json!({ "settings": settings("push"), "agents": agents, "contacts": contacts })).await;
    assert!(said.contains(&"95 taken_back c1 aino".to_owned()), "{said:?}");
    // c2 waited from 40 and was taken at 90; c1 goes before whoever came after 10.
    assert!(said.contains(&"90 accepted c2 bengt".to_owned()), "{said:?}");
    assert!(said.contains(&"390 accepted c1 bengt".to_owned()), "{said:?}");
}

#[tokio::test]
async fn the_slots_hold_for_who_takes_by_hand_too_and_one_of_two_gets_the_chat() {
    let tries = |at: i64, agent: &str, contact: &str| json!({ "at": at, "agent": agent, "what": "tries to take", "contact": contact });
    let pull = with(settings("pull"), "idle_s", json!(500));
    let agents = [with(agent("aino", 1), "accepts", json!(false)), with(agent("bengt", 1), "accepts", json!(false))];
    let events = [tries(20, "aino", "c1"), tries(20, "bengt", "c1"), tries(21, "aino", "c2"), tries(22, "bengt", "c2")];
    let contacts = [chat("c1", 10), chat("c2", 11)];
    let said = told(json!({ "settings": pull, "agents": agents, "contacts": contacts, "events": events })).await;
    let of = |second: &str| said.iter().filter(|line| line.starts_with(second)).cloned().collect::<Vec<_>>();
    assert_eq!(of("20 "), ["20 accepted c1 aino", "20 refused c1 bengt"]);
    assert_eq!((of("21 "), of("22 ")), (vec!["21 refused c2 aino".to_owned()], vec!["22 accepted c2 bengt".to_owned()]));
}

#[tokio::test]
async fn when_the_last_one_leaves_who_waits_is_given_the_form_at_once() {
    let agents = [with(agent("aino", 1), "present", json!([[0, 60]]))];
    let swedish = with(chat("c3", 5), "language", json!("sv"));
    let said = told(json!({ "settings": settings("push"), "agents": agents, "contacts": [chat("c1", 10), chat("c2", 11), swedish] })).await;
    assert_eq!(said[1..3], ["5 arrived c3", "5 to_form c3"]);
    assert_eq!(said[said.len() - 4..], ["60 absent aino", "60 taken_back c1 aino", "60 to_form c1", "60 to_form c2"]);
}

#[tokio::test]
async fn who_leaves_with_an_offer_before_them_has_not_let_it_pass_and_may_be_asked_again() {
    let aino = with(with(agent("aino", 1), "accepts", json!(false)), "present", json!([[0, 15], [20, 1000]]));
    let agents = [aino, with(agent("bengt", 1), "present", json!([[15, 60]])), with(agent("cilla", 1), "present", json!([[40, 1000]]))];
    let said = told(json!({ "settings": settings("push"), "agents": agents, "contacts": [chat("c1", 10)] })).await;
    let of_chat: Vec<&str> = said.iter().filter(|line| line.contains("offered")).map(String::as_str).collect();
    assert_eq!(of_chat, ["10 offered c1 aino", "15 offered c1 bengt", "60 offered c1 aino", "80 offered c1 cilla"]);
}

#[tokio::test]
async fn of_two_offers_that_are_let_pass_together_neither_comes_back_to_who_let_them_pass_while_another_is_free() {
    let aino = with(agent("aino", 2), "accept_prob", json!(0.01));
    let bengt = with(with(agent("bengt", 1), "accepts", json!(false)), "present", json!([[15, 1000]]));
    let agents = [aino, bengt, with(agent("cilla", 2), "present", json!([[50, 1000]]))];
    let contacts = [chat("c1", 10), chat("c2", 10)];
    let said = told(json!({ "settings": settings("push"), "agents": agents, "contacts": contacts })).await;
    let of_second = said.iter().filter(|line| line.contains("offered c2")).map(String::as_str).collect::<Vec<_>>();
    assert_eq!(of_second, ["10 offered c2 aino", "50 offered c2 cilla"]);
}

#[tokio::test]
async fn what_nobody_takes_from_the_common_list_is_offered() {
    let agents = [with(agent("aino", 1), "accepts", json!(false))];
    let said = told(json!({ "settings": settings("pull"), "agents": agents, "contacts": [chat("c1", 10)] })).await;
    assert_eq!(said[2..], ["40 offered c1 aino", "60 taken_back c1 aino", "60 absent aino", "60 to_form c1"]);
}

#[tokio::test]
async fn in_hundreds_of_days_with_failing_agents_every_promise_is_kept() {
    // Four hundred each time; `SIMULATED_DAYS=10000` plays as many as somebody has time for.
    let days = std::env::var("SIMULATED_DAYS").map_or(400, |days| days.parse().expect("a number of days"));
    let scenarios: Vec<Value> = (0..days).map(|seed| any_day(&mut Dice(seed))).collect();
    let mut count = Count::default();
    for (seed, (scenario, lines)) in scenarios.iter().zip(trace(&scenarios).await).enumerate() {
        let day = Day { seed, scenario, lines: &lines };
        check(day.scenario, day.lines, &mut count);
    }
    // What never happened was not checked either.
    assert!(count.everything_happened(), "{count:?}");
}

#[test]
fn a_scenario_that_cannot_be_played_is_refused_with_a_sentence() {
    let wrong = |text: &str| scenario::read(text).unwrap_err();
    let good = json!({ "settings": settings("push"), "agents": [agent("aino", 2)], "contacts": [chat("c1", 10)] });
    assert!(scenario::read(&good.to_string()).is_ok());
    let text = serde_json::to_string_pretty(&good).unwrap();
    let slip = wrong(&text.replace("\"slots\"", "\"slotz\""));
    let line = text.lines().position(|line| line.contains("\"slots\"")).unwrap() + 1;
    assert!(slip.starts_with(&format!("line {line}: unknown field `slotz`, expected one of `id`")), "{slip}");
    assert!(wrong("{\n \"settings\": 1").starts_with("line 2: "));
    let said = |one: Value| wrong(&one.to_string());
    let event = |event: Value| with(good.clone(), "events", json!([event]));
    assert!(said(with(good.clone(), "agents", json!([agent("aino", 9)]))).contains("`aino` has 9 slots; there can be 0 to 8"));
    assert!(said(with(good.clone(), "agents", json!([agent("a", 1), agent("a", 1)]))).contains("agent `a` is there twice"));
    assert!(said(with(good.clone(), "contacts", json!([with(chat("c", 1), "language", json!("et"))]))).contains("does not speak `et`"));
    assert!(said(with(good.clone(), "contacts", json!([chat("c", -1)]))).contains("-1 is not a time"));
    assert!(said(event(json!({ "at": 1, "agent": "pekka", "what": "slots_set", "value": 1 }))).contains("agent `pekka`"));
    assert!(said(event(json!({ "at": 1, "agent": "aino", "what": "tries to take" }))).contains("needs `contact`"));
    assert!(said(event(json!({ "at": 1, "agent": "aino", "what": "sleeps" }))).contains("unknown variant `sleeps`"));
    assert!(said(with(good, "settings", json!({ "mode": "pray", "offer_s": 1 }))).contains("mode `pray` is not known"));
}

/// A day that is checked: one that does not hold tells which it was, as a file for `luukku simulate`, and what happened.
struct Day<'a> {
    seed: usize,
    scenario: &'a Value,
    lines: &'a [Value],
}

impl Drop for Day<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let lines: Vec<String> = self.lines.iter().map(Value::to_string).collect();
            println!("seed {}\n{}\n{}", self.seed, self.scenario, lines.join("\n"));
        }
    }
}

/// The same numbers for the same seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit
    }

    fn one_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }
}

fn any_day(dice: &mut Dice) -> Value {
    let agents: Vec<Value> = (0..=dice.below(5)).map(|number| any_agent(dice, number)).collect();
    let contacts: Vec<Value> = (0..10 + dice.below(30)).map(|number| any_contact(dice, number)).collect();
    let mut events = Vec::new();
    for _ in 0..dice.below(12) {
        let agent = format!("a{}", dice.below(u64::try_from(agents.len()).unwrap()));
        let at = dice.below(1_200);
        events.push(if dice.one_in(3) {
            json!({ "at": at, "agent": agent, "what": "slots_set", "value": dice.below(6) })
        } else {
            let contact = format!("c{}", dice.below(u64::try_from(contacts.len()).unwrap()));
            json!({ "at": at, "agent": agent, "what": "tries to take", "contact": contact })
        });
    }
    let abandon = if dice.one_in(2) { json!(60 + dice.below(200)) } else { Value::Null };
    let mode = if dice.one_in(3) { "pull" } else { "push" };
    let settings = json!({ "mode": mode, "offer_s": 5 + dice.below(30), "idle_s": dice.below(40), "presence_s": 45, "abandon_s": abandon });
    json!({ "settings": settings, "agents": agents, "contacts": contacts, "events": events })
}

fn any_agent(dice: &mut Dice, number: u64) -> Value {
    let mut languages = json!({ "fi": 1 + dice.below(3) });
    if dice.one_in(2) {
        languages["sv"] = json!(1 + dice.below(3));
    }
    let skills: Vec<&str> = ["tunnukset", "laskut"].into_iter().filter(|_| dice.one_in(2)).collect();
    let (from, middle) = (dice.below(200), 300 + dice.below(400));
    let present = if dice.one_in(2) { json!([[from, 1_200]]) } else { json!([[from, middle], [middle + dice.below(60), 1_200]]) };
    let mut agent =
        json!({ "id": format!("a{number}"), "languages": languages, "skills": skills, "slots": 1 + dice.below(4), "present": present });
    match dice.below(6) {
        0 => agent["accepts"] = json!(false),
        1 | 2 => agent["accept_prob"] = json!(0.6),
        3 => agent["last_seen"] = json!(from + dice.below(600)),
        _ => {}
    }
    agent
}

fn any_contact(dice: &mut Dice, number: u64) -> Value {
    let language = if dice.one_in(4) { "sv" } else { "fi" };
    let mut contact = json!({
        "id": format!("c{number}"), "at": dice.below(1_100), "language": language, "priority": 1 + dice.below(3),
        "handling_s": 10 + dice.below(200),
    });
    if dice.one_in(3) {
        contact["min_level"] = json!(1 + dice.below(3));
    }
    if dice.one_in(4) {
        contact["skill"] = json!("tunnukset");
    }
    if dice.one_in(3) {
        contact["patience_s"] = json!(dice.below(120));
    }
    contact
}
