//! When an agent may tell of an offer (CC-05): the matter has got on, and nothing says that the customer is displeased.

use crate::case::{Case, CaseState};

/// Why the sales texts among the prepared replies are locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SalesLock {
    /// The customer has been kept waiting for longer than was promised, and that was the newest wait.
    KeptWaiting,
    /// The case is neither solved nor has an agent marked that it got on.
    Unsolved,
}

/// Why no sales text may be inserted in `case`; none when one may be. Getting on is a mark that an agent makes: the case
/// waits for the customer or for others. It goes when the customer writes that it was not solved.
pub fn sales_lock(case: &Case) -> Option<SalesLock> {
    if case.contact.target_missed_at.is_some() {
        return Some(SalesLock::KeptWaiting);
    }
    match case.state {
        CaseState::Solved | CaseState::WaitingForCustomer | CaseState::WaitingForOthers => None,
        CaseState::New | CaseState::Open | CaseState::Closed => Some(SalesLock::Unsolved),
    }
}
