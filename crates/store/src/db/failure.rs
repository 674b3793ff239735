//! How the database fails.

use std::fmt;

/// What went wrong with the database. A rule's no is a refusal, never a failure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Too much to do, or somebody else holds what is needed: another try in a few seconds may succeed.
    Busy,
    /// The disk is full or read-only. Reading goes on; writing works again as soon as there is room.
    Full,
    /// The database cannot be reached, or has been closed to writing because the disk failed.
    Unavailable,
    /// The database file is damaged.
    Corrupt,
    /// A newer program has migrated this database.
    NewerDatabase {
        /// The newest migration that the database has.
        has: i64,
        /// The newest migration that this program knows.
        knows: i64,
    },
    /// Something else has the same key, perhaps since this very moment. The text is for the log only.
    Taken(String),
    /// A mistake in the program or the schema. The text is for the log only.
    Broken(String),
}

/// What every function of the store answers.
pub type Result<T> = std::result::Result<T, Failure>;

impl Failure {
    /// For the log: what happened, with the statement and never with its values.
    pub fn for_log(&self) -> String {
        match self {
            Self::Broken(reason) | Self::Taken(reason) => reason.clone(),
            Self::Busy | Self::Full | Self::Unavailable | Self::Corrupt | Self::NewerDatabase { .. } => self.to_string(),
        }
    }

    /// A mistake in the program at `sql`.
    pub(super) fn statement(sql: &str, reason: &dyn fmt::Display) -> Self {
        Self::Broken(at_statement(sql, reason))
    }

    /// `sql` stores what is there already.
    pub(super) fn taken(sql: &str, reason: &dyn fmt::Display) -> Self {
        Self::Taken(at_statement(sql, reason))
    }
}

fn at_statement(sql: &str, reason: &dyn fmt::Display) -> String {
    let first_words: String = sql.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(120).collect();
    format!("{reason} (in: {first_words})")
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Busy => f.write_str("the database is busy"),
            Self::Full => f.write_str("the database cannot be written to: the disk is full or read-only"),
            Self::Unavailable => f.write_str("the database is not available"),
            Self::Corrupt => f.write_str("the database is damaged; restore it from a backup"),
            Self::NewerDatabase { has, knows } => write!(
                f,
                "the database was last used by a newer Luukku (it has migration {has}, this one knows {knows}); \
                 install that version or restore an older backup"
            ),
            Self::Taken(_) => f.write_str("the key is taken"),
            Self::Broken(_) => f.write_str("the database refused a statement"),
        }
    }
}

impl std::error::Error for Failure {}
