//! One row as one line of JSON.

use std::fmt::Write as _;

use serde_json::{Map, Value as Json};
use uuid::Uuid;

use super::tables::{Kind, Shape};
use crate::db::{Failure, Result, Row, Value};

/// Adds `row` to `lines`.
pub(super) fn write(columns: &[(&str, Kind)], row: &Row, lines: &mut Vec<u8>) -> Result<()> {
    let mut object = Map::new();
    for (place, (name, kind)) in columns.iter().enumerate() {
        object.insert((*name).to_owned(), json(row, place, *kind)?);
    }
    serde_json::to_writer(&mut *lines, &object).map_err(|_| Failure::Broken("a row cannot be written as JSON".into()))?;
    lines.push(b'\n');
    Ok(())
}

fn json(row: &Row, place: usize, kind: Kind) -> Result<Json> {
    Ok(match kind {
        Kind::Id => row.get::<Option<Uuid>>(place)?.map_or(Json::Null, |id| Json::from(id.to_string())),
        Kind::Text => row.get::<Option<String>>(place)?.map_or(Json::Null, Json::from),
        Kind::Whole => row.get::<Option<i64>>(place)?.map_or(Json::Null, Json::from),
        Kind::Bytes => row.get::<Option<Vec<u8>>>(place)?.map_or(Json::Null, |bytes| Json::from(hex(&bytes))),
    })
}

/// The values of a row of `shape`, in the order of its columns. Organisations begin a new life with `epoch`.
pub(super) fn read(shape: Shape, line: &[u8], epoch: &str) -> std::result::Result<Vec<Value>, String> {
    let mut object: Map<String, Json> = serde_json::from_slice(line).map_err(|_| "it is not a JSON object".to_owned())?;
    let mut values = Vec::with_capacity(shape.columns.len());
    for (name, kind) in shape.columns {
        let json = object.remove(*name).ok_or_else(|| format!("it has no {name}"))?;
        let is_epoch = shape.name == "organisations" && *name == "epoch";
        values.push(if is_epoch {
            Value::from(epoch)
        } else {
            value(json, *kind).ok_or_else(|| format!("its {name} is of another kind"))?
        });
    }
    object.keys().next().map_or(Ok(values), |name| Err(format!("nobody knows its {name}")))
}

fn value(json: Json, kind: Kind) -> Option<Value> {
    match (kind, json) {
        (_, Json::Null) => Some(Value::Null),
        (Kind::Id, Json::String(text)) => Uuid::parse_str(&text).ok().map(Value::from),
        (Kind::Text, Json::String(text)) => Some(Value::from(text)),
        (Kind::Whole, Json::Number(number)) => number.as_i64().map(Value::from),
        (Kind::Bytes, Json::String(text)) => unhex(&text).map(Value::from),
        (_, Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Array(_) | Json::Object(_)) => None,
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2);
    pairs
        .map(|pair| std::str::from_utf8(pair).ok().filter(|pair| pair.len() == 2).and_then(|pair| u8::from_str_radix(pair, 16).ok()))
        .collect()
}
