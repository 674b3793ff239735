//! The only SQL. [`db`] is the only place that knows that there are two engines.

pub mod attachments;
pub mod case_lists;
pub mod cases;
pub mod customers;
pub mod db;
pub mod drafts;
pub mod events;
pub mod messages;
pub mod staffing;
mod stored;
pub mod timeline;

pub use db::{Db, Failure, Result, Row, Tx, Value};

/// Every statement of the store, file by file, for the test that prepares each of them on both engines.
pub const STATEMENTS: &[&[&str]] = &[];
