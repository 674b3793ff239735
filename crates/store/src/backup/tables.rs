//! The tables of a backup. What is left out is made again: sessions, invitations and the set-up link open doors, and one
//! that was shut after the backup must not be open again after a restore. What is found by which words is listed anew.
//! How an agent's day went is nobody else's to carry away, and the pages of a visit are of that visit.

use Kind::{Bytes, Id, Text, Whole};
use uuid::Uuid;

use super::case_columns::CASES;
use crate::db::{Result, Row, Value};

/// What a column holds, whatever the engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An id; in a backup as people write it.
    Id,
    /// Text.
    Text,
    /// A whole number.
    Whole,
    /// Bytes; in a backup as hexadecimal digits.
    Bytes,
}

/// A table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    /// Its name.
    pub(crate) name: &'static str,
    /// How many of the first columns are its key.
    pub(crate) key: usize,
    /// Every column.
    pub(crate) columns: &'static [(&'static str, Kind)],
}

impl Shape {
    /// Every column, for a statement.
    pub(crate) fn names(&self) -> String {
        self.columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
    }

    /// The columns of the key.
    pub(crate) fn key_names(&self) -> String {
        self.columns.iter().take(self.key).map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
    }

    /// The statement that stores a row.
    pub(crate) fn insert(&self) -> String {
        format!("insert into {} ({}) values ({})", self.name, self.names(), numbers(self.columns.len()))
    }

    /// The values of a row of [`Shape::names`], the same from both engines.
    pub(crate) fn values(&self, row: &Row) -> Result<Vec<Value>> {
        let value = |(place, (_, kind)): (usize, &(&str, Kind))| {
            Ok(match kind {
                Id => Value::from(row.get::<Option<Uuid>>(place)?),
                Text => Value::from(row.get::<Option<String>>(place)?),
                Whole => Value::from(row.get::<Option<i64>>(place)?),
                Bytes => Value::from(row.get::<Option<Vec<u8>>>(place)?),
            })
        };
        self.columns.iter().enumerate().map(value).collect()
    }
}

/// `$1, $2, …`.
pub(super) fn numbers(count: usize) -> String {
    (1..=count).map(|number| format!("${number}")).collect::<Vec<_>>().join(", ")
}

/// Tables that are emptied by a restore and not filled, before those that they belong to.
pub(super) const NOT_KEPT: [&str; 10] = [
    "sessions",
    "invitations",
    "set_up",
    "identity_tokens",
    "signed_visits",
    "search_entries",
    "search_filled",
    "stretches",
    "eased",
    "visit_pages",
];

/// Every table of a backup, in the order in which its rows can be put back.
pub(super) const TABLES: &[Shape] = &[
    Shape {
        name: "organisations",
        key: 1,
        columns: &[
            ("organisation_id", Id),
            ("name", Text),
            ("epoch", Text),
            ("last_case_number", Whole),
            ("last_visitor_number", Whole),
            ("created_at_us", Whole),
            ("alive_at_us", Whole),
            ("message_weight", Whole),
        ],
    },
    Shape {
        name: "clients",
        key: 2,
        columns: &[
            ("organisation_id", Id),
            ("client_id", Id),
            ("widget_id", Text),
            ("name", Text),
            ("desk_name", Text),
            ("languages", Text),
            ("colour", Text),
            ("time_zone", Text),
            ("week", Text),
            ("exceptions", Text),
            ("closed_by_hand", Whole),
            ("queue_ceiling", Whole),
            ("answer_target_s", Whole),
            ("silence_min", Whole),
            ("thanks_grace_min", Whole),
            ("websites", Text),
            ("greeting_fi", Text),
            ("greeting_sv", Text),
            ("greeting_en", Text),
            ("queue_turn", Whole),
            ("created_at_us", Whole),
            ("holidays", Text),
            ("when_closed", Text),
            ("opening_target", Text),
            ("speech", Text),
            ("requires_category", Whole),
            ("requires_tag", Whole),
            ("live_at_us", Whole),
            ("review_on", Text),
            ("minded_by", Id),
            ("ease", Text),
            ("call_back", Text),
        ],
    },
    Shape {
        name: "agents",
        key: 2,
        columns: &[
            ("organisation_id", Id),
            ("agent_id", Id),
            ("name", Text),
            ("first_name", Text),
            ("email", Text),
            ("email_folded", Text),
            ("password_hash", Text),
            ("role", Text),
            ("slots", Whole),
            ("active", Whole),
            ("language", Text),
            ("sound", Whole),
            ("notifications", Whole),
            ("shortcuts", Whole),
            ("presence", Text),
            ("chosen_presence", Text),
            ("presence_since_us", Whole),
            ("seen_at_us", Whole),
            ("claims", Whole),
            ("created_at_us", Whole),
            ("away_because", Text),
            ("last_got_us", Whole),
            ("may_exceed", Whole),
            ("chat_fi", Whole),
            ("chat_sv", Whole),
            ("chat_en", Whole),
            ("skills", Text),
        ],
    },
    Shape {
        name: "teams",
        key: 2,
        columns: &[
            ("organisation_id", Id),
            ("team_id", Id),
            ("name", Text),
            ("created_at_us", Whole),
            ("offer_after_s", Whole),
            ("offer_within_s", Whole),
            ("overflow_after_s", Whole),
            ("overflow_team_id", Id),
            ("self_directed", Whole),
        ],
    },
    Shape { name: "team_members", key: 3, columns: &[("organisation_id", Id), ("team_id", Id), ("agent_id", Id)] },
    Shape { name: "team_clients", key: 3, columns: &[("organisation_id", Id), ("team_id", Id), ("client_id", Id)] },
    Shape {
        name: "api_tokens",
        key: 2,
        columns: &[
            ("organisation_id", Id),
            ("api_token_id", Id),
            ("agent_id", Id),
            ("name", Text),
            ("secret_hash", Bytes),
            ("scopes", Text),
            ("created_at_us", Whole),
            ("expires_at_us", Whole),
            ("used_at_us", Whole),
        ],
    },
    Shape {
        name: "audit",
        key: 2,
        columns: &[
            ("organisation_id", Id),
            ("audit_id", Id),
            ("at_us", Whole),
            ("agent_id", Id),
            ("name", Text),
            ("act", Text),
            ("object", Text),
            ("address", Text),
            ("changes", Text),
        ],
    },
    Shape {
        name: "customers",
        key: 2,
        columns: &[
            ("organisation_id", Id),
            ("customer_id", Id),
            ("client_id", Id),
            ("visitor_number", Whole),
            ("name", Text),
            ("email", Text),
            ("secret_hash", Bytes),
            ("created_at_us", Whole),
            ("on_page_since_us", Whole),
            ("left_page_at_us", Whole),
            ("person_id", Id),
            ("phone", Text),
            ("typed", Whole),
        ],
    },
    Shape {
        name: "people",
        key: 2,
        columns: &[
            ("organisation_id", Id),
            ("person_id", Id),
            ("client_id", Id),
            ("subject_hash", Bytes),
            ("name", Text),
            ("email", Text),
            ("first_seen_at_us", Whole),
            ("seen_at_us", Whole),
        ],
    },
    Shape {
        name: "identity_keys",
        key: 2,
        columns: &[
            ("organisation_id", Id),
            ("identity_key_id", Id),
            ("client_id", Id),
            ("name", Text),
            ("algorithm", Text),
            ("material", Bytes),
            ("created_at_us", Whole),
            ("used_at_us", Whole),
            ("retires_at_us", Whole),
        ],
    },
    Shape { name: "cases", key: 2, columns: CASES },
    Shape {
        name: "contacts",
        key: 2,
        columns: &[
            ("organisation_id", Id),
            ("contact_id", Id),
            ("case_id", Id),
            ("client_id", Id),
            ("channel", Text),
            ("state", Text),
            ("language", Text),
            ("started_at_us", Whole),
            ("waiting_since_us", Whole),
            ("held_by", Id),
            ("luukku", Whole),
            ("for_team", Id),
            ("taken_at_us", Whole),
            ("answer_target_s", Whole),
            ("answered_at_us", Whole),
            ("customer_waits_since_us", Whole),
            ("turn_since_us", Whole),
            ("last_said_at_us", Whole),
            ("ended_at_us", Whole),
            ("ended_by", Text),
            ("start_page", Text),
            ("start_title", Text),
            ("referrer", Text),
            ("offered_to", Id),
            ("offered_at_us", Whole),
            ("offer_until_us", Whole),
            ("passed_by", Text),
            ("target_missed_at_us", Whole),
            ("also_for", Text),
            ("exceeds", Text),
            ("level", Whole),
            ("skill_id", Id),
            ("priority", Whole),
            ("by_rule", Text),
            ("last_with", Id),
            ("impact", Whole),
            ("urgency", Whole),
            ("handling_path", Text),
            ("triaged_at_us", Whole),
            ("tries", Whole),
            ("call_until_us", Whole),
            ("called_at_us", Whole),
            ("spoken_at_us", Whole),
        ],
    },
    Shape {
        name: "events",
        key: 3,
        columns: &[
            ("organisation_id", Id),
            ("case_id", Id),
            ("seq", Whole),
            ("public_seq", Whole),
            ("at_us", Whole),
            ("body", Text),
            ("notable", Whole),
            ("act_seq", Whole),
        ],
    },
    Shape {
        name: "messages",
        key: 2,
        columns: &[
            ("organisation_id", Id),
            ("message_id", Id),
            ("case_id", Id),
            ("seq", Whole),
            ("contact_id", Id),
            ("author", Text),
            ("agent_id", Id),
            ("at_us", Whole),
            ("text", Text),
            ("masked", Text),
            ("attachments", Whole),
        ],
    },
    Shape {
        name: "notes",
        key: 2,
        columns: &[
            ("organisation_id", Id),
            ("note_id", Id),
            ("case_id", Id),
            ("seq", Whole),
            ("agent_id", Id),
            ("at_us", Whole),
            ("text", Text),
            ("named_agents", Text),
            ("named_teams", Text),
            ("place", Text),
        ],
    },
    Shape {
        name: "blocks",
        key: 2,
        columns: &[
            ("organisation_id", Id),
            ("block_id", Id),
            ("customer_id", Id),
            ("case_id", Id),
            ("agent_id", Id),
            ("at_us", Whole),
            ("until_us", Whole),
            ("lifted_at_us", Whole),
            ("lifted_by", Id),
        ],
    },
    Shape {
        name: "mentions",
        key: 3,
        columns: &[("organisation_id", Id), ("agent_id", Id), ("note_id", Id), ("case_id", Id), ("at_us", Whole), ("read_at_us", Whole)],
    },
    Shape {
        name: "attachments",
        key: 2,
        columns: &[
            ("organisation_id", Id),
            ("attachment_id", Id),
            ("client_id", Id),
            ("customer_id", Id),
            ("agent_id", Id),
            ("case_id", Id),
            ("message_id", Id),
            ("place", Whole),
            ("name", Text),
            ("media_type", Text),
            ("size_bytes", Whole),
            ("shown", Text),
            ("width", Whole),
            ("height", Whole),
            ("sha256", Bytes),
            ("created_at_us", Whole),
        ],
    },
    Shape {
        name: "drafts",
        key: 3,
        columns: &[
            ("organisation_id", Id),
            ("agent_id", Id),
            ("case_id", Id),
            ("text", Text),
            ("note", Text),
            ("at_us", Whole),
            ("files", Text),
        ],
    },
    Shape {
        name: "availability_changes",
        key: 3,
        columns: &[
            ("organisation_id", Id),
            ("client_id", Id),
            ("at_us", Whole),
            ("state", Text),
            ("closed_in", Text),
            ("closed_rules", Text),
        ],
    },
    Shape { name: "skills", key: 2, columns: &[("organisation_id", Id), ("skill_id", Id), ("name", Text), ("created_at_us", Whole)] },
    Shape {
        name: "prepared_replies",
        key: 2,
        columns: &[
            ("organisation_id", Id),
            ("prepared_reply_id", Id),
            ("client_id", Id),
            ("language", Text),
            ("name", Text),
            ("text", Text),
            ("created_at_us", Whole),
            ("kind", Text),
        ],
    },
    Shape {
        name: "labels",
        key: 2,
        columns: &[
            ("organisation_id", Id),
            ("label_id", Id),
            ("client_id", Id),
            ("kind", Text),
            ("name", Text),
            ("retired", Whole),
            ("created_at_us", Whole),
            ("offered_fi", Text),
            ("offered_sv", Text),
            ("offered_en", Text),
        ],
    },
    Shape {
        name: "known_fields",
        key: 2,
        columns: &[
            ("organisation_id", Id),
            ("known_field_id", Id),
            ("client_id", Id),
            ("place", Whole),
            ("name_fi", Text),
            ("name_sv", Text),
            ("name_en", Text),
            ("retired", Whole),
            ("created_at_us", Whole),
        ],
    },
    Shape {
        name: "known_values",
        key: 3,
        columns: &[
            ("organisation_id", Id),
            ("customer_id", Id),
            ("known_field_id", Id),
            ("text", Text),
            ("version", Whole),
            ("agent_id", Id),
            ("at_us", Whole),
        ],
    },
    Shape {
        name: "met_closed",
        key: 4,
        columns: &[("organisation_id", Id), ("client_id", Id), ("day", Text), ("since_us", Whole), ("visitors", Whole)],
    },
    Shape { name: "approaches", key: 2, columns: &[("organisation_id", Id), ("client_id", Id), ("settings", Text)] },
    Shape {
        name: "approach_counts",
        key: 6,
        columns: &[
            ("organisation_id", Id),
            ("client_id", Id),
            ("day", Text),
            ("approach_id", Id),
            ("held_out", Whole),
            ("became", Text),
            ("visitors", Whole),
        ],
    },
    Shape {
        name: "launch_points",
        key: 3,
        columns: &[
            ("organisation_id", Id),
            ("client_id", Id),
            ("point", Text),
            ("words", Text),
            ("confirmed_by", Id),
            ("name", Text),
            ("at_us", Whole),
        ],
    },
    Shape {
        name: "agent_rules_read",
        key: 3,
        columns: &[("organisation_id", Id), ("client_id", Id), ("agent_id", Id), ("version", Whole), ("at_us", Whole)],
    },
    Shape {
        name: "routing_rules",
        key: 2,
        columns: &[
            ("organisation_id", Id),
            ("rule_id", Id),
            ("client_id", Id),
            ("place", Whole),
            ("name", Text),
            ("languages", Text),
            ("page_how", Text),
            ("page", Text),
            ("customer", Text),
            ("level", Whole),
            ("skill_id", Id),
            ("priority", Whole),
            ("team_id", Id),
            ("categories", Text),
        ],
    },
    Shape {
        name: "team_proposals",
        key: 2,
        columns: &[
            ("organisation_id", Id),
            ("proposal_id", Id),
            ("team_id", Id),
            ("agent_id", Id),
            ("version", Whole),
            ("at_us", Whole),
            ("reason", Text),
            ("rules_before", Text),
            ("rules_after", Text),
            ("state", Text),
            ("ended_at_us", Whole),
        ],
    },
    Shape {
        name: "team_words",
        key: 3,
        columns: &[("organisation_id", Id), ("proposal_id", Id), ("agent_id", Id), ("word", Text), ("reason", Text), ("at_us", Whole)],
    },
];
