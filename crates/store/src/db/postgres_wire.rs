//! Values on their way to and from PostgreSQL, and what its errors mean.

use std::error::Error;

use bytes::BytesMut;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};
use uuid::Uuid;

use super::{Failure, Result, Row, Value};

type Conversion<T> = std::result::Result<T, Box<dyn Error + Sync + Send>>;

impl ToSql for Value {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Conversion<IsNull> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Integer(integer) if *ty == Type::INT8 => integer.to_sql(ty, out),
            Self::Integer(integer) if *ty == Type::INT4 => i32::try_from(*integer)?.to_sql(ty, out),
            Self::Integer(integer) if *ty == Type::INT2 => i16::try_from(*integer)?.to_sql(ty, out),
            Self::Text(text) if <&str as ToSql>::accepts(ty) => text.to_sql(ty, out),
            Self::Bytes(bytes) if *ty == Type::BYTEA => bytes.to_sql(ty, out),
            Self::Uuid(id) if *ty == Type::UUID => id.to_sql(ty, out),
            Self::Integer(_) | Self::Text(_) | Self::Bytes(_) | Self::Uuid(_) => {
                Err(format!("{} was given for a parameter of type {ty}", self.kind()).into())
            }
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Conversion<Self> {
        match *ty {
            Type::INT8 => i64::from_sql(ty, raw).map(Self::Integer),
            Type::INT4 => i32::from_sql(ty, raw).map(Self::from),
            Type::INT2 => i16::from_sql(ty, raw).map(|integer| Self::Integer(i64::from(integer))),
            Type::BOOL => bool::from_sql(ty, raw).map(Self::from),
            Type::NUMERIC => whole_numeric(raw).map(Self::Integer).ok_or_else(|| "a fraction or a huge number".into()),
            Type::BYTEA => Ok(Self::from(raw)),
            Type::UUID => Uuid::from_sql(ty, raw).map(Self::Uuid),
            // A function that answers nothing, such as the one that takes a lock.
            Type::VOID => Ok(Self::Null),
            _ if <&str as FromSql>::accepts(ty) => <&str as FromSql>::from_sql(ty, raw).map(Self::from),
            _ => Err(format!("the store does not know the type {ty}").into()),
        }
    }

    fn from_sql_null(_: &Type) -> Conversion<Self> {
        Ok(Self::Null)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

/// A whole number as PostgreSQL sends `sum(…)` of a bigint: digits to the base 10,000 after a head of four words
/// (how many digits, the first digit's power, the sign, the decimals shown).
fn whole_numeric(raw: &[u8]) -> Option<i64> {
    let mut words = raw.chunks_exact(2).map(|word| word.try_into().map(i16::from_be_bytes).ok());
    let mut next = || words.next().flatten();
    let (digits, weight, sign) = (next()?, next()?, next()?);
    next()?;
    let mut total: i64 = 0;
    for place in 0..=weight {
        let digit = if place < digits { next()? } else { 0 };
        total = total.checked_mul(10_000)?.checked_sub(i64::from(digit))?;
    }
    // Negative all along, because i64 has room for one more on that side.
    match sign {
        0 if digits <= weight.checked_add(1)? => total.checked_neg(),
        0x4000 if digits <= weight.checked_add(1)? => Some(total),
        _ => None,
    }
}

pub(super) fn row_of(sql: &str, row: &tokio_postgres::Row) -> Result<Row> {
    let values = (0..row.len()).map(|column| row.try_get::<_, Value>(column).map_err(|error| failure(sql, &error)));
    values.collect::<Result<Vec<_>>>().map(Row::new)
}

/// What an error of PostgreSQL means. Its detail is left out: it holds the values of rows.
pub(super) fn failure(sql: &str, error: &tokio_postgres::Error) -> Failure {
    let Some(told) = error.as_db_error() else {
        let source = error.source();
        if error.is_closed() || source.and_then(|source| source.downcast_ref::<std::io::Error>()).is_some() {
            return Failure::Unavailable;
        }
        let reason = source.map(ToString::to_string).unwrap_or_default();
        return Failure::statement(sql, &format!("{error}: {reason}"));
    };
    match told.code().code() {
        // Timeouts, deadlocks and collisions; too many connections; out of memory.
        "57014" | "55P03" | "40001" | "40P01" | "25P03" | "53300" | "53200" => Failure::Busy,
        "53100" | "25006" => Failure::Full,
        "23505" => Failure::taken(sql, &told.constraint().unwrap_or_default()),
        "XX001" | "XX002" => Failure::Corrupt,
        code if ["08", "57P", "58"].iter().any(|class| code.starts_with(class)) => Failure::Unavailable,
        code => {
            let constraint = told.constraint().unwrap_or_default();
            Failure::statement(sql, &format!("{} {code} {constraint}", told.message()))
        }
    }
}
