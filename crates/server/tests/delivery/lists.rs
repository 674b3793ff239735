//! The list of cases: complete, narrowed as asked, and only what its reader may see.

use std::collections::BTreeSet;

use desk::id::CaseId;
use desk::may::Served;
use serde_json::{Value, json};
use store::{Tx, case_lists};

use crate::scene::{Scene, Seat};

async fn page(seat: &Seat, query: &str) -> (Vec<Value>, Option<String>) {
    let page = seat.get(&format!("/api/cases?{query}")).await.expect(200).json();
    (page["items"].as_array().unwrap().clone(), page["next"].as_str().map(str::to_owned))
}

async fn numbers(seat: &Seat, query: &str) -> BTreeSet<i64> {
    let (rows, next) = page(seat, &format!("{query}&limit=200")).await;
    assert_eq!(next, None, "one page is enough for all of it");
    rows.iter().map(|row| row["number"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn pages_visit_every_case_exactly_once_while_new_ones_arrive() {
    for scene in Scene::on_each_engine().await {
        scene.set("queue_ceiling", json!(50)).await;
        let owner = scene.owner();
        let mut expected = BTreeSet::new();
        for number in 0..23 {
            let (_, case) = scene.chat(&format!("Asia {number}")).await;
            expected.insert(case);
            // Some share their moment, so that the key must break the tie.
            scene.wait(i64::from(number % 3 == 0));
        }
        let mut visited = Vec::new();
        let mut cursor = String::new();
        loop {
            let (rows, next) = page(&owner, &format!("limit=5{cursor}")).await;
            assert!(rows.len() <= 5);
            visited.extend(rows.iter().map(|row| row["case_id"].as_str().unwrap().to_owned()));
            scene.wait(1);
            scene.chat("Tuli sillä välin").await;
            let Some(next) = next else { break };
            cursor = format!("&cursor={next}");
        }
        let once: BTreeSet<String> = visited.iter().cloned().collect();
        assert_eq!(visited.len(), once.len(), "none comes twice");
        assert_eq!(once, expected, "none is left out");
    }
}

#[tokio::test]
async fn an_agents_own_chats_are_in_their_lists_however_many_have_waited_longer() {
    for scene in Scene::on_each_engine().await {
        for number in 0..3 {
            scene.chat(&format!("Odottaa {number}")).await;
            scene.wait(1);
        }
        let (_, own) = scene.taken_chat("Oma ja uusin").await;
        let (organisation, aino, own) = (scene.people.id, scene.people.agent.id, own.parse().map(CaseId).unwrap());
        for served in [Served::Every, Served::Only(vec![scene.client().id])] {
            let listed = scene.desk.store(async move |tx: &mut Tx| case_lists::active(tx, organisation, aino, &served, 2).await).await;
            let listed: Vec<_> = listed.iter().map(|record| record.id).collect();
            assert_eq!((listed.len(), listed[0]), (2, own));
        }
    }
}

#[tokio::test]
async fn a_chat_handed_over_from_another_client_is_found_by_its_number() {
    let scene = Scene::on_sqlite().await;
    let bengt = scene.bengt();
    let done = scene.guest_of(1).start("Verkkokaupasta").await.expect(200).json();
    let case = scene.case_of(&done).await;
    let number = scene.row(&case).await["number"].as_i64().unwrap();
    let team = scene.people.clients[1].team.0;
    let served = |agents: Vec<uuid::Uuid>| json!({ "name": "Kauppa", "client_ids": [scene.people.clients[1].id.0], "agent_ids": agents });
    let aino = scene.aino();
    scene.owner().put(&format!("/api/teams/{team}"), served(vec![bengt.id, aino.id])).await.expect(200);
    aino.act(&case, "take").await.expect(200);
    scene.owner().put(&format!("/api/teams/{team}"), served(vec![bengt.id])).await.expect(200);
    assert_eq!(numbers(&aino, &format!("number={number}")).await.len(), 1, "who holds it sees it");
    aino.act(&case, "give-back").await.expect(200);
    assert_eq!(numbers(&aino, &format!("number={number}")).await.len(), 0);
}

#[tokio::test]
async fn the_list_is_narrowed_by_everything_at_once() {
    for scene in Scene::on_each_engine().await {
        let (aino, veikko, owner) = (scene.aino(), scene.veikko(), scene.owner());
        let mut wanted = BTreeSet::new();
        for number in 0..12 {
            let guest = scene.guest_of(number % 2);
            let done = guest.start("Hei").await.expect(200).json();
            let case = scene.case_of(&done).await;
            let (seat, act) = if number % 3 == 0 { (&veikko, "solve") } else { (&veikko, "end") };
            veikko.act(&case, "take").await.expect(200);
            seat.act(&case, act).await.expect(200);
            if number % 2 == 0 && number % 3 == 0 {
                wanted.insert(scene.row(&case).await["number"].as_i64().unwrap());
            }
            scene.wait(1);
        }
        let (client, of) = (scene.client().id.0, veikko.id);
        let query = format!("state=solved&client={client}&owner={of}");
        assert_eq!(wanted.len(), 2);
        assert_eq!(numbers(&owner, &query).await, wanted);
        assert_eq!(numbers(&owner, &format!("state=solved&client={client}")).await, wanted);
        assert_eq!(numbers(&owner, "state=solved").await.len(), 4);
        assert_eq!(numbers(&owner, &format!("client={client}")).await.len(), 6);
        assert_eq!(numbers(&owner, &format!("owner={}", aino.id)).await.len(), 0);
        assert_eq!(numbers(&owner, &format!("owner={of}")).await.len(), 12);
        let (first, next) = page(&owner, &format!("{query}&limit=1")).await;
        let (second, _) = page(&owner, &format!("{query}&limit=1&cursor={}", next.unwrap())).await;
        let both: BTreeSet<i64> = first.iter().chain(&second).map(|row| row["number"].as_i64().unwrap()).collect();
        assert_eq!(both, wanted, "narrow pages are pages as well");
    }
}

#[tokio::test]
async fn agents_see_the_cases_of_their_teams_clients_and_no_others() {
    for scene in Scene::on_each_engine().await {
        let mut of_client = [BTreeSet::new(), BTreeSet::new()];
        for number in 0..6 {
            let guest = scene.guest_of(number % 2);
            let done = guest.start("Hei").await.expect(200).json();
            let case = scene.case_of(&done).await;
            of_client[number % 2].insert(scene.row(&case).await["number"].as_i64().unwrap());
        }
        assert_eq!(numbers(&scene.owner(), "").await.len(), 6, "there is something to see");
        let (aino, bengt) = (scene.aino(), scene.bengt());
        assert_eq!(numbers(&aino, "").await, of_client[0]);
        assert_eq!(numbers(&bengt, "").await, of_client[1]);
        let others = scene.people.clients[1].id.0;
        assert!(numbers(&aino, &format!("client={others}")).await.is_empty());
        assert!(numbers(&aino, "state=new").await.is_subset(&of_client[0]));
        for hidden in &of_client[1] {
            assert!(numbers(&aino, &format!("number={hidden}")).await.is_empty());
            let case = scene.case_with(*hidden).await;
            aino.get(&format!("/api/cases/{case}")).await.expect(404);
            aino.get(&format!("/api/cases/{case}/timeline")).await.expect(404);
            aino.act(&case, "take").await.expect(404);
            bengt.get(&format!("/api/cases/{case}")).await.expect(200);
        }
    }
}

#[tokio::test]
async fn a_place_in_the_list_that_cannot_be_is_called_wrong() {
    let scene = Scene::on_sqlite().await;
    scene.chat("Hei").await;
    for wrong in ["cursor=x", "cursor=1.2", "cursor=99999999999999999999.0", "state=%27%20or%201=1", "limit=x", "secret=1", "client=1"] {
        scene.owner().get(&format!("/api/cases?{wrong}")).await.expect(422);
    }
    assert_eq!(page(&scene.owner(), "limit=-5").await.0.len(), 1, "at least one row");
    assert_eq!(page(&scene.owner(), "limit=100000").await.0.len(), 1);
    assert_eq!(page(&scene.owner(), "number=-1").await.0.len(), 0);
}
