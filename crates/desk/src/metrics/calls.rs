//! What became of the calls that customers asked for.

use crate::case::Event;
use crate::id::ContactId;
use crate::moment::{Moment, Span};

/// The call-backs that were promised in a stretch of time. Population: call-backs by when they were asked for, without those that
/// ended before anybody called and before their time had passed; clock: the calendar, until the time that was promised first. A
/// call is kept by calling, whether the customer answers it or not; words are no call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calls {
    /// Promised: kept + late + those whose time has not come.
    pub promised: i64,
    /// First called by the promised time.
    pub kept: i64,
    /// First called after it, or not called yet although it has passed.
    pub late: i64,
    /// Of the promised: called, and never spoken with so far.
    pub not_reached: i64,
    /// When the next of them is late, if nobody calls.
    pub late_at: Option<Moment>,
}

/// One of them, as its history tells it.
struct Promised {
    contact: ContactId,
    until: Moment,
    called_at: Option<Moment>,
    is_spoken: bool,
    ended_at: Option<Moment>,
}

impl Promised {
    fn is_withdrawn(&self) -> bool {
        self.called_at.is_none() && self.ended_at.is_some_and(|ended| ended <= self.until)
    }

    /// Whether it waits for a call that can still come in time.
    fn is_ahead(&self, at: Moment) -> bool {
        self.called_at.is_none() && self.ended_at.is_none() && at <= self.until
    }

    fn is_kept(&self) -> bool {
        self.called_at.is_some_and(|called| called <= self.until)
    }
}

/// Counts the calls that `happened` tells of, as they stand at `at`. What happened in one case comes in its order.
pub fn calls<'a>(happened: impl IntoIterator<Item = (&'a Event, Moment)>, at: Moment) -> Calls {
    let mut all: Vec<Promised> = Vec::new();
    for (event, when) in happened {
        let Some(contact) = contact_of(event) else { continue };
        let known = all.iter_mut().find(|one| one.contact == contact);
        match (event, known) {
            (Event::CallOrdered { until, .. }, None) => {
                all.push(Promised { contact, until: *until, called_at: None, is_spoken: false, ended_at: None });
            }
            // A solution was taken back: what was promised is still to come.
            (Event::CallOrdered { .. } | Event::ContactResumed { .. }, Some(one)) => one.ended_at = None,
            (Event::ContactEnded { .. }, Some(one)) => one.ended_at = Some(when),
            (Event::NotReached { .. }, Some(one)) => one.called_at = one.called_at.or(Some(when)),
            (Event::Called { .. }, Some(one)) => {
                one.called_at = one.called_at.or(Some(when));
                one.is_spoken = true;
            }
            (_, _) => {}
        }
    }
    all.retain(|one| !one.is_withdrawn());
    let count = |is: &dyn Fn(&Promised) -> bool| i64::try_from(all.iter().filter(|one| is(one)).count()).unwrap_or(i64::MAX);
    Calls {
        promised: count(&|_| true),
        kept: count(&Promised::is_kept),
        late: count(&|one| !one.is_kept() && !one.is_ahead(at)),
        not_reached: count(&|one| one.called_at.is_some() && !one.is_spoken),
        late_at: all.iter().filter(|one| one.is_ahead(at)).map(|one| one.until.plus(Span::micros(1))).min(),
    }
}

fn contact_of(event: &Event) -> Option<ContactId> {
    if let Event::CallOrdered { contact, .. }
    | Event::ContactResumed { contact, .. }
    | Event::ContactEnded { contact, .. }
    | Event::NotReached { contact, .. }
    | Event::Called { contact, .. } = event
    {
        Some(*contact)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::case::EndedBy;
    use crate::id::AgentId;

    const AINO: AgentId = AgentId(Uuid::from_u128(1));
    /// Every call is promised by then.
    const UNTIL: i64 = 3_600;

    fn second(seconds: i64) -> Moment {
        Moment::from_micros(seconds * 1_000_000)
    }

    fn contact(number: u128) -> ContactId {
        ContactId(Uuid::from_u128(number))
    }

    fn ordered(number: u128) -> (Event, Moment) {
        (Event::CallOrdered { contact: contact(number), from: None, until: second(UNTIL) }, second(0))
    }

    fn called(number: u128, at: i64) -> (Event, Moment) {
        (Event::Called { contact: contact(number), by: AINO }, second(at))
    }

    fn not_reached(number: u128, at: i64) -> (Event, Moment) {
        (Event::NotReached { contact: contact(number), by: AINO, tries: 1 }, second(at))
    }

    fn ended(number: u128, by: EndedBy, at: i64) -> (Event, Moment) {
        (Event::ContactEnded { contact: contact(number), by, agent: None }, second(at))
    }

    /// Promised, kept, late and not reached.
    fn counted(happened: &[(Event, Moment)], at: i64) -> [i64; 4] {
        let all = calls(happened.iter().map(|(event, at)| (event, *at)), second(at));
        [all.promised, all.kept, all.late, all.not_reached]
    }

    #[test]
    fn a_call_at_the_promised_time_is_kept_and_one_after_it_is_late() {
        assert_eq!(counted(&[], 0), [0; 4]);
        let day = [ordered(1), called(1, UNTIL), ordered(2), called(2, UNTIL + 1), ordered(3)];
        assert_eq!(counted(&day, UNTIL), [3, 1, 1, 0], "the third can still come in time");
        assert_eq!(counted(&day, UNTIL + 1), [3, 1, 2, 0], "and now it is late before anybody calls");
    }

    #[test]
    fn who_does_not_answer_has_been_called_in_time_and_is_not_reached_until_spoken_with() {
        let tried = [ordered(1), not_reached(1, 60)];
        assert_eq!(counted(&tried, 9_000), [1, 1, 0, 1]);
        assert_eq!(counted(&[tried.as_slice(), &[called(1, 9_000)]].concat(), 9_000), [1, 1, 0, 0]);
        assert_eq!(counted(&[ordered(1), not_reached(1, UNTIL + 1)], 9_000), [1, 0, 1, 1]);
    }

    #[test]
    fn who_cancels_in_time_was_promised_nothing_and_who_gives_up_afterwards_was_let_down() {
        let cancelled = |at| [ordered(1), ended(1, EndedBy::Customer, at)];
        assert_eq!(counted(&cancelled(UNTIL), 9_000), [0; 4]);
        assert_eq!(counted(&cancelled(UNTIL + 1), 9_000), [1, 0, 1, 0]);
        // They were on the call when they ended the conversation.
        let noted = [cancelled(60).as_slice(), &[called(1, 90)]].concat();
        assert_eq!(counted(&noted, 9_000), [1, 1, 0, 0]);
        let taken_back = [ordered(1), ended(1, EndedBy::Agent, 60), ordered(1)];
        assert_eq!(counted(&taken_back, 90), [1, 0, 0, 0], "the solution was taken back");
    }

    #[test]
    fn the_next_call_that_is_late_is_the_one_that_nobody_has_made() {
        let late_at = |happened: &[(Event, Moment)], at| calls(happened.iter().map(|(event, at)| (event, *at)), second(at)).late_at;
        assert_eq!(late_at(&[ordered(1)], 60), Some(second(UNTIL).plus(Span::micros(1))));
        assert_eq!(late_at(&[ordered(1), called(1, 30)], 60), None);
        assert_eq!(late_at(&[ordered(1)], UNTIL + 1), None);
    }
}
