//! The table and the JSON.

use std::time::Duration;

/// One figure.
pub struct Figure {
    /// What was measured.
    pub what: String,
    /// The figure as people read it.
    pub value: String,
    /// What the issue or the documentation asks for.
    pub target: &'static str,
    /// The figure as a number in the unit that `value` shows.
    pub number: f64,
}

/// Prints the table and writes `target/bench.json`.
pub fn print(engine: &str, figures: &[Figure]) -> crate::Result<()> {
    println!("\n| what ({engine}) | measured | target |\n|---|---|---|");
    for figure in figures {
        println!("| {} | {} | {} |", figure.what, figure.value, figure.target);
    }
    let rows: Vec<_> = figures
        .iter()
        .map(|figure| serde_json::json!({ "what": figure.what, "value": figure.value, "number": figure.number, "target": figure.target }))
        .collect();
    std::fs::create_dir_all("target")?;
    std::fs::write("target/bench.json", serde_json::to_vec_pretty(&serde_json::json!({ "engine": engine, "figures": rows }))?)?;
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
    /// `p50 1.2 ms, p99 4.5 ms`.
    pub fn words(&self) -> String {
        format!("p50 {:.1} ms, p99 {:.1} ms", self.percentile_ms(50), self.percentile_ms(99))
    }
}
