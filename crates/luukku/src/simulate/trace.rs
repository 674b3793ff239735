//! What happened, line by line.

use serde_json::Value;

use super::scenario::Time;

/// What a line tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// A contact came.
    Arrived,
    /// An agent is asked to take it.
    Offered,
    /// An agent has it.
    Accepted,
    /// An agent tried to take it and may not.
    Refused,
    /// It is in the queue again, after an offer that nobody took or from an agent who is gone.
    TakenBack,
    /// It is done.
    Ended,
    /// The visitor has left.
    Abandoned,
    /// Nobody is there for it: the visitor is told and given the form.
    ToForm,
    /// An agent has another number of slots.
    Slots,
    /// An agent takes contacts.
    Present,
    /// An agent takes none: went, was found gone, or was paused after an offer that they let pass.
    Absent,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// When.
    pub t: Time,
    /// What.
    pub e: Told,
    /// About which contact.
    pub contact: Option<String>,
    /// About which agent.
    pub agent: Option<String>,
    /// The number of slots.
    pub value: Option<i64>,
}

impl Told {
    /// As the trace writes it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Arrived => "arrived",
            Self::Offered => "offered",
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::TakenBack => "taken_back",
            Self::Ended => "ended",
            Self::Abandoned => "abandoned",
            Self::ToForm => "to_form",
            Self::Slots => "slots",
            Self::Present => "present",
            Self::Absent => "absent",
        }
    }
}

impl Line {
    /// As one line of JSON.
    pub fn to_json(&self) -> String {
        let named = |name: &str, value: &Option<String>| {
            value.as_deref().map(|value| format!(",\"{name}\":{}", Value::from(value))).unwrap_or_default()
        };
        let (contact, agent) = (named("contact", &self.contact), named("agent", &self.agent));
        let value = self.value.map(|value| format!(",\"value\":{value}")).unwrap_or_default();
        format!("{{\"t\":{},\"e\":\"{}\"{contact}{agent}{value}}}", seconds(self.t), self.e.word())
    }
}

fn seconds(time: Time) -> String {
    let (whole, rest) = (time.0 / 1000, time.0 % 1000);
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:03}") }
}
