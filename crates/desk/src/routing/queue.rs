//! Who is served first.

use super::Waiting;
use crate::moment::{Moment, Span};

/// How long before its arrival a contact counts as come for each step of priority that it has over another. So an urgent one
/// goes before whoever came within this time before it, and nobody is passed for longer: not by any number of urgent ones,
/// who may be urgent by their own word only (a page that they say they are on). Ten minutes are longer than people wait in a
/// chat that keeps its promise, and short enough that the others are still there: our own choice.
pub const HEAD_START: Span = Span::seconds(10 * 60);

/// The waiting contacts in the order in which they are served: arrival, with a [`HEAD_START`] for each step of priority; the key
/// breaks ties.
pub fn in_order<'a>(waiting: impl IntoIterator<Item = &'a Waiting>) -> Vec<&'a Waiting> {
    let mut order: Vec<&Waiting> = waiting.into_iter().collect();
    order.sort_by_key(|one| turn(one));
    order
}

/// When its turn comes, against those of others: what is served first is the smallest.
pub fn turn(one: &Waiting) -> impl Ord + use<> {
    let steps = one.priority.saturating_sub(1).max(0);
    let counts_from: Moment = one.arrived_at.plus(Span::micros(HEAD_START.as_micros().saturating_mul(steps)));
    (counts_from, one.priority, one.contact)
}
