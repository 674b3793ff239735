//! Names of things. Every id is a UUID made by whoever creates the thing; people see case numbers instead.

use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Uuid);

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// Who runs this desk.
    OrganisationId;
    /// Whom the desk serves.
    ClientId;
    /// A group of agents who serve the same clients.
    TeamId;
    /// A person who answers (or supervises, or owns the desk).
    AgentId;
    /// A person who asks.
    CustomerId;
    /// The one thing to get solved.
    CaseId;
    /// One encounter inside a case.
    ContactId;
    /// Something said between customer and desk; chosen by its sender, which is what makes a resend harmless (D2).
    MessageId;
    /// Something written that only the desk sees.
    NoteId;
    /// A file that came with a message.
    AttachmentId;
    /// One signed-in device of an agent.
    SessionId;
    /// A key of an integration.
    ApiTokenId;
    /// A text that agents insert.
    PreparedReplyId;
    /// A category or a tag of a client.
    LabelId;
    /// Something that a client keeps of its customers.
    KnownFieldId;
    /// Something that agents can know.
    SkillId;
    /// A customer whom the client's website has named.
    PersonId;
    /// A key with which a client's website signs who its visitor is.
    IdentityKeyId;
    /// An invitation to a client's chat.
    ApproachId;
    /// What a member of a self-directed team wants to change.
    ProposalId;
    /// A rule of a client about what its contacts need.
    RuleId;
}
