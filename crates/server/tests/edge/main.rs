//! The edge from outside: who gets in, what passes, how a no looks. Names carry the numbers of the trust bar.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::similar_names, clippy::format_collect)]

mod access;
mod agent_rules;
mod answers;
mod api;
mod approaches;
mod audit;
mod deciding;
mod foreign_ids;
mod identity;
mod known;
mod labels;
mod launch;
mod neighbours;
mod passing;
mod prepared;
mod referrals;
mod room;
mod search;
mod secondary;
mod set_up;
mod settings;
mod shutdown;
mod sign_in;
mod slow;
mod text;
mod tokens;
mod typed;
mod unread;
mod weights;
