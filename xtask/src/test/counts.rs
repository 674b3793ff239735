//! How many tests ran, read from what cargo, vitest and Playwright say at the end.

use crate::shell::Ran;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u32,
    pub failed: u32,
    pub skipped: u32,
}

impl Counts {
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// Who tells the counts.
#[derive(Clone, Copy)]
pub enum Teller {
    /// One check: it passed when the program ended well.
    Exit,
    Cargo,
    Vitest,
    Playwright,
}

impl Teller {
    /// A program that ended badly has failed at least once, whatever it counted: it may not have come so far.
    pub fn read(self, ran: &Ran) -> Counts {
        let mut counts = match self {
            Self::Exit => Counts { passed: u32::from(ran.ok), ..Counts::default() },
            Self::Cargo => cargo(&ran.text),
            Self::Vitest => vitest(&ran.text),
            Self::Playwright => playwright(&ran.text),
        };
        if !ran.ok {
            counts.failed = counts.failed.max(1);
        }
        counts
    }
}

/// `test result: ok. 4 passed; 0 failed; 1 ignored; 0 measured; …`, once per test binary. A test that finds out while it
/// runs that something is not here says `skipped: …`; cargo counts it as passed all the same. What is said many times
/// (`…, 12 so far`) is counted where the machine was looked at.
fn cargo(text: &str) -> Counts {
    let mut all = Counts::default();
    for line in text.lines() {
        if let Some(result) = line.strip_prefix("test result: ") {
            all.add(in_line(result));
        } else if line.contains("skipped: ") && !line.ends_with("so far") {
            all.skipped += 1;
        }
    }
    all
}

/// `      Tests  1 failed | 23 passed | 2 skipped (26)`
fn vitest(text: &str) -> Counts {
    let told = text.lines().rev().find_map(|line| line.trim().strip_prefix("Tests "));
    told.map(in_line).unwrap_or_default()
}

/// One line per kind: `  2 failed`, `  1 flaky`, `  3 skipped`, `  4 did not run`, `  11 passed (1.2m)`.
fn playwright(text: &str) -> Counts {
    let mut all = Counts::default();
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let counts = match words.as_slice() {
            [number, "passed", ..] => Counts { passed: parse(number), ..Counts::default() },
            // Flaky is failed: a test that passes sometimes proves nothing.
            [number, "failed" | "flaky" | "interrupted"] => Counts { failed: parse(number), ..Counts::default() },
            [number, "skipped"] | [number, "did", "not", "run"] => Counts { skipped: parse(number), ..Counts::default() },
            _ => Counts::default(),
        };
        all.add(counts);
    }
    all
}

fn in_line(line: &str) -> Counts {
    let mut counts = Counts::default();
    let words: Vec<&str> = line.split([' ', ';', '|']).filter(|word| !word.is_empty()).collect();
    for pair in words.windows(2) {
        match pair {
            [number, "passed"] => counts.passed += parse(number),
            [number, "failed"] => counts.failed += parse(number),
            [number, "ignored" | "skipped" | "todo"] => counts.skipped += parse(number),
            _ => {}
        }
    }
    counts
}

fn parse(number: &str) -> u32 {
    number.parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ran(ok: bool, text: &str) -> Ran {
        Ran { ok, text: text.to_owned() }
    }

    #[test]
    fn cargo_tells_once_per_test_binary() {
        let text = "running 5 tests\ntest result: ok. 4 passed; 0 failed; 1 ignored; 0 measured; 9 filtered out\n\
                    test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured\n";
        let told = Teller::Cargo.read(&ran(false, text));
        assert_eq!(told, Counts { passed: 6, failed: 1, skipped: 1 });
    }

    #[test]
    fn a_test_that_skips_what_is_not_here_is_counted() {
        let text = "test strange ... skipped: a full disk (nothing may be mounted here)\nok\n\
                    skipped: PostgreSQL (not installed), 7 so far\ntest result: ok. 4 passed; 0 failed; 0 ignored\n";
        let told = Teller::Cargo.read(&ran(true, text));
        assert_eq!(told, Counts { passed: 4, failed: 0, skipped: 1 });
    }

    #[test]
    fn vitest_tells_in_one_line() {
        let text = " Test Files  1 failed | 2 passed (3)\n      Tests  1 failed | 23 passed | 2 skipped (26)\n";
        let told = Teller::Vitest.read(&ran(false, text));
        assert_eq!(told, Counts { passed: 23, failed: 1, skipped: 2 });
    }

    #[test]
    fn playwright_tells_in_one_line_per_kind() {
        let text = "  1 failed\n    [chromium] x.spec.ts\n  1 flaky\n  2 skipped\n  1 did not run\n  11 passed (1.2m)\n";
        let told = Teller::Playwright.read(&ran(false, text));
        assert_eq!(told, Counts { passed: 11, failed: 2, skipped: 3 });
    }

    #[test]
    fn a_program_that_broke_before_counting_has_failed() {
        let told = Teller::Cargo.read(&ran(false, "error: could not compile"));
        assert_eq!(told, Counts { passed: 0, failed: 1, skipped: 0 });
    }
}
