//! Prepared replies: as settings have them, and as agents get them, ready to be filled.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::common::{Language, mirror};

mirror! {
    /// What a prepared reply leaves open until it is inserted.
    Variable = desk::prepared::Variable {
        /// The customer's name; where there is none, `nameless` is inserted.
        CustomerName,
        /// The first name of the agent who inserts.
        AgentFirstName,
        /// The number of the case.
        CaseNumber,
        /// The name of the client.
        ClientName,
    }
}

mirror! {
    /// What a prepared reply is for.
    PreparedKind = desk::prepared::PreparedKind {
        /// To answer.
        Reply,
        /// To tell of an offer: locked until the moment is right.
        SalesText,
    }
}

mirror! {
    /// Why sales texts are locked in a case.
    SalesLock = desk::selling::SalesLock {
        /// The newest wait of the customer was longer than was promised.
        KeptWaiting,
        /// The case is neither solved nor marked to have got on.
        Unsolved,
    }
}

/// A piece of a prepared reply. The text is all of them, one after the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PreparedPart {
    /// Words that stay as they are.
    Words {
        /// The words.
        text: String,
    },
    /// A place to fill.
    Value {
        /// With what.
        variable: Variable,
    },
}

/// What is inserted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PreparedText {
    /// For a customer with a name.
    pub parts: Vec<PreparedPart>,
    /// For a customer who has told no name; `null` when the text does not ask for one.
    pub nameless: Option<Vec<PreparedPart>>,
}

/// A prepared reply as agents get it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PreparedReplyRow {
    /// Which.
    pub prepared_reply_id: Uuid,
    /// Of which client; `null` for all of them.
    pub client_id: Option<Uuid>,
    /// Language of the text.
    pub language: Language,
    /// What is typed after the slash.
    pub name: String,
    /// What is inserted.
    pub text: PreparedText,
    /// What it is for.
    pub kind: PreparedKind,
}

/// Everything that can be set for a prepared reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PreparedReplySettings {
    /// Of which client; `null` for all of them.
    pub client_id: Option<Uuid>,
    /// Language of the text.
    pub language: Language,
    /// What is typed after the slash: one word of 1–40 letters, digits and hyphens, once per client and language.
    pub name: String,
    /// 1–4,000 characters. Variables stand in braces, in Finnish `{asiakas}`, `{neuvoja}`, `{asianumero}`, `{asiakkuus}`, in
    /// Swedish `{kund}`, `{rådgivare}`, `{ärendenummer}`, `{kundorganisation}`, in English `{customer}`, `{agent}`,
    /// `{case-number}`, `{client}`.
    pub text: String,
    /// What it is for; to answer when it is left out.
    #[serde(default = "reply")]
    pub kind: PreparedKind,
}

fn reply() -> PreparedKind {
    PreparedKind::Reply
}

/// A prepared reply with its settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PreparedReply {
    /// Which.
    pub prepared_reply_id: Uuid,
    /// The settings.
    pub settings: PreparedReplySettings,
}

/// How a variable is written, between braces, in texts of a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VariableWord {
    /// Which variable.
    pub variable: Variable,
    /// In which language.
    pub language: Language,
    /// With its braces.
    pub written: String,
}

/// Every prepared reply, and what their texts may leave open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PreparedReplies {
    /// By name.
    pub replies: Vec<PreparedReply>,
    /// Every variable in every language.
    pub variables: Vec<VariableWord>,
}

/// A text that is still being written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewPreparedReply {
    /// Language of the text.
    pub language: Language,
    /// As it stands now.
    pub text: String,
}
