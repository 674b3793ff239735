//! How many customers were sent elsewhere, where, why, and with what they could have been helped here (CC-23, CC-24).

use std::collections::HashMap;
use std::hash::Hash;

use crate::case::{Referral, ReferralReason};
use crate::id::LabelId;

/// Over how many days referrals can be counted: shortest and longest.
pub const DAYS: (i64, i64) = (1, 366);

/// Cases that ended alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EndedAlike {
    /// What they were about, when somebody has said so.
    pub category: Option<LabelId>,
    /// Where their customers were sent; none when they were solved here.
    pub referral: Option<Referral>,
    /// How many.
    pub cases: i64,
}

/// Of so many cases about one matter, so many were referred.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfMatter {
    /// The matter; none for cases that nobody has sorted.
    pub category: Option<LabelId>,
    /// Cases that are over.
    pub ended: i64,
    /// Of those, referred.
    pub referred: i64,
}

/// The referrals of a client over some days. Every list begins with what is most frequent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Referrals {
    /// Cases that are over.
    pub ended: i64,
    /// Of those, referred.
    pub referred: i64,
    /// Why.
    pub reasons: Vec<(ReferralReason, i64)>,
    /// Where to; none for a place that only a note names.
    pub places: Vec<(Option<LabelId>, i64)>,
    /// What would have solved it here; none for what only a note names. What is not ours is not in it.
    pub remedies: Vec<(Option<LabelId>, i64)>,
    /// What they were about: only matters of which something was referred.
    pub matters: Vec<OfMatter>,
}

/// Adds up `all`.
pub fn referrals(all: &[EndedAlike]) -> Referrals {
    let sent = || all.iter().filter_map(|alike| alike.referral.map(|referral| (alike, referral)));
    let sum = |alikes: &mut dyn Iterator<Item = &EndedAlike>| alikes.map(|alike| alike.cases).fold(0_i64, i64::saturating_add);
    let of = |category: Option<LabelId>| {
        let ended = sum(&mut all.iter().filter(|alike| alike.category == category));
        let referred = sum(&mut all.iter().filter(|alike| alike.category == category && alike.referral.is_some()));
        OfMatter { category, ended, referred }
    };
    let mut matters: Vec<OfMatter> =
        ranked(sent().map(|(alike, _)| (alike.category, alike.cases))).into_iter().map(|(category, _)| of(category)).collect();
    matters.sort_by_key(|one| std::cmp::Reverse(one.referred));
    Referrals {
        ended: sum(&mut all.iter()),
        referred: sum(&mut sent().map(|(alike, _)| alike)),
        reasons: ranked(sent().map(|(alike, referral)| (referral.reason, alike.cases))),
        places: ranked(sent().map(|(alike, referral)| (referral.place, alike.cases))),
        remedies: ranked(
            sent()
                .filter(|(_, referral)| referral.reason != ReferralReason::NotOurs)
                .map(|(alike, referral)| (referral.remedy, alike.cases)),
        ),
        matters,
    }
}

/// Sums per key, the largest first; equal ones by key, so that a list does not move by itself.
fn ranked<K: Copy + Eq + Hash + Ord>(counts: impl Iterator<Item = (K, i64)>) -> Vec<(K, i64)> {
    let mut sums: HashMap<K, i64> = HashMap::new();
    for (key, cases) in counts {
        let sum = sums.entry(key).or_default();
        *sum = sum.saturating_add(cases);
    }
    let mut all: Vec<(K, i64)> = sums.into_iter().collect();
    all.sort_by_key(|(key, cases)| (std::cmp::Reverse(*cases), *key));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn id(n: u128) -> LabelId {
        LabelId(Uuid::from_u128(n))
    }

    fn sent(category: u128, reason: ReferralReason, place: Option<u128>, remedy: Option<u128>, cases: i64) -> EndedAlike {
        let referral = Referral { reason, place: place.map(id), remedy: remedy.map(id) };
        EndedAlike { category: Some(id(category)), referral: Some(referral), cases }
    }

    #[test]
    fn a_matter_shows_which_right_would_have_solved_it_here_cc_24() {
        let all = [
            EndedAlike { category: Some(id(1)), referral: None, cases: 6 },
            EndedAlike { category: Some(id(2)), referral: None, cases: 10 },
            sent(1, ReferralReason::NoRight, Some(11), Some(21), 3),
            sent(1, ReferralReason::NotOurs, Some(12), None, 1),
            sent(1, ReferralReason::NoKnowledge, None, None, 1),
        ];
        let found = referrals(&all);
        assert_eq!((found.ended, found.referred), (21, 5));
        assert_eq!(found.remedies, vec![(Some(id(21)), 3), (None, 1)]);
        assert_eq!(found.places, vec![(Some(id(11)), 3), (None, 1), (Some(id(12)), 1)]);
        assert_eq!(found.reasons.first(), Some(&(ReferralReason::NoRight, 3)));
        assert_eq!(found.matters, vec![OfMatter { category: Some(id(1)), ended: 11, referred: 5 }]);
    }

    #[test]
    fn a_desk_that_solves_everything_refers_nothing() {
        let found = referrals(&[EndedAlike { category: None, referral: None, cases: 4 }]);
        assert_eq!(found, Referrals { ended: 4, ..Referrals::default() });
    }
}
