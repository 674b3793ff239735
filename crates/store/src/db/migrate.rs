//! The schema and how it grows. A migration is written once, in the words `uuid`, `bigint`, `bytea` and `text`:
//! PostgreSQL takes it as it is, for SQLite the types are replaced and every table is made `strict`. Where the engines have
//! nothing in common, `-- only SQLite` and `-- only PostgreSQL` begin a part for one of them, until the next such line.

use desk::moment::Moment;

use super::{Db, Engine, Failure, Result, Tx};
use crate::values;

/// One step of the schema. A released one is never changed.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Its place in the order, from 1 on without a gap.
    pub number: i64,
    /// What it does, in a word or two.
    pub name: &'static str,
    /// Its statements.
    pub sql: &'static str,
}

/// A migration that was carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// Its place in the order.
    pub number: i64,
    /// What it does, in a word or two.
    pub name: &'static str,
}

/// Every migration of this program, oldest first.
pub const MIGRATIONS: &[Migration] = &[
    Migration { number: 1, name: "first", sql: include_str!("../../migrations/0001_first.sql") },
    Migration { number: 2, name: "holidays", sql: include_str!("../../migrations/0002_holidays.sql") },
    Migration { number: 3, name: "files of drafts", sql: include_str!("../../migrations/0003_files_of_drafts.sql") },
    Migration { number: 4, name: "availability log", sql: include_str!("../../migrations/0004_availability_log.sql") },
    Migration { number: 5, name: "offers", sql: include_str!("../../migrations/0005_offers.sql") },
    Migration { number: 6, name: "prepared replies", sql: include_str!("../../migrations/0006_prepared_replies.sql") },
    Migration { number: 7, name: "closed chats", sql: include_str!("../../migrations/0007_closed_chats.sql") },
    Migration { number: 8, name: "answer targets", sql: include_str!("../../migrations/0008_answer_targets.sql") },
    Migration { number: 9, name: "overflow", sql: include_str!("../../migrations/0009_overflow.sql") },
    Migration { number: 10, name: "labels", sql: include_str!("../../migrations/0010_labels.sql") },
    Migration { number: 11, name: "launch", sql: include_str!("../../migrations/0011_launch.sql") },
    Migration { number: 12, name: "mentions", sql: include_str!("../../migrations/0012_mentions.sql") },
    Migration { number: 13, name: "exceeding", sql: include_str!("../../migrations/0013_exceeding.sql") },
    Migration { number: 14, name: "audit changes", sql: include_str!("../../migrations/0014_audit_changes.sql") },
    Migration { number: 15, name: "sales texts", sql: include_str!("../../migrations/0015_sales_texts.sql") },
    Migration { number: 16, name: "promises", sql: include_str!("../../migrations/0016_promises.sql") },
    Migration { number: 17, name: "handovers", sql: include_str!("../../migrations/0017_handovers.sql") },
    Migration { number: 18, name: "blocks", sql: include_str!("../../migrations/0018_blocks.sql") },
    Migration { number: 19, name: "on the page", sql: include_str!("../../migrations/0019_on_page.sql") },
    Migration { number: 20, name: "opening target", sql: include_str!("../../migrations/0020_opening_target.sql") },
    Migration { number: 21, name: "speech", sql: include_str!("../../migrations/0021_speech.sql") },
    Migration { number: 22, name: "knowing", sql: include_str!("../../migrations/0022_knowing.sql") },
    Migration { number: 23, name: "referrals", sql: include_str!("../../migrations/0023_referrals.sql") },
    Migration { number: 24, name: "notable", sql: include_str!("../../migrations/0024_notable.sql") },
    Migration { number: 25, name: "closed in", sql: include_str!("../../migrations/0025_closed_in.sql") },
    Migration { number: 26, name: "agent rules", sql: include_str!("../../migrations/0026_agent_rules.sql") },
    Migration { number: 27, name: "identity", sql: include_str!("../../migrations/0027_identity.sql") },
    Migration { number: 28, name: "search", sql: include_str!("../../migrations/0028_search.sql") },
    Migration { number: 29, name: "approaches", sql: include_str!("../../migrations/0029_approaches.sql") },
    Migration { number: 30, name: "stretches", sql: include_str!("../../migrations/0030_stretches.sql") },
    Migration { number: 31, name: "ease", sql: include_str!("../../migrations/0031_ease.sql") },
    Migration { number: 32, name: "rules", sql: include_str!("../../migrations/0032_rules.sql") },
    Migration { number: 33, name: "side", sql: include_str!("../../migrations/0033_side.sql") },
    Migration { number: 34, name: "last with", sql: include_str!("../../migrations/0034_last_with.sql") },
    Migration { number: 35, name: "weights", sql: include_str!("../../migrations/0035_weights.sql") },
    Migration { number: 36, name: "search_by_part", sql: include_str!("../../migrations/0036_search_by_part.sql") },
    Migration { number: 37, name: "known", sql: include_str!("../../migrations/0037_known.sql") },
    Migration { number: 38, name: "deciding", sql: include_str!("../../migrations/0038_deciding.sql") },
    Migration { number: 39, name: "visit pages", sql: include_str!("../../migrations/0039_visit_pages.sql") },
    Migration { number: 40, name: "triage", sql: include_str!("../../migrations/0040_triage.sql") },
    Migration { number: 41, name: "call backs", sql: include_str!("../../migrations/0041_call_backs.sql") },
    Migration { number: 42, name: "both sides of drafts", sql: include_str!("../../migrations/0042_both_sides_of_drafts.sql") },
    Migration { number: 43, name: "typed", sql: include_str!("../../migrations/0043_typed.sql") },
    Migration { number: 44, name: "matters", sql: include_str!("../../migrations/0044_matters.sql") },
    Migration { number: 45, name: "calls", sql: include_str!("../../migrations/0045_calls.sql") },
    Migration { number: 46, name: "closed_rules", sql: include_str!("../../migrations/0046_closed_rules.sql") },
];

const LIST: &str = "create table if not exists schema_migrations (
    number bigint not null primary key,
    name text not null,
    applied_at_us bigint not null
);";

// One key for the whole product; the number means nothing. Held until the transaction ends.
const LOCK: &str = "set local statement_timeout = 0;
    set local lock_timeout = '60s';
    select pg_advisory_xact_lock(5811102117)";

const ALL: &str = "select number, name from schema_migrations order by number limit 10000";

const ADD: &str = "insert into schema_migrations (number, name, applied_at_us) values ($1, $2, $3)";

/// Carries out what is missing, each step in its own transaction together with its row in the list, so that a
/// program killed in between leaves a whole number of steps.
pub(super) async fn migrate(db: &Db, migrations: &'static [Migration], now: Moment) -> Result<Vec<Applied>> {
    let mut applied = Vec::new();
    while let Some(step) = db.unit(async move |tx: &mut Tx| next_step(tx, migrations, now).await).await? {
        applied.push(step);
    }
    Ok(applied)
}

/// The number of the newest migration that the database has; 0 for a database without a schema.
pub(super) async fn newest(db: &Db) -> Result<i64> {
    db.read(async move |tx: &mut Tx| {
        // The one question that each engine wants asked in its own words.
        let is_there = match tx.engine() {
            Engine::Sqlite => "select 1 from sqlite_master where type = 'table' and name = 'schema_migrations'",
            Engine::Postgres => "select 1 where to_regclass('schema_migrations') is not null",
        };
        if tx.row(is_there, values![]).await?.is_none() {
            return Ok(0);
        }
        last_number(&tx.rows(ALL, values![]).await?)
    })
    .await
}

async fn next_step(tx: &mut Tx, migrations: &'static [Migration], now: Moment) -> Result<Option<Applied>> {
    if tx.engine() == Engine::Postgres {
        // Two nodes that start together would both do the same step. On SQLite the writer's lock sees to it.
        tx.script(LOCK).await?;
    }
    tx.script(&in_words_of(tx.engine(), LIST)).await?;
    let done = tx.rows(ALL, values![]).await?;
    let knows = migrations.last().map_or(0, |migration| migration.number);
    for (index, row) in done.iter().enumerate() {
        let (number, name): (i64, String) = (row.get(0)?, row.get(1)?);
        match migrations.get(index) {
            None => {
                return Err(Failure::NewerDatabase { has: number.max(last_number(&done)?), knows });
            }
            Some(ours) if ours.number == number && ours.name == name => {}
            Some(ours) => {
                let reason = format!("migration {number} {name} is not the {} {} of this program", ours.number, ours.name);
                return Err(Failure::Broken(reason));
            }
        }
    }
    let Some(next) = migrations.get(done.len()) else {
        return Ok(None);
    };
    tx.script(&in_words_of(tx.engine(), next.sql)).await?;
    tx.execute(ADD, values![next.number, next.name, now]).await?;
    Ok(Some(Applied { number: next.number, name: next.name }))
}

fn last_number(done: &[super::Row]) -> Result<i64> {
    done.last().map_or(Ok(0), |row| row.get(0))
}

fn in_words_of(engine: Engine, sql: &str) -> String {
    let sql = meant_for(engine, sql);
    match engine {
        Engine::Postgres => sql,
        Engine::Sqlite => for_sqlite(&sql),
    }
}

/// The lines of `sql` that are for both engines or for this one.
fn meant_for(engine: Engine, sql: &str) -> String {
    let mut only = None;
    let mut meant = String::with_capacity(sql.len());
    for line in sql.split_inclusive('\n') {
        only = match line.trim_end() {
            "-- only SQLite" => Some(Engine::Sqlite),
            "-- only PostgreSQL" => Some(Engine::Postgres),
            _ => only,
        };
        if only.is_none_or(|only| only == engine) {
            meant.push_str(line);
        }
    }
    meant
}

/// What the eye takes as one piece of a statement.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    Word,
    /// A literal, a quoted name or a comment: left as it is.
    Verbatim,
    Other,
}

/// Replaces the types and adds `strict` after the parenthesis that ends a table.
fn for_sqlite(sql: &str) -> String {
    let mut translated = String::with_capacity(sql.len() + 64);
    let mut rest = sql;
    let (mut depth, mut last_word, mut table_at) = (0_u32, "", None);
    while !rest.is_empty() {
        let (kind, length) = first_piece(rest);
        let (piece, after) = rest.split_at(length);
        rest = after;
        let mut end_of_table = false;
        match (kind, piece) {
            (Piece::Word, "uuid" | "bytea") => translated.push_str("blob"),
            (Piece::Word, "bigint") => translated.push_str("integer"),
            (Piece::Word | Piece::Verbatim | Piece::Other, _) => translated.push_str(piece),
        }
        match (kind, piece) {
            (Piece::Word, "table") if last_word == "create" => table_at = Some(depth),
            (Piece::Other, "(") => depth += 1,
            (Piece::Other, ")") => {
                depth = depth.saturating_sub(1);
                end_of_table = table_at == Some(depth);
            }
            (Piece::Other, ";") => table_at = None,
            (Piece::Word | Piece::Verbatim | Piece::Other, _) => {}
        }
        if kind == Piece::Word {
            last_word = piece;
        }
        if end_of_table {
            translated.push_str(" strict");
            table_at = None;
        }
    }
    translated
}

fn first_piece(sql: &str) -> (Piece, usize) {
    let until = |end: &str, from: usize| {
        let found = sql.get(from..).and_then(|rest| rest.find(end));
        found.map_or(sql.len(), |at| from + at + end.len())
    };
    let first = sql.chars().next().unwrap_or_default();
    match first {
        // A doubled quote ends one literal and begins the next, which comes to the same.
        '\'' => (Piece::Verbatim, until("'", 1)),
        '"' => (Piece::Verbatim, until("\"", 1)),
        '-' if sql.starts_with("--") => (Piece::Verbatim, until("\n", 2)),
        '/' if sql.starts_with("/*") => (Piece::Verbatim, until("*/", 2)),
        _ if is_of_word(first) => (Piece::Word, sql.find(|c| !is_of_word(c)).unwrap_or(sql.len())),
        _ => (Piece::Other, first.len_utf8()),
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_replaced_as_whole_words_and_tables_become_strict() {
        let written = "create table a (id uuid not null, uuid_of text, n bigint default (1), b bytea, primary key (id));";
        assert_eq!(
            for_sqlite(written),
            "create table a (id blob not null, uuid_of text, n integer default (1), b blob, primary key (id)) strict;"
        );
    }

    #[test]
    fn literals_comments_and_quoted_names_stay_as_they_are() {
        let written = "-- a uuid; create table (x)\n/* bigint ) */ insert into \"uuid\" values ('bytea '' bigint (');";
        assert_eq!(for_sqlite(written), written);
    }

    #[test]
    fn only_tables_become_strict() {
        let written = "create index i on a (id, (n + 1)); create table if not exists b (n bigint) ; update a set n = (1)";
        assert_eq!(
            for_sqlite(written),
            "create index i on a (id, (n + 1)); create table if not exists b (n integer) strict ; update a set n = (1)"
        );
    }

    #[test]
    fn each_engine_gets_what_is_for_both_and_what_is_its_own() {
        let written = "create table a (n bigint);\n-- only SQLite\nb;\n-- only PostgreSQL\nc bigint;\n";
        assert_eq!(in_words_of(Engine::Sqlite, written), "create table a (n integer) strict;\n-- only SQLite\nb;\n");
        assert_eq!(in_words_of(Engine::Postgres, written), "create table a (n bigint);\n-- only PostgreSQL\nc bigint;\n");
    }

    #[test]
    fn migrations_are_numbered_from_one_without_a_gap() {
        let numbers: Vec<i64> = MIGRATIONS.iter().map(|migration| migration.number).collect();
        assert_eq!(numbers, (1..).take(numbers.len()).collect::<Vec<_>>());
    }
}
