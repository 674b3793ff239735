//! One SQLite connection: how it is opened, how a statement runs on it, what its errors mean.

use std::fs::{File, OpenOptions};
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, Statement, ffi};

use super::{Failure, Result, Row, Value};

/// How long a statement waits for another process that writes.
pub(super) const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// More than the number of different statements in the store.
const CACHED_STATEMENTS: usize = 1024;

/// The connection that writes. The writer checkpoints by itself, because SQLite's automatic checkpoint hides a
/// failed fsync.
pub(super) fn open_writer(path: &Path) -> Result<Connection> {
    create_private(path).map_err(|error| unopenable(path, &error))?;
    let connection = open(path)?;
    let mode: String = connection
        .query_row("pragma journal_mode = wal", [], |row| row.get(0))
        .map_err(|error| failure("pragma journal_mode = wal", &error))?;
    if mode != "wal" {
        return Err(Failure::Broken(format!("the file system of the database cannot keep a write-ahead log ({mode})")));
    }
    script(
        &connection,
        "pragma synchronous = full;
         pragma secure_delete = on;
         pragma wal_autocheckpoint = 0;
         pragma journal_size_limit = 67108864;
         pragma cache_size = -32768;",
    )?;
    Ok(connection)
}

/// A connection that only reads.
pub(super) fn open_reader(path: &Path) -> Result<Connection> {
    let connection = open(path)?;
    // The first reading opens the write-ahead log. Later, when somebody waits, there may be no file handle left for it.
    script(&connection, "pragma query_only = on; select 1 from sqlite_master limit 1;")?;
    Ok(connection)
}

fn open(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let prepare = || -> rusqlite::Result<Connection> {
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(BUSY_TIMEOUT)?;
        connection.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        // A misspelled column in double quotes must be an error here too, not a text.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
        // A plan depends on the statement alone. Otherwise SQLite plans every statement anew for each new value.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.execute_batch(
            "pragma foreign_keys = on;
             pragma trusted_schema = off;
             pragma cell_size_check = on;
             pragma temp_store = memory;",
        )?;
        Ok(connection)
    };
    prepare().map_err(|error| failure("open", &error))
}

/// Makes an empty file that only its owner can read; the log files beside it take its permissions.
fn create_private(path: &Path) -> std::io::Result<()> {
    if path.exists() {
        return Ok(());
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.sync_all()?;
    // The name of a new file is durable only when its folder is.
    match path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) => File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

fn unopenable(path: &Path, error: &std::io::Error) -> Failure {
    if matches!(error.kind(), std::io::ErrorKind::StorageFull | std::io::ErrorKind::ReadOnlyFilesystem) {
        return Failure::Full;
    }
    Failure::Broken(format!("cannot make the database {}: {error}", path.display()))
}

pub(super) fn execute(connection: &Connection, sql: &str, values: &[Value]) -> Result<u64> {
    let run = || -> rusqlite::Result<Result<usize>> {
        let mut statement = connection.prepare_cached(understood(sql))?;
        if let Err(failure) = bind(&mut statement, sql, values)? {
            return Ok(Err(failure));
        }
        statement.raw_execute().map(Ok)
    };
    let changed = run().map_err(|error| failure(sql, &error))??;
    Ok(u64::try_from(changed).unwrap_or(u64::MAX))
}

pub(super) fn rows(connection: &Connection, sql: &str, values: &[Value]) -> Result<Vec<Row>> {
    let run = || -> rusqlite::Result<Result<Vec<Row>>> {
        let mut statement = connection.prepare_cached(understood(sql))?;
        if let Err(failure) = bind(&mut statement, sql, values)? {
            return Ok(Err(failure));
        }
        let columns = statement.column_count();
        let mut found = Vec::new();
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            let mut taken = Vec::with_capacity(columns);
            for column in 0..columns {
                match value_of(row.get_ref(column)?) {
                    Ok(value) => taken.push(value),
                    Err(reason) => return Ok(Err(Failure::statement(sql, &reason))),
                }
            }
            found.push(Row::new(taken));
        }
        Ok(Ok(found))
    };
    run().map_err(|error| failure(sql, &error))?
}

pub(super) fn script(connection: &Connection, sql: &str) -> Result<()> {
    connection.execute_batch(sql).map_err(|error| failure(sql, &error))
}

pub(super) fn prepare(connection: &Connection, sql: &str) -> Result<()> {
    let statement = connection.prepare(understood(sql)).map_err(|error| failure(sql, &error))?;
    for index in 1..=statement.parameter_count() {
        if parameter(&statement, index).is_none() {
            return Err(Failure::statement(sql, &"a parameter is not called $1, $2, …"));
        }
    }
    Ok(())
}

/// The statement without the row lock at its end, which PostgreSQL needs and SQLite does not know.
fn understood(sql: &str) -> &str {
    let sql = sql.trim_end();
    let sql = sql.strip_suffix("skip locked").map_or(sql, str::trim_end);
    sql.strip_suffix("for update").unwrap_or(sql)
}

/// Binds by name: SQLite numbers `$2` as 1 when it comes first in the text.
fn bind(statement: &mut Statement<'_>, sql: &str, values: &[Value]) -> rusqlite::Result<Result<()>> {
    let mut highest = 0;
    for index in 1..=statement.parameter_count() {
        let number = parameter(statement, index);
        let Some((number, value)) = number.and_then(|number| Some((number, values.get(number.checked_sub(1)?)?))) else {
            return Ok(Err(Failure::statement(sql, &"a parameter has no value")));
        };
        highest = highest.max(number);
        statement.raw_bind_parameter(index, bound(value))?;
    }
    if highest == values.len() { Ok(Ok(())) } else { Ok(Err(Failure::statement(sql, &"a value has no parameter"))) }
}

/// The number in the name of a parameter: 2 for `$2`, and for `$2::bigint`, which SQLite takes as one name.
fn parameter(statement: &Statement<'_>, index: usize) -> Option<usize> {
    let name = statement.parameter_name(index)?.strip_prefix('$')?;
    name.split("::").next()?.parse().ok()
}

fn bound(value: &Value) -> ToSqlOutput<'_> {
    ToSqlOutput::Borrowed(match value {
        Value::Null => ValueRef::Null,
        Value::Integer(integer) => ValueRef::Integer(*integer),
        Value::Text(text) => ValueRef::Text(text.as_bytes()),
        Value::Bytes(bytes) => ValueRef::Blob(bytes),
        Value::Uuid(id) => ValueRef::Blob(id.as_bytes()),
    })
}

fn value_of(value: ValueRef<'_>) -> std::result::Result<Value, &'static str> {
    match value {
        ValueRef::Null => Ok(Value::Null),
        ValueRef::Integer(integer) => Ok(Value::Integer(integer)),
        ValueRef::Text(text) => std::str::from_utf8(text).map(Value::from).map_err(|_| "a column holds text that is not UTF-8"),
        ValueRef::Blob(bytes) => Ok(Value::from(bytes)),
        ValueRef::Real(_) => Err("a column holds a fraction; the store has whole numbers only"),
    }
}

/// What an error of SQLite means. Its messages hold names of tables and columns, never values.
pub(super) fn failure(sql: &str, error: &rusqlite::Error) -> Failure {
    let Some(code) = error.sqlite_error().map(|error| error.extended_code) else {
        return Failure::statement(sql, error);
    };
    match (code & 0xff, code) {
        (ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED, _) => Failure::Busy,
        (ffi::SQLITE_FULL | ffi::SQLITE_READONLY, _) | (_, ffi::SQLITE_IOERR_SHMSIZE) => Failure::Full,
        (ffi::SQLITE_CORRUPT | ffi::SQLITE_NOTADB, _) => Failure::Corrupt,
        (ffi::SQLITE_IOERR | ffi::SQLITE_CANTOPEN | ffi::SQLITE_NOMEM | ffi::SQLITE_PROTOCOL, _) => Failure::Unavailable,
        (_, ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_UNIQUE) => Failure::taken(sql, error),
        _ => Failure::statement(sql, error),
    }
}

/// Whether the disk said that it could not make something durable. What it then holds is unknown, even if a later
/// attempt seems to succeed.
pub(super) fn is_failed_fsync(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error().map(|error| error.extended_code);
    matches!(code, Some(ffi::SQLITE_IOERR_FSYNC | ffi::SQLITE_IOERR_DIR_FSYNC))
}
