//! A case: the one thing to get solved, from its first message on, over channels and days.
//!
//! [`decide`] may say no; [`apply`] never fails; together they are all that can happen to a case.
//! Read [`state`] (what a case is), then [`event`] (what can happen), then [`decide`] (who may make it happen, and when).

mod apply;
mod beginning;
mod bouncing;
mod calling;
mod command;
mod conduct;
mod decide;
mod describing;
mod ending;
mod event;
mod holding;
mod labelling;
mod leaving;
mod meaning;
mod offering;
mod promising;
mod referring;
mod refusal;
mod returning;
mod slots;
#[cfg(test)]
mod spec;
mod state;
mod target;
mod triaging;

pub use apply::apply;
pub use bouncing::BOUNCE_LIMIT;
pub use calling::{is_last_try, open_with_call};
pub use command::{Command, Exceeding, Receiver, Starting, Thanks};
pub use conduct::BlockFor;
pub use decide::{decide, open};
pub use event::{Author, Event, TransferTarget};
pub use leaving::{LeftAs, LeftAt, left_at, left_before};
pub use meaning::{agent_shown, author, is_made_by, is_notable, is_public};
pub use offering::{OfferEnd, OfferedAgent, offer_end};
pub use promising::awaits_call;
pub use referring::{Referral, ReferralReason};
pub use refusal::Refusal;
pub use returning::{TeamNow, Whose, waits_in_vain, why_taken_back};
pub use slots::{ExceedReason, SLOTS_LIMIT, Slots};
pub use state::{Call, Case, CaseState, Channel, Contact, ContactState, EndedBy, Offer, Promise, TakenBackReason, UNDO_WITHIN};
