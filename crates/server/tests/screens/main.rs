//! Open screens: what they are told, what they miss and get, and what they may not do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    missing_docs,
    unused_must_use
)]

mod acts;
mod alike;
mod answer_targets;
mod calls;
mod commit_order;
mod conduct;
mod deciding;
mod exceeding;
mod handovers;
mod known;
mod left;
mod load;
mod mentions;
mod met_closed;
mod missed;
mod offers;
mod on_page;
mod opening;
mod opening_target;
mod overflow;
mod polls;
mod presence;
mod promises;
mod queue;
mod restored;
mod routed;
mod screen;
mod side;
mod signed;
mod speakers;
mod told;
mod triage;
mod trust;
mod unattended;
mod visit_pages;
