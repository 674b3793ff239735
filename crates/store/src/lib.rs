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
/// A file that is forgotten here is found by the compiler: its list is never used.
pub const STATEMENTS: &[&[&str]] = &[
    attachments::STATEMENTS,
    case_lists::STATEMENTS,
    cases::STATEMENTS,
    customers::STATEMENTS,
    drafts::STATEMENTS,
    events::STATEMENTS,
    messages::STATEMENTS,
    staffing::STATEMENTS,
];
