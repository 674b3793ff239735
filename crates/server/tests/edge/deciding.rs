//! A self-directed team decides about its own rules: its members propose, consent and object (TE-24).

use desk::availability::Presence;
use desk::deciding::{Change, ProposalState, TeamRules};
use desk::id::{ProposalId, TeamId};
use desk::may::{Role, Scope};
use desk::moment::Span;
use serde_json::{Value, json};
use store::Tx;
use store::proposals::{self, Proposal};
use testkit::browser::{Browser, Reply};
use testkit::people::{Person, TestOrganisation};
use testkit::whole_desk::WholeDesk;
use tokio::task::JoinSet;
use uuid::Uuid;

/// A self-directed team to which everything is offered.
struct Team {
    id: Uuid,
    owner: Browser,
    members: Vec<Person>,
}

impl Team {
    /// Of so many agents.
    async fn of(desk: &WholeDesk, organisation: &TestOrganisation, count: usize) -> Self {
        let mut members = vec![organisation.agent.clone()];
        for name in ["Bertta Neuvoja", "Celia Neuvoja", "Daavid Neuvoja"].iter().take(count - 1) {
            members.push(desk.person(organisation.id, "a", name, Role::Agent, Presence::Present).await);
        }
        let mut team = Self { id: organisation.clients[0].team.0, owner: organisation.owner.browser.clone(), members };
        team.set(json!({})).await;
        team
    }

    /// As who looks after the desk sets it, with these fields otherwise.
    async fn set(&mut self, otherwise: Value) {
        let members: Vec<Uuid> = self.members.iter().map(|one| one.id.0).collect();
        let offers = json!({ "after_s": 0, "within_s": 20 });
        let mut body = json!({ "name": "IT-tuki", "client_ids": [], "agent_ids": members, "offers": offers, "is_self_directed": true });
        body.as_object_mut().unwrap().extend(otherwise.as_object().unwrap().clone());
        self.owner.put(&format!("/api/teams/{}", self.id), body).await.expect(200);
    }

    /// One of them proposes that chats are taken from the common list.
    async fn propose_pull(&mut self, by: usize) -> Value {
        self.propose(by, json!({})).await.expect(200).json()
    }

    async fn propose(&mut self, by: usize, otherwise: Value) -> Reply {
        let reason = "Tarjous katkaisee ajatuksen";
        let mut body = json!({ "proposal_id": Uuid::now_v7(), "reason": reason, "name": "IT-tuki", "offers": null });
        body.as_object_mut().unwrap().extend(otherwise.as_object().unwrap().clone());
        self.members[by].browser.post(&format!("/api/teams/{}/proposals", self.id), body).await
    }

    async fn say(&mut self, by: usize, proposal: &Value, word: &str) -> Reply {
        self.members[by].browser.put(&format!("{}/word", path(proposal)), said(proposal, word)).await
    }

    async fn now(&mut self) -> Value {
        let teams = self.owner.get("/api/teams").await.expect(200).json();
        teams.as_array().unwrap().iter().find(|team| team["team_id"] == json!(self.id)).unwrap().clone()
    }

    /// A proposal as the first member sees it on a screen that is opened now.
    async fn seen(&mut self, proposal: &Value) -> Value {
        let overview = self.members[0].browser.get("/api/overview").await.expect(200).json();
        let rows = overview["proposals"].as_array().unwrap().clone();
        rows.into_iter().find(|one| one["proposal_id"] == proposal["proposal_id"]).expect("it is seen")
    }

    async fn decided(&mut self) -> Vec<Value> {
        let log = self.owner.get("/api/audit?what=teams").await.expect(200).json();
        log["items"].as_array().unwrap().iter().filter(|one| one["act"] == "team_decided").cloned().collect()
    }
}

fn path(proposal: &Value) -> String {
    format!("/api/proposals/{}", proposal["proposal_id"].as_str().unwrap())
}

fn said(proposal: &Value, word: &str) -> Value {
    json!({ "version": proposal["version"], "word": word, "reason": "Olen miettinyt tätä" })
}

#[tokio::test]
async fn what_half_of_a_team_stands_behind_becomes_its_rule_and_the_log_tells_who_decided() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut team = Team::of(&desk, &a, 3).await;
        let proposal = team.propose_pull(0).await;
        assert_eq!((&proposal["state"], &proposal["missing"], &proposal["needed"]), (&json!("open"), &json!(1), &json!(2)));
        assert!(team.now().await["offers"].is_object(), "a proposal alone changes nothing");
        let decided = team.say(1, &proposal, "consents").await.expect(200).json();
        assert_eq!(decided["state"], "taken_effect");
        assert_eq!(team.now().await["offers"], Value::Null, "they take chats from the common list from now on");
        let log = team.decided().await;
        let changes = |field: &str| log[0]["changes"].as_array().unwrap().iter().find(|one| one["field"] == field).cloned();
        assert_eq!((log.len(), log[0]["name"].as_str()), (1, Some("Bertta Neuvoja")));
        assert_eq!(changes("offers").unwrap()["before"], json!({ "after_s": 0, "within_s": 20 }));
        assert_eq!(changes("proposed_by").unwrap()["after"], "Aino Neuvoja");
        assert_eq!(changes("consented").unwrap()["after"], json!(["Bertta Neuvoja"]));
        assert_eq!(team.say(2, &proposal, "consents").await.expect(409).code(), "proposal_over");
        let again = team.say(1, &proposal, "consents").await.expect(200).json();
        assert_eq!(again["state"], "taken_effect", "the answer was lost: saying it twice decides once");
        assert_eq!(team.decided().await.len(), 1);
    }
}

#[tokio::test]
async fn a_lone_member_decides_and_in_a_team_of_two_both_are_needed() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut team = Team::of(&desk, &a, 1).await;
        assert_eq!(team.propose_pull(0).await["state"], "taken_effect");
        assert_eq!(team.now().await["offers"], Value::Null);
        let b = desk.organisation("B").await;
        let mut team = Team::of(&desk, &b, 2).await;
        let proposal = team.propose_pull(0).await;
        assert_eq!((&proposal["state"], &proposal["missing"]), (&json!("open"), &json!(1)));
        assert_eq!(team.say(0, &proposal, "consents").await.expect(409).code(), "own_proposal");
    }
}

#[tokio::test]
async fn an_objection_stops_a_proposal_until_it_is_taken_back_or_the_proposal_is_another() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut team = Team::of(&desk, &a, 4).await;
        let proposal = team.propose_pull(0).await;
        let mut wordless = said(&proposal, "objects");
        wordless["reason"] = json!("  ");
        let word = format!("{}/word", path(&proposal));
        assert_eq!(team.members[1].browser.put(&word, wordless).await.expect(422).wrong_fields(), ["reason"]);
        assert_eq!(team.say(1, &proposal, "objects").await.expect(200).json()["is_stopped"], true);
        assert_eq!(team.say(2, &proposal, "consents").await.expect(200).json()["state"], "open");
        // Something else is proposed instead: what was said was said to something else.
        let body = json!({ "reason": "Tarjotaan vasta myöhemmin", "name": "IT-tuki", "offers": { "after_s": 60, "within_s": 20 } });
        assert_eq!(team.members[1].browser.put(&path(&proposal), body.clone()).await.expect(403).code(), "may_not");
        let other = team.members[0].browser.put(&path(&proposal), body).await.expect(200).json();
        assert_eq!((&other["words"], &other["version"], &other["is_stopped"]), (&json!([]), &json!(2), &json!(false)));
        assert_eq!(team.say(3, &proposal, "consents").await.expect(409).code(), "proposal_changed");
        team.say(1, &other, "objects").await.expect(200);
        team.say(2, &other, "consents").await.expect(200);
        assert_eq!(team.now().await["offers"]["after_s"], 0);
        let freed = team.members[1].browser.delete(&word).await.expect(200).json();
        assert_eq!(freed["state"], "taken_effect", "with the objection away, enough stand behind it");
        assert_eq!(team.now().await["offers"]["after_s"], 60);
    }
}

#[tokio::test]
async fn a_proposal_is_taken_back_by_whose_it_is() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut team = Team::of(&desk, &a, 3).await;
        let proposal = team.propose_pull(0).await;
        team.members[1].browser.delete(&path(&proposal)).await.expect(403);
        team.members[0].browser.delete(&path(&proposal)).await.expect(204);
        assert_eq!(team.seen(&proposal).await["state"], "withdrawn");
        assert_eq!(team.say(1, &proposal, "consents").await.expect(409).code(), "proposal_over");
        assert!(team.now().await["offers"].is_object());
    }
}

#[tokio::test]
async fn a_proposal_is_never_carried_out_over_what_somebody_else_has_changed_meanwhile() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut team = Team::of(&desk, &a, 3).await;
        let (pull, name) = (team.propose_pull(0).await, json!({ "name": "Lähituki", "offers": { "after_s": 0, "within_s": 20 } }));
        let name = team.propose(1, name).await.expect(200).json();
        team.set(json!({ "offers": { "after_s": 30, "within_s": 20 } })).await;
        assert_eq!(team.seen(&pull).await["state"], "out_of_date");
        assert_eq!(team.say(1, &pull, "consents").await.expect(409).code(), "proposal_over");
        assert_eq!(team.now().await["offers"]["after_s"], 30);
        // The change without the team stands among what was decided; what it did not touch is still open.
        let overview = team.members[0].browser.get("/api/overview").await.expect(200).json();
        let direct = overview["proposals"].as_array().unwrap().iter().find(|one| one["state"] == "direct").unwrap().clone();
        assert_eq!((&direct["agent_id"], &direct["after"]["offers"]["after_s"]), (&json!(a.owner.id.0), &json!(30)));
        team.say(0, &name, "consents").await.expect(200);
        let now = team.now().await;
        assert_eq!((&now["name"], &now["offers"]["after_s"]), (&json!("Lähituki"), &json!(30)));
    }
}

#[tokio::test]
async fn two_who_consent_at_the_same_moment_decide_once() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut team = Team::of(&desk, &a, 4).await;
        let proposal = team.propose_pull(0).await;
        let mut words = JoinSet::new();
        for member in [1, 2, 3] {
            let (mut browser, path, body) =
                (team.members[member].browser.clone(), format!("{}/word", path(&proposal)), said(&proposal, "consents"));
            words.spawn(async move { browser.put(&path, body).await });
        }
        let replies = words.join_all().await;
        assert!(replies.iter().all(|reply| reply.status == 200 || reply.code() == "proposal_over"));
        assert_eq!(replies.iter().filter(|reply| reply.status == 200).count(), 1);
        assert_eq!(team.decided().await.len(), 1);
    }
}

#[tokio::test]
async fn what_nobody_decides_in_two_weeks_is_over() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut team = Team::of(&desk, &a, 3).await;
        let proposal = team.propose_pull(0).await;
        desk.clock.advance(Span::seconds(14 * 86_400));
        assert_eq!(team.seen(&proposal).await["state"], "expired");
        assert_eq!(team.say(1, &proposal, "consents").await.expect(409).code(), "proposal_over");
        assert!(team.now().await["offers"].is_object());
    }
}

#[tokio::test]
async fn who_leaves_the_team_or_stops_answering_decides_no_more() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut team = Team::of(&desk, &a, 4).await;
        let proposal = team.propose_pull(0).await;
        team.say(1, &proposal, "objects").await.expect(200);
        let gone = team.members[1].clone();
        let people = team.owner.get("/api/agents").await.expect(200).json();
        let mut settings = people.as_array().unwrap().iter().find(|one| one["agent_id"] == json!(gone.id.0)).unwrap()["settings"].clone();
        settings["role"] = json!("read_only");
        team.owner.put(&format!("/api/agents/{}", gone.id), settings).await.expect(200);
        assert_eq!(team.say(1, &proposal, "consents").await.expect(403).code(), "may_not");
        let seen = team.seen(&proposal).await;
        assert_eq!((&seen["is_stopped"], &seen["words"][0]["counts"], &seen["missing"]), (&json!(false), &json!(false), &json!(1)));
        // Of two who are left one stands behind it; when the other leaves, whoever is left decides alone.
        for member in [2, 3] {
            let id = team.members[member].id;
            team.owner.put(&format!("/api/agents/{id}/teams"), json!({ "team_ids": [] })).await.expect(200);
        }
        assert_eq!(team.seen(&proposal).await["state"], "taken_effect");
        assert_eq!(team.say(2, &proposal, "consents").await.expect(403).code(), "may_not");
    }
}

#[tokio::test]
async fn nobody_else_decides_for_a_team_and_nothing_strange_comes_through() {
    for desk in WholeDesk::on_each_engine().await {
        let (a, b) = (desk.organisation("A").await, desk.organisation("B").await);
        let mut team = Team::of(&desk, &a, 3).await;
        let proposal = team.propose_pull(0).await;
        let word = format!("{}/word", path(&proposal));
        for person in [&a.owner, &a.supervisor, &a.agent_elsewhere, &a.read_only] {
            let mut browser = person.browser.clone();
            assert_eq!(browser.put(&word, said(&proposal, "consents")).await.expect(403).code(), "may_not");
        }
        b.agent.browser.clone().put(&word, said(&proposal, "consents")).await.expect(404);
        let (mut key, _) = desk.api_token(a.id, team.members[1].id, &[Scope::WriteSettings, Scope::WriteCases]).await;
        assert_eq!(key.put(&word, said(&proposal, "consents")).await.expect(403).code(), "may_not");
        assert_eq!(key.get("/api/overview").await.expect(200).json()["proposals"], json!([]));
        let elsewhere = a.agent_elsewhere.browser.clone().get("/api/overview").await.expect(200).json();
        assert_eq!(elsewhere["proposals"], json!([]));

        let long = team.propose(0, json!({ "reason": "x".repeat(1_001) })).await.expect(422);
        assert_eq!(long.wrong_fields(), ["reason"]);
        let same = team.propose(0, json!({ "offers": { "after_s": 0, "within_s": 20 } })).await.expect(422);
        assert_eq!(same.wrong_fields(), ["rules"]);
        let nowhere = team.propose(0, json!({ "overflow": { "after_s": 60, "team_id": Uuid::now_v7() } })).await.expect(422);
        assert_eq!(nowhere.wrong_fields(), ["overflow.team_id"]);
        let again = json!({ "proposal_id": proposal["proposal_id"] });
        assert_eq!(team.propose(0, again.clone()).await.expect(200).json(), team.seen(&proposal).await);
        assert_eq!(team.propose(1, again).await.expect(409).code(), "id_reused");
        let code = team.propose(1, json!({ "reason": "Kysyi asiakas 131052-308T" })).await.expect(200).json();
        assert!(!code["reason"].as_str().unwrap().contains("308T"), "identity codes are masked here as well");

        team.owner.delete(&format!("/api/teams/{}", team.id)).await.expect(204);
        team.say(1, &proposal, "consents").await.expect(404);
        team.propose(0, json!({})).await.expect(404);
    }
}

#[tokio::test]
async fn a_team_that_is_not_self_directed_any_more_leaves_what_was_open_undecided() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut team = Team::of(&desk, &a, 3).await;
        let proposal = team.propose_pull(0).await;
        team.set(json!({ "is_self_directed": false })).await;
        assert_eq!(team.propose(0, json!({})).await.expect(409).code(), "not_self_directed");
        team.set(json!({})).await;
        assert_eq!(team.seen(&proposal).await["state"], "out_of_date");
        let log = team.owner.get("/api/audit?what=teams").await.expect(200).json();
        let switched = |one: &Value| one["changes"].as_array().unwrap().iter().any(|change| change["field"] == "is_self_directed");
        assert_eq!(log["items"].as_array().unwrap().iter().filter(|one| switched(one)).count(), 3);
    }
}

#[tokio::test]
async fn a_team_lets_nobody_see_its_clients_who_does_not_serve_them_already() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut team = Team::of(&desk, &a, 1).await;
        let own = a.clients[0].id.0;
        team.set(json!({ "client_ids": [own] })).await;
        let other = Uuid::now_v7();
        let body = json!({ "name": "Apu", "client_ids": [], "agent_ids": [a.agent_elsewhere.id.0] });
        team.owner.post(&format!("/api/teams/{other}"), body).await.expect(200);
        let to = json!({ "offers": { "after_s": 0, "within_s": 20 }, "overflow": { "after_s": 60, "team_id": other } });
        assert_eq!(team.propose(0, to.clone()).await.expect(422).wrong_fields(), ["overflow.team_id"]);
        // Who serves them already sees nothing more by helping.
        let body = json!({ "name": "Apu", "client_ids": [own], "agent_ids": [a.agent_elsewhere.id.0] });
        team.owner.put(&format!("/api/teams/{other}"), body).await.expect(200);
        assert_eq!(team.propose(0, to).await.expect(200).json()["state"], "taken_effect");
    }
}

#[tokio::test]
async fn one_member_leaves_room_for_what_the_others_propose() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut team = Team::of(&desk, &a, 3).await;
        for after_s in 1..=5 {
            team.propose(0, json!({ "offers": { "after_s": after_s, "within_s": 20 } })).await.expect(200);
        }
        assert_eq!(team.propose(0, json!({})).await.expect(409).code(), "too_many_proposals");
        team.propose(1, json!({})).await.expect(200);
    }
}

#[tokio::test]
async fn a_proposal_that_is_sent_again_after_it_took_effect_is_answered_as_it_is() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut team = Team::of(&desk, &a, 1).await;
        let proposal = json!({ "proposal_id": Uuid::now_v7() });
        let first = team.propose(0, proposal.clone()).await.expect(200).json();
        assert_eq!(first["state"], "taken_effect");
        assert_eq!(team.propose(0, proposal).await.expect(200).json(), first);
    }
}

#[tokio::test]
async fn a_team_stays_self_directed_when_it_is_set_by_somebody_who_does_not_know_of_that() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut team = Team::of(&desk, &a, 2).await;
        team.propose_pull(0).await;
        let members: Vec<Uuid> = team.members.iter().map(|one| one.id.0).collect();
        let body = json!({ "name": "IT-tuki", "client_ids": [], "agent_ids": members });
        let answer = team.owner.put(&format!("/api/teams/{}", team.id), body).await.expect(200).json();
        assert_eq!(answer["is_self_directed"], true);
        assert_eq!(team.now().await["is_self_directed"], true);
    }
}

#[tokio::test]
async fn the_open_proposals_of_every_team_are_seen_however_many_others_have() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut team = Team::of(&desk, &a, 4).await;
        let ids: Vec<Uuid> = team.members.iter().map(|one| one.id.0).collect();
        // Eleven teams with twenty open each: as they are stored, since nobody proposes so much at once.
        let (organisation, by, at) = (a.id, team.members[0].id, desk.desk.now());
        let rules = TeamRules { name: "Tiimi".to_owned(), offers: None, overflow: None };
        let change = Change { after: TeamRules { name: "Uusi".to_owned(), ..rules.clone() }, before: rules };
        for _ in 0..11 {
            let id = Uuid::now_v7();
            let body = json!({ "name": "Tiimi", "client_ids": [], "agent_ids": &ids, "is_self_directed": true });
            team.owner.post(&format!("/api/teams/{id}"), body).await.expect(200);
            let change = change.clone();
            let unit = desk.desk.db.unit(async move |tx: &mut Tx| {
                for _ in 0..20 {
                    let (change, reason, words) = (change.clone(), "Kokeillaan".to_owned(), Vec::new());
                    let (id, team, state) = (ProposalId(Uuid::now_v7()), TeamId(id), ProposalState::Open);
                    let new = Proposal { id, team, by, version: 1, at, reason, change, state, ended_at: None, words };
                    proposals::add(tx, organisation, &new).await?;
                }
                Ok(())
            });
            unit.await.unwrap();
        }
        let seen = team.members[0].browser.get("/api/overview").await.expect(200).json();
        assert_eq!(seen["proposals"].as_array().unwrap().len(), 11 * 20);
    }
}
