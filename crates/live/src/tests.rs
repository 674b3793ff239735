//! What screens are told, and what they are not.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use desk::may::Served;
use desk::moment::Moment;
use uuid::Uuid;

fn id<T: From<Uuid>>(n: u128) -> T {
    Uuid::from_u128(n).into()
}

fn screen(agent: u128, clients: &[u128]) -> AgentScreen {
    let clients = clients.iter().map(|client| id(*client)).collect();
    AgentScreen {
        organisation: id(1),
        agent: id(agent),
        session: None,
        until: None,
        served: Arc::new(Served::Only(clients)),
        looking: None,
        is_wallboard: false,
    }
}

fn news(client: u128, held_by: Option<u128>) -> CaseNews {
    CaseNews {
        organisation: id(1),
        case: id(500),
        client: id(client),
        customer: id(900),
        held_by: held_by.map(id),
        let_go_by: None,
        full: Frame::from_static(b"full"),
        public: Some(Frame::from_static(b"public")),
    }
}

fn tell(live: &Live, news: &CaseNews) {
    live.tell_case(news);
    live.tell_row(news, &Frame::from_static(b"row"));
}

#[test]
fn an_agent_sees_rows_of_the_clients_they_serve_and_of_no_other() {
    let live = Live::default();
    let (_, mut mine) = live.open_agent(screen(10, &[7]), Duration::ZERO);
    let (_, mut other) = live.open_agent(screen(11, &[8]), Duration::ZERO);
    tell(&live, &news(7, None));
    assert_eq!(mine.at_once().unwrap(), "row");
    assert!(other.at_once().is_none());
}

#[test]
fn another_organisation_hears_nothing() {
    let live = Live::default();
    let (_, mut stranger) =
        live.open_agent(AgentScreen { organisation: id(2), served: Arc::new(Served::Every), ..screen(10, &[]) }, Duration::ZERO);
    tell(&live, &news(7, None));
    assert!(stranger.at_once().is_none());
    live.tell_desk(id(2), None, &Frame::from_static(b"own"));
    assert_eq!(stranger.at_once().unwrap(), "own");
}

#[test]
fn who_holds_or_looks_gets_the_words() {
    let live = Live::default();
    let (_, mut holder) = live.open_agent(screen(10, &[7]), Duration::ZERO);
    let (looker_id, mut looker) = live.open_agent(screen(11, &[7]), Duration::ZERO);
    live.look(looker_id, Some(Looking { case: id(500), client: id(7), is_holder: false }));
    tell(&live, &news(7, Some(10)));
    assert_eq!(holder.at_once().unwrap(), "full");
    assert_eq!(looker.at_once().unwrap(), "full");
    assert_eq!(live.who_looks(id(1), id(500)), [id(11)]);
}

#[test]
fn who_loses_a_client_hears_nothing_more_of_the_case_on_their_screen_unless_they_hold_it() {
    let live = Live::default();
    let open = Some(Looking { case: id(500), client: id(7), is_holder: false });
    let (loser_id, mut loser) = live.open_agent(screen(10, &[7]), Duration::ZERO);
    let (keeper_id, mut keeper) = live.open_agent(screen(11, &[7]), Duration::ZERO);
    live.look(loser_id, open);
    live.look(keeper_id, open);
    let typing = Frame::from_static(b"typing");
    live.tell_followers(id(1), id(500), None, None, &typing);
    assert_eq!((loser.at_once(), keeper.at_once()), (Some(typing.clone()), Some(typing.clone())));
    assert!(live.set_served(id(1), id(10), &Arc::new(Served::Only(Vec::new())), live.rights_version(id(1))));
    live.tell_followers(id(1), id(500), None, None, &typing);
    live.tell_each_looker(id(1), id(500), |_| Frame::from_static(b"looking"));
    assert!(loser.at_once().is_none());
    assert_eq!((keeper.at_once(), keeper.at_once()), (Some(typing.clone()), Some(Frame::from_static(b"looking"))));
    assert_eq!(live.who_looks(id(1), id(500)), [id(11)]);
    tell(&live, &news(7, Some(10)));
    assert_eq!(loser.at_once().unwrap(), "full");
    live.tell_followers(id(1), id(500), Some(id(10)), None, &typing);
    assert_eq!(loser.at_once(), Some(typing));
    assert_eq!(live.who_looks(id(1), id(500)), [id(10), id(11)]);
    tell(&live, &news(7, None));
    assert_eq!(live.who_looks(id(1), id(500)), [id(11)]);
}

#[test]
fn rights_that_were_read_before_they_changed_give_nothing_back_trust_72() {
    let live = Live::default();
    let (_, mut loser) = live.open_agent(screen(10, &[7]), Duration::ZERO);
    let before = live.rights_version(id(1));
    let (both, none) = (Arc::new(Served::Only(vec![id(7)])), Arc::new(Served::Only(Vec::new())));
    let frames = |served: &Arc<Served>| HashMap::from([(id(10), (Arc::clone(served), Frame::from_static(b"settings")))]);
    let older = live.rights_changed(id(1));
    let newer = live.rights_changed(id(1));
    live.tell_each_agent(id(1), newer, &frames(&none), &Frame::from_static(b"anew"));
    assert_eq!((loser.at_once().unwrap(), loser.at_once().unwrap()), (Frame::from_static(b"settings"), Frame::from_static(b"anew")));
    // Both had read while the client was still served, and come late.
    assert!(!live.set_served(id(1), id(10), &both, before));
    live.tell_each_agent(id(1), older, &frames(&both), &Frame::from_static(b"anew"));
    tell(&live, &news(7, None));
    assert!(loser.at_once().is_none());
    assert!(live.sees_otherwise(id(1), &HashMap::from([(id(10), (*both).clone())])));
    assert!(!live.sees_otherwise(id(1), &HashMap::from([(id(10), (*none).clone())])));
}

#[test]
fn who_held_a_case_of_a_client_they_do_not_serve_hears_that_it_is_theirs_no_more() {
    let live = Live::default();
    let (screen_id, mut holder) = live.open_agent(screen(10, &[8]), Duration::ZERO);
    live.look(screen_id, Some(Looking { case: id(500), client: id(7), is_holder: true }));
    let ended = CaseNews { let_go_by: Some(id(10)), ..news(7, None) };
    tell(&live, &ended);
    assert_eq!(holder.at_once().unwrap(), "full");
    assert!(holder.at_once().is_none());
    tell(&live, &news(7, None));
    assert!(holder.at_once().is_none(), "and nothing after that");
}

#[test]
fn a_customer_hears_only_what_is_public_and_only_of_their_own() {
    let live = Live::default();
    let visitor = |customer| VisitorScreen { organisation: id(1), client: id(7), key: None, visit: None, customer };
    let (_, mut own) = live.open_visitor(visitor(Some(id(900))), Duration::ZERO);
    let (_, mut somebody) = live.open_visitor(visitor(Some(id(901))), Duration::ZERO);
    tell(&live, &news(7, None));
    assert_eq!(own.at_once().unwrap(), "public");
    assert!(somebody.at_once().is_none());
    live.tell_visitors(id(7), &Frame::from_static(b"open"));
    assert_eq!(somebody.at_once().unwrap(), "open");
}

#[test]
fn a_screen_that_cannot_keep_up_is_cut_off_and_the_others_are_not() {
    let live = Live::default();
    let (_, mut slow) = live.open_agent(screen(10, &[7]), Duration::ZERO);
    let (_, mut quick) = live.open_agent(screen(11, &[7]), Duration::ZERO);
    for _ in 0..=BACKLOG {
        tell(&live, &news(7, None));
        quick.at_once().unwrap();
    }
    while slow.at_once().is_some() {}
    assert!(slow.is_over());
    assert_eq!(live.count(), (1, 0));
}

#[test]
fn a_revoked_session_is_told_so_and_closed() {
    let live = Live::default();
    let (_, mut revoked) = live.open_agent(AgentScreen { session: Some(id(77)), ..screen(10, &[7]) }, Duration::ZERO);
    let (_, mut kept) = live.open_agent(AgentScreen { session: Some(id(78)), ..screen(10, &[7]) }, Duration::ZERO);
    live.sign_out(id(1), id(10), Some(id(77)), &Frame::from_static(b"signed out"));
    assert_eq!(revoked.at_once().unwrap(), "signed out");
    assert!(revoked.is_over());
    assert!(!kept.is_over());
    assert!(kept.at_once().is_none());
}

#[test]
fn a_slow_screen_holds_no_more_than_its_share_of_memory_trust_18() {
    let live = Live::default();
    let (_, mut slow) = live.open_agent(screen(10, &[7]), Duration::ZERO);
    let large = Frame::from(vec![b'x'; 64 * 1024]);
    for _ in 0..100 {
        live.tell_desk(id(1), None, &large);
    }
    let mut held = 0;
    while let Some(frame) = slow.at_once() {
        held += frame.len();
    }
    assert!((64 * 1024..=1024 * 1024).contains(&held), "{held}");
    assert!(slow.is_over());
    assert_eq!(slow.why(), Closing::Resume);
}

#[test]
fn a_screen_that_is_not_heard_is_closed_and_one_that_is_heard_is_not() {
    let live = Live::default();
    let (_, silent) = live.open_agent(screen(10, &[7]), Duration::ZERO);
    let (heard_id, heard) = live.open_agent(screen(11, &[7]), Duration::ZERO);
    live.heard(heard_id, Duration::from_secs(30));
    live.close_silent(Duration::ZERO);
    assert_eq!((silent.is_over(), silent.why()), (true, Closing::Silent));
    assert!(!heard.is_over());
    assert_eq!(live.agents_heard()[&(id(1), id(11))], Duration::from_secs(30));
}

#[test]
fn a_widget_that_was_open_before_the_first_words_hears_the_conversation() {
    let live = Live::default();
    let (screen, mut widget) = live.open_visitor(
        VisitorScreen { organisation: id(1), client: id(7), key: Some([3; 32]), visit: None, customer: None },
        Duration::ZERO,
    );
    live.meet(id(8), [3; 32], id(901));
    live.meet(id(7), [3; 32], id(900));
    tell(&live, &news(7, None));
    assert_eq!(widget.at_once().unwrap(), "public");
    live.close(screen);
    live.tell_customer(id(900), &Frame::from_static(b"late"));
    assert!(widget.at_once().is_none());
}

#[test]
fn a_sign_in_that_runs_out_closes_its_screens() {
    let live = Live::default();
    let until = Moment::from_micros(1_000);
    let (_, mut over) = live.open_agent(AgentScreen { until: Some(until), ..screen(10, &[7]) }, Duration::ZERO);
    live.sign_out_expired(Moment::from_micros(999), &Frame::from_static(b"signed out"));
    assert!(!over.is_over());
    live.sign_out_expired(until, &Frame::from_static(b"signed out"));
    assert_eq!(over.at_once().unwrap(), "signed out");
    assert_eq!((over.is_over(), over.why()), (true, Closing::SignedOut));
}
