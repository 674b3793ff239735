//! Desks of earlier versions (trust 44). One database per schema is kept in `kept/` as text; every later program opens
//! it, however often the move to its own schema is killed on the way.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

use crate::backups::PDF;
use crate::desk::{Desk, Folder, PASSWORD, clean, complaint, run, skipped};
use crate::durability::may_trace;
use crate::visitors::Visitor;

/// The oldest first.
const KEPT: [(&str, &str); 1] = [("0001", include_str!("kept/0001.sql"))];
const WIDGET: &str = "AaIH87OAcGKOybwMIG2Vg9TFvbtT43L1m9CUrQ";
const ORGANISATION: &str = "01a207f3b38070628ec9bc0c206d9583";
const ATTACHMENT: &str = "f8944f4c-d012-4731-a4eb-482f88c6ec31";

/// What each of the kept visitors sees, in order.
const SAID: [&[&str]; 5] = [
    &["Hei, tunnukseni on ●●●●●●-●●●● 🙂", "Hei! Katson.", "Tässä ohje", "Kiitos."],
    &["Missä pakettini on?", "Tilaus 4711", "Selvitän."],
    &["Odotan jonossa"],
    &["Ratkaistu ja avattu", "Valmis.", "Ei toimi vieläkään"],
    &["Jätän viestin"],
];

/// Puts the kept desk into `data`.
fn lay(kept: &str, data: &Path) {
    fs::create_dir_all(data).unwrap();
    let database = rusqlite::Connection::open(data.join("desk.db")).unwrap();
    database.execute_batch("pragma foreign_keys = off; pragma journal_mode = wal;").unwrap();
    database.execute_batch(kept).unwrap();
    let file: PathBuf = ["files", ORGANISATION, &ATTACHMENT[34..], &ATTACHMENT.replace('-', "")].iter().collect();
    fs::create_dir_all(data.join(&file).parent().unwrap()).unwrap();
    fs::write(data.join(file), PDF).unwrap();
}

fn kept_visitor(number: usize) -> Visitor {
    // "kept visitor 1…" in base64url: only the digit differs.
    Visitor::known(
        u32::try_from(number).unwrap(),
        WIDGET,
        &format!("a2VwdCB2aXNpdG9yID{}uLi4uLi4uLi4uLi4uLi4uLi4", ["E", "I", "M", "Q", "U"][number]),
    )
}

/// Everything of the kept desk is there, and it goes on.
fn is_whole(data: &Path) {
    let rebuilt = run(&["rebuild", "--data", data.to_str().unwrap()]);
    assert!(rebuilt.status.success(), "{}", complaint(&rebuilt));
    let told = String::from_utf8(rebuilt.stdout).unwrap();
    assert!(told.contains("5 cases looked at; every row was right."), "{told}");

    let desk = Desk::start(data);
    for (number, said) in SAID.iter().enumerate() {
        let conversation = kept_visitor(number).conversation(&desk);
        let entries = conversation["entries"].as_array().unwrap_or_else(|| panic!("visitor {number}: {conversation}"));
        let texts: Vec<&str> =
            entries.iter().filter(|entry| entry["kind"] == "message").map(|entry| entry["text"].as_str().unwrap()).collect();
        assert_eq!(texts, *said, "visitor {number}");
        assert_eq!(conversation["case_number"], json!(number + 1));
    }
    let mut line = kept_visitor(0).line(desk.address);
    let file = line.get(&format!("/api/widget/{WIDGET}/attachments/{ATTACHMENT}")).unwrap();
    assert_eq!((file.status, file.body.as_slice()), (200, PDF));

    // An old password opens, and the desk goes on where it was: the next case has the next number.
    let sign_in = |email: &str| {
        let opened = desk.browser().post("/api/session", &json!({ "email": email, "password": PASSWORD })).unwrap();
        assert_eq!(opened.status, 200, "{}", String::from_utf8_lossy(&opened.body));
        let cookie = opened.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
        desk.browser().with("Cookie", cookie)
    };
    let mut owner = sign_in("leena@luukku.example");
    let rows = owner.get("/api/cases").unwrap().json()["items"].clone();
    let mut states: Vec<_> = rows.as_array().unwrap().iter().map(|row| (row["number"].as_i64().unwrap(), row["state"].clone())).collect();
    // The chats of back then have been silent for long; in which order that is noticed is not what this is about.
    states.sort_by_key(|(number, _)| *number);
    let expected = [(1, "solved"), (2, "open"), (3, "new"), (4, "open"), (5, "new")];
    assert_eq!(states, expected.map(|(number, state)| (number, json!(state))));
    // Of the two people of back then it is the agent who speaks Finnish.
    sign_in("aino@luukku.example").be_present();
    let mut visitor = Visitor::new(7, WIDGET);
    let mut line = visitor.line(desk.address);
    assert_eq!(visitor.write(&mut line).unwrap().status, 200);
    assert_eq!(visitor.conversation(&desk)["case_number"], 6);
    desk.stop();
    let database = rusqlite::Connection::open(data.join("desk.db")).unwrap();
    let judged: String = database.query_row("pragma integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(judged, "ok");
}

#[test]
fn trust_44_a_desk_of_every_earlier_schema_is_opened_whole_and_goes_on() {
    for (schema, kept) in KEPT {
        let folder = Folder::new();
        let data = folder.path("data");
        lay(kept, &data);
        let migrated = run(&["migrate", "--data", data.to_str().unwrap()]);
        assert!(
            migrated.status.success(),
            "a kept desk of schema {schema} cannot be migrated; was a migration changed instead of a new one written?\n{}",
            complaint(&migrated)
        );
        is_whole(&data);
    }
}

#[test]
fn trust_44_a_move_that_is_killed_at_any_point_is_finished_by_the_next_start() {
    if !may_trace() {
        return skipped("a migration that is killed (strace is not installed, or may not trace)");
    }
    // An empty folder has every step before it; the oldest desk has every step since. Each time something is made
    // durable, and now and then while it is written.
    for kept in [None, Some(KEPT[0].1)] {
        for (call, step) in [("fdatasync,fsync", 1), ("pwrite64", 9)] {
            let killed = (1..).step_by(step).take_while(|at| !survives(kept, call, *at)).count();
            assert!(killed > 0 || kept.is_some(), "nothing was killed");
        }
    }
}

/// Whether a move whose `at`th `call` would kill it came to its end without one; otherwise the next start finishes it.
fn survives(kept: Option<&str>, call: &str, at: usize) -> bool {
    let folder = Folder::new();
    let data = folder.path("data");
    if let Some(kept) = kept {
        lay(kept, &data);
    }
    let mut strace = Command::new("strace");
    strace.args(["-f", "-o", "/dev/null", "-e", &format!("trace={call}"), "-e", &format!("inject={call}:signal=KILL:when={at}")]);
    strace.arg(env!("CARGO_BIN_EXE_luukku")).args(["migrate", "--data", data.to_str().unwrap()]);
    let survived = clean(strace).output().unwrap().status.success();
    let again = run(&["migrate", "--data", data.to_str().unwrap()]);
    assert!(again.status.success(), "killed at {call} {at}: {}", complaint(&again));
    assert!(!survived || String::from_utf8_lossy(&again.stdout).contains("is up to date."), "{call} {at}");
    let database = rusqlite::Connection::open(data.join("desk.db")).unwrap();
    let judged: String = database.query_row("pragma integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(judged, "ok", "killed at {call} {at}");
    drop(database);
    if survived && kept.is_some() {
        is_whole(&data);
    }
    survived
}
