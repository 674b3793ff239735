//! Everything of a desk as lines of JSON, in one unchanging state, and back: the same from SQLite and from PostgreSQL, so
//! that a backup also moves a desk from one to the other. Files and the archive around it are not the store's business.

mod case_columns;
mod line;
mod tables;

use std::fmt;
use std::io;
use std::sync::LazyLock;

use crate::db::{Db, MIGRATIONS, Result, Row, Tx, Value};
use crate::values;
pub(crate) use tables::Shape;
use tables::{NOT_KEPT, TABLES};

/// Rows that are read at once.
const PAGE: i64 = 1_000;
/// Lines are handed on when there are about this many bytes of them.
const PART_BYTES: usize = 4 << 20;

/// Some rows of one table, in the order of its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The table's name.
    pub table: String,
    /// One JSON object for each row.
    pub lines: Vec<u8>,
    /// How many rows.
    pub rows: u64,
}

/// Where a backup goes. Called inside the transaction that reads, so it must not dawdle.
pub trait Taker: Send + 'static {
    /// Keeps `part`.
    fn take(&mut self, part: Part) -> io::Result<()>;
}

/// Where a backup comes from.
pub trait Giver: Send + 'static {
    /// The next part, in the order in which they were taken.
    fn give(&mut self) -> io::Result<Option<Part>>;
}

/// Onto what a backup may be restored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Onto {
    /// A desk without an organisation.
    Empty,
    /// Whatever is there, which is lost.
    Anything,
}

/// Why a backup is not written or restored. Nothing has happened then.
#[derive(Debug)]
pub enum Refusal {
    /// There is a desk already.
    NotEmpty,
    /// The schema is not the one that this program knows; it has this newest migration.
    OtherSchema(i64),
    /// A line cannot be understood.
    Unreadable {
        /// In which table.
        table: String,
        /// Why.
        why: String,
    },
    /// Reading or writing the archive failed.
    Archive(io::Error),
}

impl fmt::Display for Refusal {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotEmpty => {
                to.write_str("there is a desk already; --replace puts the backup in its place, and what is there now is lost")
            }
            Self::OtherSchema(0) => to.write_str("there is no desk in this database yet; \"luukku migrate\" makes an empty one"),
            Self::OtherSchema(has) => {
                write!(to, "the database has migration {has}, this program knows {}; \"luukku migrate\" brings it up to date", newest())
            }
            Self::Unreadable { table, why } => write!(to, "a row of {table} cannot be read: {why}"),
            Self::Archive(error) => error.fmt(to),
        }
    }
}

impl std::error::Error for Refusal {}

/// The newest migration that this program knows: a backup belongs to one schema.
pub fn newest() -> i64 {
    MIGRATIONS.last().map_or(0, |migration| migration.number)
}

/// The names of all tables of a backup.
pub fn table_names() -> impl Iterator<Item = &'static str> {
    TABLES.iter().map(|table| table.name)
}

struct Statements {
    shape: Shape,
    first: String,
    next: String,
    insert: String,
}

/// Made once from the list of tables, so that a column stands in one place.
static READY: LazyLock<Vec<Statements>> = LazyLock::new(|| TABLES.iter().map(|shape| statements_of(*shape)).collect());
static EMPTY: LazyLock<Vec<String>> = LazyLock::new(|| {
    let kept = TABLES.iter().rev().map(|table| table.name);
    NOT_KEPT.into_iter().chain(kept).map(|name| format!("delete from {name}")).collect()
});

crate::statements! {
    ANY_ORGANISATION = "select organisation_id from organisations limit 1";
}

fn statements_of(shape: Shape) -> Statements {
    let (all, key, table) = (shape.names(), shape.key_names(), shape.name);
    let (after, limit) = (tables::numbers(shape.key), shape.key + 1);
    Statements {
        shape,
        first: format!("select {all} from {table} order by {key} limit $1"),
        next: format!("select {all} from {table} where ({key}) > ({after}) order by {key} limit ${limit}"),
        insert: shape.insert(),
    }
}

/// The table with this name.
pub(crate) fn shape(name: &str) -> Option<Shape> {
    TABLES.iter().find(|table| table.name == name).copied()
}

/// Every statement of this file, for the test that prepares each of them on both engines.
pub fn all_statements() -> Vec<&'static str> {
    let of_tables = READY.iter().flat_map(|table| [table.first.as_str(), table.next.as_str(), table.insert.as_str()]);
    of_tables.chain(EMPTY.iter().map(String::as_str)).collect()
}

/// Hands everything to `taker`, as it is at one moment. Others go on writing meanwhile.
///
/// # Errors
/// The database's failure, or within it a [`Refusal`].
pub async fn read_all<T: Taker>(db: &Db, mut taker: T) -> Result<std::result::Result<T, Refusal>> {
    let has = db.newest_migration().await?;
    if has != newest() {
        return Ok(Err(Refusal::OtherSchema(has)));
    }
    db.read(async move |tx: &mut Tx| {
        for table in READY.iter() {
            if let Err(error) = read_table(tx, table, &mut taker).await? {
                return Ok(Err(Refusal::Archive(error)));
            }
        }
        Ok(Ok(taker))
    })
    .await
}

async fn read_table(tx: &mut Tx, table: &'static Statements, taker: &mut impl Taker) -> Result<io::Result<()>> {
    let mut part = Part { table: table.shape.name.to_owned(), lines: Vec::new(), rows: 0 };
    let mut page = tx.rows(&table.first, values![PAGE]).await?;
    loop {
        for row in &page {
            line::write(table.shape.columns, row, &mut part.lines)?;
            part.rows += 1;
        }
        let is_last = page.len() < usize::try_from(PAGE).unwrap_or_default();
        if is_last || part.lines.len() >= PART_BYTES {
            let whole = std::mem::replace(&mut part, Part { table: table.shape.name.to_owned(), lines: Vec::new(), rows: 0 });
            if let Err(error) = taker.take(whole) {
                return Ok(Err(error));
            }
        }
        let Some(last) = page.last().filter(|_| !is_last) else {
            return Ok(Ok(()));
        };
        let after = after(table.shape, last)?;
        page = tx.rows(&table.next, &after).await?;
    }
}

fn after(shape: Shape, last: &Row) -> Result<Vec<Value>> {
    let mut values = shape.values(last)?;
    values.truncate(shape.key);
    values.push(Value::from(PAGE));
    Ok(values)
}

/// Puts everything from `giver` in the place of what is there, in one transaction, and says how many rows it was.
/// `epoch` names the life of the history that begins with it (D4).
///
/// # Errors
/// The database's failure, or within it a [`Refusal`].
pub async fn write_all<G: Giver>(db: &Db, mut giver: G, onto: Onto, epoch: String) -> Result<std::result::Result<u64, Refusal>> {
    let has = db.newest_migration().await?;
    if has != newest() {
        return Ok(Err(Refusal::OtherSchema(has)));
    }
    db.unit(async move |tx: &mut Tx| {
        let written = write_rows(tx, &mut giver, onto, &epoch).await?;
        if written.is_err() {
            tx.roll_back();
        }
        Ok(written)
    })
    .await
}

async fn write_rows(tx: &mut Tx, giver: &mut impl Giver, onto: Onto, epoch: &str) -> Result<std::result::Result<u64, Refusal>> {
    if onto == Onto::Empty && tx.row(ANY_ORGANISATION, values![]).await?.is_some() {
        return Ok(Err(Refusal::NotEmpty));
    }
    for sql in EMPTY.iter() {
        tx.execute(sql, values![]).await?;
    }
    let mut rows = 0;
    loop {
        let part = match giver.give() {
            Ok(Some(part)) => part,
            Ok(None) => return Ok(Ok(rows)),
            Err(error) => return Ok(Err(Refusal::Archive(error))),
        };
        let unreadable = |why: &str| Ok(Err(Refusal::Unreadable { table: part.table.clone(), why: why.to_owned() }));
        let Some(table) = READY.iter().find(|table| table.shape.name == part.table) else {
            return unreadable("there is no such table");
        };
        for text in part.lines.split(|byte| *byte == b'\n').filter(|text| !text.is_empty()) {
            match line::read(table.shape, text, epoch) {
                Ok(values) => tx.execute(&table.insert, &values).await?,
                Err(why) => return unreadable(&why),
            };
            rows += 1;
        }
    }
}
