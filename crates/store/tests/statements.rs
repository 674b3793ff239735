//! One SQL text on two engines: what goes in comes out, and every statement is understood by both.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use desk::id::CaseId;
use desk::moment::Moment;
use store::db::Migration;
use store::{Failure, Row, Tx, Value, values};
use testkit::databases::{THE_BEGINNING, TestDatabase, each_engine, each_engine_empty};
use uuid::Uuid;

const THINGS: &[Migration] = &[Migration {
    number: 1,
    name: "things",
    sql: "create table things (
            id uuid not null primary key,
            n bigint,
            label text,
            content bytea,
            unique (n, label)
          );",
}];
const PUT: &str = "insert into things (id, n, label, content) values ($1, $2, $3, $4)";

async fn each_engine_with_things() -> Vec<TestDatabase> {
    let databases = each_engine_empty().await;
    for db in &databases {
        db.migrate_with(THINGS, THE_BEGINNING).await.unwrap();
    }
    databases
}

async fn ask(db: &TestDatabase, sql: &'static str, given: Vec<Value>) -> store::Result<Option<Row>> {
    db.unit(async move |tx: &mut Tx| tx.row(sql, &given).await).await
}

#[tokio::test]
async fn every_statement_of_the_store_is_understood_by_both_engines() {
    for db in each_engine().await {
        db.prepare_all(&store::STATEMENTS.concat()).await.unwrap();
    }
}

#[test]
fn trust_64_no_statement_compares_by_a_pattern() {
    let all = store::STATEMENTS.concat();
    assert!(all.len() > 50, "only {} statements", all.len());
    for statement in all {
        let words = statement.to_lowercase();
        let pattern = [" like ", " ilike ", " glob ", " match ", " regexp ", " similar to ", " ~ ", " ~* "];
        let found = pattern.iter().find(|pattern| words.contains(*pattern));
        assert_eq!(found, None, "{statement}: whoever writes the pattern writes what it finds");
    }
}

#[tokio::test]
async fn a_statement_that_is_not_understood_is_named() {
    for db in each_engine_with_things().await {
        let tried = db.prepare_all(&["select n from things", "select m from things", "select n form things"]).await;
        let Err(Failure::Broken(reason)) = tried else { panic!("{:?}: {tried:?}", db.engine()) };
        assert!(reason.contains("select m from things") && reason.contains("select n form things"), "{reason}");
        assert!(!reason.contains("select n from things"), "{reason}");
    }
}

#[tokio::test]
async fn every_kind_of_value_comes_back_as_it_went_in() {
    let (id, at) = (CaseId(Uuid::now_v7()), Moment::from_micros(i64::MAX));
    for db in each_engine_with_things().await {
        let row = db
            .unit(async move |tx: &mut Tx| {
                tx.execute(PUT, values![id, at, "yö\u{1f319}", vec![0_u8, 255]]).await?;
                tx.row("select id, n, label, content from things where id = $1", values![id]).await
            })
            .await
            .unwrap()
            .unwrap();
        assert_eq!(row.get::<CaseId>(0), Ok(id));
        assert_eq!(row.get::<Moment>(1), Ok(at));
        assert_eq!(row.get::<String>(2).unwrap(), "yö\u{1f319}");
        assert_eq!(row.get::<Vec<u8>>(3).unwrap(), [0, 255]);
        assert!(matches!(row.get::<bool>(1), Err(Failure::Broken(_))), "another kind of value is a mistake");
        assert!(matches!(row.get::<i64>(4), Err(Failure::Broken(_))), "there is no such column");
    }
}

#[tokio::test]
async fn nothing_is_nothing_and_empty_is_empty() {
    let id = Uuid::now_v7();
    for db in each_engine_with_things().await {
        let row = db
            .unit(async move |tx: &mut Tx| {
                tx.execute(PUT, values![id, None::<i64>, "", Some(Vec::new())]).await?;
                tx.row("select n, label, content from things where id = $1", values![id]).await
            })
            .await
            .unwrap()
            .unwrap();
        assert_eq!(row.get::<Option<bool>>(0), Ok(None));
        assert_eq!(row.get::<Option<String>>(1), Ok(Some(String::new())));
        assert_eq!(row.get::<Vec<u8>>(2), Ok(Vec::new()));
        assert!(row.get::<i64>(0).is_err(), "nothing is not a number");
    }
}

#[tokio::test]
async fn parameters_go_by_their_number_and_not_by_their_place() {
    for db in each_engine_with_things().await {
        let row = ask(&db, "select $2::text, $1::bigint, $1::bigint + 1", vec![7.into(), "seven".into()]).await;
        let row = row.unwrap().unwrap();
        assert_eq!((row.get::<String>(0).unwrap(), row.get::<i64>(1), row.get::<i64>(2)), ("seven".into(), Ok(7), Ok(8)));
    }
}

#[tokio::test]
async fn too_few_and_too_many_values_are_mistakes() {
    for db in each_engine_with_things().await {
        let one = "select n from things where n = $1";
        for given in [vec![], vec![1.into(), 2.into()]] {
            let answer = ask(&db, one, given).await;
            assert!(matches!(answer, Err(Failure::Broken(_))), "{:?}: {answer:?}", db.engine());
        }
        assert_eq!(ask(&db, one, vec![1.into()]).await, Ok(None));
    }
}

#[tokio::test]
async fn rows_are_locked_where_the_engine_needs_it() {
    for db in each_engine_with_things().await {
        for sql in ["select n from things where n = $1 for update", "select n from things where n = $1 for update skip locked"] {
            assert_eq!(ask(&db, sql, vec![1.into()]).await, Ok(None), "{:?}", db.engine());
        }
    }
}

#[tokio::test]
async fn sums_are_whole_numbers_on_both() {
    for db in each_engine_with_things().await {
        for (n, total) in [(0_i64, 0_i64), (120_000, 120_000), (-120_001, -1), (10_000_000_000_000_000, 9_999_999_999_999_999)] {
            db.unit(async move |tx: &mut Tx| tx.execute(PUT, values![Uuid::now_v7(), n, "", None::<String>]).await).await.unwrap();
            let row = ask(&db, "select sum(n) from things", vec![]).await.unwrap().unwrap();
            assert_eq!(row.get::<i64>(0), Ok(total), "{:?}", db.engine());
        }
    }
}

#[tokio::test]
async fn a_failure_never_shows_the_values() {
    let id = Uuid::now_v7();
    for db in each_engine_with_things().await {
        let answer = db
            .unit(async move |tx: &mut Tx| {
                tx.execute(PUT, values![id, 424_242, "a customer's words", None::<String>]).await?;
                tx.execute(PUT, values![Uuid::now_v7(), 424_242, "a customer's words", None::<String>]).await
            })
            .await;
        let Err(failure) = answer else { panic!("the second is a duplicate") };
        for shown in [failure.to_string(), failure.for_log(), format!("{failure:?}")] {
            assert!(!shown.contains("customer") && !shown.contains("424242"), "{:?}: {shown}", db.engine());
        }
        assert!(!failure.to_string().contains("insert"), "people never see SQL");
        assert!(failure.for_log().contains("insert"), "the log does");
    }
}
