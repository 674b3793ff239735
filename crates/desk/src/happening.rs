//! Which of what happened is listed for whoever looks after the desk ([`crate::case::is_notable`] says what counts as such): a
//! flood of one kind at one client pushes nothing else out. The workspace shows the newest three of a kind, and how many more.

use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};

use crate::case::Event;
use crate::id::ClientId;

/// So many of one kind at one client are kept, for as long as the page is open as well.
pub const KEPT_OF_A_KIND: usize = 100;
/// So far back is looked.
pub const LOOKED_AT: i64 = 1_000;

/// Keeps the newest of each kind at each client; `newest` first.
pub fn kept<One>(mut newest: Vec<One>, what: impl Fn(&One) -> (ClientId, &Event)) -> Vec<One> {
    let mut counted: HashMap<(ClientId, Discriminant<Event>), usize> = HashMap::new();
    newest.retain(|one| {
        let (client, event) = what(one);
        let count = counted.entry((client, discriminant(event))).or_default();
        *count += 1;
        *count <= KEPT_OF_A_KIND
    });
    newest
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::id::{AgentId, ContactId};

    fn flagged() -> Event {
        Event::Flagged { contact: ContactId(Uuid::nil()), by: AgentId(Uuid::nil()) }
    }

    #[test]
    fn a_flood_of_one_kind_leaves_room_for_other_kinds_and_other_clients() {
        let (here, there) = (ClientId(Uuid::from_u128(1)), ClientId(Uuid::from_u128(2)));
        let flood = (0..500).map(|number| (here, flagged(), number));
        let others = [(there, flagged(), 500), (here, Event::RaisedToLead { handovers: 3 }, 501)];
        let kept = kept(flood.chain(others).collect(), |(client, event, _)| (*client, event));
        let numbers: Vec<i32> = kept.into_iter().map(|(_, _, number)| number).collect();
        assert_eq!(numbers, (0..100).chain([500, 501]).collect::<Vec<_>>());
    }
}
