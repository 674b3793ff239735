//! The demo's files hold together and hold nobody's real identity code.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use super::*;

fn content() -> Content {
    load(|client| format!("http://{client}.example")).unwrap_or_else(|unreadable| panic!("{unreadable}"))
}

fn first_line(conversation: &Conversation) -> &str {
    conversation.turns[0].text.lines().next().expect("words")
}

#[test]
fn the_history_has_sixty_different_conversations_in_three_languages() {
    let content = content();
    let different: BTreeSet<&str> = content.conversations.iter().map(first_line).collect();
    assert_eq!(different.len(), content.conversations.len(), "two conversations begin with the same line");
    assert!(different.len() >= 66);
    let subjects: BTreeSet<&str> = content.conversations.iter().map(|one| one.subject.as_str()).collect();
    assert_eq!(subjects.len(), content.conversations.len());
    for (language, at_least) in [(Language::Fi, 34), (Language::Sv, 14), (Language::En, 14)] {
        let count = content.conversations.iter().filter(|one| one.language == language).count();
        assert!(count >= at_least, "{count} conversations in {}", language.code());
    }
    for (client, at_least) in [("koskela", 36), ("havuvaara", 28)] {
        assert!(content.conversations.iter().filter(|one| one.client == client).count() >= at_least, "{client}");
    }
}

#[test]
fn ten_agents_have_the_roles_slots_and_teams_that_a_desk_needs() {
    let Organisation { agents, teams, clients, .. } = content().organisation;
    assert_eq!(agents.len(), 10);
    for (role, count) in [(Role::Owner, 1), (Role::Supervisor, 1), (Role::Agent, 7), (Role::ReadOnly, 1)] {
        assert_eq!(agents.iter().filter(|agent| agent.role == role).count(), count, "{role:?}");
    }
    for agent in &agents {
        assert!((1..=8).contains(&agent.slots), "{}", agent.key);
        assert!(agent.name.starts_with(&agent.first_name) && agent.email.ends_with("@luukku.example"), "{}", agent.key);
        assert!(!agent.teams.is_empty(), "{}", agent.key);
        assert!(agent.teams.iter().all(|name| teams.iter().any(|team| team.name == *name)), "{}", agent.key);
    }
    for team in &teams {
        assert!(team.clients.iter().all(|key| clients.iter().any(|client| client.key == *key)), "{}", team.name);
    }
}

#[test]
fn every_client_opens_before_it_closes_on_each_day_of_the_demo() {
    for client in content().organisation.clients {
        assert!(client.hours.iter().chain(&client.demo_hours).all(|opening| opening.opens < opening.closes));
        assert_eq!(client.demo_hours.iter().map(|opening| opening.days.len()).sum::<usize>(), 7, "{}", client.key);
    }
}

#[test]
fn who_writes_to_a_customer_serves_the_client_and_knows_the_language() {
    let Content { organisation, conversations, .. } = content();
    for one in &conversations {
        let mut writers: Vec<&str> = one.agent.as_deref().into_iter().collect();
        writers.extend(one.turns.iter().filter(|turn| turn.who == Who::Agent).filter_map(|turn| turn.agent.as_deref()));
        for key in writers {
            let agent = organisation.agents.iter().find(|agent| agent.key == key).expect(key);
            assert!(agent.role != Role::ReadOnly && agent.languages.contains(&one.language), "{key}: {}", one.subject);
            let serves = organisation.teams.iter().any(|team| agent.teams.contains(&team.name) && team.clients.contains(&one.client));
            assert!(serves, "{key} does not serve {}: {}", one.client, one.subject);
        }
    }
}

#[test]
fn notes_and_transfers_name_people_and_teams_that_exist() {
    let Content { organisation, conversations, .. } = content();
    let is_agent = |key: &String| organisation.agents.iter().any(|agent| agent.key == *key);
    let is_team = |name: &String| organisation.teams.iter().any(|team| team.name == *name);
    for turn in conversations.iter().flat_map(|one| &one.turns) {
        assert!(turn.agent.as_ref().is_none_or(is_agent), "{turn:?}");
        assert_eq!(turn.to.is_some(), turn.who == Who::Transfer, "{turn:?}");
        assert!(turn.to.as_ref().is_none_or(|to| is_agent(to) || is_team(to)), "{turn:?}");
        if matches!(turn.who, Who::Note | Who::Transfer) {
            for mention in turn.text.split_whitespace().filter_map(|word| word.strip_prefix('@')) {
                let name = mention.trim_end_matches(|sign: char| !sign.is_alphabetic());
                assert!(organisation.agents.iter().any(|agent| agent.first_name == name), "@{name}");
            }
        }
    }
}

#[test]
fn time_runs_forward_and_what_began_on_an_earlier_day_is_over_before_today() {
    for one in content().conversations {
        assert_eq!((one.turns[0].who, one.turns[0].after_s), (Who::Customer, 0), "{}", one.subject);
        assert!(one.turns[1..].iter().all(|turn| turn.after_s > 0), "{}", one.subject);
        assert!(one.turns.iter().all(|turn| turn.text.trim().is_empty() == (turn.who == Who::Solves)), "{}", one.subject);
        let lasted_s: u32 = one.turns.iter().map(|turn| turn.after_s).sum();
        let days = u32::from(one.days_ago.max(1));
        assert!(one.clock.seconds() + lasted_s < days * 86_400, "{} is not over", one.subject);
        assert!(one.days_ago <= 27);
    }
}

#[test]
fn an_outcome_is_what_the_turns_lead_to() {
    for one in content().conversations {
        assert_eq!(one.agent.is_none(), one.outcome == Outcome::New, "{}", one.subject);
        assert_eq!(one.agent.is_some(), one.turns.iter().any(|turn| turn.who == Who::Agent), "{}", one.subject);
        assert_eq!(one.email.is_some(), one.channel == Channel::Message, "{}", one.subject);
    }
}

#[test]
fn about_nine_of_ten_chats_got_a_human_answer_within_the_target() {
    let waits: Vec<u32> = content().conversations.iter().filter(|one| one.channel == Channel::Chat).map(first_answer_s).collect();
    let within = waits.iter().filter(|wait_s| **wait_s <= 60).count();
    let percent = within * 100 / waits.len();
    assert!((85..=95).contains(&percent), "{percent} % of {}", waits.len());
}

fn first_answer_s(one: &Conversation) -> u32 {
    let answered = one.turns.iter().position(|turn| turn.who == Who::Agent).expect("every chat is answered");
    one.turns[..=answered].iter().map(|turn| turn.after_s).sum()
}

#[test]
fn in_a_script_the_customer_begins_and_the_agent_has_an_answer_to_each_line_but_the_last() {
    let content = content();
    assert!(content.scripts.len() >= 24);
    assert!(Language::ALL.iter().all(|language| content.scripts.iter().any(|script| script.language == *language)));
    let beginnings: BTreeSet<&str> = content.scripts.iter().map(|script| script.turns[0].text.as_str()).collect();
    assert_eq!(beginnings.len(), content.scripts.len());
    for script in &content.scripts {
        assert!(content.organisation.clients.iter().any(|client| client.key == script.client));
        for (place, line) in script.turns.iter().enumerate() {
            let turn = if place % 2 == 0 { Speaker::Customer } else { Speaker::Agent };
            assert!(line.who == turn && line.typing_s > 0 && !line.text.is_empty(), "{}", line.text);
        }
        assert!((3..=7).contains(&script.turns.len().div_ceil(2)), "{}", script.turns[0].text);
    }
}

#[test]
fn the_history_shows_transfers_mentions_reopening_and_what_came_in_at_night() {
    let conversations = content().conversations;
    let count = |shows: fn(&Conversation) -> bool| conversations.iter().filter(|one| shows(one)).count();
    assert!(count(|one| one.turns.iter().any(|turn| turn.who == Who::Transfer)) >= 3);
    assert!(count(|one| one.turns.iter().any(|turn| turn.who == Who::Note && turn.text.contains('@'))) >= 5);
    assert!(count(|one| one.turns.iter().any(|turn| turn.who == Who::Automatic)) >= 5);
    assert!(count(|one| one.channel == Channel::Message) >= 8);
    assert!(count(was_thanked_after_solving) >= 3);
    assert!(count(was_reopened) >= 2);
}

fn was_thanked_after_solving(one: &Conversation) -> bool {
    one.outcome == Outcome::Solved && after_solving(one).iter().any(|turn| turn.who == Who::Customer)
}

fn was_reopened(one: &Conversation) -> bool {
    after_solving(one).iter().any(|turn| turn.who == Who::Agent)
}

fn after_solving(one: &Conversation) -> &[Turn] {
    one.turns.iter().position(|turn| turn.who == Who::Solves).map_or(&[], |solved| &one.turns[solved..])
}

#[test]
fn links_lead_to_the_demo_website_of_the_client() {
    let content = content();
    let said = content.conversations.iter().flat_map(|one| one.turns.iter().map(|turn| turn.text.as_str()));
    let texts: Vec<&str> = said.chain(content.scripts.iter().flat_map(|one| one.turns.iter().map(|line| line.text.as_str()))).collect();
    assert!(texts.iter().any(|text| text.contains("http://koskela.example/kirjautuminen.html")));
    assert!(!texts.iter().any(|text| text.contains("{{")));
}

#[test]
fn identity_codes_in_the_demo_belong_to_nobody() {
    let content = content();
    let everything = format!("{}\n{SCRIPTS}\n{ORGANISATION}", CONVERSATIONS.map(|(_, text)| text).join("\n"));
    let codes: Vec<&str> = everything
        .split(|sign: char| !sign.is_ascii_alphanumeric() && !"-+".contains(sign))
        .filter(|word| looks_like_identity_code(word))
        .collect();
    assert!(codes.len() >= 2, "the demo shows that codes are masked");
    assert!(codes.iter().all(|code| code[7..10].parse::<u16>().is_ok_and(|number| number >= 900)), "{codes:?}");
    assert!(content.conversations.len() > codes.len());
}

fn looks_like_identity_code(word: &str) -> bool {
    let signs = word.as_bytes();
    signs.len() == 11
        && signs[..6].iter().all(u8::is_ascii_digit)
        && b"-+ABCDEFYXWVU".contains(&signs[6].to_ascii_uppercase())
        && signs[7..10].iter().all(u8::is_ascii_digit)
}

#[test]
fn a_time_of_day_that_no_clock_shows_is_refused() {
    assert_eq!(Clock::read("08:12"), Some(Clock { hour: 8, minute: 12 }));
    assert_eq!(Clock::read("24:00").map(Clock::seconds), Some(86_400));
    for wrong in ["24:01", "8", "08:60", "-1:00", ""] {
        assert_eq!(Clock::read(wrong), None, "{wrong}");
    }
}
