//! To which other teams a chat goes as well (TE-13, UH-20).

use desk::id::{ClientId, TeamId};
use desk::moment::Span;
use desk::routing::{Overflow, Overflowing, WrongOverflow, helped, overflows, wrong_overflow};
use uuid::Uuid;

fn team(number: u128) -> TeamId {
    TeamId(Uuid::from_u128(number))
}

fn client(number: u128) -> ClientId {
    ClientId(Uuid::from_u128(100 + number))
}

/// A team that serves the client of its own number, and after so many seconds lets others help.
fn of(number: u128, overflow: Option<(i64, u128)>) -> Overflowing {
    let overflow = overflow.map(|(after, to)| Overflow { after: Span::seconds(after), to: team(to) });
    Overflowing { team: team(number), clients: vec![client(number)], overflow }
}

fn goes(teams: &[Overflowing], waited: i64) -> Vec<(TeamId, TeamId)> {
    overflows(client(1), None, Span::seconds(waited), teams)
}

#[test]
fn a_chat_goes_to_the_other_team_when_it_has_waited_for_as_long_as_its_own_says() {
    let teams = [of(1, Some((30, 2))), of(2, None)];
    assert_eq!(goes(&teams, 29), []);
    assert_eq!(goes(&teams, 30), [(team(1), team(2))]);
    assert_eq!(overflows(client(2), None, Span::seconds(600), &teams), [], "the other team keeps its own");
}

#[test]
fn the_second_team_counts_from_when_the_chat_came_to_it_and_a_third_is_not_asked() {
    let teams = [of(1, Some((30, 2))), of(2, Some((60, 3))), of(3, Some((10, 4))), of(4, None)];
    assert_eq!(goes(&teams, 89), [(team(1), team(2))]);
    assert_eq!(goes(&teams, 90), [(team(1), team(2)), (team(2), team(3))]);
    assert_eq!(goes(&teams, 9_000).len(), 2);
}

#[test]
fn a_chat_that_was_handed_to_a_team_follows_the_rule_of_that_team() {
    let teams = [of(1, Some((30, 2))), of(2, None), of(3, Some((60, 4))), of(4, None)];
    let handed = |waited| overflows(client(1), Some(team(3)), Span::seconds(waited), &teams);
    assert_eq!((handed(59), handed(60)), (vec![], vec![(team(3), team(4))]));
}

#[test]
fn a_rule_that_leads_to_a_removed_team_or_back_does_nothing() {
    assert_eq!(goes(&[of(1, Some((30, 9)))], 600), []);
    let around = [of(1, Some((30, 2))), of(2, Some((30, 1)))];
    assert_eq!(goes(&around, 600), [(team(1), team(2))]);
    assert_eq!(goes(&[of(1, Some((30, 1)))], 600), []);
}

#[test]
fn a_wrong_rule_is_told_when_it_is_made() {
    let wrong = |teams: &[Overflowing], number| wrong_overflow(team(number), teams);
    assert_eq!(wrong(&[of(1, Some((30, 2))), of(2, None)], 1), Ok(()));
    assert_eq!(wrong(&[of(1, None)], 1), Ok(()));
    assert_eq!(wrong(&[of(1, Some((30, 9)))], 1), Err(WrongOverflow::NoSuchTeam));
    assert_eq!(wrong(&[of(1, Some((30, 1)))], 1), Err(WrongOverflow::Cycle));
    assert_eq!(wrong(&[of(1, Some((30, 2))), of(2, Some((30, 1)))], 2), Err(WrongOverflow::Cycle));
    let three = [of(1, Some((30, 2))), of(2, Some((30, 3))), of(3, None)];
    assert_eq!((wrong(&three, 1), wrong(&three, 2)), (Ok(()), Ok(())));
    let four = [of(1, Some((30, 2))), of(2, Some((30, 3))), of(3, Some((30, 4))), of(4, None)];
    assert_eq!(wrong(&four, 1), Err(WrongOverflow::TooLong));
    assert_eq!(wrong(&four, 3), Err(WrongOverflow::TooLong), "the last link makes the chain too long for the first");
    assert_eq!(wrong(&four, 4), Ok(()), "who has no rule has no wrong one");
}

#[test]
fn who_helps_sees_the_clients_whom_they_help() {
    let teams = [of(1, Some((30, 2))), of(2, Some((30, 3))), of(3, Some((30, 4))), of(4, None)];
    assert_eq!(helped(&teams).get(&team(1)), None);
    assert_eq!(helped(&teams)[&team(2)], [client(1)]);
    assert_eq!(helped(&teams)[&team(3)], [client(1), client(2)]);
    assert_eq!(helped(&teams)[&team(4)], [client(2), client(3)], "the chats of the first never come this far");
}
