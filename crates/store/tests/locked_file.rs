//! Another process holds the SQLite file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::time::{Duration, Instant};

use store::db::Migration;
use store::{Db, Failure, Tx, values};
use testkit::databases::{THE_BEGINNING, TestDatabase, sqlite};
use tokio::task::JoinSet;

const SHELF: &[Migration] = &[Migration { number: 1, name: "shelf", sql: "create table shelf (n bigint not null primary key);" }];

async fn put(db: Db, n: i64) -> store::Result<u64> {
    db.unit(async move |tx: &mut Tx| tx.execute("insert into shelf (n) values ($1)", values![n]).await).await
}

async fn count(db: &Db) -> i64 {
    let row = db.read(async |tx: &mut Tx| tx.row("select count(*) from shelf", values![]).await).await;
    row.unwrap().unwrap().get(0).unwrap()
}

async fn a_shelf_and_somebody_who_holds_it() -> (TestDatabase, rusqlite::Connection) {
    let db = sqlite().await;
    db.migrate_with(SHELF, THE_BEGINNING).await.unwrap();
    let somebody = rusqlite::Connection::open(db.sqlite_file().unwrap()).unwrap();
    somebody.execute_batch("begin exclusive").unwrap();
    (db, somebody)
}

#[tokio::test]
async fn held_for_a_moment_everybody_waits_and_all_is_stored() {
    let (db, somebody) = a_shelf_and_somebody_who_holds_it().await;
    let mut running = JoinSet::new();
    for n in 0..300 {
        running.spawn(put(Db::clone(&db), n));
    }
    let early = tokio::time::timeout(Duration::from_millis(300), running.join_next()).await;
    assert!(early.is_err(), "nobody is answered while the file is held");
    assert_eq!(count(&db).await, 0, "reading goes on");
    somebody.execute_batch("rollback").unwrap();
    for answer in running.join_all().await {
        assert_eq!(answer, Ok(1));
    }
    assert_eq!(count(&db).await, 300);
}

#[tokio::test]
async fn held_for_long_everybody_hears_it_at_once_and_nothing_is_lost_later() {
    let (db, somebody) = a_shelf_and_somebody_who_holds_it().await;
    let began = Instant::now();
    let mut running = JoinSet::new();
    for n in 0..1000 {
        running.spawn(put(Db::clone(&db), n));
    }
    for answer in running.join_all().await {
        assert_eq!(answer, Err(Failure::Busy));
    }
    assert!(began.elapsed() < Duration::from_secs(9), "one wait for all of them, not one for each batch");
    somebody.execute_batch("rollback").unwrap();
    assert_eq!(put(Db::clone(&db), 1).await, Ok(1));
    assert_eq!(count(&db).await, 1);
}
