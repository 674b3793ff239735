//! Who gets a chat, and how many: slots and queues hold on every path, however many hands reach at once.

use serde_json::json;
use store::Tx;
use store::customers::{self, NewCustomer};
use tokio::task::JoinSet;

use crate::scene::Scene;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn uh_12_of_twenty_takes_at_once_an_agent_with_four_slots_gets_four() {
    for scene in Scene::on_each_engine().await {
        scene.set("queue_ceiling", json!(50)).await;
        let mut cases = Vec::new();
        for number in 0..20 {
            cases.push(scene.chat(&format!("Jonossa {number}")).await.1);
        }
        let mut takes = JoinSet::new();
        for case in cases {
            let aino = scene.aino();
            takes.spawn(async move { aino.act(&case, "take").await });
        }
        let replies = takes.join_all().await;

        let got: Vec<_> = replies.iter().filter(|reply| reply.status == 200).collect();
        assert_eq!(got.len(), 4);
        assert!(replies.iter().all(|reply| reply.status == 200 || reply.code() == "slots_full"));
        let mut places: Vec<_> = got.iter().map(|reply| reply.json()["row"]["contact"]["luukku"].as_i64()).collect();
        places.sort_unstable();
        assert_eq!(places, [Some(1), Some(2), Some(3), Some(4)], "each in a luukku of its own");
    }
}

#[tokio::test]
async fn uh_12_the_fifth_chat_waits_until_one_of_four_ends() {
    let scene = Scene::on_sqlite().await;
    let mut cases = Vec::new();
    for number in 0..5 {
        cases.push(scene.chat(&format!("Jonossa {number}")).await.1);
    }
    for case in &cases[..4] {
        scene.aino().act(case, "take").await.expect(200);
    }
    assert_eq!(scene.aino().act(&cases[4], "take").await.expect(409).code(), "slots_full");
    scene.aino().act(&cases[1], "end").await.expect(200);
    let taken = scene.aino().act(&cases[4], "take").await.expect(200).json();
    assert_eq!(taken["row"]["contact"]["luukku"], 2, "the luukku that came free");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_agents_who_take_a_chat_at_once_one_wins_and_the_other_learns_the_name() {
    for scene in Scene::on_each_engine().await {
        let mikko = scene.colleague("Mikko Mestari").await;
        for _ in 0..4 {
            let (guest, case) = scene.chat("Kuka ehtii?").await;
            let mut takes = JoinSet::new();
            for seat in [scene.aino(), mikko.clone()] {
                let case = case.clone();
                takes.spawn(async move { (seat.id, seat.act(&case, "take").await) });
            }
            let (won, lost): (Vec<_>, Vec<_>) = takes.join_all().await.into_iter().partition(|(_, reply)| reply.status == 200);
            assert_eq!((won.len(), lost.len()), (1, 1));
            let winner = if won[0].0 == mikko.id { "Mikko Mestari" } else { "Aino Neuvoja" };
            assert_eq!(lost[0].1.code(), "held_by_another");
            assert!(lost[0].1.text().contains(winner), "{}", lost[0].1.text());
            let seen = guest.conversation().await.expect(200).json();
            let answering = seen["entries"].as_array().unwrap().iter().filter(|entry| entry["kind"] == "answering").count();
            assert_eq!(answering, 1);
        }
    }
}

#[tokio::test]
async fn taking_a_chat_twice_is_taking_it_once() {
    let scene = Scene::on_sqlite().await;
    let (_, case) = scene.taken_chat("Kerran").await;
    let again = scene.aino().act(&case, "take").await.expect(200).json();
    assert_eq!(again["entries"], json!([]));
}

#[tokio::test]
async fn cc_11_a_chat_started_while_it_is_closed_leaves_nothing_behind() {
    for scene in Scene::on_each_engine().await {
        scene.chat("Ensin auki").await;
        let before = (scene.cases().await, customers_known(&scene).await);
        scene.aino().presence("away").await;

        let guest = scene.guest();
        let refused = guest.start("Onko ketään?").await.expect(409);

        assert_eq!(refused.code(), "chat_closed");
        assert_eq!((scene.cases().await, customers_known(&scene).await), before);
        guest.conversation().await.expect(404);
        scene.aino().presence("present").await;
        guest.start("Nyt on").await.expect(200);
        assert_eq!((scene.cases().await, customers_known(&scene).await), (before.0 + 1, before.1 + 1));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn thirty_visitors_who_start_at_once_never_overfill_the_queue() {
    for scene in Scene::on_each_engine().await {
        scene.set("queue_ceiling", json!(5)).await;
        for _ in 0..4 {
            scene.taken_chat("Täyttää luukun").await;
        }
        let mut starts = JoinSet::new();
        for number in 0..30 {
            let guest = scene.guest();
            starts.spawn(async move { guest.start(&format!("Kävijä {number}")).await });
        }
        let replies = starts.join_all().await;

        let got = replies.iter().filter(|reply| reply.status == 200).count();
        assert_eq!(got, 5, "as many as the queue holds");
        assert!(replies.iter().all(|reply| reply.status == 200 || reply.code() == "chat_closed"));
        assert_eq!(scene.cases().await, 9);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn free_slots_do_not_open_the_queue_without_end() {
    for scene in Scene::on_each_engine().await {
        scene.set("queue_ceiling", json!(5)).await;
        let mut starts = JoinSet::new();
        for number in 0..30 {
            let guest = scene.guest();
            starts.spawn(async move { guest.start(&format!("Kävijä {number}")).await });
        }
        let got = starts.join_all().await.iter().filter(|reply| reply.status == 200).count();
        assert_eq!(got, 9, "four for the free luukut, and five who wait behind them");
    }
}

#[tokio::test]
async fn who_comes_back_to_a_parked_chat_is_let_in_over_the_ceiling_and_counted_before_newcomers() {
    for scene in Scene::on_each_engine().await {
        scene.set("queue_ceiling", json!(1)).await;
        let (parked, case) = scene.taken_chat("Selvittäisittekö?").await;
        scene.aino().reply(&case, "Selvitän").await.expect(200);
        let park = json!({ "message_id": uuid::Uuid::now_v7(), "in_minutes": 60 });
        scene.aino().post(&format!("/api/cases/{case}/park"), park).await.expect(200);
        scene.wait(60);
        let mut held = Vec::new();
        for _ in 0..4 {
            held.push(scene.taken_chat("Täyttää luukun").await.1);
        }
        let (_, newcomer) = scene.chat("Jonon ainoa").await;

        parked.say("Joko selvisi?").await.expect(200);

        let came_back = scene.row(&case).await["contact"].clone();
        let came_anew = scene.row(&newcomer).await["contact"].clone();
        assert_eq!((&came_back["state"], &came_anew["state"]), (&json!("waiting"), &json!("waiting")));
        assert!(came_back["waiting_since"].as_i64() < came_anew["waiting_since"].as_i64(), "their place was kept");
        assert_eq!(scene.guest().start("Ei mahdu").await.expect(409).code(), "chat_closed");

        scene.aino().act(&held[0], "solve").await.expect(200);
        scene.aino().act(&case, "take").await.expect(200);
        assert_eq!(scene.guest().start("Ei mahdu vieläkään").await.expect(409).code(), "chat_closed", "the newcomer still waits");
        scene.aino().act(&held[1], "solve").await.expect(200);
        scene.guest().start("Mahtuu").await.expect(200);
    }
}

/// How many customers the desk has ever known: the next one's number tells.
async fn customers_known(scene: &Scene) -> i64 {
    let hash = uuid::Uuid::now_v7().as_bytes().to_vec();
    let organisation = scene.people.id;
    let probe = NewCustomer {
        id: uuid::Uuid::now_v7().into(),
        client: scene.client().id,
        name: None,
        email: None,
        secret_hash: Some(hash),
        created_at: scene.desk.desk.now(),
        person: None,
    };
    scene
        .desk
        .store(async move |tx: &mut Tx| {
            let number = customers::insert(tx, organisation, &probe).await?;
            tx.roll_back();
            Ok(number - 1)
        })
        .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn eight_chats_handed_over_at_once_fill_four_slots_and_no_more() {
    for scene in Scene::on_each_engine().await {
        let mikko = scene.colleague("Mikko Mestari").await;
        let mut handovers = JoinSet::new();
        for seat in [scene.aino(), scene.veikko()] {
            for _ in 0..4 {
                let (_, case) = scene.chat("Siirtoon").await;
                seat.act(&case, "take").await.expect(200);
                let (seat, mikko) = (seat.clone(), mikko.clone());
                handovers.spawn(async move { seat.hand_over(&case, &mikko, "Ota sinä").await });
            }
        }
        let replies = handovers.join_all().await;
        assert_eq!(replies.iter().filter(|reply| reply.status == 200).count(), 4);
        assert!(replies.iter().all(|reply| reply.status == 200 || reply.code() == "target_gone"));
    }
}

#[tokio::test]
async fn a_chat_handed_to_a_team_waits_for_that_team_alone() {
    let scene = Scene::on_sqlite().await;
    let (_, case) = scene.taken_chat("Laskutukseen").await;
    let (aino, owner) = (scene.aino(), scene.owner());
    let mikko = scene.colleague("Mikko Mestari").await;
    let team = uuid::Uuid::now_v7();
    let settings = json!({ "name": "Laskutus", "client_ids": [scene.client().id.0], "agent_ids": [mikko.id] });
    owner.post(&format!("/api/teams/{team}"), settings).await.expect(200);
    let path = format!("/api/cases/{case}/transfer");
    let body = |team| json!({ "note_id": uuid::Uuid::now_v7(), "note": "Teille", "to_team": team });

    mikko.presence("away").await;
    assert_eq!(aino.post(&path, body(team)).await.expect(409).code(), "target_gone", "nobody of it is there");
    let elsewhere = scene.people.clients[1].team.0;
    assert_eq!(aino.post(&path, body(elsewhere)).await.expect(409).code(), "target_gone", "it does not serve this client");
    mikko.presence("present").await;
    let done = aino.post(&path, body(team)).await.expect(200).json();
    assert_eq!((&done["row"]["contact"]["for_team"], &done["row"]["contact"]["held_by"]), (&json!(team), &json!(null)));

    assert_eq!(aino.act(&case, "take").await.expect(409).code(), "for_another_team");
    let removed = owner.delete(&format!("/api/teams/{team}")).await.expect(409);
    assert_eq!(removed.code(), "in_use", "somebody waits for this team and no other");
    mikko.act(&case, "take").await.expect(200);
    let both = json!({ "note_id": uuid::Uuid::now_v7(), "note": "?", "to_team": team, "to_agent": aino.id });
    assert_eq!(mikko.post(&path, both).await.expect(422).code(), "one_target");
}
