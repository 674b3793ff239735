//! What every number means. Percentiles by nearest rank; no data is none, never 0 or 100 %.

/// First human answers of a set of chats. Population: chats by their start; clock: calendar time from the customer's
/// first message to the first public reply of a person. Automatic words and notes never count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answers {
    /// Chats started.
    pub started: i64,
    /// Answered by a person.
    pub answered: i64,
    /// Of those, within their own target.
    pub within_target: i64,
    /// Ended without an answer.
    pub unanswered: i64,
    /// Median, in whole seconds rounded down.
    pub median_s: Option<i64>,
    /// 90th percentile, likewise.
    pub p90_s: Option<i64>,
}

/// One chat as the numbers see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Milliseconds from start to the first human answer; none while there is none.
    pub after_ms: Option<i64>,
    /// The target that held for it, in milliseconds.
    pub target_ms: i64,
    /// Whether it is over.
    pub is_over: bool,
}

/// Counts `chats`.
pub fn answers(chats: &[Answered]) -> Answers {
    let mut times: Vec<i64> = chats.iter().filter_map(|chat| chat.after_ms).collect();
    times.sort_unstable();
    let count = |is: &dyn Fn(&Answered) -> bool| i64::try_from(chats.iter().filter(|chat| is(chat)).count()).unwrap_or(i64::MAX);
    Answers {
        started: count(&|_| true),
        answered: count(&|chat| chat.after_ms.is_some()),
        within_target: count(&|chat| chat.after_ms.is_some_and(|after| after <= chat.target_ms)),
        unanswered: count(&|chat| chat.after_ms.is_none() && chat.is_over),
        median_s: nearest_rank(&times, 50).map(|ms| ms / 1000),
        p90_s: nearest_rank(&times, 90).map(|ms| ms / 1000),
    }
}

/// The `percent`-th percentile of sorted `values` by nearest rank: the smallest value with at least that share at or below it.
pub fn nearest_rank(values: &[i64], percent: usize) -> Option<i64> {
    let rank = (values.len() * percent).div_ceil(100).max(1);
    values.get(rank - 1).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chat(after_s: Option<i64>, is_over: bool) -> Answered {
        Answered { after_ms: after_s.map(|s| s * 1000), target_ms: 60_000, is_over }
    }

    #[test]
    fn no_chats_have_no_median() {
        assert_eq!(answers(&[]).median_s, None);
    }

    #[test]
    fn an_answer_at_sixty_seconds_is_within_sixty_seconds_and_one_after_is_not() {
        let late = Answered { after_ms: Some(60_001), target_ms: 60_000, is_over: false };
        let counted = answers(&[chat(Some(60), true), late, chat(None, true), chat(None, false)]);
        assert_eq!((counted.started, counted.answered, counted.within_target, counted.unanswered), (4, 2, 1, 1));
    }

    #[test]
    fn percentiles_go_by_nearest_rank() {
        let ten: Vec<i64> = (1..=10).collect();
        assert_eq!((nearest_rank(&ten, 50), nearest_rank(&ten, 90)), (Some(5), Some(9)));
    }
}
