//! For each rule: what it finds, and what looks like it and is fine.

use super::{Source, check, places};

fn rules_broken(path: &str, text: &str) -> Vec<&'static str> {
    let found = check(&Source { path, text }, "");
    found.iter().map(|finding| finding.rule).collect()
}

#[test]
fn statements_belong_in_the_store() {
    let code = "const ALL: &str = \"select name from agents where organisation_id = $1\";\n";
    assert_eq!(rules_broken("crates/server/src/agents.rs", code), ["sql"]);
    assert!(rules_broken("crates/store/src/agents.rs", code).is_empty());
    let prose = "let label = \"Delete this\"; // select one from many\n";
    assert!(rules_broken("crates/server/src/agents.rs", prose).is_empty());
}

#[test]
fn statements_are_written_in_lower_case() {
    let shouted = "\"SELECT name FROM agents\"\n";
    assert_eq!(rules_broken("crates/store/src/agents.rs", shouted), ["sql"]);
}

#[test]
fn the_rules_read_no_clock_and_touch_no_world() {
    let impure = ["let now = Instant::now();", "use std::fs;", "pub async fn take() {}", "use serde::Serialize;"];
    for line in impure {
        assert_eq!(rules_broken("crates/desk/src/case.rs", line), ["pure"], "{line}");
        assert!(rules_broken("crates/live/src/lib.rs", line).is_empty(), "{line}");
    }
    let described = "//! Nothing async fn here, no std::fs, no serde.\n";
    assert!(rules_broken("crates/desk/src/lib.rs", described).is_empty());
}

#[test]
fn the_web_framework_stays_at_the_edge() {
    let uses = "use axum::Router;\n";
    assert_eq!(rules_broken("crates/live/src/lib.rs", uses), ["axum"]);
    assert!(rules_broken("crates/server/src/lib.rs", uses).is_empty());
}

#[test]
fn trust_78_chance_comes_from_one_place() {
    for line in ["getrandom::fill(&mut bytes);", "let id = rand::random();", "let id = Uuid::new_v4();", "Uuid::now_v7()"] {
        assert_eq!(rules_broken("crates/server/src/secret.rs", line), ["chance"], "{line}");
        assert!(rules_broken("crates/server/tests/edge/tokens.rs", line).is_empty(), "{line}");
    }
    assert!(rules_broken("crates/server/src/state.rs", "getrandom::fill(bytes).is_ok()").is_empty());
    assert_eq!(rules_broken("web/apps/widget/src/ids.ts", "const id = Math.random();"), ["chance"]);
    assert!(rules_broken("web/apps/widget/src/sender.ts", "pauseOf(1, Math.random())").is_empty());
}

#[test]
fn tests_do_not_sleep() {
    let shipped = "fn wait() { sleep(TICK).await; }\n";
    let test = "#[cfg(test)]\nmod tests { fn wait() { sleep(TICK).await; } }\n";
    assert!(rules_broken("crates/server/src/poll.rs", shipped).is_empty());
    assert_eq!(rules_broken("crates/server/src/poll.rs", test), ["sleep"]);
    assert_eq!(rules_broken("crates/server/tests/poll.rs", shipped), ["sleep"]);
    let waits = "await page.waitForTimeout(500);\n";
    assert_eq!(rules_broken("journeys/chat.spec.ts", waits), ["sleep"]);
    assert!(rules_broken("web/apps/widget/test/line.test.ts", "scene.sleep(60_000);\n").is_empty());
    let excused = "// tidy: allow sleep, the line is cut for 30 s on purpose\nawait page.waitForTimeout(30_000);\n";
    assert!(rules_broken("journeys/chat.spec.ts", excused).is_empty());
}

#[test]
fn finnish_texts_speak_as_people_do() {
    assert_eq!(rules_broken("texts/fi/workspace.ftl", "closed = Tiketti suljettu\n"), ["finnish"]);
    assert!(rules_broken("texts/fi/workspace.ftl", "closed = Asia ratkaistu\n").is_empty());
    // A customer of the demo may write what customers write.
    let customer = "\"Käyttäjätunnus on kadonnut\"\n";
    assert!(rules_broken("crates/luukku/src/demo.rs", customer).is_empty());
}

#[test]
fn long_files_need_a_reason() {
    let text = "fn a() {}\n".repeat(401);
    let path = "crates/live/src/lib.rs";
    assert_eq!(rules_broken(path, &text), ["size"]);
    let source = Source { path, text: &text };
    assert!(check(&source, "crates/live/src/lib.rs  one table\n").is_empty());
    assert_eq!(check(&source, "crates/live/src/lib.rs \n").len(), 1);
}

#[test]
fn reminders_are_not_checked_in() {
    let reminder = format!("// {}: later\n", ["TO", "DO"].concat());
    assert_eq!(rules_broken("crates/live/src/lib.rs", &reminder), ["reminder"]);
}

#[test]
fn other_peoples_files_are_not_checked_in() {
    let foreign = ["web/vendor/chart.js", "web/apps/widget/src/lib.min.js", "web/packages/ui/src/font.woff2"];
    for path in foreign {
        assert!(places::in_path(path).is_some(), "{path}");
    }
    assert!(places::in_path("web/apps/widget/src/frame.ts").is_none());
    let page = "<script src=\"https://cdn.example/x.js\"></script>\n";
    assert_eq!(rules_broken("web/apps/workspace/index.html", page), ["foreign"]);
}
