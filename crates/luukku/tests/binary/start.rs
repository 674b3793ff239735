//! A desk begins and ends.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::desk::{Desk, Folder, complaint, run};
use crate::visitors::{Crowd, Visitor};

#[test]
fn trust_65_an_empty_desk_is_set_up_once_by_its_link_and_never_again() {
    let folder = Folder::new();
    let mut desk = Desk::start(&folder.path("data"));
    let link = desk.line("/set-up/");
    let token = link.rsplit('/').next().unwrap().to_owned();
    assert_eq!(desk.browser().get(&format!("/api/set-up/{token}")).unwrap().status, 204);
    let staff = desk.set_up();
    assert_eq!(desk.browser().get(&format!("/api/set-up/{token}")).unwrap().status, 404);
    assert_eq!(desk.browser().post("/api/set-up", &json!({ "token": token })).unwrap().status, 422, "the form is not whole");
    let form = json!({
        "token": token, "organisation": "Toinen", "client": "Toinen", "languages": ["fi"], "time_zone": "Europe/Helsinki",
        "week": [[], [], [], [], [], [], []], "websites": [], "owner_name": "Varas", "owner_email": "varas@luukku.example",
        "owner_password": "pitkä ja hyvä salasana"
    });
    assert_eq!(desk.browser().post("/api/set-up", &form).unwrap().status, 404);
    desk.stop();
    let desk = Desk::start(&folder.path("data"));
    assert!(!desk.said().contains("/set-up/"));
    assert_eq!(staff.line(&desk).get("/api/me").unwrap().json()["organisation"], "Koetupa");
}

#[test]
fn trust_65_figures_are_for_this_machine_or_for_who_has_the_token() {
    let folder = Folder::new();
    let token = "a-token-that-nobody-guesses";
    let desk = Desk::start_with(&folder.path("data"), &["--metrics-token", token]);
    assert_eq!(desk.browser().get("/metrics").unwrap().status, 200);
    let from_afar = || desk.browser().with("X-Forwarded-For", "203.0.113.9");
    assert_eq!(from_afar().get("/metrics").unwrap().status, 404);
    assert_eq!(from_afar().with("Authorization", format!("Bearer {token}")).get("/metrics").unwrap().status, 200);
}

#[test]
#[cfg(unix)]
fn trust_125_the_data_folder_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let data = folder.path("a/b/data");
    let desk = Desk::start(&data);
    let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&data), 0o700);
    assert_eq!(mode(&data.join("desk.db")), 0o600);
    assert!(desk.address.ip().is_loopback());
}

#[test]
fn two_servers_do_not_share_a_folder_and_a_killed_one_leaves_it_free() {
    let folder = Folder::new();
    let data = folder.path("data");
    let first = Desk::start(&data);
    for command in ["serve", "migrate"] {
        let second = run(&[command, "--data", data.to_str().unwrap(), "--listen", "127.0.0.1:0"]);
        assert!(!second.status.success());
        assert!(complaint(&second).contains("another Luukku uses the data folder"), "{}", complaint(&second));
    }
    first.kill();
    Desk::start(&data).stop();
}

#[test]
fn trust_20_a_desk_that_is_told_to_end_finishes_what_it_has_begun() {
    let folder = Folder::new();
    let mut desk = Desk::start(&folder.path("data"));
    let staff = desk.set_up();
    let crowd = Crowd::of((0..8).map(|number| Visitor::new(number, &staff.widget)).collect(), &desk);
    crate::desk::until("they write", || (crowd.acknowledged() > 100).then_some(()));
    let told = Instant::now();
    desk.tell_to_end();
    assert!(desk.ended().success());
    assert!(told.elapsed() < Duration::from_secs(13), "10 s for requests and 3 s for screens at most");
    let visitors = crowd.join();
    let desk = Desk::start(&folder.path("data"));
    for visitor in &visitors {
        visitor.check(&desk);
        // What was begun was answered: nothing is stored that nobody heard of.
        assert_eq!(visitor.stored(&desk).last(), visitor.acknowledged.last());
    }
}

#[test]
fn trust_44_a_desk_of_a_newer_luukku_is_left_alone() {
    let folder = Folder::new();
    let data = folder.path("data");
    Desk::start(&data).stop();
    let database = rusqlite::Connection::open(data.join("desk.db")).unwrap();
    // tidy: allow sql, only a newer version could leave this behind
    let newer = "insert into schema_migrations (number, name, applied_at_us) values (900, 'from_the_future', 1)";
    database.execute(newer, []).unwrap();
    drop(database);
    for command in ["serve", "migrate"] {
        let refused = run(&[command, "--data", data.to_str().unwrap(), "--listen", "127.0.0.1:0"]);
        assert!(!refused.status.success());
        assert!(complaint(&refused).contains("newer Luukku (it has migration 900"), "{}", complaint(&refused));
    }
}
