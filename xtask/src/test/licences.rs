//! Licences, sources and bans of what we build on: `cargo deny` where it is installed, and a plain check of our own always.
//! Both read `deny.toml`. Only the list of advisories needs `cargo deny`, and the net.

use super::Part;
use super::counts::Teller;
use crate::shell::{self, Voice, command};
use serde_json::Value;
use std::collections::BTreeSet;
use std::time::Instant;

/// `cargo deny` by `deny.toml`. Building it takes longer than all our tests, so it is used only when it is there.
pub fn deny() -> Vec<Part> {
    if shell::find("cargo-deny").is_none() {
        let why = "they need cargo-deny (cargo install cargo-deny --locked); its other rules are checked without it";
        return vec![Part::skipped("cargo deny: advisories", why)];
    }
    let deny = |checks: &[&str]| command("cargo", "", &[&["deny", "--workspace", "check"], checks].concat());
    let rules = super::run("cargo deny", Teller::Exit, deny(&["bans", "licenses", "sources"]));
    println!("\n=== cargo deny: advisories");
    let started = Instant::now();
    let advisories = shell::run(deny(&["advisories"]), Voice::Aloud);
    // The list of advisories is fetched from the net, which a build machine may not reach.
    let is_unknown = !advisories.ok && advisories.text.contains("failed to fetch advisory database");
    let name = "cargo deny: advisories";
    let advisories = if is_unknown {
        Part::skipped(name, "the list of advisories cannot be fetched from here")
    } else {
        Part::checked(name, started, advisories.ok, String::new())
    };
    vec![rules, advisories]
}

/// Every crate names licences that `deny.toml` allows, is none of those that it bans, and comes from the registry or from
/// this repository.
pub fn own() -> Part {
    let started = Instant::now();
    println!("\n=== licences, bans and sources of crates");
    let wrong = match find_wrong() {
        Ok(wrong) => wrong,
        Err(why) => vec![why],
    };
    for line in &wrong {
        println!("{line}");
    }
    Part::checked("licences, bans and sources", started, wrong.is_empty(), String::new())
}

/// The only registry that we build on, as cargo names it.
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

fn find_wrong() -> Result<Vec<String>, String> {
    let rules = std::fs::read_to_string(shell::root().join("deny.toml")).map_err(|why| format!("deny.toml: {why}"))?;
    let (allowed, banned) = (allowed(&rules), banned(&rules));
    let ran = shell::run(command("cargo", "", &["metadata", "--format-version", "1", "--locked"]), Voice::Quiet);
    let json = ran.text.lines().find(|line| line.starts_with('{')).ok_or(ran.text.clone())?;
    let metadata: Value = serde_json::from_str(json).map_err(|why| why.to_string())?;
    let packages = metadata.get("packages").and_then(Value::as_array).ok_or("cargo metadata names no packages")?;
    let text = |package: &Value, field: &str| package.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut wrong = Vec::new();
    for package in packages {
        let (name, licence, source) = (text(package, "name"), text(package, "license"), text(package, "source"));
        if !may_be_used(&licence, &allowed) {
            wrong.push(format!("{name}: licence {licence:?} is not allowed in deny.toml"));
        }
        if banned.contains(name.as_str()) {
            wrong.push(format!("{name}: is banned in deny.toml"));
        }
        if !source.is_empty() && source != CRATES_IO {
            wrong.push(format!("{name}: comes from {source}"));
        }
    }
    Ok(wrong)
}

/// The quoted words of `allow = [ … ]`.
fn allowed(rules: &str) -> BTreeSet<&str> {
    let list = rules.split_once("allow = [").and_then(|(_, rest)| rest.split_once(']'));
    let Some((list, _)) = list else { return BTreeSet::new() };
    list.split('"').skip(1).step_by(2).collect()
}

/// The names in `deny = [ … ]`.
fn banned(rules: &str) -> BTreeSet<&str> {
    let list = rules.split_once("\ndeny = [").and_then(|(_, rest)| rest.split_once(']'));
    let Some((list, _)) = list else { return BTreeSet::new() };
    list.split("name = \"").skip(1).filter_map(|entry| entry.split('"').next()).collect()
}

/// Reads an SPDX expression without brackets inside brackets, which is what crates use: one side of an `OR` is
/// enough, all sides of an `AND` are needed.
fn may_be_used(licence: &str, allowed: &BTreeSet<&str>) -> bool {
    let licence = licence.replace('/', " OR ");
    let mut groups: Vec<&str> = Vec::new();
    // `A AND (B OR C)`: brackets only ever hold the alternatives of one part.
    for part in licence.split(" AND ") {
        groups.push(part.trim_matches(['(', ')', ' ']));
    }
    !licence.is_empty() && groups.iter().all(|group| group.split(" OR ").any(|one| allowed.contains(one.trim_matches(['(', ')', ' ']))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_allowed_alternative_is_enough_and_every_needed_part_counts() {
        let rules = "[licenses]\nallow = [\n  \"MIT\",\n  \"Apache-2.0\",\n  \"Unicode-3.0\",\n]\n";
        let allowed = allowed(rules);
        for fine in ["MIT", "MIT OR Apache-2.0", "GPL-3.0 OR MIT", "MIT/GPL-2.0", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
            assert!(may_be_used(fine, &allowed), "{fine}");
        }
        for wrong in ["GPL-3.0", "", "MIT AND GPL-3.0"] {
            assert!(!may_be_used(wrong, &allowed), "{wrong}");
        }
    }

    #[test]
    fn what_is_banned_is_known_by_its_name() {
        assert!(banned(include_str!("../../../deny.toml")).contains("openssl-sys"));
        let rules = "[bans]\ndeny = [\n  { name = \"a\", reason = \"b\" },\n  { name = \"c\" },\n]\n";
        assert_eq!(banned(rules).into_iter().collect::<Vec<_>>(), ["a", "c"]);
    }
}
