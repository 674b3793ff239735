//! Nothing that was acknowledged is lost, whatever happens to the process.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::json;

use crate::desk::{Desk, Folder, clean, said_aloud, serving, skipped, until};
use crate::staff::{Agent, Shift};
use crate::visitors::{Crowd, Visitor};

/// How often the desk is killed, unless `LUUKKU_TEST_ROUNDS` says otherwise: fifty before a release.
const ROUNDS: u64 = 5;

#[test]
fn trust_1_a_killed_desk_has_everything_that_it_acknowledged_once_and_in_order() {
    let rounds = std::env::var("LUUKKU_TEST_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(ROUNDS);
    let folder = Folder::new();
    let data = folder.path("data");
    let mut desk = Desk::start(&data);
    let staff = desk.set_up();
    let mut visitors: Vec<Visitor> = (0..20).map(|number| Visitor::new(number, &staff.widget)).collect();
    let mut agents: Vec<Agent> = (0..5).map(|number| Agent::invite(number, &desk, &staff)).collect();
    for (at, visitor) in visitors.iter_mut().enumerate() {
        let mut line = visitor.line(desk.address);
        assert_eq!(visitor.write(&mut line).unwrap().status, 200);
        agents[at / 4].take(visitor, &desk);
    }
    let mut all = 0;
    for round in 0..rounds {
        // From another address each time: how much one may write is not what this is about.
        for visitor in &mut visitors {
            visitor.number += 1_000;
        }
        // Somewhere in a burst, elsewhere each time.
        let kill_after = 20 + uuid::Uuid::new_v4().as_u64_pair().0 % 900;
        let (crowd, shift) = (Crowd::of(visitors, &desk), Shift::of(agents, &desk));
        let so_far = || crowd.acknowledged() + shift.acknowledged();
        until("they write", || (so_far() > kill_after).then_some(()));
        desk.kill();
        all += so_far();
        (visitors, agents) = (crowd.join(), shift.join());
        desk = Desk::start(&data);
        staff.is_there(&desk);
        for (agent, their_visitors) in agents.iter().zip(visitors.chunks(4)) {
            agent.is_there(&desk);
            for (chat, visitor) in agent.chats.iter().zip(their_visitors) {
                visitor.check(&desk);
                chat.check(visitor, &desk, &staff);
            }
        }
        said_aloud(&format!("round {round}: killed after {kill_after}, {all} acknowledged, nothing lost"));
    }
    assert!(all > 20 * rounds);
}

#[test]
fn trust_2_a_message_is_on_the_disk_before_it_is_acknowledged() {
    const MESSAGES: usize = 100;
    let folder = Folder::new();
    let trace = folder.path("trace");
    if !may_trace() {
        return skipped("the disk before the answer (strace is not installed, or may not trace)");
    }
    let mut strace = Command::new("strace");
    // -D: the desk is our child and strace its watcher, so that the desk does not outlive the test.
    strace.args(["-D", "-f", "-s", "24", "-e", "trace=fdatasync,fsync,write,writev,sendto,sendmsg", "-o"]).arg(&trace);
    strace.arg(env!("CARGO_BIN_EXE_luukku")).args(serving(&folder.path("data")));
    let mut desk = Desk::spawn(clean(strace));
    let staff = desk.set_up();
    let mut visitor = Visitor::new(1, &staff.widget);
    let mut line = visitor.line(desk.address);
    let before = lines(&trace);
    for _ in 0..MESSAGES {
        assert_eq!(visitor.write(&mut line).unwrap().status, 200);
    }
    let after = lines(&trace);
    let (mut acknowledged, mut synced, mut early) = (0, false, 0);
    for traced in &after[before.len()..] {
        let is_done = traced.trim_end().ends_with("= 0");
        if is_done && (traced.contains("fdatasync") || traced.contains("fsync")) {
            synced = true;
        }
        if traced.contains("\"HTTP/1.1 200") {
            acknowledged += 1;
            early += usize::from(!synced);
            synced = false;
        }
    }
    assert_eq!((acknowledged, early), (MESSAGES, 0));
}

/// The same, when the disk says that it could not keep something. Linux may then say of the next try that all is well
/// although what was lost stays lost, so that nothing after it may be believed.
#[test]
fn trust_4_after_a_disk_that_failed_nothing_is_acknowledged_and_nothing_acknowledged_is_missing() {
    const GOOD: usize = 40;
    let folder = Folder::new();
    let (data, trace) = (folder.path("data"), folder.path("trace"));
    if !may_trace() {
        return skipped("a disk that fails (strace is not installed, or may not trace)");
    }
    let mut desk = Desk::start(&data);
    let staff = desk.set_up();
    let mut visitor = Visitor::new(1, &staff.widget);
    let mut line = visitor.line(desk.address);
    assert_eq!(visitor.write(&mut line).unwrap().status, 200);
    assert_eq!(desk.browser().get("/healthz").unwrap().status, 200);

    // Once only: the disk that failed says that all is well again.
    let mut strace = Command::new("strace");
    strace.args(["-f", "-s", "24", "-e", "trace=fdatasync,fsync,write,writev,sendto,sendmsg", "-e"]);
    strace.arg(format!("inject=fdatasync,fsync:error=EIO:when={GOOD}"));
    strace.arg("-o").arg(&trace).args(["-p", &desk.id().to_string()]);
    let mut watcher = Watcher::of(&mut strace);
    until("strace watches", || watcher.has_attached(desk.id()).then_some(()));

    let before = visitor.acknowledged.len();
    let refused = until("the disk has failed", || {
        let answer = visitor.write(&mut line).unwrap();
        (answer.status != 200).then_some(answer)
    });
    let acknowledged = visitor.acknowledged.len() - before;
    assert_eq!(refused.status, 503, "{refused:?}");
    assert!(refused.json()["title"].is_string(), "it is told in words: {refused:?}");
    desk.line("the disk of the database failed");
    // Nobody is believed any more: neither who was refused, nor anybody else, nor those inside.
    for _ in 0..20 {
        assert_eq!(visitor.write(&mut line).unwrap().status, 503);
    }
    let mut other = Visitor::new(2, &staff.widget);
    assert_eq!(other.write(&mut other.line(desk.address)).unwrap().status, 503);
    assert_eq!(staff.line(&desk).put("/api/me/presence", &json!({ "presence": "away" })).unwrap().status, 503);
    // What was stored before can be read, and whoever watches over the desk learns that it should be started again.
    visitor.check(&desk);
    let health = desk.browser().get("/healthz").unwrap();
    assert_eq!(health.status, 503);
    desk.kill();
    watcher.ended();

    let lines = lines(&trace);
    let failed_at = lines.iter().position(|traced| traced.contains("EIO")).unwrap();
    let (mut synced, mut early, mut told) = (false, 0, 0);
    for traced in &lines {
        let is_done = traced.trim_end().ends_with("= 0");
        synced |= is_done && (traced.contains("fdatasync") || traced.contains("fsync"));
        if traced.contains("\"HTTP/1.1 200") && told < acknowledged {
            told += 1;
            early += usize::from(!synced);
            synced = false;
        }
    }
    assert_eq!((told, early), (acknowledged, 0), "each acknowledged word was on the disk");
    let after = lines[failed_at..].iter().filter(|traced| traced.contains("\"HTTP/1.1 503")).count();
    assert!(after >= 22, "{after} refusals after the failure");

    let desk = Desk::start(&data);
    staff.is_there(&desk);
    visitor.check(&desk);
    // The words that were refused are still with their writer, and come in once.
    let mut line = visitor.line(desk.address);
    assert_eq!(visitor.write(&mut line).unwrap().status, 200);
    visitor.check(&desk);
    assert_eq!(visitor.stored(&desk), visitor.acknowledged);
}

/// The tracer of a running desk.
struct Watcher(std::process::Child);

impl Watcher {
    fn of(strace: &mut Command) -> Self {
        Self(strace.stderr(Stdio::null()).spawn().unwrap())
    }

    fn has_attached(&mut self, to: u32) -> bool {
        assert!(self.0.try_wait().unwrap().is_none(), "strace ended by itself");
        let status = std::fs::read_to_string(format!("/proc/{to}/status")).unwrap();
        let threads = std::fs::read_dir(format!("/proc/{to}/task")).unwrap().flatten();
        let is_watched = |status: &str| !status.contains("TracerPid:\t0");
        is_watched(&status)
            && threads.into_iter().all(|thread| is_watched(&std::fs::read_to_string(thread.path().join("status")).unwrap_or_default()))
    }

    /// Waits until it has seen the end of what it watched.
    fn ended(mut self) {
        until("strace ends", || self.0.try_wait().unwrap());
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn trust_14_a_desk_that_stood_still_goes_on_and_nothing_is_lost_or_doubled() {
    let folder = Folder::new();
    let mut desk = Desk::start(&folder.path("data"));
    let staff = desk.set_up();
    // Half of them lose their patience meanwhile and try again on a new line; the others wait.
    let visitors = |numbers: std::ops::Range<u32>| numbers.map(|number| Visitor::new(number, &staff.widget)).collect::<Vec<_>>();
    let patient = Crowd::of(visitors(0..5), &desk);
    let hasty = Crowd::of_patience(visitors(5..10), &desk, Duration::from_millis(500));
    until("they write", || (patient.acknowledged() > 50 && hasty.acknowledged() > 50).then_some(()));
    let gave_up = hasty.gave_up();
    desk.suspend();
    until("everybody in a hurry has given up twice", || (hasty.gave_up() >= gave_up + 10).then_some(()));
    let stood_still_at = (patient.acknowledged(), hasty.acknowledged());
    desk.resume();
    until("they write again", || {
        (patient.acknowledged() > stood_still_at.0 + 50 && hasty.acknowledged() > stood_still_at.1 + 50).then_some(())
    });
    for mut visitor in patient.stop().into_iter().chain(hasty.stop()) {
        visitor.check(&desk);
        // From another address: whoever was sent away in the end for writing so much has their last words still.
        visitor.number += 1_000;
        assert_eq!(visitor.write(&mut visitor.line(desk.address)).unwrap().status, 200);
        assert_eq!(visitor.stored(&desk), visitor.acknowledged);
    }
}

pub fn may_trace() -> bool {
    Command::new("strace").args(["-o", "/dev/null", "true"]).output().is_ok_and(|ran| ran.status.success())
}

fn lines(trace: &Path) -> Vec<String> {
    std::fs::read_to_string(trace).unwrap().lines().map(str::to_owned).collect()
}
