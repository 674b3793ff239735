//! The entries by which things are found: where they come from, where they go, and what they cost others.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use desk::id::{ClientId, CustomerId, OrganisationId};
use desk::may::Served;
use desk::search::Asked;
use store::customers::{self, NewCustomer};
use store::organisations::{self, Organisation};
use store::search::{Group, Hit, fill, find};
use store::{Tx, values};
use testkit::databases::{THE_BEGINNING, TestDatabase, each_engine, sqlite};
use uuid::Uuid;

const CLIENT: &str =
    "insert into clients (organisation_id, client_id, widget_id, name, languages, time_zone, week, exceptions, closed_by_hand,
 queue_ceiling, answer_target_s, silence_min, thanks_grace_min, websites, greeting_fi, greeting_sv, greeting_en, queue_turn, created_at_us)
 values ($1, $2, $3, 'Asiakkuus', 'fi', 'Europe/Helsinki', '[]', '[]', 0, 10, 60, 15, 1440, '', '', '', '', 0, 0)";

/// An organisation with one customer of this name.
async fn organisation(db: &TestDatabase, name: &str) -> (OrganisationId, CustomerId) {
    let (id, client, customer) = (OrganisationId(Uuid::now_v7()), ClientId(Uuid::now_v7()), CustomerId(Uuid::now_v7()));
    let new = Organisation { organisation_id: id, name: name.to_owned(), epoch: "1".into(), created_at: THE_BEGINNING };
    let asks = NewCustomer {
        id: customer,
        client,
        name: Some(name.to_owned()),
        email: None,
        secret_hash: None,
        created_at: THE_BEGINNING,
        person: None,
    };
    let added = db.unit(async move |tx: &mut Tx| {
        organisations::add(tx, &new).await?;
        tx.execute(CLIENT, values![id, client, client.0.to_string()]).await?;
        customers::insert(tx, id, &asks).await
    });
    added.await.unwrap();
    (id, customer)
}

async fn found(db: &TestDatabase, organisation: OrganisationId, words: &str) -> Vec<Hit> {
    let asked = Asked::read(words).unwrap();
    let agent = Uuid::now_v7().into();
    db.read(async move |tx: &mut Tx| find(tx, organisation, agent, &Served::Every, Group::Customers, &asked, 10).await).await.unwrap()
}

async fn run(db: &TestDatabase, sql: &'static str) {
    db.unit(async move |tx: &mut Tx| tx.execute(sql, values![]).await).await.unwrap();
}

#[tokio::test]
async fn a_desk_from_before_the_search_is_listed_at_its_next_start() {
    for db in &each_engine().await {
        let (first, aino) = organisation(db, "Aino Aalto").await;
        let (second, bengt) = organisation(db, "Bengt Berg").await;
        run(db, "delete from search_entries").await;
        assert_eq!(found(db, first, "aal").await, []);
        fill(db).await.unwrap();
        assert_eq!(found(db, first, "aal").await, [], "who has been listed is not listed again");
        run(db, "delete from search_filled").await;
        fill(db).await.unwrap();
        assert_eq!(found(db, first, "aal").await, [Hit::Customer(aino)]);
        assert_eq!(found(db, second, "berg").await, [Hit::Customer(bengt)]);
        assert_eq!(found(db, second, "aal").await, [], "and never what is another's");
    }
}

#[tokio::test]
async fn who_is_of_clients_with_the_same_tag_is_found_once() {
    for db in &each_engine().await {
        let (id, aino) = organisation(db, "Aino Aalto").await;
        let (near, bengt) = (ClientId(Uuid::from_u128(1 << 100)), CustomerId(Uuid::now_v7()));
        let far = ClientId(Uuid::from_u128(1 << 101));
        let named = |client, id| NewCustomer {
            id,
            client,
            name: Some("Bengt Aalto".into()),
            email: None,
            secret_hash: None,
            created_at: THE_BEGINNING,
            person: None,
        };
        let added = db.unit(async move |tx: &mut Tx| {
            for client in [near, far] {
                tx.execute(CLIENT, values![id, client, client.0.to_string()]).await?;
            }
            customers::insert(tx, id, &named(near, bengt)).await
        });
        added.await.unwrap();
        assert_eq!(found(db, id, "aalto").await, [Hit::Customer(bengt), Hit::Customer(aino)]);
    }
}

#[tokio::test]
async fn words_that_are_gone_are_in_no_page_of_the_index() {
    let db = &sqlite().await;
    db.migrate(THE_BEGINNING).await.unwrap();
    let (id, _) = organisation(db, "Kadonnut").await;
    organisation(db, "Jäänyt").await;
    let is_there = "select 1 from search_index_data where instr(block, cast('kadonnut' as blob)) > 0 limit 1";
    let asked = async |sql: &'static str| db.read(async move |tx: &mut Tx| tx.row(sql, values![]).await).await.unwrap().is_some();
    assert!(asked(is_there).await, "the test can see a word");
    db.unit(async move |tx: &mut Tx| tx.execute("delete from search_entries where organisation_id = $1", values![id]).await).await.unwrap();
    assert!(!asked(is_there).await);
    assert!(asked("select 1 from search_index_data where instr(block, cast('nyt' as blob)) > 0 limit 1").await, "others stay");
}
