//! Rules about what stands in a file.

use super::{Finding, Source};

const LONGEST: usize = 400;

/// What makes a rule impure: clocks, chance, the world, waiting, and forms of storage.
const IMPURE: [&str; 20] = [
    "Instant::now",
    "SystemTime",
    "Utc::now",
    "Timestamp::now",
    "Zoned::now",
    "now_v7",
    "new_v4",
    "rand::",
    "getrandom",
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "std::io",
    "tokio",
    "async fn",
    "async move",
    "serde",
    "println!",
];

/// Every rule about lines.
pub fn all(source: &Source) -> Vec<Finding> {
    let path = source.path;
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let mut in_tests =
        path.contains("/tests/") || path.ends_with("/tests.rs") || path.starts_with("journeys/") || path.ends_with(".test.ts");
    let mut found = Vec::new();
    for (index, line) in source.text.lines().enumerate() {
        in_tests |= line.trim_start().starts_with("#[cfg(test)]");
        let code = without_comment(line, ending);
        let wrong = [
            sql(path, ending, code),
            pure(path, ending, code),
            axum(path, ending, code),
            sleep(ending, in_tests, code),
            chance(path, ending, in_tests, code),
            reminder(ending, line),
            finnish(path, line),
        ];
        let line = index + 1;
        let wrong = wrong.into_iter().flatten();
        found.extend(wrong.map(|(rule, what)| Finding { rule, line, what }));
    }
    found
}

/// Over 400 lines wants a reason, written in `xtask/long-files.txt`.
pub fn size(source: &Source, long_files: &str) -> Option<Finding> {
    let code = [".rs", ".ts", ".js", ".svelte", ".css"];
    let lines = source.text.lines().count();
    let is_excused =
        long_files.lines().filter_map(|line| line.split_once(' ')).any(|(path, reason)| path == source.path && !reason.trim().is_empty());
    let is_long = lines > LONGEST && code.iter().any(|ending| source.path.ends_with(ending));
    (is_long && !is_excused).then(|| Finding {
        rule: "size",
        line: 0,
        what: format!("{lines} lines; split it, or give the reason in xtask/long-files.txt"),
    })
}

type Wrong = Option<(&'static str, String)>;

fn sql(path: &str, ending: &str, code: &str) -> Wrong {
    if ending != "rs" || !path.starts_with("crates/") {
        return None;
    }
    let is = |statement: &str| {
        let lower = statement.to_lowercase();
        let has = |one: &str, other: &str| lower.contains(one) && lower.contains(other);
        has("\"select ", " from ") || has("\"update ", " set ") || lower.contains("insert into ") || lower.contains("delete from ")
    };
    if !path.starts_with("crates/store/") {
        return is(code).then(|| ("sql", "a statement outside the store".into()));
    }
    // In lower case the eye finds the names.
    let shouted = ["\"SELECT ", "\"UPDATE ", "INSERT INTO ", "DELETE FROM "];
    let shouts = shouted.iter().any(|word| code.contains(word));
    shouts.then(|| ("sql", "a statement in capitals".into()))
}

fn pure(path: &str, ending: &str, code: &str) -> Wrong {
    if !path.starts_with("crates/desk/src/") || ending != "rs" {
        return None;
    }
    let word = IMPURE.iter().find(|word| code.contains(*word))?;
    let what = format!("{word}: rules know no clock, chance, world, waiting or storage");
    Some(("pure", what))
}

fn axum(path: &str, ending: &str, code: &str) -> Wrong {
    let edge = ["crates/server/", "crates/testkit/", "crates/luukku/", "xtask/"];
    let is_inside = edge.iter().any(|place| path.starts_with(place));
    let is_wrong = ending == "rs" && !is_inside && code.contains("axum::");
    is_wrong.then(|| ("axum", "only the edge knows axum".into()))
}

fn sleep(ending: &str, in_tests: bool, code: &str) -> Wrong {
    // A clock of the test's own may be told to sleep: `.sleep(…)` waits for nobody.
    let words: &[&str] = match ending {
        "rs" => &["::sleep(", " sleep("],
        "ts" => &["await sleep(", "waitForTimeout("],
        _ => &[],
    };
    let word = words.iter().find(|word| in_tests && code.contains(*word) && !code.contains('"'))?;
    Some(("sleep", format!("{}…): wait for what should happen instead", word.trim())))
}

/// Where chance may come from. In a browser `Math.random` is for pauses between tries, and secrets come from `crypto`.
const CHANCE: [(&str, &[&str]); 5] = [
    ("getrandom", &["crates/server/src/state.rs"]),
    ("rand::", &[]),
    ("Uuid::new_v4", &["crates/luukku/src/demo/simulate/"]),
    // Ids of what is made outside the desk: by the demo's people, and by the program itself at a restore.
    ("Uuid::now_v7", &["crates/luukku/src/demo/simulate/", "crates/luukku/src/backup.rs"]),
    (
        "Math.random",
        &[
            "web/apps/workspace/src/live/connection.ts",
            "web/apps/widget/src/world.ts",
            "web/apps/widget/src/frame.ts",
            "web/apps/widget/src/opening.ts",
            "web/apps/widget/src/sender.ts",
        ],
    ),
];

/// A secret from a poor generator opens for whoever guesses well (trust 78).
fn chance(path: &str, ending: &str, in_tests: bool, code: &str) -> Wrong {
    let is_shipped = path.contains("/src/") && !path.starts_with("crates/testkit/") && !path.starts_with("xtask/");
    if in_tests || !is_shipped || !["rs", "ts", "svelte"].contains(&ending) || path.starts_with("bench/") {
        return None;
    }
    let is_other = |places: &[&str]| !places.iter().any(|place| path.starts_with(place));
    let (word, _) = CHANCE.iter().find(|(word, places)| code.contains(word) && is_other(places))?;
    Some(("chance", format!("{word}: chance comes from one place, the operating system's generator in server/src/state.rs")))
}

fn reminder(ending: &str, line: &str) -> Wrong {
    if ending == "md" || ending == "json" {
        return None;
    }
    // Put together here, or this file would find itself.
    let words = [["TO", "DO"], ["FIX", "ME"], ["XX", "X:"], ["HACK", ":"]];
    let words = words.map(|word| word.concat());
    let word = words.iter().find(|word| line.contains(word.as_str()))?;
    Some(("reminder", format!("{word}: do it, or write it in an issue")))
}

/// The visual reference, section 7: words that never stand on a screen.
fn finnish(path: &str, line: &str) -> Wrong {
    if !path.starts_with("texts/fi/") || line.starts_with('#') {
        return None;
    }
    // The value only; a key is English.
    let value = line.split_once('=').map_or(line, |(_, value)| value);
    let value = value.to_lowercase();
    let word = ["tiket", "käyttäj", "resurss", "eskaloi"].into_iter().find(|word| value.contains(word))?;
    let what = format!("\"{word}…\": say asia, asiakas or neuvoja, henkilö, siirto esihenkilölle");
    Some(("finnish", what))
}

/// The line up to its comment; the `//` of an address (`https://`) does not begin one.
fn without_comment<'a>(line: &'a str, ending: &str) -> &'a str {
    if !["rs", "ts", "js"].contains(&ending) {
        return line;
    }
    let in_address = |at: usize| line.get(..at).is_some_and(|before| before.ends_with(':'));
    let mut starts = line.match_indices("//").map(|(at, _)| at);
    let comment = starts.find(|at| !in_address(*at));
    comment.and_then(|at| line.get(..at)).unwrap_or(line)
}
