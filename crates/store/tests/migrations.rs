//! How the schema grows, and what happens when that is disturbed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use store::db::{Applied, Migration};
use store::{Db, Failure, Tx, values};
use testkit::databases::{THE_BEGINNING, each_engine_empty};

const ONE: Migration = Migration { number: 1, name: "one", sql: "create table one (id uuid not null primary key, n bigint);" };
const TWO: Migration =
    Migration { number: 2, name: "two", sql: "alter table one add column label text; create index one_by_n on one (n);" };
const KILLED: Migration =
    Migration { number: 2, name: "two", sql: "alter table one add column label text; insert into nowhere (n) values (1);" };
const STRANGE: Migration = Migration { number: 1, name: "strange", sql: "create table strange (id uuid not null primary key);" };

async fn succeeds(db: &Db, sql: &'static str) -> bool {
    db.read(async move |tx: &mut Tx| tx.rows(sql, values![]).await).await.is_ok()
}

#[tokio::test]
async fn each_migration_is_carried_out_once_and_in_order() {
    for db in each_engine_empty().await {
        let applied = |number, name| Applied { number, name };
        assert_eq!(db.migrate_with(&[ONE], THE_BEGINNING).await, Ok(vec![applied(1, "one")]));
        assert_eq!(db.migrate_with(&[ONE, TWO], THE_BEGINNING).await, Ok(vec![applied(2, "two")]));
        assert_eq!(db.migrate_with(&[ONE, TWO], THE_BEGINNING).await, Ok(vec![]));
        assert!(succeeds(&db, "select label from one order by n limit 1").await);
    }
}

#[tokio::test]
async fn a_migration_that_stops_in_the_middle_leaves_nothing_and_can_be_done_again() {
    for db in each_engine_empty().await {
        let stopped = db.migrate_with(&[ONE, KILLED], THE_BEGINNING).await;
        assert!(matches!(stopped, Err(Failure::Broken(_))), "{stopped:?}");
        assert!(succeeds(&db, "select n from one limit 1").await, "the one before it stands");
        assert!(!succeeds(&db, "select label from one limit 1").await, "{:?} kept half of it", db.engine());
        assert_eq!(db.migrate_with(&[ONE, TWO], THE_BEGINNING).await.unwrap().len(), 1);
        assert!(succeeds(&db, "select label from one limit 1").await);
    }
}

#[tokio::test]
async fn a_database_of_a_newer_program_is_refused() {
    for db in each_engine_empty().await {
        db.migrate_with(&[ONE, TWO], THE_BEGINNING).await.unwrap();
        let refused = db.migrate_with(&[ONE], THE_BEGINNING).await.unwrap_err();
        assert_eq!(refused, Failure::NewerDatabase { has: 2, knows: 1 });
        assert!(refused.to_string().contains("newer"), "{refused}");
    }
}

#[tokio::test]
async fn a_database_with_another_history_is_refused() {
    for db in each_engine_empty().await {
        db.migrate_with(&[ONE], THE_BEGINNING).await.unwrap();
        let refused = db.migrate_with(&[STRANGE, TWO], THE_BEGINNING).await;
        assert!(matches!(refused, Err(Failure::Broken(_))), "{refused:?}");
        assert!(!succeeds(&db, "select label from one limit 1").await, "nothing has happened");
    }
}

#[tokio::test]
async fn desks_that_start_together_do_each_step_once() {
    for db in each_engine_empty().await {
        let (first, second, third) = tokio::join!(
            db.migrate_with(&[ONE, TWO], THE_BEGINNING),
            db.migrate_with(&[ONE, TWO], THE_BEGINNING),
            db.migrate_with(&[ONE, TWO], THE_BEGINNING)
        );
        let steps = [first, second, third].into_iter().flat_map(Result::unwrap).count();
        assert_eq!(steps, 2, "{:?}", db.engine());
    }
}

#[tokio::test]
async fn the_schema_of_this_program_can_be_made_on_both_engines() {
    for db in each_engine_empty().await {
        assert_eq!(db.migrate(THE_BEGINNING).await.unwrap().len(), store::db::MIGRATIONS.len());
        assert_eq!(db.migrate(THE_BEGINNING).await, Ok(vec![]));
    }
}
