//! The rules of the desk. Pure: no clock, no randomness, no I/O, no async, no serde.
//!
//! Read in this order: [`moment`] and [`id`] (the small words), [`case`] (what can happen to a case),
//! [`availability`] (when a chat is open), [`queue`] (what a waiting visitor is told), [`metrics`] (what numbers mean).

pub mod availability;
pub mod case;
pub mod id;
pub mod language;
pub mod may;
pub mod metrics;
pub mod moment;
pub mod queue;
