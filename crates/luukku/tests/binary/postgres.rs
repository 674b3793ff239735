//! The same program over PostgreSQL: everything that is done from a terminal, on a server of its own.

use std::process::Output;

use testkit::databases::{TestDatabase, postgres};
use tokio::runtime::Runtime;

use crate::backups::{bytes_of, send_a_file};
use crate::desk::{Desk, Folder, complaint, run, until};
use crate::visitors::{Crowd, Visitor, messages};

/// An empty database, gone with the test.
pub struct Empty {
    database: Option<TestDatabase>,
    pub url: String,
    runtime: Runtime,
}

impl Empty {
    /// None, and said aloud, where PostgreSQL is not installed.
    pub fn database() -> Option<Self> {
        let runtime = Runtime::new().unwrap();
        let database = runtime.block_on(postgres())?;
        let url = database.postgres_url().unwrap();
        Some(Self { database: Some(database), url, runtime })
    }
}

impl Drop for Empty {
    fn drop(&mut self) {
        let _inside = self.runtime.enter();
        drop(self.database.take());
    }
}

fn told(output: &Output) -> String {
    assert!(output.status.success(), "{}", complaint(output));
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn on_postgresql_a_desk_is_migrated_served_killed_backed_up_restored_and_rebuilt() {
    let (Some(here), Some(there)) = (Empty::database(), Empty::database()) else { return };
    let folder = Folder::new();
    let (data, file) = (folder.path("data"), folder.path("backup.tar"));
    let on = |database: &Empty, words: &[&str]| {
        let mut all = words.to_vec();
        all.extend(["--data", data.to_str().unwrap(), "--database-url", &database.url]);
        run(&all)
    };
    let serve = |database: &Empty| Desk::start_with(&data, &["--database-url", &database.url]);

    assert!(told(&on(&here, &["migrate"])).contains("up to date now"));
    assert!(told(&on(&here, &["migrate"])).contains("The database is up to date."));

    // Killed in a burst, nothing acknowledged is missing (D1).
    let mut desk = serve(&here);
    let staff = desk.set_up();
    let crowd = Crowd::of((0..8).map(|number| Visitor::new(number, &staff.widget)).collect(), &desk);
    until("they write", || (crowd.acknowledged() > 80).then_some(()));
    desk.kill();
    let mut visitors = crowd.join();
    assert!(!data.join("desk.db").exists(), "nothing of it is in SQLite");
    let desk = serve(&here);
    staff.is_there(&desk);
    for visitor in &visitors {
        visitor.check(&desk);
    }
    let mut sender = Visitor::new(99, &staff.widget);
    let attachment = send_a_file(&mut sender, &desk);
    visitors.push(sender.clone());

    // Backed up while it runs.
    told(&on(&here, &["backup", file.to_str().unwrap()]));
    let then: Vec<_> = visitors.iter().map(|visitor| messages(&visitor.conversation(&desk))).collect();
    assert!(then.iter().map(Vec::len).sum::<usize>() > 80);

    // Not over a desk that is there, unless somebody says so; and then it begins a new life while it runs.
    let refused = on(&here, &["restore", file.to_str().unwrap()]);
    assert!(!refused.status.success() && complaint(&refused).contains("--replace"), "{}", complaint(&refused));
    let before = sender.conversation(&desk)["epoch"].clone();
    told(&on(&here, &["restore", file.to_str().unwrap(), "--replace"]));
    assert_ne!(sender.conversation(&desk)["epoch"], before);
    desk.stop();

    // Into another PostgreSQL, and into SQLite.
    told(&on(&there, &["restore", file.to_str().unwrap()]));
    let copy = serve(&there);
    assert_eq!(visitors.iter().map(|visitor| messages(&visitor.conversation(&copy))).collect::<Vec<_>>(), then);
    bytes_of(&sender, &copy, attachment);
    copy.stop();
    let rebuilt = told(&on(&there, &["rebuild"]));
    // On a slow machine the desk may be killed before each of the crowd has come in.
    let begun = then.iter().filter(|messages| !messages.is_empty()).count();
    assert!(rebuilt.contains(&format!("{begun} cases looked at; every row was right.")), "{rebuilt}");

    let small = folder.path("small");
    told(&run(&["restore", file.to_str().unwrap(), "--data", small.to_str().unwrap()]));
    let copy = Desk::start(&small);
    assert_eq!(visitors.iter().map(|visitor| messages(&visitor.conversation(&copy))).collect::<Vec<_>>(), then);
}

#[test]
fn a_postgresql_that_does_not_answer_is_told_without_its_password() {
    let folder = Folder::new();
    let data = folder.path("data");
    for (url, why) in [
        ("postgres://luukku:kanarianlintu@127.0.0.1:1/luukku", "not available"),
        ("postgres://luukku:kanarianlintu@[::1/luukku", "cannot be read"),
    ] {
        for command in ["serve", "migrate", "rebuild"] {
            let refused = run(&[command, "--data", data.to_str().unwrap(), "--listen", "127.0.0.1:0", "--database-url", url]);
            let told = complaint(&refused);
            assert!(!refused.status.success() && told.contains(why), "{told}");
            assert!(!told.contains("kanarianlintu"), "{told}");
        }
    }
}
