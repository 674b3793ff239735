//! An agent's screen while messages arrive. A browser measures it (`journeys/bench/screen.ts`); here it only becomes a part
//! of the table.

use std::path::Path;

use serde_json::Value;

use crate::Result;
use crate::report::{Figure, Number, Target};

/// From the file that the browser's run wrote.
pub fn screen(file: &Path) -> Result<Figure> {
    let row: Value = serde_json::from_slice(&std::fs::read(file)?)?;
    let number = |name| row.get(name).and_then(Value::as_f64).ok_or_else(|| format!("no `{name}` of the screen"));
    let (messages, rate) = (number("messages")?, number("rate")?);
    let what = format!("workspace with eight open chats, {messages} messages at {rate:.0}/s");
    Ok(Figure::of(
        what,
        vec![
            Number::new("longest task", number("longest_task_ms")?, "ms", Target::AtMost(50.0)),
            Number::new("not shown", number("not_shown")?, "", Target::AtMost(0.0)),
            Number::new("frames", number("frames_per_s")?, "/s", Target::None),
        ],
    ))
}
