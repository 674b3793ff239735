//! Nothing that was acknowledged is lost, whatever happens to the process.

use std::path::Path;
use std::process::Command;

use crate::desk::{Desk, Folder, clean, serving, skipped, until};
use crate::visitors::{Crowd, Visitor};

/// The long version has 50 rounds.
const ROUNDS: u64 = 5;

#[test]
fn trust_1_a_killed_desk_has_everything_that_it_acknowledged_once_and_in_order() {
    let folder = Folder::new();
    let data = folder.path("data");
    let mut desk = Desk::start(&data);
    let staff = desk.set_up();
    let mut visitors: Vec<Visitor> = (0..20).map(|number| Visitor::new(number, &staff.widget)).collect();
    let mut all = 0;
    for round in 0..ROUNDS {
        // Others each time: how much one address may write is not what this is about.
        for visitor in &mut visitors {
            visitor.number += 1_000;
        }
        let crowd = Crowd::of(visitors, &desk);
        // Somewhere in a burst, elsewhere each time.
        until("they write", || (crowd.acknowledged() > 60 + 97 * round % 300).then_some(()));
        desk.kill();
        all += crowd.acknowledged();
        visitors = crowd.join();
        desk = Desk::start(&data);
        staff.is_there(&desk);
        for visitor in &visitors {
            visitor.check(&desk);
        }
    }
    assert!(all > 60 * ROUNDS);
    let acknowledged: usize = visitors.iter().map(|visitor| visitor.acknowledged.len()).sum();
    assert!(u64::try_from(acknowledged).unwrap() >= all, "{acknowledged} of {all}");
}

#[test]
fn trust_2_a_message_is_on_the_disk_before_it_is_acknowledged() {
    const MESSAGES: usize = 100;
    let folder = Folder::new();
    let trace = folder.path("trace");
    let is_there = Command::new("strace").args(["-o", "/dev/null", "true"]).output().is_ok_and(|ran| ran.status.success());
    if !is_there {
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

fn lines(trace: &Path) -> Vec<String> {
    std::fs::read_to_string(trace).unwrap().lines().map(str::to_owned).collect()
}
