//! One event is one line, whatever is in its values: nobody writes a second line into the log, paints the terminal of
//! whoever reads it, or fills the disk with one value (trust 114).

use serde_json::Value;

use crate::settings::LogFormat;

/// The longest line, in bytes, before its values are cut.
const LONGEST: usize = 8 * 1024;
/// What is left of a long value, in characters.
const LONGEST_VALUE: usize = 500;

/// The line as it may stand in the log, with its end.
pub fn one_line(format: LogFormat, written: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(written);
    let text = text.strip_suffix('\n').unwrap_or(&text);
    let mut line = match format {
        LogFormat::Text => escaped(cut(text, LONGEST), |c| c.escape_unicode().to_string()),
        LogFormat::Json => escaped(&with_short_values(text), |c| format!("\\u{:04x}", u32::from(c))),
    };
    line.push('\n');
    line.into_bytes()
}

fn escaped(text: &str, escape: impl Fn(char) -> String) -> String {
    if !text.contains(is_harmful) {
        return text.to_owned();
    }
    text.chars().fold(String::with_capacity(text.len() + 64), |mut line, c| {
        if is_harmful(c) {
            line.push_str(&escape(c));
        } else {
            line.push(c);
        }
        line
    })
}

/// Controls (new lines, escapes of terminals in their old and new form), ends of lines that are not ASCII, and marks
/// that turn the direction of what follows. All of them lie where four hexadecimal digits reach.
fn is_harmful(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

/// The same object; long texts in it end with an ellipsis.
fn with_short_values(json: &str) -> String {
    if json.len() <= LONGEST {
        return json.to_owned();
    }
    let mut value: Value = serde_json::from_str(json).unwrap_or_else(|_| Value::String(cut(json, LONGEST).to_owned()));
    shorten(&mut value);
    value.to_string()
}

fn shorten(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Some((at, _)) = text.char_indices().nth(LONGEST_VALUE) {
                text.truncate(at);
                text.push('…');
            }
        }
        Value::Array(items) => items.iter_mut().for_each(shorten),
        Value::Object(fields) => fields.values_mut().for_each(shorten),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn cut(text: &str, bytes: usize) -> &str {
    text.get(..text.floor_char_boundary(bytes)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    const HOSTILE: [&str; 8] = [
        "a\nb",
        "a\r\nb",
        "\u{1b}[2J\u{1b}]0;title\u{7}",
        "\u{9b}31m",
        "a\u{2028}b\u{2029}c\u{85}d",
        "\u{202e}txt.exe",
        "\" , \"level\":\"INFO",
        "{\"level\":\"INFO\"}\n{\"level\":\"ERROR\"}",
    ];

    fn line(format: LogFormat, written: &str) -> String {
        let line = String::from_utf8(one_line(format, format!("{written}\n").as_bytes())).unwrap();
        let (inside, end) = line.split_at(line.len() - 1);
        assert_eq!(end, "\n");
        assert!(!inside.contains(is_harmful), "{inside:?}");
        inside.to_owned()
    }

    #[test]
    fn trust_114_a_hostile_value_stays_one_line_and_comes_back_as_it_was() {
        for hostile in HOSTILE {
            // As serde_json writes it, which leaves what is not ASCII as it is.
            let written = serde_json::json!({ "level": "WARN", "folder": hostile }).to_string();
            let read: Value = serde_json::from_str(&line(LogFormat::Json, &written)).unwrap();
            assert_eq!((&read["level"], &read["folder"]), (&Value::from("WARN"), &Value::from(hostile)));
            line(LogFormat::Text, &format!("WARN somebody is at the door folder={hostile}"));
        }
    }

    #[test]
    fn trust_114_a_value_of_a_megabyte_is_cut_and_the_line_is_whole() {
        let long = "ä\u{1b}".repeat(500_000);
        let written = serde_json::json!({ "level": "WARN", "message": "here", "list": [long], "folder": long }).to_string();
        let short = line(LogFormat::Json, &written);
        assert!(short.len() < 2 * LONGEST, "{}", short.len());
        let read: Value = serde_json::from_str(&short).unwrap();
        assert_eq!(read["message"], "here");
        assert_eq!(read["folder"].as_str().unwrap().chars().count(), LONGEST_VALUE + 1);
        assert!(line(LogFormat::Text, &format!("WARN {long}")).len() < 8 * LONGEST);
    }

    #[test]
    fn an_ordinary_line_is_as_it_was() {
        let written = r#"{"level":"INFO","message":"työpöytä \"auki\" 🙂"}"#;
        assert_eq!(line(LogFormat::Json, written), written);
        assert_eq!(line(LogFormat::Text, "INFO yö 🙂"), "INFO yö 🙂");
    }
}
