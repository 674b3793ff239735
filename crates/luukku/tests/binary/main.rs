//! The program itself, as an operator meets it: started, killed, filled up, backed up. One binary for all of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod backups;
mod bad_days;
mod desk;
mod durability;
mod http;
mod passwords;
mod postgres;
mod secrets;
mod settings;
mod slow_screens;
mod staff;
mod start;
mod upgrades;
mod visitors;
