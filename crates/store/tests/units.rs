//! Units of work: what is stored, what is undone, who hears of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

use store::db::Migration;
use store::{Db, Failure, Tx, values};
use testkit::databases::{THE_BEGINNING, TestDatabase, each_engine, each_engine_empty, sqlite};
use tokio::task::{JoinHandle, JoinSet};

const SHELF: &[Migration] =
    &[Migration { number: 1, name: "shelf", sql: "create table shelf (n bigint not null primary key, label text not null);" }];
const PUT: &str = "insert into shelf (n, label) values ($1, $2)";
const NUMBERS: &str = "select n from shelf order by n limit 5000";

async fn each_engine_with_a_shelf() -> Vec<TestDatabase> {
    let databases = each_engine_empty().await;
    for db in &databases {
        db.migrate_with(SHELF, THE_BEGINNING).await.unwrap();
    }
    databases
}

async fn put(db: &Db, n: i64) -> store::Result<i64> {
    db.unit(async move |tx: &mut Tx| tx.execute(PUT, values![n, "a box"]).await.map(|_| n)).await
}

async fn numbers(db: &Db) -> Vec<i64> {
    let rows = db.read(async |tx: &mut Tx| tx.rows(NUMBERS, values![]).await).await.unwrap();
    rows.iter().map(|row| row.get(0).unwrap()).collect()
}

/// Keeps the writing thread of SQLite in a unit until the answer is dropped, so that what comes next waits together.
async fn hold_the_writer(db: &Db) -> (Sender<()>, JoinHandle<store::Result<()>>) {
    let (let_go, held): (Sender<()>, Receiver<()>) = channel();
    let (started, has_started) = tokio::sync::oneshot::channel();
    let db = db.clone();
    let holding = tokio::spawn(async move {
        db.unit(async move |_: &mut Tx| {
            started.send(()).unwrap();
            assert!(held.recv().is_err(), "nothing is ever sent");
            Ok(())
        })
        .await
    });
    has_started.await.unwrap();
    (let_go, holding)
}

#[tokio::test]
async fn a_thousand_units_at_once_are_all_stored_once() {
    for db in each_engine_with_a_shelf().await {
        let mut running = JoinSet::new();
        for n in 0..1000 {
            let db = Db::clone(&db);
            running.spawn(async move { put(&db, n).await.unwrap() });
        }
        running.join_all().await;
        assert_eq!(numbers(&db).await, (0..1000).collect::<Vec<_>>(), "{:?}", db.engine());
    }
}

#[tokio::test]
async fn neighbours_survive_a_failing_and_a_panicking_unit() {
    for db in each_engine_with_a_shelf().await {
        put(&db, 0).await.unwrap();
        let gate = if db.sqlite_file().is_some() { Some(hold_the_writer(&db).await) } else { None };
        let mut running = JoinSet::new();
        for n in 1..60_i64 {
            let db = Db::clone(&db);
            running.spawn(async move {
                let answer = db
                    .unit(async move |tx: &mut Tx| {
                        tx.execute(PUT, values![n, "a box"]).await?;
                        match n % 3 {
                            0 => tx.execute(PUT, values![0, "already there"]).await,
                            1 => panic!("a unit that panics, as this test wants"),
                            _ => Ok(1),
                        }
                    })
                    .await;
                assert_eq!(answer.is_ok(), n % 3 == 2, "{n} answered {answer:?}");
            });
        }
        tokio::task::yield_now().await;
        if let Some((let_go, holding)) = gate {
            drop(let_go);
            holding.await.unwrap().unwrap();
        }
        running.join_all().await;
        let kept: Vec<i64> = (0..60).filter(|n| n % 3 == 2 || *n == 0).collect();
        assert_eq!(numbers(&db).await, kept, "{:?}", db.engine());
    }
}

#[tokio::test]
async fn what_is_put_is_stored_in_order_and_seen_by_the_next_statement() {
    for db in each_engine_with_a_shelf().await {
        let seen = db
            .unit(async |tx: &mut Tx| {
                // More than travel together.
                for n in 0..40 {
                    tx.put(PUT, values![n, "a box"]).await?;
                }
                tx.put("update shelf set label = 'the last word' where n = $1", values![39]).await?;
                let row = tx.row("select count(*) from shelf where n < 39 or label = 'the last word'", values![]).await?;
                tx.put(PUT, values![40, "a box"]).await?;
                row.unwrap().get::<i64>(0)
            })
            .await;
        assert_eq!(seen, Ok(40), "{:?}", db.engine());
        assert_eq!(numbers(&db).await, (0..=40).collect::<Vec<_>>(), "{:?}", db.engine());
    }
}

#[tokio::test]
async fn a_put_that_fails_undoes_its_unit_and_nobody_elses() {
    for db in each_engine_with_a_shelf().await {
        put(&db, 0).await.unwrap();
        for is_looked_at in [false, true] {
            let published = Arc::new(Mutex::new(0));
            let heard = Arc::clone(&published);
            let unit = async move |tx: &mut Tx| {
                tx.put(PUT, values![1, "a box"]).await?;
                // On PostgreSQL the failure comes with the next answer or with the commit.
                let failed = tx.put(PUT, values![0, "already there"]).await;
                if is_looked_at {
                    drop(tx.rows(NUMBERS, values![]).await);
                }
                drop(failed);
                Ok(())
            };
            let answer = db.unit_then(unit, move |()| *heard.lock().unwrap() += 1).await;
            assert!(answer.is_err(), "{:?} {is_looked_at}", db.engine());
            assert_eq!(*published.lock().unwrap(), 0);
            assert_eq!(numbers(&db).await, [0], "{:?}", db.engine());
        }
        put(&db, 2).await.unwrap();
        assert_eq!(numbers(&db).await, [0, 2], "{:?}", db.engine());
    }
}

#[tokio::test]
async fn what_is_published_is_stored_and_in_the_order_of_the_commits() {
    for db in each_engine_with_a_shelf().await {
        let published = Arc::new(Mutex::new(Vec::new()));
        let mut running = JoinSet::new();
        for n in 0..200_i64 {
            let (db, published) = (Db::clone(&db), Arc::clone(&published));
            running.spawn(async move {
                let unit = async move |tx: &mut Tx| {
                    let seq: i64 = tx.row("select count(*) from shelf", values![]).await?.unwrap().get(0)?;
                    tx.execute(PUT, values![n, "a box"]).await?;
                    if n % 4 == 0 {
                        tx.roll_back();
                    }
                    Ok((seq, n))
                };
                db.unit_then(unit, move |stored| published.lock().unwrap().push(*stored)).await.unwrap()
            });
        }
        let answers = running.join_all().await;
        assert_eq!(answers.len(), 200, "those that were rolled back are answered too");
        let published = published.lock().unwrap().clone();
        let mut told: Vec<i64> = published.iter().map(|(_, n)| *n).collect();
        if db.sqlite_file().is_some() {
            let in_order: Vec<i64> = published.iter().map(|(seq, _)| *seq).collect();
            assert_eq!(in_order, (0..150).collect::<Vec<_>>());
        }
        told.sort_unstable();
        assert_eq!(told, (0..200).filter(|n| n % 4 != 0).collect::<Vec<_>>());
        assert_eq!(numbers(&db).await, told, "{:?}", db.engine());
    }
}

#[tokio::test]
async fn a_unit_that_overlooks_a_failed_statement_is_not_stored() {
    for db in each_engine_with_a_shelf().await {
        put(&db, 1).await.unwrap();
        let answer = db
            .unit(async |tx: &mut Tx| {
                tx.execute(PUT, values![2, "a box"]).await?;
                let twice = tx.execute(PUT, values![1, "already there"]).await;
                assert!(twice.is_err());
                let after = tx.execute(PUT, values![3, "a box"]).await;
                assert_eq!(after, Err(twice.unwrap_err()), "nothing runs after a failure");
                Ok("all is well")
            })
            .await;
        assert!(matches!(answer, Err(Failure::Taken(_))), "{answer:?}");
        put(&db, 4).await.unwrap();
        assert_eq!(numbers(&db).await, [1, 4], "{:?}", db.engine());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 3)]
async fn a_read_sees_one_state_although_others_write() {
    for db in each_engine_with_a_shelf().await {
        put(&db, 1).await.unwrap();
        let (looked, has_looked) = tokio::sync::oneshot::channel();
        let (written, has_written) = channel();
        let reader = Db::clone(&db);
        let reading = tokio::spawn(async move {
            reader
                .read(async move |tx: &mut Tx| {
                    let before = tx.rows(NUMBERS, values![]).await?;
                    looked.send(()).unwrap();
                    has_written.recv().unwrap();
                    Ok((before, tx.rows(NUMBERS, values![]).await?))
                })
                .await
        });
        has_looked.await.unwrap();
        put(&db, 2).await.unwrap();
        written.send(()).unwrap();
        let (before, after) = reading.await.unwrap().unwrap();
        assert_eq!(before, after, "{:?}", db.engine());
        assert_eq!(numbers(&db).await, [1, 2]);
    }
}

#[tokio::test]
async fn a_read_cannot_write() {
    for db in each_engine_with_a_shelf().await {
        let answer = db.read(async |tx: &mut Tx| tx.execute(PUT, values![1, "a box"]).await).await;
        assert!(matches!(answer, Err(Failure::Broken(_))), "{answer:?}");
        put(&db, 2).await.unwrap();
        assert_eq!(numbers(&db).await, [2]);
    }
}

#[tokio::test]
async fn a_unit_on_sqlite_that_awaits_something_else_fails_at_once() {
    let db = sqlite().await;
    db.migrate_with(SHELF, THE_BEGINNING).await.unwrap();
    let (_never, waiting) = tokio::sync::oneshot::channel::<()>();
    let answer = db
        .unit(async move |tx: &mut Tx| {
            tx.execute(PUT, values![1, "a box"]).await?;
            waiting.await.unwrap();
            Ok(())
        })
        .await;
    assert!(matches!(answer, Err(Failure::Broken(_))), "{answer:?}");
    assert!(numbers(&db).await.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 3)]
async fn a_unit_goes_on_when_its_caller_goes_away() {
    for mut db in each_engine_with_a_shelf().await {
        let (started, has_started) = tokio::sync::oneshot::channel();
        let (go_on, may_go_on) = channel::<()>();
        let caller = Db::clone(&db);
        let calling = tokio::spawn(async move {
            let unit = async move |tx: &mut Tx| {
                tx.execute(PUT, values![1, "a box"]).await?;
                started.send(()).unwrap();
                may_go_on.recv().unwrap();
                tx.execute(PUT, values![2, "another box"]).await
            };
            caller.unit(unit).await
        });
        has_started.await.unwrap();
        calling.abort();
        assert!(calling.await.unwrap_err().is_cancelled());
        go_on.send(()).unwrap();
        db.reopen().await;
        assert_eq!(numbers(&db).await, [1, 2], "{:?}", db.engine());
    }
}

#[tokio::test]
async fn what_waits_is_stored_before_the_database_closes_and_nothing_after() {
    for mut db in each_engine_with_a_shelf().await {
        let mut running = JoinSet::new();
        for n in 0..50 {
            let db = Db::clone(&db);
            running.spawn(async move { put(&db, n).await });
        }
        let closing = Db::clone(&db);
        let first = running.join_next().await.unwrap().unwrap();
        first.unwrap();
        closing.close().await;
        assert_eq!(put(&db, 100).await, Err(Failure::Unavailable));
        let mut stored = 1;
        for answer in running.join_all().await {
            match answer {
                Ok(_) => stored += 1,
                Err(failure) => assert_eq!(failure, Failure::Unavailable),
            }
        }
        db.reopen().await;
        assert_eq!(numbers(&db).await.len(), stored, "{:?}", db.engine());
    }
}

#[tokio::test]
async fn what_one_unit_cannot_read_stops_nobody_else() {
    for db in each_engine().await {
        let unread = db.unit(async |_: &mut Tx| Err::<(), _>(Failure::Corrupt)).await;
        assert_eq!(unread, Err(Failure::Corrupt));
        let next = db.unit(async |tx: &mut Tx| tx.rows("select 1 as one limit 1", values![]).await.map(|rows| rows.len())).await;
        assert_eq!(next, Ok(1));
    }
}
