//! The journey of one chat message, from the visitor's key press to the agent's screen, stays short enough to be read
//! in one sitting. `ARCHITECTURE.md` lists its files between two markers, one backticked path a line.

use super::Finding;
use std::fs;
use std::path::Path;

const BEGIN: &str = "<!-- journey of a message -->";
const END: &str = "<!-- end of the journey -->";
const MOST_FILES: usize = 12;
const MOST_LINES: usize = 1800;

pub fn check(root: &Path) -> Vec<Finding> {
    let lines_of = |path: &str| {
        let text = fs::read_to_string(root.join(path)).ok()?;
        Some(text.lines().count())
    };
    match fs::read_to_string(root.join("ARCHITECTURE.md")) {
        Ok(text) => judge(&text, lines_of),
        Err(why) => vec![finding(why.to_string())],
    }
}

fn judge(text: &str, lines_of: impl Fn(&str) -> Option<usize>) -> Vec<Finding> {
    let list = text.split_once(BEGIN).and_then(|(_, rest)| rest.split_once(END));
    let Some((list, _)) = list else {
        let missing = format!("the list between {BEGIN} and {END} is missing");
        return vec![finding(missing)];
    };
    let path = |line| str::split(line, '`').nth(1);
    let paths: Vec<&str> = list.lines().filter_map(path).collect();
    let mut found = Vec::new();
    let mut lines = 0;
    for path in &paths {
        match lines_of(path) {
            Some(count) => lines += count,
            None => found.push(finding(format!("{path} does not exist"))),
        }
    }
    if paths.is_empty() || paths.len() > MOST_FILES {
        let what = format!("{} files, from 1 to {MOST_FILES} are allowed", paths.len());
        found.push(finding(what));
    }
    if lines > MOST_LINES {
        let what = format!("{lines} lines, at most {MOST_LINES} are allowed");
        found.push(finding(what));
    }
    found
}

fn finding(what: String) -> Finding {
    Finding { rule: "journey", line: 0, what }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(paths: &[&str]) -> String {
        let line = |path: &&str| format!("1. `{path}` says why");
        let lines: Vec<String> = paths.iter().map(line).collect();
        format!("# Map\n{BEGIN}\n{}\n{END}\n`other.rs`\n", lines.join("\n"))
    }

    #[test]
    fn a_short_journey_is_fine() {
        assert!(judge(&listed(&["a.rs", "b.rs"]), |_| Some(900)).is_empty());
    }

    #[test]
    fn a_long_one_is_not() {
        assert_eq!(judge(&listed(&["a.rs", "b.rs"]), |_| Some(901)).len(), 1);
        assert_eq!(judge(&listed(&["a.rs"; 13]), |_| Some(1)).len(), 1);
    }

    #[test]
    fn the_list_must_be_there_and_true() {
        assert_eq!(judge("# Map\n", |_| Some(1)).len(), 1);
        assert_eq!(judge(&listed(&["gone.rs"]), |_| None).len(), 1);
    }
}
