//! Every JSON shape that crosses the edge, one type per audience.
//!
//! Read [`common`] first, then [`agent`], [`cases`] and [`entries`] (the workspace and integrations) and [`customer`] (the
//! widget), [`frames`] (what travels over the sockets), [`commands`] (what people send), [`blocks`], [`deciding`], [`holidays`], [`identity`], [`known`], [`labels`], [`launch`], [`load`], [`mentions`],
//! [`prepared`] and [`settings`].
//! What a customer may see is a type of its own, never a filtered agent type: a note has no customer form.
//!
//! Times are whole milliseconds since 1970-01-01T00:00:00Z; ids are UUIDs in text; `seq` counts from 1.

pub mod agent;
pub mod approaches;
pub mod audit;
pub mod availability_log;
pub mod blocks;
pub mod cases;
pub mod commands;
pub mod common;
pub mod customer;
pub mod deciding;
pub mod entries;
pub mod frames;
pub mod happening;
pub mod holidays;
pub mod identity;
pub mod known;
pub mod labels;
pub mod launch;
pub mod load;
pub mod mentions;
pub mod prepared;
pub mod referrals;
pub mod routing;
pub mod rules;
pub mod search;
pub mod settings;
pub mod speech;
pub mod triage;
