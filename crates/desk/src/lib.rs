//! The rules of the desk. Pure: no clock, no randomness, no I/O, no async, no serde.
//!
//! Read in this order: [`moment`] and [`id`] (the small words), [`case`] (what can happen to a case),
//! [`availability`] (when a chat is open), [`hours`], [`privacy`] (what is masked before anything else sees it).

pub mod id;
pub mod language;
pub mod moment;
