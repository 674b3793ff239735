//! The rules of the desk. Pure: no clock, no randomness, no I/O, no async, no serde.
//!
//! Read in this order: [`moment`] and [`id`] (the small words), [`case`] (what can happen to a case),
//! [`launch`] (what is thought of before it opens at all),
//! [`availability`] (when a chat is open) and [`availability_log`] (when it was), [`hours`], [`privacy`] (what is masked before anything else sees it),
//! [`text`] (what arriving text may be), [`prepared`] (texts that wait to be inserted), [`selling`] (when one of them may tell of an offer), [`speech`] (who says the first and the last words), [`emoji`] (how many of them agents use), [`labels`] (what cases are sorted by), [`call_back`] (when a customer is called) and [`phone`] (at which number), [`queue`] (what a waiting visitor is told), [`on_page`] (who is still there), [`identity`] (whom a website may name), [`routing`] (who gets which contact), [`deciding`] (how a team decides about its own rules), [`load`] (what their own day tells an agent), [`mention`] (who is told of a note), [`happening`] (which of what happened is listed), [`metrics`] (what numbers mean).

pub mod approach;
pub mod availability;
pub mod availability_log;
pub mod call_back;
pub mod case;
pub mod colour;
pub mod come_back;
pub mod courtesy;
pub mod deciding;
pub mod emoji;
pub mod happening;
pub mod hours;
pub mod id;
pub mod identity;
pub mod known;
pub mod labels;
pub mod language;
pub mod launch;
pub mod load;
pub mod may;
pub mod mention;
pub mod metrics;
pub mod moment;
pub mod on_page;
pub mod opening_target;
pub mod phone;
pub mod prepared;
pub mod privacy;
pub mod queue;
pub mod referrals;
pub mod routing;
pub mod search;
pub mod selling;
pub mod speech;
pub mod staffing;
pub mod text;
pub mod triage;
pub mod visit_pages;
pub mod website;
