//! The ids of `desk` as values. A new kind of id is added to the list at the end.

use desk::id::{
    AgentId, ApiTokenId, ApproachId, AttachmentId, CaseId, ClientId, ContactId, CustomerId, IdentityKeyId, KnownFieldId, LabelId,
    MessageId, NoteId, OrganisationId, PersonId, PreparedReplyId, ProposalId, RuleId, SessionId, SkillId, TeamId,
};
use uuid::Uuid;

use super::{FromValue, Value};

macro_rules! ids {
    ($($id:ty),* $(,)?) => {$(
        impl From<$id> for Value {
            fn from(id: $id) -> Self {
                Self::Uuid(id.0)
            }
        }
        impl FromValue for $id {
            fn from_value(value: &Value) -> Option<Self> {
                Uuid::from_value(value).map(Self)
            }
        }
    )*};
}

ids!(
    OrganisationId,
    ClientId,
    TeamId,
    AgentId,
    CustomerId,
    CaseId,
    ContactId,
    MessageId,
    NoteId,
    AttachmentId,
    SessionId,
    ApiTokenId,
    PreparedReplyId,
    KnownFieldId,
    LabelId,
    SkillId,
    PersonId,
    IdentityKeyId,
    ApproachId,
    RuleId,
    ProposalId,
);
