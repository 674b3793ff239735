//! What opens something cannot be guessed (trust 78). Where chance comes from is one of the rules of the house
//! (`cargo xtask tidy`, "chance").

use std::collections::HashSet;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use desk::id::OrganisationId;
use server::secret;
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

/// A million is for a release; the same mistakes show in a fifth of it.
const SECRETS: usize = 200_000;

/// Fills with nothing, as a broken generator may.
struct NoChance;

impl server::Random for NoChance {
    fn fill(&self, _: &mut [u8]) -> bool {
        false
    }
}

#[tokio::test]
async fn trust_78_no_two_secrets_are_alike_and_their_bits_are_even() {
    let whole = WholeDesk::on_sqlite().await;
    let organisation = OrganisationId(Uuid::now_v7());
    let (mut known, mut ones, mut bytes_seen) = (HashSet::new(), 0_u64, [0_u64; 256]);
    for _ in 0..SECRETS {
        let (token, _) = secret::make(&whole.desk, organisation).unwrap();
        let bytes = URL_SAFE_NO_PAD.decode(&token).unwrap();
        // After the organisation comes what nobody knows: 256 bits of it.
        let (_, unknown) = bytes.split_at(16);
        assert_eq!(unknown.len(), 32);
        for byte in unknown {
            ones += u64::from(byte.count_ones());
            bytes_seen[usize::from(*byte)] += 1;
        }
        assert!(known.insert(unknown.to_vec()), "twice the same");
    }
    let bits = u64::try_from(SECRETS * 32 * 8).unwrap();
    // Six standard deviations of a fair coin: sqrt(bits) / 2 each.
    let off = ones.abs_diff(bits / 2);
    assert!(off < 3 * bits.isqrt(), "{ones} ones in {bits} bits");
    // Chi-square with 255 degrees of freedom; over 400 happens once in 10^7 runs.
    let expected = u64::try_from(SECRETS * 32 / 256).unwrap();
    let chi_square: u64 = bytes_seen.iter().map(|seen| seen.abs_diff(expected).pow(2)).sum::<u64>() / expected;
    assert!(chi_square < 400, "{chi_square}");
}

#[tokio::test]
async fn trust_78_keys_of_widgets_are_not_counted_up() {
    let whole = WholeDesk::on_sqlite().await;
    let keys: HashSet<String> = (0..50_000).map(|_| secret::new_widget_id(&whole.desk).unwrap()).collect();
    assert_eq!(keys.len(), 50_000);
    let prefixes: HashSet<&str> = keys.iter().map(|key| &key[..4]).collect();
    assert!(prefixes.len() > 48_000, "{} different beginnings", prefixes.len());
}

#[tokio::test]
async fn trust_78_without_chance_nothing_is_made_rather_than_something_that_can_be_guessed() {
    let whole = WholeDesk::on_sqlite().await;
    let clock = std::sync::Arc::new(server::SystemClock::default());
    let desk = server::Desk::new(whole.desk.db.clone(), whole.desk.settings.clone(), clock, std::sync::Arc::new(NoChance));
    assert!(secret::make(&desk, OrganisationId(Uuid::now_v7())).is_err());
    assert!(secret::new_widget_id(&desk).is_err());
    assert!(desk.new_id(desk.now()).is_err());
}
