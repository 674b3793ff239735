//! Rules about where a file may come from.

use super::{Finding, Source};

/// Nothing of other people is checked in: it comes by cargo or npm, with lock files.
pub fn in_path(path: &str) -> Option<Finding> {
    let folders = ["vendor/", "third_party/", "third-party/", "bower_components/"];
    let endings = [".min.js", ".min.css", ".woff", ".woff2", ".ttf", ".otf", ".wasm", ".so", ".dll", ".tgz"];
    let is_inside = |folder: &&str| path.starts_with(*folder) || path.contains(&format!("/{folder}"));
    let is_foreign = folders.iter().any(is_inside) || endings.iter().any(|ending| path.ends_with(ending));
    is_foreign.then(|| foreign(0, "somebody else's file: take it by cargo or npm"))
}

/// Scripts, styles and fonts come from the desk itself, never from another host.
pub fn in_text(source: &Source) -> Vec<Finding> {
    let is_page = [".html", ".svelte", ".css"].iter().any(|ending| source.path.ends_with(ending));
    let loads = ["src=\"http", "url(http", "url(\"http", "@import \"http", "@import url"];
    let lines = source.text.lines().enumerate();
    lines
        .filter(|(_, line)| is_page && loads.iter().any(|word| line.contains(word)))
        .map(|(index, _)| foreign(index + 1, "loads from another host"))
        .collect()
}

fn foreign(line: usize, what: &str) -> Finding {
    let what = what.to_owned();
    Finding { rule: "foreign", line, what }
}
