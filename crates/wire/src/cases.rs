//! Cases as the desk's people see them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::common::{Attachment, CaseState, Channel, ContactState, EndedBy, Language, Offer, mirror};
use crate::entries::Entry;
use crate::known::KnownValue;
use crate::prepared::SalesLock;
use crate::referrals::Referral;
use crate::triage::Triage;

/// The customer as an agent sees them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CustomerBrief {
    /// Who.
    pub customer_id: Uuid,
    /// Name, when given.
    pub name: Option<String>,
    /// Address, when given. It authenticates nobody.
    pub email: Option<String>,
    /// Number at which they asked to be called, such as `+358401234567`.
    pub phone: Option<String>,
    /// Number for an anonymous visitor ("Vierailija 212"), counted per organisation.
    pub visitor_number: i64,
    /// True when the client's website has signed them in and said so. Whether name and address are its word as well, `typed` says.
    pub verified: bool,
    /// True when they are verified and yet the name or the address here is what they have typed themselves.
    pub typed: bool,
}

/// That a customer is kept out, or is let in again: it holds for all their cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CustomerBlocked {
    /// Who.
    pub customer_id: Uuid,
    /// Until when (ms); `null` when they were let in again.
    pub until: Option<i64>,
}

/// Whether a customer who waits or is being answered is still on the website. Of the two moments there is one; the newer news
/// of a customer replaces the older.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CustomerOnPage {
    /// Who.
    pub customer_id: Uuid,
    /// Since when they are there (ms).
    pub since: Option<i64>,
    /// When they left (ms).
    pub left_at: Option<i64>,
    /// From when on they yield to those who are there when an agent asks for the next one (ms).
    pub yields_from: Option<i64>,
    /// Until when (ms).
    pub yields_until: Option<i64>,
}

/// What a person said last. What the desk says by itself is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LastWords {
    /// By whom.
    pub by: AuthorKind,
    /// At most 120 characters.
    pub text: String,
    /// When (ms).
    pub at: i64,
}

/// Who said something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AuthorKind {
    /// The customer.
    Customer,
    /// A person of the desk.
    Agent,
    /// The desk by itself; never stops a clock.
    Automatic,
}

/// A case as every list shows it. It carries all that a row needs; a newer `seq` replaces an older one whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CaseRow {
    /// Which.
    pub case_id: Uuid,
    /// What people call it, counted per organisation.
    pub number: i64,
    /// Last seq of the case.
    pub seq: i64,
    /// Whose customer.
    pub client_id: Uuid,
    /// Where it stands.
    pub state: CaseState,
    /// One line about it, when an agent has written one.
    pub subject: Option<String>,
    /// Who answers for it.
    pub owner: Option<Uuid>,
    /// The team it was last given to.
    pub team_id: Option<Uuid>,
    /// Who asks.
    pub customer: CustomerBrief,
    /// Until when the customer is or was kept out last (ms); `null` when never, or let in again.
    pub blocked_until: Option<i64>,
    /// When it began (ms).
    pub opened_at: i64,
    /// When something last happened (ms).
    pub changed_at: i64,
    /// What a person said last. What the desk says by itself is left out.
    pub last_words: Option<LastWords>,
    /// Customer messages after the desk's read mark.
    pub unread: i64,
    /// What it is about, of its client's categories.
    pub category_id: Option<Uuid>,
    /// What it is found by, of its client's tags.
    pub tag_ids: Vec<Uuid>,
    /// Why no sales text may be inserted now; `null` when one may be.
    pub sales_lock: Option<SalesLock>,
    /// How often another person has come to the customer since the first human answer.
    pub handovers: i64,
    /// What the customer was promised and has not got yet.
    pub promise: Option<CustomerPromise>,
    /// Where the customer was sent, while the case is solved by that.
    pub referral: Option<Referral>,
    /// The newest contact.
    pub contact: ContactRow,
}

/// That somebody comes back to the customer, or calls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CustomerPromise {
    /// Who promised; `null` when the desk did.
    pub by: Option<Uuid>,
    /// Not before (ms), when a time was chosen.
    pub from: Option<i64>,
    /// By when (ms).
    pub until: i64,
    /// Whether that time has passed without an answer.
    pub is_broken: bool,
}

/// What a contact needs of whoever takes it, besides its language; decided when it started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ContactNeeds {
    /// How well its language must be spoken, 1 to 3.
    pub level: u8,
    /// What must be known; it binds nobody when there is no such skill any more.
    pub skill_id: Option<Uuid>,
    /// 1 goes first.
    pub priority: i64,
}

/// The newest contact of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ContactRow {
    /// Which.
    pub contact_id: Uuid,
    /// Through what.
    pub channel: Channel,
    /// Where it stands.
    pub state: ContactState,
    /// Language of the conversation.
    pub language: Language,
    /// What else it needs of whoever takes it.
    pub needs: ContactNeeds,
    /// How urgent it is and how it is best handled, when somebody has said so.
    pub triage: Option<Triage>,
    /// When it started (ms).
    pub started_at: i64,
    /// Since when it waits in the queue; kept over a take-back (ms).
    pub waiting_since: i64,
    /// Who holds it.
    pub held_by: Option<Uuid>,
    /// In which of the holder's luukut 1–8 it sits.
    pub luukku: Option<i64>,
    /// The team that it was handed to; while it waits, only they may take it.
    pub for_team: Option<Uuid>,
    /// Who had answered this customer last when it began, in the last 30 days; they are offered it first.
    pub last_with: Option<Uuid>,
    /// The teams to which it has gone as well, since it has waited for so long.
    pub also_for: Vec<Uuid>,
    /// To whom it is offered just now; nobody else can take it meanwhile.
    pub offer: Option<Offer>,
    /// How often the customer was called and not reached.
    pub tries: i64,
    /// When it was last taken from the queue (ms).
    pub taken_at: Option<i64>,
    /// Seconds of the answer target.
    pub answer_target_s: i64,
    /// When the first human public answer came (ms).
    pub answered_at: Option<i64>,
    /// The answer clock: since when the customer waits for words of a human (ms); `null` when it is the customer's turn.
    pub customer_waits_since: Option<i64>,
    /// Since when it is whoever's turn it is (ms).
    pub turn_since: i64,
    /// When it ended (ms).
    pub ended_at: Option<i64>,
    /// Who ended it.
    pub ended_by: Option<EndedBy>,
    /// On which page the chat was started.
    pub start_page: Option<String>,
    /// The title of that page.
    pub start_title: Option<String>,
    /// Where the visitor came from.
    pub referrer: Option<String>,
}

/// A case opened on a screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CaseView {
    /// Which life of the desk's history this is (D4).
    pub epoch: String,
    /// The row.
    pub row: CaseRow,
    /// The newest entries, oldest first: at most 200.
    pub entries: Vec<Entry>,
    /// True when there are older entries (ask with `before`).
    pub has_older: bool,
    /// How far the customer has read (seq of the desk's order).
    pub customer_read_seq: i64,
    /// How far the desk has read.
    pub desk_read_seq: i64,
    /// All contacts of this case, oldest first.
    pub contacts: Vec<ContactBrief>,
    /// Earlier cases of the same customer, newest first: at most 20.
    pub earlier: Vec<EarlierCase>,
    /// My unsent words.
    pub draft: Option<Draft>,
    /// Where the contact before this one was left, as far as it is known.
    pub left_at: Option<LeftAt>,
    /// The pages on which the customer was in this visit, the oldest first, at most 20: where their website tells them.
    pub visit_pages: Vec<VisitPage>,
    /// What is known of the customer, so that they are not asked again.
    pub known: Vec<KnownValue>,
    /// The side conversation: its newest lines, oldest first, at most 200.
    pub side: Vec<Entry>,
}

mirror! {
    /// How a contact was left.
    LeftAs = desk::case::LeftAs {
        /// The case was solved.
        Solved,
        /// The customer was sent elsewhere.
        Referred,
        /// An agent promised to come back.
        Promised,
        /// It ended, and nothing was agreed.
        Ended,
    }
}

/// A page on which a customer was in this visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VisitPage {
    /// Its address, without query and fragment.
    pub address: String,
    /// Its title, when it has one: what the website says of itself.
    pub title: Option<String>,
    /// When they came to it (ms).
    pub at: i64,
}

/// Where a customer's contact was left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LeftAt {
    /// In which case: this one, or the one before.
    pub case_id: Uuid,
    /// Its number.
    pub number: i64,
    /// How.
    pub how: LeftAs,
    /// By whom; of a contact that only ended, who spoke for the desk last.
    pub by: Option<Uuid>,
    /// When (ms).
    pub at: i64,
    /// What was promised in the case before and has not been kept.
    pub promise: Option<CustomerPromise>,
}

/// A contact as the case panel lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ContactBrief {
    /// Which.
    pub contact_id: Uuid,
    /// Through what.
    pub channel: Channel,
    /// When (ms).
    pub started_at: i64,
    /// When it ended (ms).
    pub ended_at: Option<i64>,
    /// Seconds to the first human answer, when there was one.
    pub answered_in_s: Option<i64>,
}

/// An earlier case of the same customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EarlierCase {
    /// Which.
    pub case_id: Uuid,
    /// Number.
    pub number: i64,
    /// Subject line, or the customer's first words, shortened.
    pub subject: Option<String>,
    /// Where it stands.
    pub state: CaseState,
    /// Channel of its newest contact.
    pub channel: Channel,
    /// When it began (ms).
    pub opened_at: i64,
}

/// A part of a case's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Timeline {
    /// Epoch.
    pub epoch: String,
    /// Entries, oldest first.
    pub entries: Vec<Entry>,
    /// True when there are more in the asked direction.
    pub more: bool,
}

/// Unsent words of mine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Draft {
    /// In which case.
    pub case_id: Uuid,
    /// What is being written to the customer, masked.
    pub text: String,
    /// What is being written as a note, masked.
    pub note: String,
    /// When it was kept (ms).
    pub at: i64,
    /// Files that were uploaded for the customer and not sent yet.
    pub attachments: Vec<Attachment>,
}

/// The answer to a command on a case: apply it like a pushed `case` frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Done {
    /// The row now.
    pub row: CaseRow,
    /// What this command added, also when it had been done before (D2).
    pub entries: Vec<Entry>,
}
