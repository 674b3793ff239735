//! The entries by which things are found: where they come from, where they go, and what they cost others.

use desk::id::{CustomerId, OrganisationId};
use desk::may::Served;
use desk::search::Asked;
use store::customers::{self, NewCustomer};
use store::search::{Group, Hit, fill, find};
use store::{Tx, values};
use testkit::databases::{THE_BEGINNING, TestDatabase};
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

/// An organisation with one customer of this name.
async fn organisation(whole: &WholeDesk, name: &str) -> (OrganisationId, CustomerId) {
    let people = whole.organisation(name).await;
    let (id, customer) = (people.id, CustomerId(Uuid::now_v7()));
    let new = NewCustomer {
        id: customer,
        client: people.clients[0].id,
        name: Some(name.to_owned()),
        email: None,
        secret_hash: None,
        created_at: THE_BEGINNING,
    };
    whole.store(async move |tx: &mut Tx| customers::insert(tx, id, &new).await).await;
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
    for whole in WholeDesk::on_each_engine().await {
        let (first, aino) = organisation(&whole, "Aino Aalto").await;
        let (second, bengt) = organisation(&whole, "Bengt Berg").await;
        let db = whole.database();
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
async fn words_that_are_gone_are_in_no_page_of_the_index() {
    let whole = WholeDesk::on_sqlite().await;
    let (id, _) = organisation(&whole, "Kadonnut").await;
    organisation(&whole, "Jäänyt").await;
    let db = whole.database();
    let is_there = "select 1 from search_index_data where instr(block, cast('kadonnut' as blob)) > 0 limit 1";
    let asked = async |sql: &'static str| db.read(async move |tx: &mut Tx| tx.row(sql, values![]).await).await.unwrap().is_some();
    assert!(asked(is_there).await, "the test can see a word");
    db.unit(async move |tx: &mut Tx| tx.execute("delete from search_entries where organisation_id = $1", values![id]).await).await.unwrap();
    assert!(!asked(is_there).await);
    assert!(asked("select 1 from search_index_data where instr(block, cast('nyt' as blob)) > 0 limit 1").await, "others stay");
}
