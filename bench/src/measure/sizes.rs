//! What a browser fetches before the first screen. The build of the web apps measures it, as it does whenever they are
//! built; here it only becomes a part of the table.

use std::path::Path;

use serde_json::Value;

use crate::Result;
use crate::report::{Figure, Target};

/// From the file that the build wrote because `LUUKKU_WEB_SIZES` named it.
pub fn sizes(file: &Path) -> Result<Vec<Figure>> {
    let rows: Vec<Value> = serde_json::from_slice(&std::fs::read(file)?)?;
    rows.iter().map(figure).collect()
}

fn figure(row: &Value) -> Result<Figure> {
    let number = |name| row.get(name).and_then(Value::as_f64).ok_or("a size without its number");
    let name = row.get("name").and_then(Value::as_str).ok_or("a size without a name")?;
    Ok(Figure::one(format!("{name}, gzipped"), number("bytes")? / 1000.0, "kB", Target::AtMost(number("limit_kb")?)))
}
