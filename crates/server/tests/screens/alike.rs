//! A screen that has applied every pushed frame shows what a screen shows that was opened just now: for every act that
//! the API has (trust 15). A new route or a new command without an act here fails.

mod acting;
mod calling;
mod known;
mod launching;
mod proposing;
mod reduce;

use std::collections::BTreeSet;
use std::time::Instant;

use desk::case::Command;
use desk::moment::Span;
use serde_json::{Value, json};
use testkit::people::{TestOrganisation, Visitor};
use testkit::whole_desk::WholeDesk;

use crate::screen::{DEADLINE, Listening, Screen};
use acting::ACTS;

/// Routes that write and change nothing that these screens show, each with the reason.
const UNSEEN: &[(&str, &str)] = &[
    ("DELETE /api/api-tokens/{api_token_id}", "keys of integrations are on no screen"),
    ("POST /api/api-tokens", "keys of integrations are on no screen"),
    ("DELETE /api/me/devices/{session_id}", "closes the screen; trust 75"),
    ("DELETE /api/session", "closes the screen; trust 75"),
    ("POST /api/session", "a new browser has no screen yet"),
    ("POST /api/invitations", "a new browser has no screen yet"),
    ("POST /api/set-up", "there is no desk before it"),
    ("POST /api/agents/{agent_id}/invitation", "only its link is new"),
    ("POST /api/me/password", "closes other screens; trust 75"),
    ("PUT /api/me/preferences", "each screen keeps its own until it is opened anew"),
    ("POST /api/prepared-reply-preview", "shows how a text would read, and keeps nothing"),
    ("PUT /api/clients/{client_id}/routing-rules", "read when somebody opens the page of the rules"),
    ("POST /api/clients/{client_id}/routing-rules-trial", "shows what rules would decide, and keeps nothing"),
    ("PUT /api/clients/{client_id}/launch-points", "read when somebody opens the page of the launch"),
    ("POST /api/clients/{client_id}/agent-rules-read", "who has read the rules is a list that is loaded when it is opened"),
    ("DELETE /api/blocks/{block_id}", "`conduct.rs` holds what screens are told of it"),
    ("POST /api/clients/{client_id}/identity-keys", "read when somebody opens the page of the keys"),
    ("PUT /api/clients/{client_id}/identity-keys/{identity_key_id}", "read when somebody opens the page of the keys"),
    ("POST /api/widget/{key}/identity", "begins a visit; its screens are opened afterwards"),
    ("POST /api/socket-ticket", "nothing but a ticket"),
    ("POST /api/widget/{key}/socket-ticket", "nothing but a ticket"),
    ("POST /api/poll", "a screen itself"),
    ("POST /api/poll/{screen}", "a screen itself"),
    ("POST /api/widget/{key}/met-closed", "a number of a day, read when somebody asks for that day"),
    ("PUT /api/clients/{client_id}/approaches", "read when somebody opens the page of the invitations"),
    ("POST /api/widget/{key}/approaches/{approach_id}", "a number of a day, read when somebody asks for it"),
    ("POST /api/widget/{key}/approaches/{approach_id}/became", "a number of a day, read when somebody asks for it"),
    ("POST /api/widget/{key}/poll", "a screen itself"),
    ("POST /api/widget/{key}/poll/{screen}", "a screen itself"),
    ("POST /api/cases/{case}/attachments/{attachment}", "seen when it is sent with a message"),
    ("POST /api/widget/{key}/attachments/{attachment}", "seen when it is sent with a message"),
];

/// The act that carries out each command. Without a default, so that a new command does not compile without one.
fn act_of(command: &Command) -> &'static str {
    match command {
        Command::Receive { .. } => "POST /api/widget/{key}/messages",
        Command::Take { .. } | Command::RequireContact { .. } => "POST /api/cases/{case}/take",
        Command::Exceed { .. } => "POST /api/cases/{case}/exceed",
        Command::GiveBack { .. } => "POST /api/cases/{case}/give-back",
        Command::TakeBack { .. } | Command::FreeFromTeam { .. } => "the desk takes back what a vanished agent held",
        Command::MissAnswerTarget => "the desk notes that an answer comes too late",
        Command::Overflow { .. } => "a chat goes to another team as well",
        Command::Offer { .. } | Command::EndOffer { .. } => "a chat is offered, and who lets it pass is on a break",
        Command::Reply { .. } => "POST /api/cases/{case}/messages",
        Command::SayAutomatically { .. } => "POST /api/widget/{key}/chats",
        Command::WriteNote { .. } => "POST /api/cases/{case}/notes",
        Command::Transfer { .. } => "POST /api/cases/{case}/transfer",
        Command::Flag { .. } => "POST /api/cases/{case}/flag",
        Command::Block { .. } => "POST /api/cases/{case}/block",
        Command::End { .. } => "POST /api/cases/{case}/end",
        Command::Leave { .. } => "POST /api/widget/{key}/end",
        Command::EndBySilence { .. } => "the desk ends a silent chat",
        Command::Solve { .. } | Command::RequireLabels { .. } => "POST /api/cases/{case}/solve",
        Command::Refer { .. } => "POST /api/cases/{case}/refer",
        Command::UndoSolve { .. } => "POST /api/cases/{case}/undo-solve",
        Command::Reopen { .. } => "POST /api/cases/{case}/reopen",
        Command::SetState { .. } => "PUT /api/cases/{case}/state",
        Command::SetOwner { .. } => "PUT /api/cases/{case}/owner",
        Command::SetSubject { .. } => "PUT /api/cases/{case}/subject",
        Command::Park { .. } => "POST /api/cases/{case}/park",
        Command::BreakPromise => "the desk notes that a promise is broken",
        Command::OrderCall { .. } => "POST /api/widget/{key}/call-backs",
        Command::MarkCalled { .. } => "POST /api/cases/{case}/called",
        Command::MarkNotReached { .. } => "POST /api/cases/{case}/not-reached",
        Command::Label { .. } => "PUT /api/cases/{case}/labels",
        Command::Triage { .. } => "PUT /api/cases/{case}/triage",
    }
}

#[test]
fn every_route_that_writes_is_an_act_here_or_says_why_it_is_unseen_trust_15() {
    let writing: BTreeSet<String> =
        server::routes_of().into_iter().filter(|(method, _)| method != "GET").map(|(method, path)| format!("{method} {path}")).collect();
    assert!(writing.len() > 40, "{writing:?}");
    let known: BTreeSet<String> = ACTS.iter().copied().chain(UNSEEN.iter().map(|(route, _)| *route)).map(str::to_owned).collect();
    let missing: Vec<_> = writing.difference(&known).collect();
    assert!(missing.is_empty(), "acts without a check that pushed frames lead to the same as a fresh load: {missing:?}");
    let gone: Vec<_> = known.difference(&writing).filter(|act| act.contains(" /")).collect();
    assert!(gone.is_empty(), "there are no such routes any more: {gone:?}");
    assert!(ACTS.contains(&act_of(&Command::Leave { contact: uuid::Uuid::nil().into() })));
}

/// One person's workspace: what it shows by frames, and how to load it anew.
pub struct Workspace {
    name: &'static str,
    browser: testkit::browser::Browser,
    screen: Screen,
    shows: Value,
    /// The case it looks at, as it shows it.
    case: Option<Value>,
}

/// One visitor's widget.
pub struct Widget {
    visitor: Visitor,
    screen: Screen,
    shows: Value,
}

/// Everything that is on the stage.
pub struct Stage {
    whole: WholeDesk,
    _listening: Listening,
    organisation: TestOrganisation,
    workspaces: Vec<Workspace>,
    widgets: Vec<Widget>,
    /// The case that acts are about.
    case: String,
    /// What acts remember for later acts.
    kept: std::collections::HashMap<&'static str, uuid::Uuid>,
}

impl Stage {
    async fn on(whole: WholeDesk) -> Self {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut workspaces = Vec::new();
        let people = [
            ("owner", &mut organisation.owner),
            ("agent", &mut organisation.agent),
            ("elsewhere", &mut organisation.agent_elsewhere),
            ("read only", &mut organisation.read_only),
        ];
        for (name, person) in people {
            let (screen, shows) = listening.workspace(person).await;
            let browser = person.browser.clone();
            workspaces.push(Workspace { name, browser, screen, shows: reduce::workspace(&shows), case: None });
        }
        let mut widgets = Vec::new();
        for client in [0, 0, 1] {
            let mut visitor = whole.visitor(&organisation.clients[client]);
            let (screen, shows) = listening.widget(&mut visitor).await;
            widgets.push(Widget { visitor, screen, shows: reduce::widget(&shows) });
        }
        Self {
            whole,
            _listening: listening,
            organisation,
            workspaces,
            widgets,
            case: String::new(),
            kept: std::collections::HashMap::new(),
        }
    }

    /// Lets the owner and the agent look at the case of this act.
    async fn look(&mut self) {
        let case = self.case.clone();
        for workspace in self.workspaces.iter_mut().take(2) {
            let shows = workspace.browser.get(&format!("/api/cases/{case}")).await.expect(200).json();
            let seq = shows["row"]["seq"].clone();
            workspace.case = Some(reduce::case(&shows));
            workspace.screen.say(json!({ "type": "looking", "case_id": case, "seq": seq })).await;
        }
    }

    /// Applies what has been pushed until every screen shows the same as a fresh load does.
    async fn come_alike(&mut self, act: &str) {
        let began = Instant::now();
        loop {
            let mut different = None;
            for workspace in &mut self.workspaces {
                different = different.or(workspace.difference().await);
            }
            for widget in &mut self.widgets {
                different = different.or(widget.difference().await);
            }
            let Some(different) = different else { return };
            assert!(began.elapsed() < DEADLINE, "after {act}: {different}");
            self.whole.desk.pulse.hurry();
            tokio::time::timeout(std::time::Duration::from_millis(20), std::future::pending::<()>()).await.unwrap_err();
        }
    }
}

impl Workspace {
    async fn difference(&mut self) -> Option<String> {
        for frame in self.screen.everything().await {
            if frame == json!({ "type": "resync", "case_id": null }) {
                // Load everything anew: what it may see has changed.
                self.shows = reduce::workspace(&self.browser.get("/api/overview").await.expect(200).json());
            } else {
                reduce::apply_to_workspace(&mut self.shows, self.case.as_mut(), &frame);
            }
        }
        let fresh = reduce::workspace(&self.browser.get("/api/overview").await.expect(200).json());
        if fresh != self.shows {
            return Some(format!("{}\npushed: {:#}\nfresh: {fresh:#}", self.name, self.shows));
        }
        let case = self.case.as_ref()?;
        let path = format!("/api/cases/{}", case["row"]["case_id"].as_str().unwrap());
        let fresh = reduce::case(&self.browser.get(&path).await.expect(200).json());
        (fresh != *case).then(|| format!("{}, the case\npushed: {case:#}\nfresh: {fresh:#}", self.name))
    }
}

impl Widget {
    async fn difference(&mut self) -> Option<String> {
        for frame in self.screen.everything().await {
            reduce::apply_to_widget(&mut self.shows, &frame);
        }
        let path = format!("/api/widget/{}", self.visitor.key);
        let availability = self.visitor.browser.get(&path).await.expect(200).json()["availability"].clone();
        let conversation = self.visitor.browser.get(&format!("{path}/conversation")).await;
        let conversation = if conversation.status == 200 { conversation.json() } else { Value::Null };
        let fresh = reduce::widget(&json!({ "widget": { "availability": availability }, "conversation": conversation }));
        (fresh != self.shows).then(|| format!("a widget\npushed: {:#}\nfresh: {fresh:#}", self.shows))
    }
}

#[tokio::test]
async fn after_every_act_every_open_screen_shows_what_a_fresh_one_shows_trust_15() {
    for whole in WholeDesk::unlimited_on_each_engine().await {
        let mut stage = Stage::on(whole).await;
        stage.come_alike("opening").await;
        for act in ACTS {
            stage.whole.clock.advance(Span::seconds(1));
            stage.act(act).await;
            stage.come_alike(act).await;
        }
    }
}
