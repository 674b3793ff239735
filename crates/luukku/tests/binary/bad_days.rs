//! A full disk, and somebody else at the database.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::desk::{Desk, Folder, clean, complaint, run, serving, skipped, until};
use crate::visitors::Visitor;

#[test]
fn trust_23_on_a_full_disk_the_desk_says_so_goes_on_reading_and_recovers_by_itself() {
    let folder = Folder::new();
    let Some(small) = SmallDisk::mount(folder.path("small")) else {
        return skipped("a full disk (nothing may be mounted here)");
    };
    let data = small.0.join("data");
    let mut desk = Desk::start(&data);
    let staff = desk.set_up();
    let mut visitor = Visitor::new(1, &staff.widget);
    let mut line = visitor.line(desk.address);
    assert_eq!(visitor.write(&mut line).unwrap().status, 200);

    fill(&small.0.join("ballast"));
    let refused = until("the disk is full for the desk too", || {
        let answer = visitor.write(&mut line).unwrap();
        (answer.status != 200).then_some(answer)
    });
    assert!(refused.status == 507 || refused.status == 503, "{refused:?}");
    assert!(String::from_utf8_lossy(&refused.body).contains("sentence") || refused.json()["title"].is_string());
    visitor.check(&desk);

    fs::remove_file(small.0.join("ballast")).unwrap();
    until("it writes again, without a restart", || (visitor.write(&mut line).unwrap().status == 200).then_some(()));
    visitor.check(&desk);
    desk.stop();
    let database = rusqlite::Connection::open(data.join("desk.db")).unwrap();
    let judged: String = database.query_row("pragma integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(judged, "ok");
}

#[test]
fn trust_25_while_somebody_else_holds_the_database_the_desk_waits_and_then_says_when_to_try_again() {
    let folder = Folder::new();
    let data = folder.path("data");
    let mut desk = Desk::start(&data);
    let staff = desk.set_up();
    let mut visitor = Visitor::new(1, &staff.widget);
    let mut line = visitor.line(desk.address);
    assert_eq!(visitor.write(&mut line).unwrap().status, 200);
    let other = rusqlite::Connection::open(data.join("desk.db")).unwrap();

    // Shortly: the visitor waits and is answered.
    other.execute_batch("begin immediate").unwrap();
    let writing = {
        let (mut visitor, address) = (visitor.clone(), desk.address);
        std::thread::spawn(move || {
            let mut line = visitor.line(address);
            let status = visitor.write(&mut line).unwrap().status;
            (visitor, status)
        })
    };
    until("the visitor waits", || (!writing.is_finished()).then_some(()));
    other.execute_batch("rollback").unwrap();
    let (waited, status) = writing.join().unwrap();
    assert_eq!(status, 200);
    visitor = waited;

    // For long: an answer all the same, and nothing is lost.
    other.execute_batch("begin immediate").unwrap();
    let asked = Instant::now();
    let refused = visitor.write(&mut line).unwrap();
    assert_eq!(refused.status, 503);
    assert!(refused.header("retry-after").is_some(), "{refused:?}");
    assert!(asked.elapsed() < Duration::from_secs(12), "{:?}", asked.elapsed());
    visitor.check(&desk);
    other.execute_batch("rollback").unwrap();
    assert_eq!(visitor.write(&mut line).unwrap().status, 200);
    visitor.check(&desk);
}

#[test]
fn trust_24_a_full_disk_under_the_backups_and_the_log_stops_neither_the_desk_nor_costs_an_old_backup() {
    let folder = Folder::new();
    let Some(small) = SmallDisk::mount(folder.path("small")) else {
        return skipped("a full disk under backups and log (nothing may be mounted here)");
    };
    let (data, log, file) = (folder.path("data"), small.0.join("log"), small.0.join("backup.tar"));
    let mut command = Command::new("sh");
    command.args(["-c", "log=$1; shift; exec \"$@\" 2>\"$log\"", "sh"]).arg(&log).arg(env!("CARGO_BIN_EXE_luukku"));
    command.args(serving(&data)).args(["--log-level", "debug"]);
    let mut desk = Desk::spawn(clean(command));
    let staff = desk.set_up();
    let mut visitor = Visitor::new(1, &staff.widget);
    let mut line = visitor.line(desk.address);
    assert_eq!(visitor.write(&mut line).unwrap().status, 200);
    let back_up = || run(&["backup", file.to_str().unwrap(), "--data", data.to_str().unwrap()]);
    assert!(back_up().status.success());
    let good = fs::read(&file).unwrap();

    fill(&small.0.join("ballast"));
    let logged = fs::metadata(&log).unwrap().len();
    for _ in 0..20 {
        assert_eq!(visitor.write(&mut line).unwrap().status, 200, "messages go on");
        // A connection that breaks off in the middle is logged, at this level.
        drop(std::net::TcpStream::connect(desk.address).map(|mut half| std::io::Write::write_all(&mut half, b"GET / HTTP/1.1\r\nx")));
    }
    let refused = back_up();
    assert!(!refused.status.success());
    assert!(complaint(&refused).contains("cannot be written"), "{}", complaint(&refused));
    assert_eq!(fs::read(&file).unwrap(), good, "the backup from before is still there, and whole");
    let left: Vec<_> = fs::read_dir(&small.0).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "the log, the ballast and the backup: {left:?}");
    visitor.check(&desk);

    fs::remove_file(small.0.join("ballast")).unwrap();
    assert!(back_up().status.success());
    assert!(fs::read(&file).unwrap().len() > good.len());
    visitor.check(&desk);
    desk.stop();
    assert!(fs::metadata(&log).unwrap().len() > logged, "it is logged again");
}

#[test]
fn trust_27_a_desk_on_a_read_only_disk_says_why_it_does_not_start_and_is_whole_afterwards() {
    let folder = Folder::new();
    let Some(small) = SmallDisk::mount(folder.path("small")) else {
        return skipped("a read-only disk (nothing may be mounted here)");
    };
    let data = small.0.join("data");
    let mut desk = Desk::start(&data);
    let staff = desk.set_up();
    let mut visitor = Visitor::new(1, &staff.widget);
    let mut line = visitor.line(desk.address);
    assert_eq!(visitor.write(&mut line).unwrap().status, 200);
    desk.stop();
    small.remount("ro");
    let refused = run(&["serve", "--data", data.to_str().unwrap(), "--listen", "127.0.0.1:0"]);
    assert!(!refused.status.success());
    assert!(complaint(&refused).contains("its file system is read-only"), "{}", complaint(&refused));
    small.remount("rw");
    let desk = Desk::start(&data);
    visitor.check(&desk);
    assert_eq!(visitor.write(&mut visitor.line(desk.address)).unwrap().status, 200);
}

#[test]
fn trust_29_without_a_free_file_handle_open_chats_go_on_and_the_door_opens_again() {
    let folder = Folder::new();
    let data = folder.path("data");
    if !Command::new("prlimit").args(["--nofile=64", "true"]).output().is_ok_and(|ran| ran.status.success()) {
        return skipped("a desk without free file handles (prlimit is not installed)");
    }
    let mut command = Command::new("prlimit");
    command.arg("--nofile=100").arg(env!("CARGO_BIN_EXE_luukku")).args(serving(&data));
    let mut desk = Desk::spawn(clean(command));
    let staff = desk.set_up();
    let mut visitor = Visitor::new(1, &staff.widget);
    let mut line = visitor.line(desk.address);
    assert_eq!(visitor.write(&mut line).unwrap().status, 200);

    let crowd: Vec<_> = (0..200).map(|_| std::net::TcpStream::connect(desk.address).unwrap()).collect();
    desk.line("no connection can be accepted");
    for _ in 0..20 {
        assert_eq!(visitor.write(&mut line).unwrap().status, 200, "who was inside goes on");
    }
    drop(crowd);
    let mut other = Visitor::new(2, &staff.widget);
    assert_eq!(other.write(&mut other.line(desk.address)).unwrap().status, 200);
    visitor.check(&desk);
    let said = desk.stop();
    let complaints = said.lines().filter(|line| line.contains("no connection can be accepted")).count();
    assert!(complaints < 30, "said {complaints} times");
}

/// A disk of a few megabytes, gone with the test.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(at: PathBuf) -> Option<Self> {
        fs::create_dir(&at).unwrap();
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=8m", "tmpfs"]).arg(&at).output();
        mounted.is_ok_and(|ran| ran.status.success()).then_some(Self(at))
    }
}

impl SmallDisk {
    fn remount(&self, how: &str) {
        let done = Command::new("mount").args(["-o", &format!("remount,{how}")]).arg(&self.0).status().unwrap();
        assert!(done.success());
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazily: the desk may still be ending.
        let _ = Command::new("umount").arg("-l").arg(&self.0).output();
    }
}

/// Writes until there is no room.
fn fill(path: &Path) {
    use std::io::Write;
    let mut file = fs::File::create(path).unwrap();
    for piece in [65_536, 4_096, 1] {
        let zeros = vec![0_u8; piece];
        while file.write_all(&zeros).is_ok() {}
    }
}
