//! Cases of many clients in which every customer and every agent says something of their own, as a search finds it.

use desk::id::{AgentId, ClientId};
use desk::moment::Span;
use store::{Db, Tx};
use uuid::Uuid;

use super::{CASES_AT_ONCE, CLIENT, ORGANISATION, begin_case, client, id, now, solved, store_case};
use crate::Result;

const SYLLABLES: [&str; 32] = [
    "tu", "los", "ti", "men", "las", "ku", "ver", "ko", "pa", "lau", "tus", "sä", "hkö", "pos", "ai", "ka", "na", "so", "pi", "mus", "ra",
    "ken", "ne", "yh", "te", "ys", "jo", "vii", "kko", "mi", "lä", "het",
];
/// There are 2 to this power different words.
const OCTAVES: u64 = 15;
/// Words of one message.
const WORDS: usize = 12;

/// Adds clients until there are `clients`, and `cases` solved cases of them in turn. The desk's one team serves the first two.
pub async fn many_clients(db: &Db, clients: usize, cases: usize) -> Result<()> {
    let now = now();
    db.unit(async move |tx: &mut Tx| {
        for n in 1..clients {
            let mut new = client(now);
            new.client_id = client_id(n);
            new.widget_id = format!("bench{n}");
            store::clients::add(tx, ORGANISATION, &new).await?;
        }
        for mut team in store::teams::list(tx, ORGANISATION).await? {
            team.client_ids = vec![client_id(0), client_id(1)];
            store::teams::change(tx, ORGANISATION, &team).await?;
        }
        let owner = store::agents::load(tx, ORGANISATION, AgentId(id(3, 1))).await?;
        let mut owner = owner.ok_or(store::Failure::Corrupt)?;
        owner.role = desk::may::Role::Owner;
        store::agents::change(tx, ORGANISATION, &owner).await
    })
    .await?;
    for first in (0..cases).step_by(CASES_AT_ONCE) {
        let numbers = first..cases.min(first + CASES_AT_ONCE);
        db.unit(async move |tx: &mut Tx| {
            for n in numbers {
                let at = now.minus(Span::seconds(60 * i64::try_from(cases - n).unwrap_or(0)));
                let mut chance = Chance::of(n);
                let begun = begin_case(tx, n, client_id(n % clients), Some(chance.words(2)), at).await?;
                let mut begun = solved(begun, at)?;
                begun.state.subject = Some(chance.words(4));
                let (asked, answered) = (chance.words(WORDS), chance.words(WORDS));
                store_case(tx, begun, at, &[&asked, &answered]).await?;
            }
            Ok(())
        })
        .await?;
    }
    db.take_statistics().await?;
    Ok(())
}

fn client_id(n: usize) -> ClientId {
    ClientId(Uuid::from_u128(CLIENT.0.as_u128() + u128::try_from(n).unwrap_or(0)))
}

/// The word of this rank: the first is in more than half of all messages, the last in one of some thousands.
pub fn word(rank: u64) -> String {
    let mut rest = (rank * 40_503) % 65_536 + 1_024;
    let mut word = String::new();
    while rest > 0 {
        word += usize::try_from(rest % 32).ok().and_then(|place| SYLLABLES.get(place)).copied().unwrap_or_default();
        rest /= 32;
    }
    word
}

/// Chance that is the same each time.
struct Chance(u64);

impl Chance {
    fn of(n: usize) -> Self {
        Self(u64::try_from(n).unwrap_or(0).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// As in any language, a word of half the rank comes twice as often.
    fn words(&mut self, count: usize) -> String {
        let mut word_of_some_octave = || {
            let octave = self.next() % OCTAVES;
            word((1 << octave) + self.next() % (1 << octave))
        };
        (0..count).map(|_| word_of_some_octave()).collect::<Vec<_>>().join(" ")
    }
}
