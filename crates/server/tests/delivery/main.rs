//! A desk asked over its API, from the first words of a visitor to the end of a case: what is promised about
//! delivery, what customers never see, and what hostile words and files do to it (nothing).
//!
//! [`scene`] puts the people in their places; each other page is about one promise.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::as_conversions)]

mod chat;
mod claims;
mod customer_sees;
mod emoji;
mod exactly_once;
mod files;
mod knowing;
mod last_with;
mod lists;
mod masking;
mod matters;
mod order;
mod pictures;
mod returning;
mod routing_rules;
mod rows;
mod scene;
mod speech;
mod torture;
mod transcript;
