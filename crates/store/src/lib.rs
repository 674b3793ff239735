//! The only SQL. [`db`] is the only place that knows that there are two engines; every other file is one word.

pub mod agent_rules;
pub mod agents;
pub mod api_tokens;
pub mod approaches;
pub mod attachments;
pub mod audit;
pub mod availability_log;
pub mod backup;
pub mod blocks;
pub mod case_lists;
mod case_rows;
pub mod cases;
pub mod clients;
pub mod contacts;
pub mod customers;
pub mod db;
pub mod drafts;
mod event_bodies;
pub mod events;
pub mod figures;
pub mod identity_keys;
pub mod invitations;
pub mod known;
pub mod labels;
pub mod launch;
pub mod mentions;
pub mod messages;
pub mod met_closed;
pub mod on_page;
pub mod organisations;
pub mod people;
pub mod prepared;
pub mod presence;
pub mod promises;
pub mod proposals;
pub mod rebuild;
pub mod referrals;
pub mod routing;
pub mod routing_rules;
pub mod search;
pub mod sessions;
pub mod set_up;
pub mod skills;
pub mod speech;
pub mod staffing;
mod stored;
pub mod stretches;
pub mod teams;
pub mod timeline;
pub mod visit_pages;
pub mod weights;

pub use db::{Db, Failure, Result, Row, Tx, Value};

/// Every statement of the store, file by file, for the test that prepares each of them on both engines.
/// A file that is forgotten here is found by the compiler: its list is never used.
pub const STATEMENTS: &[&[&str]] = &[
    agent_rules::STATEMENTS,
    agents::STATEMENTS,
    api_tokens::STATEMENTS,
    approaches::STATEMENTS,
    attachments::STATEMENTS,
    audit::STATEMENTS,
    availability_log::STATEMENTS,
    backup::STATEMENTS,
    blocks::STATEMENTS,
    case_lists::STATEMENTS,
    cases::STATEMENTS,
    clients::STATEMENTS,
    contacts::STATEMENTS,
    customers::STATEMENTS,
    drafts::STATEMENTS,
    events::STATEMENTS,
    figures::STATEMENTS,
    identity_keys::STATEMENTS,
    invitations::STATEMENTS,
    known::STATEMENTS,
    labels::STATEMENTS,
    launch::STATEMENTS,
    mentions::STATEMENTS,
    messages::STATEMENTS,
    met_closed::STATEMENTS,
    on_page::STATEMENTS,
    organisations::STATEMENTS,
    people::STATEMENTS,
    prepared::STATEMENTS,
    skills::STATEMENTS,
    presence::STATEMENTS,
    promises::STATEMENTS,
    proposals::STATEMENTS,
    rebuild::STATEMENTS,
    search::STATEMENTS,
    search::fill::STATEMENTS,
    sessions::STATEMENTS,
    set_up::STATEMENTS,
    referrals::STATEMENTS,
    routing::STATEMENTS,
    routing_rules::STATEMENTS,
    staffing::STATEMENTS,
    stretches::STATEMENTS,
    teams::STATEMENTS,
    visit_pages::STATEMENTS,
    weights::STATEMENTS,
];
