//! How soon a search from the palette is answered on many cases of many clients, with the asker's rights applied.

use std::fmt::Write;
use std::time::Instant;

use super::{Place, Running};
use crate::http::Connection;
use crate::report::{Figure, Target, Times};
use crate::{Result, world};

const CASES: usize = 100_000;
const CLIENTS: usize = 20;
/// How often each question is asked.
const TIMES: usize = 20;

/// One word, two words, what is in half of all messages, two letters, a number, and what nobody has said; by an agent who
/// serves two of the clients, and by an owner.
pub async fn search(place: &Place) -> Result<Vec<Figure>> {
    let made = place.made(2, 0).await?;
    let db = made.db().await?;
    let filling = Instant::now();
    world::many_clients(&db, CLIENTS, CASES).await?;
    let made_in = filling.elapsed().as_secs_f64();
    db.close().await;
    let desk = Running::start(made).await?;
    let mut connection = Connection::open(desk.port).await?;
    let mut figures = vec![Figure::one(format!("{CASES} cases of {CLIENTS} clients with their words"), made_in, "s", Target::None)];
    let (rare, some, often) = (world::word(9_000), world::word(300), world::word(1));
    let questions = [
        ("a rare word", rare.clone()),
        ("one word", some.clone()),
        ("two words", format!("{some} {often}")),
        ("a word of half the messages", often.clone()),
        ("two common words", format!("{often} {}", world::word(2))),
        ("two letters", "tu".to_owned()),
        ("a number", "54321".to_owned()),
        ("no hit", "olematon".to_owned()),
    ];
    for (asker, who) in [(0, "2 of the clients"), (1, "all clients")] {
        let headers = world::agent_headers(asker, desk.port);
        for (what, words) in &questions {
            let words = escaped(words);
            let mut times = Vec::with_capacity(TIMES);
            let mut hits = 0;
            for _ in 0..TIMES {
                let asked = Instant::now();
                let found = connection.must("GET", &format!("/api/search?words={words}"), &headers, "").await?;
                times.push(asked.elapsed());
                hits = found.matches("\"case_id\"").count();
            }
            let what = format!("search, {what}, {who}, {hits} shown");
            figures.push(Figure::last(what, &Times::of(times), Target::AtMost(200.0)));
        }
    }
    Ok(figures)
}

/// `words` as they stand in an address.
fn escaped(words: &str) -> String {
    words.bytes().fold(String::new(), |mut all, byte| {
        // Writing to a string does not fail.
        let _ = write!(all, "%{byte:02x}");
        all
    })
}
