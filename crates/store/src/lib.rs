//! The only SQL. [`db`] is the only place that knows that there are two engines.

pub mod db;

pub use db::{Db, Failure, Result, Row, Tx, Value};
