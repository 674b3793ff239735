//! What a statement is given and what it answers: one type for both engines.

use desk::moment::{Moment, Span};
use uuid::Uuid;

/// One value of a statement or of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Null,
    /// A whole number; also yes (1), no (0), and a moment in microseconds.
    Integer(i64),
    /// Text, JSON too.
    Text(String),
    /// Bytes, and an id in a row that came from SQLite.
    Bytes(Vec<u8>),
    /// An id: 16 bytes on SQLite, `uuid` on PostgreSQL.
    Uuid(Uuid),
}

impl Value {
    /// What kind of value this is, for the message about a mismatch; the value itself may be a customer's words.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Integer(_) => "an integer",
            Self::Text(_) => "text",
            Self::Bytes(_) => "bytes",
            Self::Uuid(_) => "an id",
        }
    }
}

macro_rules! integers {
    ($($from:ty),*) => {$(
        impl From<$from> for Value {
            fn from(value: $from) -> Self {
                Self::Integer(i64::from(value))
            }
        }
    )*};
}
integers!(bool, u8, u16, u32, i32, i64);

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}
impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}
impl From<&String> for Value {
    fn from(value: &String) -> Self {
        Self::Text(value.clone())
    }
}
impl From<Vec<u8>> for Value {
    fn from(value: Vec<u8>) -> Self {
        Self::Bytes(value)
    }
}
impl From<&[u8]> for Value {
    fn from(value: &[u8]) -> Self {
        Self::Bytes(value.to_owned())
    }
}
impl<const N: usize> From<[u8; N]> for Value {
    fn from(value: [u8; N]) -> Self {
        Self::Bytes(value.to_vec())
    }
}
impl From<Uuid> for Value {
    fn from(value: Uuid) -> Self {
        Self::Uuid(value)
    }
}
impl From<Moment> for Value {
    fn from(value: Moment) -> Self {
        Self::Integer(value.micros())
    }
}
impl From<Span> for Value {
    fn from(value: Span) -> Self {
        Self::Integer(value.as_micros())
    }
}
impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
