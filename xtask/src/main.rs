//! Developer commands: `cargo xtask <command>`. Begin with `test/mod.rs`, which is all that CI runs.

mod dev;
mod shell;
mod test;
mod tidy;
mod wire;

use std::process::ExitCode;

const HELP: &str = "cargo xtask <command>

  test         every test there is, with a table at the end; all that CI runs
  dev          a demo desk and both web apps, rebuilt and reloaded when a file changes
  fix          formats everything and applies what the linters can mend
  tidy         our own rules: sizes, words, what belongs where
  bench        measures a release build and prints a table (arguments are handed on)
  spec <word>  the rules of one word, as sentences, run
  wire         writes the TypeScript of the API from the server's own description";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = arguments.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
    let fine = match (command, rest) {
        ("test", []) => test::everything(),
        ("dev", rest) => dev::dev(rest),
        ("fix", []) => dev::fix(),
        ("tidy", []) => tidy::report(),
        ("bench", rest) => dev::bench(rest),
        ("spec", [word]) => dev::spec(word),
        ("wire", []) => wire::write(),
        _ => {
            eprintln!("{HELP}");
            false
        }
    };
    if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
