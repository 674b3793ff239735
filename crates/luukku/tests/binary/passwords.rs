//! The way back into a desk whose only owner has forgotten the password.

use std::path::Path;

use serde_json::json;

use crate::desk::{Desk, Folder, PASSWORD, Staff, complaint, run};
use crate::postgres::Empty;

const NEW: &str = "uusi hevonen uusi paristo";

fn sign_in(desk: &Desk, password: &str) -> u16 {
    desk.browser().post("/api/session", &json!({ "email": "leena@luukku.example", "password": password })).unwrap().status
}

/// The link that the program prints for `email`, without its beginning.
fn token(data: &Path, more: &[&str], email: &str) -> String {
    let mut words = vec!["password", email, "--data", data.to_str().unwrap()];
    words.extend(more);
    let made = run(&words);
    assert!(made.status.success(), "{}", complaint(&made));
    let told = String::from_utf8(made.stdout).unwrap();
    let link = told.lines().find(|line| line.contains("/invitation/")).unwrap();
    link.rsplit('/').next().unwrap().to_owned()
}

fn comes_back(data: &Path, more: &[&str]) {
    let mut desk = Desk::start_with(data, more);
    let staff: Staff = desk.set_up();
    assert_eq!(staff.line(&desk).get("/api/me").unwrap().status, 200);

    // Written in another way than it was given at the set-up.
    let first = token(data, more, "Leena@Luukku.example");
    assert_eq!(staff.line(&desk).get("/api/me").unwrap().status, 401, "every sign-in of hers has ended");
    let second = token(data, more, "leena@luukku.example");
    let choose = |token: &str| desk.browser().post("/api/invitations", &json!({ "token": token, "password": NEW })).unwrap();
    assert_eq!(choose(&first).status, 404, "a newer link takes the place of an older one");
    let chosen = choose(&second);
    assert_eq!(chosen.status, 200, "{}", String::from_utf8_lossy(&chosen.body));
    assert_eq!(choose(&second).status, 404, "a link works once");
    assert_eq!((sign_in(&desk, PASSWORD), sign_in(&desk, NEW)), (401, 200));

    let cookie = chosen.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
    let audit = Staff { cookie, ..staff }.line(&desk).get("/api/audit").unwrap().json();
    let made = audit["items"].as_array().unwrap().iter().filter(|entry| entry["act"] == "password_link_made");
    assert_eq!(made.map(|entry| entry["object"].as_str().unwrap()).collect::<Vec<_>>(), ["Leena Koski"; 2]);
    desk.stop();
}

#[test]
fn an_owner_who_forgot_the_password_comes_back_by_a_link_from_the_terminal() {
    comes_back(&Folder::new().path("data"), &[]);
}

#[test]
fn on_postgresql_an_owner_who_forgot_the_password_comes_back_too() {
    let Some(database) = Empty::database() else { return };
    comes_back(&Folder::new().path("data"), &["--database-url", &database.url]);
}

#[test]
fn no_link_is_made_for_somebody_whom_the_desk_does_not_know() {
    let folder = Folder::new();
    let data = folder.path("data");
    Desk::start(&data).set_up();
    let refused = run(&["password", "mikko@luukku.example", "--data", data.to_str().unwrap()]);
    assert!(!refused.status.success() && refused.stdout.is_empty());
    assert!(complaint(&refused).contains("nobody signs in with mikko@luukku.example"), "{}", complaint(&refused));
    let nowhere = run(&["password", "leena@luukku.example", "--data", folder.path("else").to_str().unwrap()]);
    assert!(complaint(&nowhere).contains("there is no desk in"), "{}", complaint(&nowhere));
}
