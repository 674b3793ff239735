//! Who is served first.

use super::Waiting;

/// The waiting contacts in the order in which they are served: priority, then arrival; the key breaks ties.
pub fn in_order<'a>(waiting: impl IntoIterator<Item = &'a Waiting>) -> Vec<&'a Waiting> {
    let mut order: Vec<&Waiting> = waiting.into_iter().collect();
    order.sort_by_key(|one| (one.priority, one.arrived_at, one.contact));
    order
}
