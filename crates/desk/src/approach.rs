//! When the desk speaks to a visitor first, by an invitation to the chat (CC-13): only where a client has turned it on, only
//! while somebody is free, seldom, and never again soon to who said no. A share of the visitors is invited to nothing, so that
//! what invitations do can be told.

use crate::moment::Span;
use crate::routing::rules::NoChat;
use crate::staffing::Staffing;
use crate::website;

/// The most invitations of a client.
pub const MOST: usize = 10;
/// The most pages of one invitation.
pub const MOST_PAGES: usize = 20;
/// The most characters of an invitation: it is read while passing.
pub const LONGEST_WORDS: usize = 200;
/// Seconds on a page, least and most, after which somebody is invited.
pub const AFTER_S: (i64, i64) = (5, 600);
/// Fewest and most invitations in one visit.
pub const PER_VISIT: (i64, i64) = (1, 5);
/// In one day.
pub const PER_DAY: (i64, i64) = (1, 10);
/// In one week.
pub const PER_WEEK: (i64, i64) = (1, 20);
/// For how many days who has said no is left in peace.
pub const PEACE_DAYS: (i64, i64) = (1, 365);
/// The share that is invited to nothing, in per cent.
pub const HELD_OUT_PERCENT: (i64, i64) = (0, 50);

/// Whom an invitation is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Whom {
    /// Everybody.
    Everybody,
    /// Who has not been here before.
    New,
    /// Who has.
    Returning,
}

/// When somebody is invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approach {
    /// On which pages, as paths; none are all.
    pub pages: Vec<String>,
    /// After how long on the page.
    pub after: Span,
    /// And after how much of the page has been scrolled through, in per cent.
    pub scrolled_percent: i64,
    /// Whom.
    pub whom: Whom,
}

/// How seldom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caps {
    /// In one visit.
    pub per_visit: i64,
    /// In one day.
    pub per_day: i64,
    /// In one week.
    pub per_week: i64,
    /// How long who has said no is left in peace.
    pub peace: Span,
}

/// What a visitor's browser tells of them. It alone remembers it: the desk knows nobody who has not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The path of the page.
    pub page: String,
    /// Since when they are there.
    pub on_page: Span,
    /// How much of it they have scrolled through, in per cent.
    pub scrolled_percent: i64,
    /// Whether they have been here before.
    pub is_returning: bool,
    /// How often they were invited in this visit, in the last day and in the last week.
    pub invited: (i64, i64, i64),
    /// How long ago they said no.
    pub said_no: Option<Span>,
}

/// Why somebody is not invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotNow {
    /// It is for other pages, other visitors, or for later.
    NotMet,
    /// They were invited often enough.
    Capped,
    /// They have said no.
    SaidNo,
    /// Nobody would answer at once.
    NobodyFree,
}

/// Whether a visitor may be invited to a chat that may begin or not by `door`, with `staffing` for what they would need.
///
/// # Errors
/// The first reason why not.
pub fn may_approach(approach: &Approach, caps: Caps, seen: &Seen, door: Result<(), NoChat>, staffing: Staffing) -> Result<(), NotNow> {
    let is_for_them = match approach.whom {
        Whom::Everybody => true,
        Whom::New => !seen.is_returning,
        Whom::Returning => seen.is_returning,
    };
    let has_stayed = seen.on_page >= approach.after && seen.scrolled_percent >= approach.scrolled_percent;
    if !(is_for_them && has_stayed && is_on(&approach.pages, &seen.page)) {
        return Err(NotNow::NotMet);
    }
    let (visit, day, week) = seen.invited;
    if visit >= caps.per_visit || day >= caps.per_day || week >= caps.per_week {
        return Err(NotNow::Capped);
    }
    if seen.said_no.is_some_and(|ago| ago < caps.peace) {
        return Err(NotNow::SaidNo);
    }
    // Those who wait go first: an invitation takes nobody's place.
    if door.is_err() || staffing.free_slots <= staffing.waiting {
        return Err(NotNow::NobodyFree);
    }
    Ok(())
}

/// Whether `page` is one of `pages` or lies under one of them; none are all.
pub fn is_on(pages: &[String], page: &str) -> bool {
    pages.is_empty() || pages.iter().any(|one| website::is_under(page, one))
}

/// Whether somebody is invited to nothing, by a `draw` of 0 to 99.
pub fn is_held_out(percent: i64, draw: i64) -> bool {
    draw < percent
}

/// What became of a visitor who met the conditions of an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Became {
    /// They were invited, or held out.
    Met,
    /// They said no.
    SaidNo,
    /// They opened the chat from the invitation.
    Opened,
    /// They began a chat in the same visit.
    Chatted,
}

/// What became of visitors who met the conditions of an invitation: how many there were, and how many of them began a chat in
/// the same visit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Visitors.
    pub visitors: i64,
    /// Of them, who began a chat.
    pub chats: i64,
}

/// The difference of two shares, in per cent: chats among those who were invited less chats among those who were not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// The difference itself.
    pub points: f64,
    /// The lower end of its 95 % interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// z of a 95 % interval.
const Z: f64 = 1.959_963_984_540_054;

/// How many more of the invited began a chat than of those held out, with Newcombe's interval of two Wilson scores (Newcombe
/// 1998, method 10). Nothing while one of the groups is empty.
pub fn effect(invited: Share, held_out: Share) -> Option<Effect> {
    let ((a, a_low, a_high), (b, b_low, b_high)) = (wilson(invited)?, wilson(held_out)?);
    let distance = |x: f64, y: f64| x.hypot(y);
    let points = a - b;
    let low = points - distance(a - a_low, b_high - b);
    let high = points + distance(a_high - a, b - b_low);
    Some(Effect { points: points * 100.0, low: low * 100.0, high: high * 100.0 })
}

/// A share with the ends of its 95 % interval (Wilson 1927).
fn wilson(share: Share) -> Option<(f64, f64, f64)> {
    let (n, x) = (whole(share.visitors)?, whole(share.chats)?);
    if n <= 0.0 {
        return None;
    }
    let p = (x / n).min(1.0);
    let z2 = Z * Z;
    let centre = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt() / (1.0 + z2 / n);
    Some((p, centre - half, centre + half))
}

fn whole(count: i64) -> Option<f64> {
    u32::try_from(count).ok().map(f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::availability::ClosedReason;

    fn approach() -> Approach {
        Approach { pages: vec!["/hinnat".into()], after: Span::seconds(30), scrolled_percent: 50, whom: Whom::Everybody }
    }

    const CAPS: Caps = Caps { per_visit: 1, per_day: 1, per_week: 3, peace: Span::seconds(30 * 86_400) };
    const ROOM: Staffing = Staffing { present: 2, free_slots: 1, waiting: 0 };

    fn seen() -> Seen {
        Seen {
            page: "/hinnat".into(),
            on_page: Span::seconds(30),
            scrolled_percent: 50,
            is_returning: false,
            invited: (0, 0, 0),
            said_no: None,
        }
    }

    fn decided(change: impl FnOnce(&mut Approach, &mut Seen)) -> Result<(), NotNow> {
        let (mut approach, mut seen) = (approach(), seen());
        change(&mut approach, &mut seen);
        may_approach(&approach, CAPS, &seen, Ok(()), ROOM)
    }

    #[test]
    fn somebody_is_invited_where_and_when_the_invitation_says() {
        assert_eq!(decided(|_, _| {}), Ok(()));
        assert_eq!(decided(|_, seen| seen.page = "/".into()), Err(NotNow::NotMet));
        assert_eq!(decided(|_, seen| seen.on_page = Span::seconds(29)), Err(NotNow::NotMet));
        assert_eq!(decided(|_, seen| seen.scrolled_percent = 49), Err(NotNow::NotMet));
        assert_eq!(decided(|approach, _| approach.whom = Whom::Returning), Err(NotNow::NotMet));
        assert_eq!(decided(|approach, seen| (approach.whom, seen.is_returning) = (Whom::New, true)), Err(NotNow::NotMet));
    }

    #[test]
    fn nobody_is_invited_more_often_than_the_caps_allow_or_soon_after_saying_no() {
        for invited in [(1, 0, 0), (0, 1, 0), (0, 0, 3)] {
            assert_eq!(decided(|_, seen| seen.invited = invited), Err(NotNow::Capped));
        }
        assert_eq!(decided(|_, seen| seen.said_no = Some(Span::seconds(86_400))), Err(NotNow::SaidNo));
        assert_eq!(decided(|_, seen| seen.said_no = Some(CAPS.peace)), Ok(()));
    }

    #[test]
    fn nobody_is_invited_to_a_chat_that_is_closed_or_whose_free_hands_others_wait_for() {
        let with = |door, staffing| may_approach(&approach(), CAPS, &seen(), door, staffing);
        assert_eq!(with(Err(NoChat::Closed(ClosedReason::Hours)), ROOM), Err(NotNow::NobodyFree));
        assert_eq!(with(Err(NoChat::NobodyKnows), ROOM), Err(NotNow::NobodyFree));
        assert_eq!(with(Ok(()), Staffing { free_slots: 0, ..ROOM }), Err(NotNow::NobodyFree));
        assert_eq!(with(Ok(()), Staffing { waiting: 1, ..ROOM }), Err(NotNow::NobodyFree));
        assert_eq!(with(Ok(()), Staffing { free_slots: 2, waiting: 1, ..ROOM }), Ok(()));
    }

    #[test]
    fn an_invitation_without_pages_is_for_all_of_them() {
        assert!(is_on(&[], "/anything"));
        let prices = ["/hinnat".to_owned()];
        assert!(is_on(&prices, "/Hinnat/yritys") && !is_on(&prices, "/hinnasto"));
    }

    #[test]
    fn the_effect_is_the_difference_of_the_shares_with_newcombes_interval() {
        // 56/70 and 48/80: the example of Newcombe 1998, table II, (a), method 10: 0.0524 to 0.3339.
        let found = effect(Share { visitors: 70, chats: 56 }, Share { visitors: 80, chats: 48 });
        let rounded = found.map(|found| [found.points, found.low, found.high].map(|value| format!("{value:.2}")));
        assert_eq!(rounded, Some(["20.00", "5.24", "33.39"].map(str::to_owned)));
        assert_eq!(effect(Share { visitors: 70, chats: 56 }, Share::default()), None, "nobody to compare with");
    }

    #[test]
    fn so_many_are_held_out_as_the_share_says() {
        assert_eq!((0..100).filter(|draw| is_held_out(10, *draw)).count(), 10);
        assert!(!is_held_out(0, 0));
    }
}
