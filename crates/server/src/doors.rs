//! Whether a client's chat is open: the facts are read here, the rule is [`desk::availability`].
//!
//! Whoever starts a chat asks this in the transaction that starts it (CC-11); the pulse asks it again and again and
//! tells the screens.

use desk::availability::{ClosedReason, Door, WhenClosed, availability_in, open_in};
use desk::hours::{self, Date, DayException, HolidayHours, Hours, Slot, WeekHours};
use desk::id::OrganisationId;
use desk::language::Language;
use desk::moment::{Moment, Span};
use desk::opening_target::{OpeningTarget, Served, TargetNow, judged_since, target_now};
use desk::staffing::{Staffing, Staffings};
use store::clients::{Client, KeptHolidays, OpenSlot};
use store::{Tx, availability_log, figures, staffing};
use wire::common::{Availability, ClosedLanguage};

/// Whether a visitor may start a chat in `language` with `client` at `at`, and who is there and speaks it. Read in the transaction of
/// whoever asks.
pub async fn room(
    tx: &mut Tx,
    organisation: OrganisationId,
    client: &Client,
    language: Language,
    at: Moment,
) -> store::Result<(Result<(), ClosedReason>, Staffing)> {
    let staffings = staffing::staffing(tx, organisation, client.client_id).await?;
    let opening_target = target_of(tx, organisation, client, &staffings, at).await?;
    let door = availability_in(language, door(client, &hours_of(client), at), &staffings, client.queue_ceiling, opening_target);
    Ok((door, staffings.who_speak(language)))
}

/// Whether the chat is open whatever its rules say, in which languages it is not, and when it opens or closes next. Screens are
/// told what [`crate::opening`] makes of it.
pub async fn availability_of(tx: &mut Tx, organisation: OrganisationId, client: &Client, at: Moment) -> store::Result<Availability> {
    let staffings = staffing::staffing(tx, organisation, client.client_id).await?;
    let opening_target = target_of(tx, organisation, client, &staffings, at).await?;
    Ok(told(client, &staffings, opening_target, at))
}

/// What visitors find while the chat of `client` is closed: nothing, until it has been opened to customers.
pub fn when_closed(client: &Client) -> WhenClosed {
    if client.launch.live_at.is_some() { client.when_closed } else { WhenClosed::Hidden }
}

/// Whether those who come can count on an answer in time. What the log says of the chat decides what is judged and how much better
/// it must have become, so that every process opens and closes it alike.
async fn target_of(
    tx: &mut Tx,
    organisation: OrganisationId,
    client: &Client,
    staffings: &Staffings,
    at: Moment,
) -> store::Result<TargetNow> {
    let Some(opening_target) = client.opening_target else { return Ok(TargetNow::Kept) };
    let window = Span::seconds(opening_target.window_min.saturating_mul(60));
    let rule = OpeningTarget { window, least_percent: opening_target.least_percent, longest_wait: opening_target.longest_wait };
    let from = at.minus(window);
    // What was noted at this very moment is of the log as well.
    let log = availability_log::changes(tx, organisation, client.client_id, from, at.plus(Span::micros(1))).await?;
    let (before, since) = judged_since(&log);
    let chats = figures::started_since(tx, organisation, client.client_id, since.map_or(from, |since| from.max(since)), at).await?;
    let held = figures::held_waits_since(tx, organisation, client.client_id).await?;
    let oldest_wait = held.into_iter().chain(staffings.waits_since()).min().map(|since| at.since(since)).unwrap_or_default();
    let served = Served::of(&chats, oldest_wait, Span::seconds(client.answer_target_s), staffings.everybody());
    Ok(target_now(rule, served, before))
}

/// The opening hours of a client as the rules read them. A day that cannot be read is no day of its own.
pub fn hours_of(client: &Client) -> Hours {
    let mut week = WeekHours::default();
    for (day, slots) in week.days.iter_mut().zip(&client.week) {
        *day = slots_of(slots);
    }
    let exception = |kept: &store::clients::OpenException| {
        let date: Date = kept.date.parse().ok()?;
        Some(DayException { date, slots: slots_of(&kept.slots), name: kept.name.clone() })
    };
    let holidays = |kept: &KeptHolidays| HolidayHours {
        country: kept.country,
        on_holidays: slots_of(&kept.on_holidays),
        on_eves: slots_of(&kept.on_eves),
        on_short_days: kept.on_short_days.as_deref().map(slots_of),
    };
    Hours {
        week,
        holidays: client.holidays.as_ref().map(holidays),
        exceptions: client.exceptions.iter().filter_map(exception).collect(),
        time_zone: client.time_zone.clone(),
    }
}

fn slots_of(slots: &[OpenSlot]) -> Vec<Slot> {
    let minute = |minute: i64| u16::try_from(minute.clamp(0, hours::END_OF_DAY.into())).unwrap_or(hours::END_OF_DAY);
    slots.iter().map(|slot| Slot::new(minute(slot.from_minute), minute(slot.to_minute))).collect()
}

fn door(client: &Client, hours: &Hours, at: Moment) -> Door {
    match (client.closed_by_hand, hours::is_open(hours, at)) {
        _ if client.launch.live_at.is_none() => Door::NotLive,
        (true, _) => Door::ShutByHand,
        (false, true) => Door::InHours,
        (false, false) => Door::OutOfHours,
    }
}

fn told(client: &Client, staffings: &Staffings, opening_target: TargetNow, at: Moment) -> Availability {
    let hours = hours_of(client);
    let open_in = open_in(&client.languages, door(client, &hours, at), staffings, client.queue_ceiling, opening_target);
    let reason = open_in.err();
    let next_opening = reason.filter(|reason| reason.ends_with_hours()).and_then(|_| hours::next_opening(&hours, at));
    Availability {
        open: reason.is_none(),
        reason: reason.map(Into::into),
        closed_in: ClosedLanguage::each(open_in.unwrap_or_default()),
        closed_by_rules: None,
        next_opening_at: next_opening.map(Moment::millis),
        closes_at: hours::closes_at(&hours, at).map(Moment::millis),
        when_closed: when_closed(client).into(),
    }
}

#[cfg(test)]
mod tests {
    use desk::staffing::{Present, WaitingAlike};

    use super::*;

    /// 2026-01-05, a Monday, 08:00 in Helsinki.
    const MONDAY_8: Moment = Moment::from_micros(1_767_592_800_000_000);
    /// Eight hours later, when it closes.
    const MONDAY_16: Moment = Moment::from_micros(1_767_621_600_000_000);

    /// So many are there and speak Finnish only.
    fn there(present: usize, free_slots: i64, waiting: i64) -> Staffings {
        let one = Present { languages: vec![(Language::Fi, 2)], skills: Vec::new(), free_slots };
        let waits = WaitingAlike { language: Language::Fi, level: 1, skill: None, chats: waiting, oldest: None };
        Staffings::of(&vec![one; present], &[waits])
    }

    fn client() -> Client {
        let day = vec![OpenSlot { from_minute: 480, to_minute: 960 }];
        Client {
            client_id: uuid::Uuid::nil().into(),
            widget_id: String::new(),
            name: "IT-tuki".into(),
            desk_name: None,
            languages: vec![Language::Fi],
            colour: None,
            time_zone: "Europe/Helsinki".into(),
            week: vec![day.clone(), day.clone(), day.clone(), day.clone(), day, Vec::new(), Vec::new()],
            exceptions: vec![store::clients::OpenException {
                date: "2026-01-06".into(),
                slots: Vec::new(),
                name: Some("Loppiainen".into()),
            }],
            holidays: None,
            closed_by_hand: false,
            when_closed: desk::availability::WhenClosed::Message,
            queue_ceiling: 10,
            opening_target: None,
            ease: None,
            call_back: None,
            answer_target_s: 60,
            silence_min: 15,
            thanks_grace_min: 60,
            websites: Vec::new(),
            greeting_fi: String::new(),
            greeting_sv: String::new(),
            greeting_en: String::new(),
            speech: store::speech::Speech::default(),
            created_at: MONDAY_8,
            launch: store::clients::Launch::live(MONDAY_8),
        }
    }

    #[test]
    fn a_staffed_chat_in_its_hours_is_open_and_says_until_when() {
        let told = told(&client(), &there(1, 1, 0), TargetNow::Kept, MONDAY_8);
        assert_eq!((told.open, told.reason, told.next_opening_at), (true, None, None));
        assert_eq!(told.closes_at, Some(MONDAY_8.millis() + 8 * 3_600_000));
    }

    #[test]
    fn where_nobody_speaks_swedish_the_chat_is_open_but_not_in_swedish_sm_05() {
        let told = |languages| told(&Client { languages, ..client() }, &there(1, 1, 0), TargetNow::Kept, MONDAY_8);
        let both = told(vec![Language::Fi, Language::Sv]);
        let closed = ClosedLanguage { language: wire::common::Language::Sv, reason: wire::common::ClosedReason::NoSpeaker };
        assert_eq!((both.open, both.reason, both.closed_in), (true, None, vec![closed]));
        let swedish = told(vec![Language::Sv]);
        assert_eq!((swedish.open, swedish.reason, swedish.closed_in), (false, Some(wire::common::ClosedReason::NoSpeaker), Vec::new()));
    }

    #[test]
    fn after_its_hours_the_next_opening_leaves_out_the_day_of_its_own_cc_12() {
        let told = told(&client(), &there(1, 1, 0), TargetNow::Kept, MONDAY_16);
        assert_eq!((told.open, told.reason), (false, Some(wire::common::ClosedReason::Hours)));
        // Tuesday is Epiphany and closed, so Wednesday at eight.
        assert_eq!(told.next_opening_at, Some(MONDAY_8.millis() + 48 * 3_600_000));
    }

    #[test]
    fn nobody_present_or_a_full_queue_closes_it_and_no_opening_is_promised_for_another_day_cc_11() {
        let (nobody, full) = (there(0, 0, 0), there(1, 0, 10));
        for (staffings, reason) in [(nobody, wire::common::ClosedReason::NobodyPresent), (full, wire::common::ClosedReason::QueueFull)] {
            let told = told(&client(), &staffings, TargetNow::Kept, MONDAY_8);
            assert_eq!((told.open, told.reason, told.next_opening_at), (false, Some(reason), None));
        }
    }

    #[test]
    fn visitors_see_nothing_of_a_chat_that_was_not_opened_to_customers_cc_01() {
        let told = told(&Client { launch: store::clients::Launch::default(), ..client() }, &there(1, 1, 0), TargetNow::Kept, MONDAY_8);
        assert_eq!((told.open, told.reason), (false, Some(wire::common::ClosedReason::NotLive)));
        assert_eq!(told.when_closed, wire::common::WhenClosed::Hidden);
    }

    #[test]
    fn a_hand_closes_it_and_nobody_knows_for_how_long() {
        let told = told(&Client { closed_by_hand: true, ..client() }, &there(1, 1, 0), TargetNow::Kept, MONDAY_8);
        assert_eq!((told.open, told.next_opening_at), (false, None));
    }
}
