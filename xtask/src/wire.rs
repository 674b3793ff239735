//! The TypeScript of the API: the server describes itself, openapi-typescript writes it down.
//! What comes out is checked in, because the web apps are built before the server that embeds them.

use crate::shell::{self, Voice, command, run};
use crate::test::Part;
use std::fs;
use std::path::Path;
use std::time::Instant;

const SCHEMA: &str = "web/packages/wire/src/schema.ts";

/// Writes the schema anew.
pub fn write() -> bool {
    match generated() {
        Ok(schema) => match fs::write(shell::root().join(SCHEMA), schema) {
            Ok(()) => true,
            Err(why) => {
                eprintln!("{SCHEMA}: {why}");
                false
            }
        },
        Err(why) => {
            eprintln!("{why}");
            false
        }
    }
}

/// Checks that what is checked in is what the server says today.
pub fn check_part() -> Part {
    let started = Instant::now();
    println!("\n=== wire: the TypeScript is what the server says");
    let wrong = match (generated(), fs::read_to_string(shell::root().join(SCHEMA))) {
        (Ok(now), Ok(written)) if now == written => None,
        (Ok(_), Ok(_)) => Some(format!("{SCHEMA} is out of date: run cargo xtask wire")),
        (Err(why), _) => Some(why),
        (_, Err(why)) => Some(format!("{SCHEMA}: {why}")),
    };
    if let Some(wrong) = &wrong {
        println!("{wrong}");
    }
    Part::checked("wire", started, wrong.is_none(), String::new())
}

fn generated() -> Result<String, String> {
    let mut describe = command("cargo", "", &["run", "--quiet", "--package", "server", "--example", "openapi"]);
    if std::env::var("LUUKKU_WEB").is_err() && !shell::root().join(SCHEMA).exists() {
        // The very first time: the web apps need the schema that we are about to write.
        describe.env("LUUKKU_WEB", "skip");
    }
    let described = run(describe, Voice::Quiet);
    if !described.ok {
        return Err(described.text);
    }
    let json = std::env::temp_dir().join(format!("luukku-openapi-{}.json", std::process::id()));
    let schema = json.with_extension("ts");
    let said = |path: &Path, why: std::io::Error| format!("{}: {why}", path.display());
    fs::write(&json, described.text).map_err(|why| said(&json, why))?;
    let (from, to) = (json.display().to_string(), schema.display().to_string());
    let made = run(command("node_modules/.bin/openapi-typescript", "web", &[&from, "--output", &to]), Voice::Quiet);
    let result = if made.ok { fs::read_to_string(&schema).map_err(|why| said(&schema, why)) } else { Err(made.text) };
    for leftover in [json, schema] {
        // In the temporary folder; nobody is harmed when it stays.
        let _ = fs::remove_file(leftover);
    }
    result
}
