//! The smallest screen there can be: what it shows, and how each frame changes that. By the rules of the contract only:
//! a newer row replaces an older one, entries are appended by their seq, what is closed leaves the lists.

use serde_json::{Map, Value, json};

/// What a workspace shows of its welcome, by key. The clock and the person's own settings are no part of it.
pub fn workspace(welcome: &Value) -> Value {
    json!({
        "agents": by(&welcome["agents"], "agent_id"),
        "teams": by(&welcome["teams"], "team_id"),
        "skills": by(&welcome["skills"], "skill_id"),
        "message_weight": welcome["message_weight"],
        "clients": by(&welcome["clients"], "client_id"),
        "active": by(&welcome["active"], "case_id"),
        "today": by(&welcome["today"], "client_id"),
        "drafts": by(&welcome["drafts"], "case_id"),
        "mentions": by(&welcome["mentions"], "note_id"),
        "prepared": by(&welcome["prepared"], "prepared_reply_id"),
        "on_page": by(&welcome["on_page"], "customer_id"),
        "proposals": by(&welcome["proposals"], "proposal_id"),
    })
}

/// What a case shows: contacts and earlier cases are loaded with it and not pushed.
pub fn case(view: &Value) -> Value {
    json!({
        "row": view["row"], "entries": view["entries"],
        "customer_read_seq": view["customer_read_seq"], "desk_read_seq": view["desk_read_seq"],
        "known": by(&view["known"], "known_field_id"),
        "visit_pages": view["visit_pages"],
    })
}

/// What a widget shows of its welcome.
pub fn widget(welcome: &Value) -> Value {
    let talk = &welcome["conversation"];
    json!({
        "availability": welcome["widget"]["availability"],
        "entries": talk.get("entries").cloned().unwrap_or(json!([])),
        "standing": talk["standing"],
        "desk_read_seq": talk.get("desk_read_seq").cloned().unwrap_or(json!(0)),
    })
}

fn by(rows: &Value, key: &str) -> Value {
    let rows = rows.as_array().unwrap().iter().map(|row| (row[key].as_str().unwrap().to_owned(), row.clone()));
    Value::Object(rows.collect::<Map<_, _>>())
}

pub fn apply_to_workspace(shows: &mut Value, case: Option<&mut Value>, frame: &Value) {
    let id = frame["case_id"].as_str().unwrap_or_default();
    match frame["type"].as_str().unwrap() {
        "case" => {
            apply_row(shows, &frame["row"]);
            if let Some(case) = case.filter(|case| case["row"]["case_id"] == frame["row"]["case_id"]) {
                if frame["row"]["seq"].as_i64() >= case["row"]["seq"].as_i64() {
                    case["row"] = frame["row"].clone();
                }
                append(&mut case["entries"], &frame["entries"]);
                if case["row"]["contact"]["state"] == "ended" {
                    case["visit_pages"] = json!([]);
                }
                if let Some(mine) =
                    frame["entries"].as_array().unwrap().iter().rfind(|entry| entry["kind"] == "message" && entry["by"] == "agent")
                {
                    // Who answers has read.
                    let seq = mine["seq"].as_i64().max(case["desk_read_seq"].as_i64());
                    case["desk_read_seq"] = json!(seq);
                }
            }
        }
        "read" => {
            if let Some(row) = shows["active"].get_mut(id) {
                row["unread"] = frame["unread"].clone();
            }
            if let Some(case) = case.filter(|case| case["row"]["case_id"] == frame["case_id"]) {
                case["row"]["unread"] = frame["unread"].clone();
                case["customer_read_seq"] = frame["customer_read_seq"].clone();
                case["desk_read_seq"] = frame["desk_read_seq"].clone();
            }
        }
        "visit_pages" => {
            if let Some(case) = case.filter(|case| case["row"]["customer"]["customer_id"] == frame["customer_id"]) {
                case["visit_pages"] = frame["pages"].clone();
            }
        }
        "known" => {
            let of_this = |case: &&mut Value| case["row"]["customer"]["customer_id"] == frame["customer_id"];
            if let Some(case) = case.filter(of_this) {
                for value in frame["values"].as_array().unwrap() {
                    case["known"][value["known_field_id"].as_str().unwrap()] = value.clone();
                }
            }
        }
        "agent" => put(&mut shows["agents"], frame, "agent_id"),
        "on_page" => put(&mut shows["on_page"], frame, "customer_id"),
        "blocked" => {
            let active = shows["active"].as_object_mut().unwrap().values_mut();
            for row in active.filter(|row| row["customer"]["customer_id"] == frame["customer_id"]) {
                row["blocked_until"] = frame["until"].clone();
            }
            if let Some(case) = case.filter(|case| case["row"]["customer"]["customer_id"] == frame["customer_id"]) {
                case["row"]["blocked_until"] = frame["until"].clone();
            }
        }
        "today" => put(&mut shows["today"], frame, "client_id"),
        "availability" => {
            let client = frame["client_id"].as_str().unwrap();
            if let Some(client) = shows["clients"].get_mut(client) {
                client["availability"] = frame["availability"].clone();
            }
        }
        "draft" if frame["draft"].is_null() => {
            shows["drafts"].as_object_mut().unwrap().remove(id);
        }
        "draft" => shows["drafts"][id] = frame["draft"].clone(),
        "prepared_reply" if frame["reply"].is_null() => {
            shows["prepared"].as_object_mut().unwrap().remove(frame["prepared_reply_id"].as_str().unwrap());
        }
        "prepared_reply" => put(&mut shows["prepared"], &frame["reply"], "prepared_reply_id"),
        "mentioned" => put(&mut shows["mentions"], frame, "note_id"),
        "mentions_read" => {
            for mention in shows["mentions"]
                .as_object_mut()
                .unwrap()
                .values_mut()
                .filter(|mention| mention["case_id"] == id && mention["place"] == frame["place"])
            {
                mention["is_read"] = json!(true);
            }
        }
        "settings" => {
            shows["clients"] = by(&frame["clients"], "client_id");
            shows["teams"] = by(&frame["teams"], "team_id");
            shows["agents"] = by(&frame["agents"], "agent_id");
            shows["skills"] = by(&frame["skills"], "skill_id");
            shows["message_weight"] = frame["message_weight"].clone();
            shows["proposals"] = by(&frame["proposals"], "proposal_id");
        }
        "proposal" => put(&mut shows["proposals"], frame, "proposal_id"),
        // How a day weighs on somebody changes with every moment, and is told once a minute.
        "typing" | "looking" | "happened" | "load" => {}
        other => panic!("a {other} was not expected"),
    }
}

fn apply_row(shows: &mut Value, row: &Value) {
    let id = row["case_id"].as_str().unwrap();
    let active = shows["active"].as_object_mut().unwrap();
    if active.get(id).is_some_and(|known| known["seq"].as_i64() > row["seq"].as_i64()) {
        return;
    }
    if row["contact"]["state"] == "ended" {
        active.remove(id);
        // Where somebody is whose contact is over is not shown.
        shows["on_page"].as_object_mut().unwrap().remove(row["customer"]["customer_id"].as_str().unwrap());
    } else {
        active.insert(id.to_owned(), row.clone());
    }
}

/// Appends what follows; what is there is ignored, and a hole is a mistake of the desk.
fn append(entries: &mut Value, come: &Value) {
    let entries = entries.as_array_mut().unwrap();
    for entry in come.as_array().unwrap() {
        let (last, seq) = (entries.last().map_or(0, |last| last["seq"].as_i64().unwrap()), entry["seq"].as_i64().unwrap());
        if seq > last {
            assert_eq!(seq, last + 1, "a hole before {entry:#}");
            entries.push(entry.clone());
        }
    }
}

fn put(rows: &mut Value, frame: &Value, key: &str) {
    let mut row = frame.clone();
    row.as_object_mut().unwrap().remove("type");
    rows[frame[key].as_str().unwrap()] = row;
}

pub fn apply_to_widget(shows: &mut Value, frame: &Value) {
    match frame["type"].as_str().unwrap() {
        "entries" => {
            let is_other = frame["entries"][0]["kind"] == "started" && frame["after"] == json!(0);
            if is_other {
                shows["entries"] = json!([]);
                shows["desk_read_seq"] = json!(0);
            }
            append(&mut shows["entries"], &frame["entries"]);
            shows["standing"] = frame["standing"].clone();
            if frame["standing"]["may_write"] == json!(false) {
                // It may stay on this screen to be read; one that is opened anew begins with nothing.
                shows["entries"] = json!([]);
                shows["standing"] = Value::Null;
                shows["desk_read_seq"] = json!(0);
            }
        }
        "read" => shows["desk_read_seq"] = frame["desk_read_seq"].clone(),
        "availability" => shows["availability"] = frame["availability"].clone(),
        "queue" | "typing" => {}
        other => panic!("a {other} was not expected"),
    }
}
