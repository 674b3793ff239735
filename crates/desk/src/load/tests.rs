use super::*;

const CHAT: Kind = Kind::Held(Channel::Chat);

fn minute(minute: i64) -> Moment {
    Moment::from_micros(1_800_000_000_000_000).plus(Span::seconds(minute * 60))
}

fn stretch(kind: Kind, from: i64, until: impl Into<Option<i64>>) -> Stretch {
    Stretch { kind, from: minute(from), until: until.into().map(minute) }
}

/// An answer at this minute to somebody who had waited for so many seconds.
fn answer(at: i64, took_s: i64) -> Stretch {
    Stretch { kind: Kind::Answered, from: minute(at).minus(Span::seconds(took_s)), until: Some(minute(at)) }
}

#[test]
fn chats_less_than_five_minutes_apart_are_one_time_in_chat() {
    let day = [stretch(CHAT, 0, 30), stretch(CHAT, 34, 60), stretch(CHAT, 50, None)];
    assert_eq!(hints(&day, Weights::default(), minute(130)).chat_since, Some(minute(0)));
}

#[test]
fn five_minutes_without_a_chat_begin_a_new_time_in_chat() {
    let day = [stretch(CHAT, 0, 30), stretch(CHAT, 35, None)];
    assert_eq!(hints(&day, Weights::default(), minute(60)).chat_since, Some(minute(35)));
}

#[test]
fn a_chat_that_ended_four_minutes_ago_still_counts_and_one_five_minutes_ago_does_not() {
    let day = [stretch(CHAT, 0, 30)];
    assert_eq!(hints(&day, Weights::default(), minute(34)).chat_since, Some(minute(0)));
    assert_eq!(hints(&day, Weights::default(), minute(35)).chat_since, None);
}

#[test]
fn a_short_chat_inside_a_long_one_ends_nothing() {
    let day = [stretch(CHAT, 0, 100), stretch(CHAT, 10, 12), stretch(CHAT, 101, None)];
    assert_eq!(hints(&day, Weights::default(), minute(110)).chat_since, Some(minute(0)));
}

#[test]
fn after_a_break_of_five_minutes_time_in_chat_begins_anew_even_in_the_same_chat() {
    let day = [stretch(CHAT, 0, None), stretch(Kind::Away, 60, 65)];
    let hints = hints(&day, Weights::default(), minute(70));
    assert_eq!((hints.chat_since, hints.break_ended_at), (Some(minute(65)), Some(minute(65))));
}

#[test]
fn four_minutes_away_are_no_break() {
    let day = [stretch(CHAT, 0, None), stretch(Kind::Away, 60, 64)];
    let hints = hints(&day, Weights::default(), minute(70));
    assert_eq!((hints.chat_since, hints.break_ended_at), (Some(minute(0)), None));
}

#[test]
fn who_is_away_and_goes_on_answering_is_on_no_break() {
    let answering = [stretch(CHAT, 0, None), stretch(Kind::Away, 60, 67), answer(63, 20)];
    assert_eq!(hints(&answering, Weights::default(), minute(70)).chat_since, Some(minute(0)));
    let then_resting = [stretch(CHAT, 0, None), stretch(Kind::Away, 60, 68), answer(63, 20)];
    assert_eq!(hints(&then_resting, Weights::default(), minute(70)).chat_since, Some(minute(68)));
}

#[test]
fn during_a_break_nobody_is_in_chat() {
    let day = [stretch(CHAT, 0, None), stretch(Kind::Away, 60, None)];
    assert_eq!(hints(&day, Weights::default(), minute(64)).chat_since, Some(minute(0)), "it is not one yet");
    let resting = hints(&day, Weights::default(), minute(65));
    assert_eq!((resting.chat_since, resting.break_ended_at), (None, None));
}

#[test]
fn a_left_message_is_no_time_in_chat() {
    let day = [stretch(Kind::Held(Channel::Message), 0, None)];
    let hints = hints(&day, Weights::with_message(30), minute(60));
    assert_eq!((hints.chat_since, hints.load, hints.load_of_late), (None, 30, 30));
}

#[test]
fn the_load_of_the_last_hour_counts_each_chat_for_as_long_as_it_was_held() {
    // Two for the whole hour, one for half of it, one that was over before.
    let day = [stretch(CHAT, 0, None), stretch(CHAT, 60, None), stretch(CHAT, 90, None), stretch(CHAT, 0, 59)];
    let hints = hints(&day, Weights::default(), minute(120));
    assert_eq!((hints.load, hints.load_of_late), (300, 250));
}

#[test]
fn own_answers_are_compared_with_own_earlier_ones_of_the_same_day() {
    let mut day: Vec<Stretch> = (0..5).map(|n| answer(100 + n, 20)).collect();
    day.extend((0..5).map(|n| answer(200 + n, 50)));
    day.extend((0..9).map(|n| answer(n - 800, 900)));
    let answers = hints(&day, Weights::default(), minute(210)).answers;
    assert_eq!(answers, Some(OwnAnswers { of_late: Span::seconds(50), earlier: Span::seconds(20) }));
}

#[test]
fn four_answers_say_nothing_yet() {
    let mut day: Vec<Stretch> = (0..4).map(|n| answer(100 + n, 20)).collect();
    day.extend((0..5).map(|n| answer(200 + n, 50)));
    assert_eq!(hints(&day, Weights::default(), minute(210)).answers, None);
    day.push(answer(104, 20));
    assert!(hints(&day, Weights::default(), minute(210)).answers.is_some());
}

#[test]
fn a_day_without_anything_says_nothing() {
    let none = Hints { chat_since: None, break_ended_at: None, load: 0, load_of_late: 0, answers: None };
    assert_eq!(hints(&[], Weights::default(), minute(0)), none);
}

fn rule(after_min: i64, least: i64) -> Ease {
    Ease { after: Span::seconds(after_min * 60), least }
}

#[test]
fn each_full_stretch_in_chat_takes_one_slot_and_never_more_than_the_rule_leaves() {
    let after = |minutes: i64| eased(4, &[rule(120, 2)], Some(minute(0)), minute(minutes));
    assert_eq!([119, 120, 239, 240, 360, 900].map(after), [0, 1, 1, 2, 2, 2]);
}

#[test]
fn without_a_rule_or_without_a_chat_nothing_is_taken() {
    assert_eq!(eased(4, &[], Some(minute(0)), minute(900)), 0);
    assert_eq!(eased(4, &[rule(120, 2)], None, minute(900)), 0);
}

#[test]
fn of_several_rules_the_strictest_holds() {
    assert_eq!(eased(4, &[rule(120, 2), rule(60, 3), rule(60, 1)], Some(minute(0)), minute(120)), 2);
}

#[test]
fn who_has_no_more_slots_than_the_rule_leaves_keeps_them() {
    assert_eq!(eased(2, &[rule(30, 2)], Some(minute(0)), minute(600)), 0);
    assert_eq!(eased(1, &[rule(30, 4)], Some(minute(0)), minute(600)), 0);
}
