//! The desk's own description of its API, and requests made from it.

use serde_json::{Map, Value, json};
use uuid::Uuid;

/// The whole description.
pub struct Api {
    document: Value,
}

impl Api {
    /// As the desk serves it.
    pub async fn of(browser: &mut testkit::browser::Browser) -> Self {
        Self { document: browser.get("/api/openapi.json").await.expect(200).json() }
    }

    /// The schema of a route's JSON body; `None` when it takes none.
    pub fn body(&self, method: &str, path: &str) -> Option<&Value> {
        let content = &self.document["paths"][path][method.to_lowercase()]["requestBody"]["content"];
        Some(self.resolved(content.get("application/json")?.get("schema")?))
    }

    /// A body that this route can read: every field there, ids new, texts short.
    pub fn sample_body(&self, method: &str, path: &str) -> Option<Value> {
        self.body(method, path).map(|schema| self.sample("", schema))
    }

    /// The fields of an object.
    pub fn fields<'a>(&'a self, schema: &'a Value) -> Vec<(&'a str, &'a Value)> {
        let fields = schema["properties"].as_object().into_iter().flatten();
        fields.map(|(name, schema)| (name.as_str(), self.resolved(schema))).collect()
    }

    fn resolved<'a>(&'a self, schema: &'a Value) -> &'a Value {
        match schema["$ref"].as_str() {
            Some(reference) => self.document.pointer(reference.trim_start_matches('#')).expect("references lead somewhere"),
            None => schema,
        }
    }

    fn sample(&self, name: &str, schema: &Value) -> Value {
        let schema = self.resolved(schema);
        if let Some(known) = sample_by_name(name) {
            return known;
        }
        if let Some(words) = schema["enum"].as_array() {
            return words[0].clone();
        }
        if let Some(options) = schema["oneOf"].as_array() {
            return self.sample(name, options.iter().find(|option| option["type"] != "null").unwrap());
        }
        match kind(schema) {
            "object" => {
                let fields = self.fields(schema).into_iter();
                // A transfer needs one of its two targets.
                let fields = fields.filter(|(name, schema)| !is_nullable(schema) || *name == "to_agent");
                Value::Object(fields.map(|(name, schema)| (name.to_owned(), self.sample(name, schema))).collect::<Map<_, _>>())
            }
            "array" => json!([]),
            "integer" => json!(1),
            "boolean" => json!(true),
            _ if schema["format"] == "uuid" => json!(Uuid::now_v7()),
            _ => json!("teksti"),
        }
    }
}

/// Whether `null` is one of the values.
pub fn is_nullable(schema: &Value) -> bool {
    let is_null = |kind: &Value| kind == "null";
    schema["type"].as_array().is_some_and(|kinds| kinds.iter().any(is_null))
        || schema["oneOf"].as_array().is_some_and(|options| options.iter().any(|option| option["type"] == "null"))
}

/// The JSON type, the one that is not null.
pub fn kind(schema: &Value) -> &str {
    match &schema["type"] {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null").unwrap_or_default(),
        Value::String(kind) => kind,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => "",
    }
}

/// Fields whose meaning is narrower than their type.
fn sample_by_name(name: &str) -> Option<Value> {
    Some(match name {
        "role" => json!("agent"),
        "state" => json!("open"),
        "presence" => json!("away"),
        "email" | "owner_email" => json!(format!("{}@example.test", Uuid::now_v7().simple())),
        "time_zone" => json!("Europe/Helsinki"),
        "week" => json!([[], [], [], [], [], [], []]),
        "languages" => json!(["fi"]),
        "scopes" => json!(["read_cases"]),
        "slots" => json!(4),
        "answer_target_s" => json!(60),
        "silence_min" => json!(15),
        "password" | "new" | "owner_password" => json!("uusi hevonen paristo"),
        _ => return None,
    })
}
