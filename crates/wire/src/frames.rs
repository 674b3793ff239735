//! What travels over the sockets. Events come down; only greetings, typing, presence and heartbeats go up.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::agent::{AgentRow, ClientRow, Me, SkillRow, TeamRow, Today};
use crate::cases::{CaseRow, CustomerBlocked, CustomerOnPage, Draft, VisitPage};
use crate::common::{Availability, MessageLimits};
use crate::customer::{Conversation, CustomerEntry, QueuePlace, Standing, Widget};
use crate::deciding::ProposalRow;
use crate::entries::Entry;
use crate::happening::Happening;
use crate::known::CustomerKnown;
use crate::load::LoadHints;
use crate::mentions::{MentionRow, NotePlace};
use crate::prepared::PreparedReplyRow;

/// From the server to a workspace screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum AgentFrame {
    /// Answer to `hello`: everything the lists need. The missed entries of the cases named in `hello` follow as `case` frames.
    Welcome(Box<AgentWelcome>),
    /// A case changed. Apply the row when its seq is newer; entries come only for cases the screen holds or looks at.
    Case {
        /// The row now.
        row: Box<CaseRow>,
        /// The seq before the first entry: when it is ahead of what the screen has, say `looking` again with your seq.
        after: i64,
        /// What happened; empty when the screen does not follow this case.
        entries: Vec<Entry>,
    },
    /// The seq or epoch the screen named is not of this history: load the case (or everything) anew.
    Resync {
        /// Which case; `null` for everything.
        case_id: Option<Uuid>,
    },
    /// Somebody types, or stopped. Forget it after 6 s without news.
    Typing {
        /// In which case.
        case_id: Uuid,
        /// Which colleague; `null` for the customer.
        agent_id: Option<Uuid>,
        /// True when a note is being written.
        is_note: bool,
        /// False when it stopped.
        active: bool,
    },
    /// Which colleagues look at a case now.
    Looking {
        /// Which case.
        case_id: Uuid,
        /// Who, without you.
        agent_ids: Vec<Uuid>,
    },
    /// A read mark moved.
    Read {
        /// In which case.
        case_id: Uuid,
        /// How far the customer has read.
        customer_read_seq: i64,
        /// How far the desk has read.
        desk_read_seq: i64,
        /// Unread customer messages now.
        unread: i64,
    },
    /// A colleague's row changed (presence, slots, name).
    Agent(AgentRow),
    /// A customer came to the website or left it.
    OnPage(CustomerOnPage),
    /// A customer is kept out, or let in again.
    Blocked(CustomerBlocked),
    /// What is known of a customer.
    Known(CustomerKnown),
    /// A customer is on another page: all of the visit, in the place of what was told.
    VisitPages {
        /// Who.
        customer_id: Uuid,
        /// The oldest first.
        pages: Vec<VisitPage>,
    },
    /// A client's availability changed.
    Availability {
        /// Which client.
        client_id: Uuid,
        /// Now.
        availability: Availability,
        /// The names of the rules that close it to some, although it is open.
        closed_rules: Vec<String>,
    },
    /// Today's figures changed.
    Today(Today),
    /// My draft changed on another screen of mine; `null` text means it is gone.
    Draft {
        /// Which case.
        case_id: Uuid,
        /// Now.
        draft: Option<Draft>,
    },
    /// A note names me, or a team of mine.
    Mentioned(Box<MentionRow>),
    /// I have read what I was told of in a case.
    MentionsRead {
        /// Which case.
        case_id: Uuid,
        /// Where in it.
        place: NotePlace,
    },
    /// How my own day weighs on me. Nobody else is told.
    Load(LoadHints),
    /// Something happened that whoever looks after the desk should know of.
    Happened(Box<Happening>),
    /// Clients or teams were changed in settings.
    Settings {
        /// All clients I may see.
        clients: Vec<ClientRow>,
        /// All teams.
        teams: Vec<TeamRow>,
        /// Everybody.
        agents: Vec<AgentRow>,
        /// What agents can know.
        skills: Vec<SkillRow>,
        /// How much a left message takes of whoever holds it; a chat takes 100.
        message_weight: i64,
        /// What the self-directed teams that I see propose and have decided.
        proposals: Vec<ProposalRow>,
    },
    /// A member of a self-directed team proposes something, or another has said their word to it.
    Proposal(Box<ProposalRow>),
    /// A prepared reply was added or changed.
    PreparedReply {
        /// Which.
        prepared_reply_id: Uuid,
        /// Now; `null` when it is gone, or is no longer of a client that I serve.
        reply: Option<PreparedReplyRow>,
    },
    /// My session has ended; show the sign-in.
    SignedOut,
    /// Answer to `ping`.
    Pong {
        /// The server's clock (ms).
        now: i64,
    },
}

/// Everything the workspace's lists need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AgentWelcome {
    /// Which life of the history (D4).
    pub epoch: String,
    /// The server's clock (ms).
    pub now: i64,
    /// Me.
    pub me: Me,
    /// Everybody.
    pub agents: Vec<AgentRow>,
    /// Teams.
    pub teams: Vec<TeamRow>,
    /// What agents can know.
    pub skills: Vec<SkillRow>,
    /// How much a left message takes of whoever holds it; a chat takes 100.
    pub message_weight: i64,
    /// Clients I may see.
    pub clients: Vec<ClientRow>,
    /// Every case with a waiting or taken contact that I may see, longest wait first (at most 1,000; mine always).
    pub active: Vec<CaseRow>,
    /// Figures of today.
    pub today: Vec<Today>,
    /// My drafts.
    pub drafts: Vec<Draft>,
    /// What a reply or note may hold.
    pub limits: MessageLimits,
    /// What I can insert into replies: of the clients I may see, and of all.
    pub prepared: Vec<PreparedReplyRow>,
    /// Notes that name me: the unread ones first and of those the newest, at most 50.
    pub mentions: Vec<MentionRow>,
    /// Of the customers in `active` those whose chat has been heard.
    pub on_page: Vec<CustomerOnPage>,
    /// How my own day weighs on me; `null` for a key of an integration, and on a wall.
    pub load: Option<LoadHints>,
    /// What the self-directed teams that I see propose and have decided: the open ones, then the newest, at most 200.
    pub proposals: Vec<ProposalRow>,
}

/// From a workspace screen to the server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum AgentSays {
    /// The first frame.
    Hello {
        /// From `POST /api/socket-ticket`.
        ticket: String,
        /// The epoch the screen knows.
        #[serde(default)]
        epoch: Option<String>,
        /// What the screen has of each case it holds entries of.
        #[serde(default)]
        cases: Vec<Have>,
        /// True for a page on a wall: that it is open says nothing of whether its person is there.
        #[serde(default)]
        is_wallboard: bool,
    },
    /// This screen now shows this case (or none): entries after `seq` come, and from then on every change.
    Looking {
        /// Which.
        case_id: Option<Uuid>,
        /// Last seq the screen has; 0 for none.
        #[serde(default)]
        seq: i64,
    },
    /// I type, or stopped.
    Typing {
        /// Where.
        case_id: Uuid,
        /// A note?
        #[serde(default)]
        is_note: bool,
        /// Still?
        active: bool,
    },
    /// Heartbeat, every 15 s. With braces, so that what else stands in the frame is refused as everywhere.
    Ping {},
}

/// What a screen has of one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Have {
    /// Which.
    pub case_id: Uuid,
    /// Last seq.
    pub seq: i64,
}

/// From the server to a widget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum CustomerFrame {
    /// Answer to `hello`.
    Welcome {
        /// Epoch.
        epoch: String,
        /// The client's chat.
        widget: Box<Widget>,
        /// The visitor's conversation, when the ticket was made with the visitor's key and there is one:
        /// whole when `seq` was 0, else the entries after `seq`.
        conversation: Option<Box<Conversation>>,
        /// Place in the queue, while waiting.
        queue: Option<QueuePlace>,
    },
    /// Something happened.
    Entries {
        /// The customer's seq before the first entry: when it is ahead of yours, reconnect with your seq.
        after: i64,
        /// What.
        entries: Vec<CustomerEntry>,
        /// Where it stands now.
        standing: Standing,
    },
    /// The place in the queue changed.
    Queue(QueuePlace),
    /// The agent types, or stopped. Forget it after 6 s.
    Typing {
        /// Who.
        first_name: String,
        /// Still?
        active: bool,
    },
    /// The desk has read up to here (customer's order).
    Read {
        /// Seq.
        desk_read_seq: i64,
    },
    /// The chat opened or closed.
    Availability {
        /// Now.
        availability: Availability,
    },
    /// Load everything anew.
    Resync,
    /// Answer to `ping`.
    Pong {
        /// The server's clock (ms).
        now: i64,
    },
}

/// From a widget to the server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum CustomerSays {
    /// The first frame.
    Hello {
        /// From `POST /api/widget/{key}/socket-ticket`.
        ticket: String,
        /// Epoch the widget knows.
        #[serde(default)]
        epoch: Option<String>,
        /// Last seq it has; 0 for none.
        #[serde(default)]
        seq: i64,
    },
    /// I type, or stopped.
    Typing {
        /// Still?
        active: bool,
    },
    /// Heartbeat, every 20 s.
    Ping {},
}

/// Where a network blocks sockets: the same frames by long poll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Poll {
    /// Which screen; keep it for the next poll.
    pub screen: String,
    /// Number of the last frame here; give it as `after`.
    pub last: i64,
    /// The frames, as they would have come over the socket (`AgentFrame` or `CustomerFrame`).
    #[schema(value_type = Vec<Object>)]
    pub frames: Vec<serde_json::Value>,
}
