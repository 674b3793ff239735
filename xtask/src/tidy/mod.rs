//! Our own rules, which no linter knows. Each rule is a small function over one line or one file; `journey` looks at
//! one list.
//!
//! A line may be excused by a comment on it or right above it: `tidy: allow <rule>, <reason>`. Files that may be long
//! are listed in `xtask/long-files.txt`, with the reason.

mod journey;
mod places;
mod rules;
#[cfg(test)]
mod tests;

use crate::shell;
use std::fs;
use std::path::Path;

/// One source file.
pub struct Source<'a> {
    /// From the root of the repository, with `/`.
    pub path: &'a str,
    pub text: &'a str,
}

/// What is wrong, where.
#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    pub rule: &'static str,
    /// Counted from 1; 0 for the whole file.
    pub line: usize,
    pub what: String,
}

/// Folders with things that are made, not written.
const MADE: [&str; 8] = ["target", "node_modules", "dist", "generated", "results", ".git", "demo-desk", "test-results"];
const TEXTS: [&str; 12] = ["rs", "ts", "js", "svelte", "css", "html", "ftl", "md", "sql", "toml", "json", "yml"];

/// Looks at every file and prints what it finds. True when there is nothing.
pub fn report() -> bool {
    let root = shell::root();
    let mut paths = Vec::new();
    collect(&root, "", &mut paths);
    paths.sort();
    let long_files = fs::read_to_string(root.join("xtask/long-files.txt")).unwrap_or_default();
    let mut found = Vec::new();
    for path in &paths {
        found.extend(places::in_path(path).map(|finding| (path.clone(), finding)));
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        if !TEXTS.contains(&ending) || path.ends_with("package-lock.json") {
            continue;
        }
        match fs::read_to_string(root.join(path)) {
            Ok(text) => {
                let findings = check(&Source { path, text: &text }, &long_files);
                found.extend(findings.into_iter().map(|one| (path.clone(), one)));
            }
            Err(why) => println!("{path}: {why}"),
        }
    }
    let journey = journey::check(&root).into_iter();
    found.extend(journey.map(|one| ("ARCHITECTURE.md".to_owned(), one)));
    for (path, Finding { rule, line, what }) in &found {
        println!("{path}:{line}: {rule}: {what}");
    }
    println!("tidy: {} files, {} findings", paths.len(), found.len());
    found.is_empty()
}

/// Every finding in one file that is not excused.
fn check(source: &Source, long_files: &str) -> Vec<Finding> {
    let mut found = rules::all(source);
    found.extend(rules::size(source, long_files));
    found.extend(places::in_text(source));
    found.retain(|finding| !is_excused(source.text, finding));
    found
}

fn is_excused(text: &str, finding: &Finding) -> bool {
    let excuse = format!("tidy: allow {},", finding.rule);
    let above = finding.line.saturating_sub(2);
    let near = text.lines().skip(above).take(finding.line - above);
    near.into_iter().any(|line| line.contains(&excuse))
}

fn collect(root: &Path, folder: &str, paths: &mut Vec<String>) {
    let entries = fs::read_dir(root.join(folder));
    for entry in entries.into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
        if !entry.path().is_dir() {
            paths.push(path);
        } else if !MADE.contains(&name.as_str()) {
            collect(root, &path, paths);
        }
    }
}
