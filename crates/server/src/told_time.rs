//! A time as customers are told it: in their language, by the client's clock, the day in a word where there is one.

use desk::hours::{self, Date};
use desk::language::Language;
use desk::moment::Moment;
use store::clients::Client;

use crate::doors::hours_of;
use crate::texts::Texts;

/// Says `sentence`, of which there is one for today, one for tomorrow and one for another day, of what is to happen by `until`,
/// and not before `from` where that is said. Others of its `words` are given.
pub fn say(
    texts: &Texts,
    language: Language,
    sentence: &str,
    (from, until): (Option<Moment>, Moment),
    client: &Client,
    at: Moment,
    mut words: Vec<(&'static str, String)>,
) -> String {
    let hours = hours_of(client);
    let clock = |moment: Moment| hours::clock_of(&hours, moment).unwrap_or((Date::ZERO, 0));
    let (today, (date, minute)) = (hours::today(&hours, at), clock(until));
    words.push(("time", shown(language, minute)));
    // What ends at midnight is of the day on which it begins.
    let (date, begins) = from.map_or((date, None), |from| {
        let (date, minute) = clock(from);
        (date, Some(minute))
    });
    words.extend(begins.map(|minute| ("from", shown(language, minute))));
    let day = if today == Some(date) {
        "today"
    } else if today.and_then(|today| hours::plus_days(today, 1)) == Some(date) {
        "tomorrow"
    } else {
        words.push(("day", date.day().to_string()));
        words.push(("month", texts.say(language, "told-month", &[("month", format!("m{}", date.month()))])));
        "on"
    };
    // texts: parked-*
    // texts: call-*
    texts.say(language, &format!("{sentence}-{day}"), &words)
}

fn shown(language: Language, minute: u16) -> String {
    let colon = if language == Language::En { ':' } else { '.' };
    format!("{}{colon}{:02}", minute / 60, minute % 60)
}
