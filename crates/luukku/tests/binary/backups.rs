//! Backups of a desk that goes on, and restores of them.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use serde_json::Value;
use uuid::Uuid;

use crate::desk::{Desk, Folder, complaint, run, until};
use crate::visitors::{Crowd, Visitor, messages};

/// The smallest PDF that is one.
pub const PDF: &[u8] = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";

#[test]
fn trust_42_a_backup_under_load_is_one_moment_and_comes_back_elsewhere_with_its_files() {
    let folder = Folder::new();
    let (data, elsewhere, file) = (folder.path("data"), folder.path("elsewhere"), folder.path("backup.tar"));
    let mut desk = Desk::start(&data);
    let staff = desk.set_up();
    let mut sender = Visitor::new(99, &staff.widget);
    let attachment = send_a_file(&mut sender, &desk);
    let crowd = Crowd::of((0..8).map(|number| Visitor::new(number, &staff.widget)).collect(), &desk);
    until("they write", || (crowd.acknowledged() > 80).then_some(()));
    let at_least = crowd.acknowledged();

    let made = run(&["backup", file.to_str().unwrap(), "--data", data.to_str().unwrap()]);
    assert!(made.status.success(), "{}", complaint(&made));
    // They go on from another network: while a slow disk was backed up, each may have written all that one address may.
    let elsewhere_now = crowd.stop().into_iter().map(Visitor::on_another_network).collect();
    let crowd = Crowd::of(elsewhere_now, &desk);
    until("they write on", || (crowd.acknowledged() > 40).then_some(()));
    let mut visitors = crowd.stop();
    visitors.push(sender.clone());

    let restored = run(&["restore", file.to_str().unwrap(), "--data", elsewhere.to_str().unwrap()]);
    assert!(restored.status.success(), "{}", complaint(&restored));
    let copy = Desk::start(&elsewhere);
    let (mut kept, mut lost) = (0, 0);
    for visitor in &visitors {
        let (then, now) = (visitor.conversation(&copy), visitor.conversation(&desk));
        assert_ne!(then["epoch"], now["epoch"]);
        let (then, now) = (messages(&then), messages(&now));
        assert!(now.starts_with(&then), "visitor {}: what was restored is not how it began", visitor.number);
        kept += then.len();
        lost += now.len() - then.len();
    }
    assert!(u64::try_from(kept).unwrap() >= at_least, "{kept} of at least {at_least}");
    assert!(lost >= 40, "it went on after the backup");
    assert_eq!(bytes_of(&sender, &copy, attachment), bytes_of(&sender, &desk, attachment));
    assert_eq!(staff.line(&copy).get("/api/me").unwrap().status, 401, "everybody signs in again");
    copy.stop();
    let rebuilt = run(&["rebuild", "--data", elsewhere.to_str().unwrap()]);
    let told = String::from_utf8(rebuilt.stdout).unwrap();
    assert!(told.contains("9 cases looked at; every row was right."), "{told}");
}

#[test]
fn trust_42_a_desk_that_runs_is_put_back_only_when_somebody_says_so_and_begins_a_new_life() {
    let folder = Folder::new();
    let (data, file) = (folder.path("data"), folder.path("backup.tar"));
    let mut desk = Desk::start(&data);
    let staff = desk.set_up();
    let mut visitor = Visitor::new(1, &staff.widget);
    let mut line = visitor.line(desk.address);
    visitor.write(&mut line).unwrap();
    let (data, file) = (data.to_str().unwrap(), file.to_str().unwrap());
    assert!(run(&["backup", file, "--data", data]).status.success());
    visitor.write(&mut line).unwrap();
    let before = visitor.conversation(&desk);

    let refused = run(&["restore", file, "--data", data]);
    assert!(!refused.status.success());
    assert!(complaint(&refused).contains("--replace"), "{}", complaint(&refused));
    assert_eq!(visitor.conversation(&desk), before);

    let restored = run(&["restore", file, "--data", data, "--replace"]);
    assert!(restored.status.success(), "{}", complaint(&restored));
    let after = visitor.conversation(&desk);
    assert_ne!(after["epoch"], before["epoch"]);
    assert_eq!(messages(&after), messages(&before)[..1]);
    desk.line("restored");
}

#[test]
fn an_archive_that_is_damaged_cut_off_newer_or_none_is_refused_by_name() {
    let folder = Folder::new();
    let (data, good) = (folder.path("data"), folder.path("good.tar"));
    Desk::start(&data).stop();
    assert!(run(&["backup", good.to_str().unwrap(), "--data", data.to_str().unwrap()]).status.success());
    let whole = fs::read(&good).unwrap();
    let changed = |from: &str, to: &str| {
        let at = whole.windows(from.len()).position(|window| window == from.as_bytes()).unwrap();
        let mut bytes = whole.clone();
        bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
        bytes
    };
    let cases = [
        ("damaged", changed("\"rows\":", "\"rowz\":"), ""),
        ("changed", changed("\"version\":\"0", "\"version\":\"9"), "is damaged: luukku-backup.json"),
        ("cut", whole[..whole.len() / 2].to_vec(), "is not whole"),
        ("newer", changed("\"migration\":", "\"migration\":9"), "was made by a newer Luukku"),
        ("none", b"not an archive at all".to_vec(), "is not a backup of Luukku"),
    ];
    for (name, bytes, why) in cases.into_iter().filter(|(_, _, why)| !why.is_empty()) {
        let file = folder.path(&format!("{name}.tar"));
        fs::write(&file, bytes).unwrap();
        let empty = folder.path(name);
        let refused = run(&["restore", file.to_str().unwrap(), "--data", empty.to_str().unwrap()]);
        let told = complaint(&refused);
        assert!(!refused.status.success() && told.contains(why) && told.contains(name), "{name}: {told}");
        assert!(!empty.join("desk.db").exists(), "nothing has happened");
    }
}

#[test]
fn a_backup_follows_no_link_that_somebody_has_prepared_and_is_for_its_owner_alone() {
    let folder = Folder::new();
    let (data, file, victim) = (folder.path("data"), folder.path("backup.tar"), folder.path("victim"));
    Desk::start(&data).stop();
    fs::write(&victim, "untouched").unwrap();
    for prepared in [folder.path("backup.tar.part"), file.clone()] {
        std::os::unix::fs::symlink(&victim, prepared).unwrap();
    }
    let made = run(&["backup", file.to_str().unwrap(), "--data", data.to_str().unwrap()]);
    assert!(made.status.success(), "{}", complaint(&made));
    assert_eq!(fs::read_to_string(&victim).unwrap(), "untouched");
    let kept = fs::symlink_metadata(&file).unwrap();
    assert!(kept.is_file() && kept.permissions().mode() & 0o777 == 0o600, "{kept:?}");
    let names: Vec<_> = fs::read_dir(&folder.0).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 4, "nothing half is left behind: {names:?}");
}

#[test]
fn a_restore_that_fails_leaves_no_file_behind() {
    let folder = Folder::new();
    let (data, elsewhere, file) = (folder.path("data"), folder.path("elsewhere"), folder.path("backup.tar"));
    let mut desk = Desk::start(&data);
    let staff = desk.set_up();
    let mut visitor = Visitor::new(1, &staff.widget);
    let sent: Vec<Uuid> = (0..4).map(|_| send_a_file(&mut visitor, &desk)).collect();
    desk.stop();
    assert!(run(&["backup", file.to_str().unwrap(), "--data", data.to_str().unwrap()]).status.success());

    // One folder of files cannot be made, because something else has its name.
    let organisation = fs::read_dir(data.join("files")).unwrap().next().unwrap().unwrap().file_name();
    let last = sent.iter().map(|id| id.simple().to_string()).max().unwrap();
    let in_the_way = elsewhere.join("files").join(&organisation).join(&last[30..]);
    fs::create_dir_all(in_the_way.parent().unwrap()).unwrap();
    fs::write(&in_the_way, "").unwrap();
    let refused = run(&["restore", file.to_str().unwrap(), "--data", elsewhere.to_str().unwrap()]);
    assert!(!refused.status.success() && complaint(&refused).contains("cannot be written"), "{}", complaint(&refused));
    assert_eq!(files_below(&elsewhere.join("files")), [in_the_way]);
}

fn files_below(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

#[test]
fn a_backup_says_how_many_files_are_not_in_it() {
    let folder = Folder::new();
    let (data, file) = (folder.path("data"), folder.path("backup.tar"));
    let mut desk = Desk::start(&data);
    let staff = desk.set_up();
    send_a_file(&mut Visitor::new(1, &staff.widget), &desk);
    desk.stop();
    let backup = || {
        let made = run(&["backup", file.to_str().unwrap(), "--data", data.to_str().unwrap()]);
        assert!(made.status.success(), "{}", complaint(&made));
        String::from_utf8(made.stdout).unwrap()
    };
    let told = backup();
    assert!(told.starts_with("Everything is in") && told.contains("with 1 files.") && !told.contains("warning"), "{told}");
    fs::remove_file(&files_below(&data.join("files"))[0]).unwrap();
    let told = backup();
    assert!(told.starts_with("Not quite everything is in") && told.contains(" 1 warning. 1 files of messages"), "{told}");
}

#[test]
fn a_backup_of_the_wrong_folder_says_so_and_leaves_nothing_behind() {
    let folder = Folder::new();
    let file = folder.path("backup.tar");
    let refused = run(&["backup", file.to_str().unwrap(), "--data", folder.path("nowhere").to_str().unwrap()]);
    assert!(!refused.status.success());
    assert!(complaint(&refused).contains("there is no desk in"), "{}", complaint(&refused));
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 0);
}

pub fn send_a_file(visitor: &mut Visitor, desk: &Desk) -> Uuid {
    let mut line = visitor.line(desk.address);
    assert_eq!(visitor.write(&mut line).unwrap().status, 200);
    let (attachment, message, key) = (Uuid::now_v7(), Uuid::now_v7(), &visitor.widget);
    let path = format!("/api/widget/{key}/attachments/{attachment}?name=ohje.pdf");
    let kept = line.ask("POST", &path, "application/pdf", PDF).unwrap();
    assert_eq!(kept.status, 200, "{}", String::from_utf8_lossy(&kept.body));
    let said = serde_json::json!({ "message_id": message, "text": "Tässä", "attachments": [attachment] });
    assert_eq!(line.post(&format!("/api/widget/{key}/messages"), &said).unwrap().status, 200);
    attachment
}

pub fn bytes_of(visitor: &Visitor, desk: &Desk, attachment: Uuid) -> (Vec<u8>, Value) {
    let mut line = visitor.line(desk.address);
    let answer = line.get(&format!("/api/widget/{}/attachments/{attachment}", visitor.widget)).unwrap();
    assert_eq!(answer.status, 200);
    assert_eq!(answer.body, PDF);
    (answer.body, Value::Null)
}
