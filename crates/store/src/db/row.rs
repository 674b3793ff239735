//! One row of an answer.

use desk::moment::{Moment, Span};
use uuid::Uuid;

use super::{Failure, Result, Value};

/// One row of an answer. Columns are counted from 0, in the order in which the statement names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    values: Vec<Value>,
}

impl Row {
    pub(super) fn new(values: Vec<Value>) -> Self {
        Self { values }
    }

    /// The value of `column`, counted from 0.
    ///
    /// # Errors
    /// [`Failure::Broken`] when there is no such column or it holds another kind of value.
    pub fn get<T: FromValue>(&self, column: usize) -> Result<T> {
        let value = self.values.get(column);
        let value = value.ok_or_else(|| Failure::Broken(format!("the row has no column {column}")))?;
        T::from_value(value).ok_or_else(|| Failure::Broken(format!("column {column} holds {}, which was not expected", value.kind())))
    }
}

/// What can be read from a row.
pub trait FromValue: Sized {
    /// The value, or `None` when it is of another kind.
    fn from_value(value: &Value) -> Option<Self>;
}

impl FromValue for i64 {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Integer(integer) => Some(*integer),
            Value::Null | Value::Text(_) | Value::Bytes(_) | Value::Uuid(_) => None,
        }
    }
}

macro_rules! smaller_integers {
    ($($to:ty),*) => {$(
        impl FromValue for $to {
            fn from_value(value: &Value) -> Option<Self> {
                i64::from_value(value).and_then(|integer| Self::try_from(integer).ok())
            }
        }
    )*};
}
smaller_integers!(u8, u16, u32, i32, u64, usize);

impl FromValue for bool {
    fn from_value(value: &Value) -> Option<Self> {
        match i64::from_value(value)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl FromValue for String {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Text(text) => Some(text.clone()),
            Value::Null | Value::Integer(_) | Value::Bytes(_) | Value::Uuid(_) => None,
        }
    }
}

impl FromValue for Vec<u8> {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Bytes(bytes) => Some(bytes.clone()),
            Value::Null | Value::Integer(_) | Value::Text(_) | Value::Uuid(_) => None,
        }
    }
}

impl<const N: usize> FromValue for [u8; N] {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Bytes(bytes) => Self::try_from(bytes.as_slice()).ok(),
            Value::Null | Value::Integer(_) | Value::Text(_) | Value::Uuid(_) => None,
        }
    }
}

impl FromValue for Uuid {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Uuid(id) => Some(*id),
            Value::Bytes(bytes) => Self::from_slice(bytes).ok(),
            Value::Null | Value::Integer(_) | Value::Text(_) => None,
        }
    }
}

impl FromValue for Moment {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(Self::from_micros)
    }
}

impl FromValue for Span {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(Self::micros)
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            Value::Integer(_) | Value::Text(_) | Value::Bytes(_) | Value::Uuid(_) => T::from_value(value).map(Some),
        }
    }
}
