//! What screens are told, and what they are not.
#![allow(clippy::unwrap_used)]

use super::*;
use uuid::Uuid;

fn id<T: From<Uuid>>(n: u128) -> T {
    Uuid::from_u128(n).into()
}

fn screen(agent: u128, clients: &[u128]) -> AgentScreen {
    let clients = clients.iter().map(|client| id(*client)).collect();
    AgentScreen { organisation: id(1), agent: id(agent), session: None, sight: Sight::Clients(Arc::new(clients)), looking: None }
}

fn news(client: u128, held_by: Option<u128>) -> CaseNews {
    CaseNews {
        organisation: id(1),
        case: id(500),
        client: id(client),
        customer: id(900),
        held_by: held_by.map(id),
        row: Frame::from_static(b"row"),
        full: Frame::from_static(b"full"),
        public: Some(Frame::from_static(b"public")),
    }
}

#[test]
fn an_agent_sees_rows_of_the_clients_they_serve_and_of_no_other() {
    let live = Live::default();
    let (_, mut mine) = live.open_agent(screen(10, &[7]));
    let (_, mut other) = live.open_agent(screen(11, &[8]));
    live.tell_case(&news(7, None));
    assert_eq!(mine.try_recv().unwrap(), "row");
    assert!(other.try_recv().is_err());
}

#[test]
fn another_organisation_hears_nothing() {
    let live = Live::default();
    let (_, mut stranger) = live.open_agent(AgentScreen { organisation: id(2), sight: Sight::EveryClient, ..screen(10, &[]) });
    live.tell_case(&news(7, None));
    assert!(stranger.try_recv().is_err());
    live.tell_desk(id(2), None, &Frame::from_static(b"own"));
    assert_eq!(stranger.try_recv().unwrap(), "own");
}

#[test]
fn who_holds_or_looks_gets_the_words() {
    let live = Live::default();
    let (_, mut holder) = live.open_agent(screen(10, &[7]));
    let (looker_id, mut looker) = live.open_agent(screen(11, &[7]));
    live.look(looker_id, Some(id(500)));
    live.tell_case(&news(7, Some(10)));
    assert_eq!(holder.try_recv().unwrap(), "full");
    assert_eq!(looker.try_recv().unwrap(), "full");
    assert_eq!(live.who_looks(id(1), id(500)), [id(11)]);
}

#[test]
fn a_customer_hears_only_what_is_public_and_only_of_their_own() {
    let live = Live::default();
    let visitor = |customer| VisitorScreen { organisation: id(1), client: id(7), customer };
    let (_, mut own) = live.open_visitor(visitor(Some(id(900))));
    let (_, mut somebody) = live.open_visitor(visitor(Some(id(901))));
    live.tell_case(&news(7, None));
    assert_eq!(own.try_recv().unwrap(), "public");
    assert!(somebody.try_recv().is_err());
    live.tell_visitors(id(7), &Frame::from_static(b"open"));
    assert_eq!(somebody.try_recv().unwrap(), "open");
}

#[test]
fn a_screen_that_cannot_keep_up_is_cut_off_and_the_others_are_not() {
    let live = Live::default();
    let (_, mut slow) = live.open_agent(screen(10, &[7]));
    let (_, mut quick) = live.open_agent(screen(11, &[7]));
    for _ in 0..=BACKLOG {
        live.tell_case(&news(7, None));
        quick.try_recv().unwrap();
    }
    while slow.try_recv().is_ok() {}
    assert!(slow.is_closed());
    assert_eq!(live.count(), (1, 0));
}

#[test]
fn a_revoked_session_is_told_so_and_closed() {
    let live = Live::default();
    let (_, mut revoked) = live.open_agent(AgentScreen { session: Some(id(77)), ..screen(10, &[7]) });
    let (_, mut kept) = live.open_agent(AgentScreen { session: Some(id(78)), ..screen(10, &[7]) });
    live.sign_out(id(1), id(10), Some(id(77)), &Frame::from_static(b"signed out"));
    assert_eq!(revoked.try_recv().unwrap(), "signed out");
    assert!(revoked.is_closed());
    assert!(!kept.is_closed());
    assert!(kept.try_recv().is_err());
}
