//! A desk that runs as a process of its own, in a folder of its own.

use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::http::Line;

/// How long anything may take that these tests wait for, on a busy machine.
pub const PATIENCE: Duration = Duration::from_mins(1);
pub const PASSWORD: &str = "oikea hevonen paristo";

/// A folder that is gone with the test.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        let path = std::env::temp_dir().join(format!("luukku-binary-{}", uuid::Uuid::now_v7()));
        std::fs::create_dir(&path).unwrap();
        Self(path)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Left in the temporary folder when it cannot be removed; nothing depends on it.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The program, without settings from whoever runs the tests.
pub fn luukku() -> Command {
    clean(Command::new(env!("CARGO_BIN_EXE_luukku")))
}

pub fn clean(mut command: Command) -> Command {
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("LUUKKU_")) {
        command.env_remove(name);
    }
    command
}

/// Runs the program to its end.
pub fn run(arguments: &[&str]) -> Output {
    luukku().args(arguments).output().unwrap()
}

/// What a finished program said on its error output.
pub fn complaint(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A served desk.
pub struct Desk {
    child: Child,
    pub address: SocketAddr,
    /// Everything it has said so far, on both outputs.
    said: Arc<Mutex<String>>,
}

impl Desk {
    /// Serves the desk in `folder` on a free port and waits until it says that it is ready.
    pub fn start(folder: &Path) -> Self {
        Self::start_with(folder, &[])
    }

    pub fn start_with(folder: &Path, arguments: &[&str]) -> Self {
        let mut command = luukku();
        command.args(serving(folder)).args(arguments);
        Self::spawn(command)
    }

    /// Runs `command`, which serves a desk.
    pub fn spawn(mut command: Command) -> Self {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        hear(child.stdout.take().unwrap(), Arc::clone(&said));
        hear(child.stderr.take().unwrap(), Arc::clone(&said));
        let mut desk = Self { child, address: "127.0.0.1:1".parse().unwrap(), said };
        let ready = desk.line("Luukku is ready at ");
        desk.address = ready.rsplit('/').next().unwrap().parse().unwrap();
        desk
    }

    /// The first line with `wanted` in it, as soon as it is there.
    pub fn line(&mut self, wanted: &str) -> String {
        until(&format!("{wanted:?} is said"), || {
            let said = self.said();
            if let Some(line) = said.lines().find(|line| line.contains(wanted)) {
                return Some(line.to_owned());
            }
            let ended = self.child.try_wait().unwrap();
            assert!(ended.is_none(), "the desk ended with {ended:?}:\n{said}");
            None
        })
    }

    pub fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// As when the power goes.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// As when the machine has no time for it, or for anybody.
    pub fn suspend(&self) {
        self.signal("-STOP");
    }

    /// Lets it go on.
    pub fn resume(&self) {
        self.signal("-CONT");
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    fn signal(&self, which: &str) {
        let told = Command::new("kill").args([which, &self.child.id().to_string()]).status().unwrap();
        assert!(told.success());
    }

    /// As an operator stops it.
    pub fn tell_to_end(&self) {
        self.signal("-TERM");
    }

    /// Waits for its end.
    pub fn ended(mut self) -> ExitStatus {
        until("the desk ends", || self.child.try_wait().unwrap())
    }

    /// Ends it and gives back all it has said.
    pub fn stop(self) -> String {
        self.tell_to_end();
        let said = Arc::clone(&self.said);
        assert!(self.ended().success());
        // The last lines are read when the pipes are closed, a moment after the process.
        until("its pipes are closed", || (Arc::strong_count(&said) == 1).then_some(()));
        said.lock().unwrap().clone()
    }

    pub fn browser(&self) -> Line {
        Line::to(self.address)
    }

    /// Sets the empty desk up and signs its owner in; a chat that is open day and night, and somebody who is there.
    pub fn set_up(&mut self) -> Staff {
        let link = self.line("/set-up/");
        let token = link.rsplit('/').next().unwrap().to_owned();
        let all_day = json!([{ "from_minute": 0, "to_minute": 1440 }]);
        let form = json!({
            "token": token, "organisation": "Koetupa", "client": "Kauppa", "languages": ["fi"], "time_zone": "Europe/Helsinki",
            "week": [all_day, all_day, all_day, all_day, all_day, all_day, all_day], "websites": ["http://localhost:7999"],
            "owner_name": "Leena Koski", "owner_email": "leena@luukku.example", "owner_password": PASSWORD
        });
        let done = self.browser().post("/api/set-up", &form).unwrap();
        assert_eq!(done.status, 200, "{}", String::from_utf8_lossy(&done.body));
        let cookie = done.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
        let staff = Staff { cookie, token, widget: String::new() };
        staff.is_there(self);
        let client = staff.line(self).get("/api/clients").unwrap().json()[0].clone();
        let mut settings = client["settings"].clone();
        // These visitors come all at once.
        settings["queue_ceiling"] = json!(500);
        let path = format!("/api/clients/{}", client["client_id"].as_str().unwrap());
        let changed = staff.line(self).put(&path, &settings).unwrap();
        assert_eq!(changed.status, 200, "{}", String::from_utf8_lossy(&changed.body));
        Staff { widget: client["widget_key"].as_str().unwrap().to_owned(), ..staff }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The desk's owner, signed in.
#[derive(Clone)]
pub struct Staff {
    pub cookie: String,
    /// The one-time token that set the desk up.
    pub token: String,
    pub widget: String,
}

impl Staff {
    pub fn line(&self, desk: &Desk) -> Line {
        desk.browser().with("Cookie", &self.cookie)
    }

    pub fn is_there(&self, desk: &Desk) {
        self.line(desk).be_present();
    }
}

/// The arguments that serve the desk in `folder` on a free port. Every visitor of these tests comes from an address of
/// their own, through a proxy that is believed, or the limits of one address would be what is tested.
pub fn serving(folder: &Path) -> [String; 7] {
    let folder = folder.to_str().unwrap();
    ["serve", "--data", folder, "--listen", "127.0.0.1:0", "--trusted-proxies", "127.0.0.1"].map(str::to_owned)
}

fn hear(output: impl Read + Send + 'static, said: Arc<Mutex<String>>) {
    std::thread::spawn(move || {
        for line in BufReader::new(output).lines() {
            let Ok(line) = line else { return };
            let mut said = said.lock().unwrap();
            said.push_str(&line);
            said.push('\n');
        }
    });
}

/// Asks until there is an answer.
pub fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(Instant::now() < deadline, "waited in vain until {what}");
        std::thread::yield_now();
        std::thread::park_timeout(Duration::from_millis(10));
    }
}

/// Says aloud that something could not be tried here.
pub fn skipped(what: &str) {
    said_aloud(&format!("skipped: {what}"));
}

/// Says something to whoever runs the tests.
pub fn said_aloud(what: &str) {
    use std::io::Write;
    // Not `eprintln!`, which the test harness keeps to itself.
    std::io::stderr().write_all(format!("{what}\n").as_bytes()).unwrap();
}
