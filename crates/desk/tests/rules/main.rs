//! The rules of the desk that need tables, calendars and dice to be believed. One program, so that it is linked once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod deciding;
mod dice;
mod holidays;
mod hours;
mod masking;
mod overflow;
mod prepared;
mod routing;
mod routing_rules;
mod speakers;
mod text;
