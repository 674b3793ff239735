//! The socket is a second front door, and as well kept as the first (trust 18, 20, 70, 75, 110, 118).

use std::time::{Duration, Instant};

use desk::moment::Span;
use futures_util::StreamExt;
use serde_json::json;
use store::Tx;
use testkit::whole_desk::{BASE_URL, WholeDesk};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_tungstenite::tungstenite::Message;

use crate::acts::start;
use crate::screen::{DEADLINE, Listening, agent_ticket, greeting, visitor_ticket};

const FOREIGN: [Option<&str>; 9] = [
    None,
    Some("null"),
    Some("https://desk.test"),
    Some("http://desk.test.evil.example"),
    Some("http://evil-desk.test"),
    Some("http://desk.test:8080"),
    Some("http://desk.test."),
    Some("http://dеsk.test"), // a Cyrillic е
    Some("https://www.example.fi"),
];

#[tokio::test]
async fn only_a_page_of_the_desk_itself_opens_a_socket_trust_118() {
    let whole = WholeDesk::on_sqlite().await;
    let organisation = whole.organisation("Yliopisto").await;
    let listening = Listening::to(&whole).await;
    for path in ["/api/socket".to_owned(), format!("/api/widget/{}/socket", organisation.clients[0].key)] {
        assert!(listening.open(&path, &[("origin", BASE_URL)]).await.is_ok());
        assert!(listening.open(&path, &[("origin", BASE_URL), ("sec-fetch-site", "same-origin")]).await.is_ok());
        assert!(listening.open(&path, &[("origin", BASE_URL), ("sec-fetch-site", "cross-site")]).await.is_err());
        for origin in FOREIGN {
            let headers: Vec<(&'static str, &str)> = origin.map(|origin| ("origin", origin)).into_iter().collect();
            // Some of these are not even a header that a client can send.
            if origin.is_none_or(str::is_ascii) {
                assert_eq!(listening.open(&path, &headers).await.err(), Some(403), "{origin:?}");
            }
        }
    }
    assert_eq!(listening.open("/api/widget/x/socket", &[("origin", BASE_URL)]).await.err(), Some(404));
}

#[tokio::test]
async fn a_ticket_opens_one_socket_once_and_for_a_minute_trust_118() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let listening = Listening::to(&whole).await;
    let bad = (4401, "bad_ticket".to_owned());
    let ticket = agent_ticket(&mut organisation.agent.browser).await;
    let mut first = listening.own("/api/socket").await;
    first.say(greeting(&ticket, &json!({}))).await;
    first.next_of("welcome").await;
    for wrong in [ticket.as_str(), "", "x", &"A".repeat(43), &"A".repeat(5000)] {
        let mut again = listening.own("/api/socket").await;
        again.say(greeting(wrong, &json!({}))).await;
        assert_eq!(again.end().await, bad, "{wrong}");
    }
    let late = agent_ticket(&mut organisation.agent.browser).await;
    whole.clock.advance(Span::seconds(60));
    let mut screen = listening.own("/api/socket").await;
    screen.say(greeting(&late, &json!({}))).await;
    assert_eq!(screen.end().await, bad);
    // A visitor's ticket opens no workspace, and no widget of another client; nor the other way round.
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let widget_of = |place: usize| format!("/api/widget/{}/socket", organisation.clients[place].key);
    for path in ["/api/socket".to_owned(), widget_of(1)] {
        let mut screen = listening.own(&path).await;
        screen.say(greeting(&visitor_ticket(&mut visitor).await, &json!({}))).await;
        assert_eq!(screen.end().await, bad, "{path}");
    }
    let mut screen = listening.own(&widget_of(0)).await;
    screen.say(greeting(&agent_ticket(&mut organisation.owner.browser).await, &json!({}))).await;
    assert_eq!(screen.end().await, bad);
    // A key of an integration gets none.
    let scopes = [desk::may::Scope::ReadCases, desk::may::Scope::WriteCases];
    let (mut program, _) = whole.api_token(organisation.id, organisation.owner.id, &scopes).await;
    program.post("/api/socket-ticket", json!({})).await.expect(403);
}

#[tokio::test]
async fn nothing_but_the_known_frames_is_understood_and_no_answer_says_why_trust_70() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let listening = Listening::to(&whole).await;
    let deep = format!(r#"{{"type":"looking","case_id":{}1{}}}"#, "[".repeat(3000), "]".repeat(3000));
    let bad = [
        r#"{"type":"drop_tables"}"#,
        r#"{"type":"ping","extra":1}"#,
        r#"{"type":"hello","ticket":"x"}"#,
        r#"{"type":"looking","case_id":"' or 1=1"}"#,
        r#"{"type":"looking","case_id":null,"seq":1e400}"#,
        r#"{"type":"typing","case_id":"\u0000","active":true}"#,
        r#"{"type":"typing"}"#,
        r#"{"type":["ping"]}"#,
        r#"{"type":"ping"} {"#,
        "[]",
        "null",
        "",
        "{",
        "\u{202e}gnip",
        &deep,
    ];
    for words in bad {
        let (mut screen, _) = listening.workspace(&mut organisation.agent).await;
        screen.send(Message::text(words)).await;
        assert_eq!(screen.end().await, (4400, "bad_frame".into()), "{words}");
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let (mut widget, _) = listening.widget(&mut visitor).await;
        widget.send(Message::text(words)).await;
        assert_eq!(widget.end().await, (4400, "bad_frame".into()), "{words}");
        let mut ungreeted = listening.own("/api/socket").await;
        ungreeted.send(Message::text(words)).await;
        let (code, word) = ungreeted.end().await;
        assert!(matches!((code, word.as_str()), (4400, "bad_frame") | (4401, "bad_ticket")), "{words}: {code} {word}");
    }
    let (mut screen, _) = listening.workspace(&mut organisation.agent).await;
    screen.send(Message::binary(b"{\"type\":\"ping\"}".to_vec())).await;
    assert_eq!(screen.end().await, (4400, "bad_frame".into()));
    let (mut screen, _) = listening.workspace(&mut organisation.agent).await;
    screen.send(Message::text("x".repeat(16 * 1024 + 1))).await;
    assert_eq!(screen.end().await, (4413, "too_large".into()));
    // A visitor's frames are not an agent's.
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let (mut widget, _) = listening.widget(&mut visitor).await;
    widget.say(json!({ "type": "looking", "case_id": null, "seq": 0 })).await;
    assert_eq!(widget.end().await, (4400, "bad_frame".into()));
}

#[tokio::test]
async fn bytes_that_are_no_text_close_the_socket() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let listening = Listening::to(&whole).await;
    let (mut screen, _) = listening.workspace(&mut organisation.agent).await;
    // A text frame of one byte 0xff, masked with zeroes, as no library would send it.
    screen.socket.get_mut().write_all(&[0x81, 0x81, 0, 0, 0, 0, 0xff]).await.unwrap();
    let (code, _) = screen.end().await;
    assert!([0, 1007, 4400].contains(&code), "{code}");
}

#[tokio::test]
async fn a_screen_whose_sign_in_ends_is_told_so_and_closed_trust_75() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let (mut here, _) = listening.workspace(&mut organisation.agent).await;
        let mut elsewhere = organisation.agent.clone();
        (elsewhere.browser, elsewhere.session) = whole.signed_in(organisation.id, elsewhere.id).await;
        let (mut there, _) = listening.workspace(&mut elsewhere).await;
        let device = elsewhere.session.0;
        organisation.agent.browser.delete(&format!("/api/me/devices/{device}")).await.expect(204);
        there.next_of("signed_out").await;
        assert_eq!(there.end().await, (4003, "signed_out".into()));
        here.everything().await;
        // Signing out, and being shut out by the owner.
        let mut supervisor = organisation.supervisor.clone();
        let (mut supervising, _) = listening.workspace(&mut supervisor).await;
        supervisor.browser.delete("/api/session").await.expect(204);
        assert_eq!(supervising.end().await, (4003, "signed_out".into()));
        let path = format!("/api/agents/{}", organisation.agent.id.0);
        let mut settings = json!({ "name": "Aino Neuvoja", "first_name": "Aino", "email": organisation.agent.email, "role": "agent",
            "slots": 4, "languages": ["fi"], "active": false });
        organisation.owner.browser.put(&path, settings.clone()).await.expect(200);
        here.next_of("signed_out").await;
        assert_eq!(here.end().await, (4003, "signed_out".into()));
        // A role that changes changes what the open screens see.
        let (mut looks, _) = listening.workspace(&mut organisation.owner).await;
        settings["active"] = json!(true);
        organisation.owner.browser.put(&path, settings).await.expect(200);
        looks.next_of("settings").await;
    }
}

#[tokio::test]
async fn a_screen_that_opens_while_its_sign_in_ends_hears_nothing_trust_75() {
    for whole in WholeDesk::on_each_engine().await {
        let organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        for _ in 0..8 {
            let mut person = organisation.agent.clone();
            (person.browser, person.session) = whole.signed_in(organisation.id, person.id).await;
            let ticket = agent_ticket(&mut person.browser).await;
            let mut screen = listening.own("/api/socket").await;
            let mut leaving = person.browser.clone();
            tokio::join!(screen.say(greeting(&ticket, &json!({}))), leaving.delete("/api/session"));
            assert_eq!(screen.end().await, (4003, "signed_out".into()));
        }
    }
}

#[tokio::test]
async fn what_another_process_takes_away_is_gone_from_open_screens_within_seconds_trust_75() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let (mut screen, welcome) = listening.workspace(&mut organisation.agent).await;
        assert_eq!(welcome["clients"].as_array().unwrap().len(), 1);
        let (id, agent, team) = (organisation.id, organisation.agent.id, organisation.clients[0].team);
        whole.store(async move |tx: &mut Tx| store::teams::set_member(tx, id, team, agent, false).await).await;
        whole.clock.advance(Span::seconds(6));
        whole.desk.pulse.hurry();
        let told = screen.next_of("settings").await;
        assert_eq!(told["clients"], json!([]));
        // As `luukku password` does, which is a program of its own.
        server::invitations::renew(&whole.desk, &organisation.agent.email).await.unwrap();
        whole.clock.advance(Span::seconds(6));
        whole.desk.pulse.hurry();
        assert_eq!(screen.end().await, (4003, "signed_out".into()));
    }
}

#[tokio::test]
async fn a_sign_in_that_runs_out_closes_its_screens_trust_75() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let listening = Listening::to(&whole).await;
    let (mut screen, _) = listening.workspace(&mut organisation.agent).await;
    let now = desk::moment::Moment::from_micros(testkit::databases::THE_BEGINNING.micros());
    whole.clock.jump_to(now.plus(Span::seconds(30 * 86_400)));
    whole.desk.pulse.hurry();
    screen.next_of("signed_out").await;
    assert_eq!(screen.end().await, (4003, "signed_out".into()));
}

#[tokio::test]
async fn whoever_does_not_greet_within_ten_seconds_is_sent_away() {
    let whole = WholeDesk::on_sqlite().await;
    let organisation = whole.organisation("Yliopisto").await;
    let listening = Listening::to(&whole).await;
    let mut quiet = listening.own("/api/socket").await;
    let mut quiet_widget = listening.own(&format!("/api/widget/{}/socket", organisation.clients[0].key)).await;
    // The clock of tests stands still, and a line's patience begins when it opens.
    let began = Instant::now();
    loop {
        whole.clock.advance(Span::seconds(11));
        whole.desk.pulse.hurry();
        let closed = tokio::time::timeout(Duration::from_millis(300), quiet.socket.next()).await;
        if closed.is_ok() {
            break;
        }
        assert!(began.elapsed() < DEADLINE);
    }
    assert_eq!(quiet_widget.end().await, (4004, "silent".into()));
}

#[tokio::test]
async fn a_screen_that_is_silent_for_45_seconds_is_closed_and_one_that_pings_is_not_trust_13() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let listening = Listening::to(&whole).await;
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let (mut silent, _) = listening.workspace(&mut organisation.agent).await;
    let (mut silent_widget, _) = listening.widget(&mut visitor).await;
    let (mut heard, _) = listening.workspace(&mut organisation.agent).await;
    for _ in 0..2 {
        whole.clock.advance(Span::seconds(23));
        heard.everything().await;
    }
    whole.desk.pulse.hurry();
    assert_eq!(silent.end().await, (4004, "silent".into()));
    assert_eq!(silent_widget.end().await, (4004, "silent".into()));
    heard.everything().await;
}

#[tokio::test]
async fn a_slow_screen_is_cut_off_and_may_resume_and_nobody_else_waits_for_it_trust_18() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let listening = Listening::to(&whole).await;
    let (mut slow, _) = listening.workspace(&mut organisation.agent).await;
    let (mut quick, _) = listening.workspace(&mut organisation.owner).await;
    let frame = bytes::Bytes::from(
        json!({ "type": "typing", "case_id": uuid::Uuid::nil(), "agent_id": null, "is_note": false,
        "active": true, "padding": "x".repeat(4000) })
        .to_string(),
    );
    let began = Instant::now();
    // More than the kernel keeps for a socket that nobody reads, and then some.
    for _ in 0..50_000 {
        whole.desk.live.tell_agent(organisation.id, organisation.agent.id, None, &frame);
        if whole.desk.live.count().0 == 1 {
            break;
        }
        tokio::task::yield_now().await;
    }
    assert_eq!(whole.desk.live.count().0, 1, "the slow one is cut off");
    whole.desk.live.tell_desk(organisation.id, None, &frame);
    quick.next_of("typing").await;
    assert!(began.elapsed() < DEADLINE);
    assert_eq!(slow.end().await, (4000, "resume".into()));
}

#[tokio::test]
async fn too_many_sockets_from_one_address_are_refused_and_agents_there_are_not_trust_110() {
    let whole = WholeDesk::with_settings(|settings| settings.limits.visitor_open = 3).await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let listening = Listening::to(&whole).await;
    let path = format!("/api/widget/{}/socket", organisation.clients[0].key);
    let mut open = Vec::new();
    for _ in 0..3 {
        open.push(listening.own(&path).await);
    }
    assert_eq!(listening.open(&path, &[("origin", BASE_URL)]).await.err(), Some(429));
    listening.workspace(&mut organisation.agent).await;
    // A seat that is left is free again.
    drop(open.pop());
    let began = Instant::now();
    while listening.open(&path, &[("origin", BASE_URL)]).await.is_err() {
        assert!(began.elapsed() < DEADLINE);
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_desk_that_stops_tells_every_screen_to_come_back_trust_20() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let mut listening = Listening::to(&whole).await;
    let mut visitor = whole.visitor(&organisation.clients[0]);
    start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
    let (mut screen, _) = listening.workspace(&mut organisation.agent).await;
    let (mut widget, _) = listening.widget(&mut visitor).await;
    let began = Instant::now();
    listening.stop();
    assert_eq!(screen.end().await, (4001, "restart".into()));
    assert_eq!(widget.end().await, (4001, "restart".into()));
    listening.stopped().await;
    assert!(began.elapsed() < Duration::from_secs(10));
}

#[tokio::test]
async fn an_ordinary_request_to_a_socket_is_a_problem_document() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let answer = organisation.agent.browser.get("/api/socket").await.expect(400);
    assert_eq!((answer.code().as_str(), answer.header("content-type").as_str()), ("malformed", "application/problem+json"));
    let listening = Listening::to(&whole).await;
    // Not even a half-open handshake keeps a line.
    let mut raw = tokio::net::TcpStream::connect(listening.address).await.unwrap();
    raw.write_all(
        b"GET /api/socket HTTP/1.1\r\nhost: desk.test\r\norigin: http://desk.test\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n",
    )
    .await
    .unwrap();
    let mut answer = [0; 12];
    raw.read_exact(&mut answer).await.unwrap();
    assert_eq!(&answer, b"HTTP/1.1 400");
}

#[tokio::test]
async fn who_signs_in_anew_hears_nothing_more_as_who_they_were_trust_76() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let listening = Listening::to(&whole).await;
    let (mut other_tab, _) = listening.workspace(&mut organisation.agent).await;
    let password = json!({ "email": organisation.owner.email, "password": testkit::people::PASSWORD });
    organisation.agent.browser.post("/api/session", password).await.expect(200);
    other_tab.next_of("signed_out").await;
    assert_eq!(other_tab.end().await, (4003, "signed_out".to_owned()));
}

#[tokio::test]
async fn a_workspace_opens_however_many_cases_wait() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let waiting: u32 = 700;
    for n in 0..waiting {
        let mut visitor = whole.visitor(&organisation.clients[0]);
        visitor.browser = visitor.browser.at(std::net::Ipv4Addr::from_bits(0x0a00_0000 + n).into());
        let left = json!({
            "contact_id": uuid::Uuid::now_v7(), "message_id": uuid::Uuid::now_v7(), "language": "fi",
            "text": "x".repeat(200), "email": "kysyja@example.fi", "start_page": format!("https://www.example.fi/{}", "y".repeat(400)),
        });
        let path = format!("/api/widget/{}/left-messages", visitor.key);
        visitor.browser.post(&path, left).await.expect(200);
    }
    let listening = Listening::to(&whole).await;
    let (_screen, welcome) = listening.workspace(&mut organisation.agent).await;
    assert_eq!(welcome["active"].as_array().unwrap().len(), 700);
    assert!(welcome.to_string().len() > 600_000, "{}", welcome.to_string().len());
}
