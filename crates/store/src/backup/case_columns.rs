//! The columns of the widest table of a backup: the list row of a case.

use super::tables::Kind::{self, Id, Text, Whole};

pub(super) const CASES: &[(&str, Kind)] = &[
    ("organisation_id", Id),
    ("case_id", Id),
    ("client_id", Id),
    ("customer_id", Id),
    ("number", Whole),
    ("state", Text),
    ("subject", Text),
    ("owner_id", Id),
    ("team_id", Id),
    ("seq", Whole),
    ("public_seq", Whole),
    ("opened_at_us", Whole),
    ("changed_at_us", Whole),
    ("solved_at_us", Whole),
    ("last_words", Text),
    ("last_words_by", Text),
    ("last_words_at_us", Whole),
    ("unread", Whole),
    ("desk_read_seq", Whole),
    ("customer_read_seq", Whole),
    ("contact_id", Id),
    ("category_id", Id),
    ("tag_ids", Text),
    ("promise_by", Id),
    ("promise_until_us", Whole),
    ("promise_broken", Whole),
    ("with_agent", Id),
    ("handovers", Whole),
];
