//! The table and the JSON: each figure, what it should be, and whether it is.

use std::time::Duration;

use serde_json::{Value, json};

/// What was measured: one line of the table.
pub struct Figure {
    what: String,
    numbers: Vec<Number>,
}

/// One number of a figure. What it should be stands beside it, so that the two cannot differ.
pub struct Number {
    name: &'static str,
    value: f64,
    unit: &'static str,
    target: Target,
}

/// What a number should be.
#[derive(Clone, Copy)]
pub enum Target {
    /// Told for comparison only.
    None,
    /// Not more than this.
    AtMost(f64),
    /// Not less than this.
    AtLeast(f64),
}

impl Figure {
    /// With one number.
    pub fn one(what: impl Into<String>, value: f64, unit: &'static str, target: Target) -> Self {
        Self::of(what, vec![Number::new("", value, unit, target)])
    }

    /// With several.
    pub fn of(what: impl Into<String>, numbers: Vec<Number>) -> Self {
        Self { what: what.into(), numbers }
    }

    /// The 50th and the 99th percentile of `times`.
    pub fn percentiles(what: impl Into<String>, times: &Times, p50: Target, p99: Target) -> Self {
        let number = |name, percent, target| Number::new(name, times.percentile_ms(percent), "ms", target);
        Self::of(what, vec![number("p50", 50, p50), number("p99", 99, p99)])
    }

    /// The median and the very last of `times`: nobody is left out.
    pub fn last(what: impl Into<String>, times: &Times, last: Target) -> Self {
        let number = |name, percent, target| Number::new(name, times.percentile_ms(percent), "ms", target);
        Self::of(what, vec![number("p50", 50, Target::None), number("last", 100, last)])
    }

    /// None when it has no target.
    fn is_met(&self) -> Option<bool> {
        self.numbers.iter().filter_map(Number::is_met).reduce(|one, other| one && other)
    }

    fn row(&self) -> String {
        let joined = |parts: Vec<String>| parts.join(", ");
        let values = joined(self.numbers.iter().map(Number::words).collect());
        let targets = joined(self.numbers.iter().filter_map(Number::target_words).collect());
        let verdict = verdict(self.is_met());
        format!("| {} | {values} | {} | {verdict} |", self.what, if targets.is_empty() { "–" } else { &targets })
    }

    fn json(&self) -> Value {
        let numbers: Vec<Value> = self.numbers.iter().map(Number::json).collect();
        json!({ "what": self.what, "numbers": numbers, "met": self.is_met() })
    }
}

impl Number {
    /// `name` is empty for the only number of a figure.
    pub fn new(name: &'static str, value: f64, unit: &'static str, target: Target) -> Self {
        Self { name, value, unit, target }
    }

    /// A number that could not be measured meets nothing.
    fn is_met(&self) -> Option<bool> {
        match self.target {
            Target::None => None,
            Target::AtMost(most) => Some(self.value <= most),
            Target::AtLeast(least) => Some(self.value >= least),
        }
    }

    fn words(&self) -> String {
        self.named("", self.value)
    }

    fn target_words(&self) -> Option<String> {
        match self.target {
            Target::None => None,
            Target::AtMost(most) => Some(self.named("≤ ", most)),
            Target::AtLeast(least) => Some(self.named("≥ ", least)),
        }
    }

    fn named(&self, sign: &str, value: f64) -> String {
        let digits = usize::from(value.fract() != 0.0 && value.abs() < 100.0);
        let text = format!("{} {sign}{value:.digits$} {}", self.name, self.unit);
        text.trim().replace(" /s", "/s")
    }

    fn json(&self) -> Value {
        let limit = match self.target {
            Target::None => Value::Null,
            Target::AtMost(most) => json!({ "at_most": most }),
            Target::AtLeast(least) => json!({ "at_least": least }),
        };
        json!({ "name": self.name, "value": self.value, "unit": self.unit, "target": limit, "met": self.is_met() })
    }
}

fn verdict(is_met: Option<bool>) -> &'static str {
    match is_met {
        None => "",
        Some(true) => "met",
        Some(false) => "NOT MET",
    }
}

/// Prints the table and writes it to `file` as JSON.
pub fn print(engine: &str, file: &str, figures: &[Figure]) -> crate::Result<()> {
    println!("\n| what ({engine}) | measured | target | |\n|---|---|---|---|");
    for figure in figures {
        println!("{}", figure.row());
    }
    let count = |wanted: bool| figures.iter().filter(|figure| figure.is_met() == Some(wanted)).count();
    println!("\n{} met, {} not met", count(true), count(false));
    let rows: Vec<Value> = figures.iter().map(Figure::json).collect();
    std::fs::create_dir_all("target")?;
    std::fs::write(file, serde_json::to_vec_pretty(&json!({ "engine": engine, "figures": rows }))?)?;
    Ok(())
}

/// Durations in order, to take percentiles of.
pub struct Times(Vec<Duration>);

impl Times {
    /// Sorts `times`.
    pub fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }
    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }
    /// The `percent`-th percentile by nearest rank, in milliseconds.
    pub fn percentile_ms(&self, percent: usize) -> f64 {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0.get(rank - 1).map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(ms: impl Iterator<Item = u64>) -> Times {
        Times::of(ms.map(Duration::from_millis).collect())
    }

    #[test]
    fn a_figure_is_met_when_each_of_its_numbers_is() {
        let hundred = times(1..=100);
        let figure = |p50, p99| Figure::percentiles("post", &hundred, p50, p99);
        assert_eq!(figure(Target::AtMost(50.0), Target::AtMost(99.0)).is_met(), Some(true));
        assert_eq!(figure(Target::AtMost(50.0), Target::AtMost(98.9)).is_met(), Some(false));
        assert_eq!(figure(Target::None, Target::None).is_met(), None);
        assert_eq!(Figure::one("nothing", f64::NAN, "ms", Target::AtMost(1.0)).is_met(), Some(false));
    }

    #[test]
    fn a_row_tells_the_figure_its_target_and_whether_it_is_met() {
        let latency = Figure::percentiles("post", &times(1..=100), Target::None, Target::AtMost(25.0));
        assert_eq!(latency.row(), "| post | p50 50 ms, p99 99 ms | p99 ≤ 25 ms | NOT MET |");
        let rate = Figure::one("messages", 5_210.4, "/s", Target::AtLeast(5_000.0));
        assert_eq!(rate.row(), "| messages | 5210/s | ≥ 5000/s | met |");
        assert_eq!(Figure::one("memory", 7.31, "kB", Target::None).row(), "| memory | 7.3 kB | – |  |");
    }
}
