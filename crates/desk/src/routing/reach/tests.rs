#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use uuid::Uuid;

use super::*;
use crate::routing::rules::{Asks, Beginning, first};

const INVOICES: LabelId = LabelId(Uuid::from_u128(1));
const ACCOUNTS: LabelId = LabelId(Uuid::from_u128(2));

fn rules(each: &[When]) -> Vec<Rule> {
    let rule = |(at, when): (usize, &When)| Rule { id: id(at), name: format!("{at}"), when: when.clone(), asks: Asks::default() };
    each.iter().enumerate().map(rule).collect()
}

fn id(at: usize) -> RuleId {
    RuleId(Uuid::from_u128(u128::try_from(at).unwrap()))
}

fn any() -> When {
    When::default()
}

fn speaking(languages: &[Language]) -> When {
    When { languages: languages.to_vec(), ..any() }
}

fn under(path: &str) -> When {
    When { page: Some(PageIs::Under(path.into())), ..any() }
}

fn containing(part: &str) -> When {
    When { page: Some(PageIs::Containing(part.into())), ..any() }
}

fn by(customer: CustomerIs) -> When {
    When { customer: Some(customer), ..any() }
}

fn about(categories: &[LabelId]) -> When {
    When { categories: categories.to_vec(), ..any() }
}

/// Which of those above decide instead of the last one; nothing where it is reached.
fn instead(each: &[When]) -> Vec<usize> {
    let found = never_reached(&rules(each));
    let last = found.into_iter().find(|one| one.rule == id(each.len() - 1));
    let place = |above: &RuleId| (0..each.len()).find(|at| id(*at) == *above).unwrap();
    last.map(|one| one.above.iter().map(place).collect()).unwrap_or_default()
}

#[test]
fn a_rule_below_one_that_asks_for_less_is_never_reached() {
    use Language::{En, Fi, Sv};
    let both = When { languages: vec![Fi], ..under("/palkka/verot") };
    let table: &[(&[When], &[usize])] = &[
        (&[any()], &[]),
        (&[any(), any()], &[0]),
        (&[any(), both.clone()], &[0]),
        (&[both.clone(), any()], &[]),
        (&[both.clone(), both.clone()], &[0]),
        (&[speaking(&[Fi, Sv]), speaking(&[Sv])], &[0]),
        (&[speaking(&[Sv]), speaking(&[Fi, Sv])], &[]),
        (&[speaking(&[Sv]), under("/palkka")], &[]),
        (&[under("/palkka"), both.clone()], &[0]),
        (&[under("/Palkka/"), under("/palkka")], &[0]),
        (&[under("/palkka"), under("/palkkatuki")], &[]),
        (&[under("/"), under("/palkka")], &[]),
        (&[containing("esimerkki.fi"), containing("www.Esimerkki.fi/palkka")], &[0]),
        (&[containing("palkka"), under("/palkka/verot")], &[0]),
        (&[containing("/palkka/"), under("/palkka/")], &[]),
        (&[under("/palkka"), containing("/palkka/verot")], &[]),
        (&[by(CustomerIs::Known), When { languages: vec![Fi], ..by(CustomerIs::Known) }], &[0]),
        (&[by(CustomerIs::Known), by(CustomerIs::New)], &[]),
        (&[about(&[INVOICES, ACCOUNTS]), about(&[ACCOUNTS])], &[0]),
        (&[about(&[INVOICES, ACCOUNTS]), any()], &[]),
        (&[under("/palkka"), any(), speaking(&[Fi])], &[1]),
        // Several decide together; one that does so alone is named alone.
        (&[by(CustomerIs::Known), by(CustomerIs::New), speaking(&[Fi])], &[0, 1]),
        (&[by(CustomerIs::Known), any(), speaking(&[Fi])], &[1]),
        (&[about(&[INVOICES]), about(&[ACCOUNTS]), about(&[INVOICES, ACCOUNTS])], &[0, 1]),
        (&[speaking(&[Fi]), speaking(&[Sv]), speaking(&[En]), any()], &[0, 1, 2]),
        (&[speaking(&[Fi]), speaking(&[Sv]), any()], &[]),
    ];
    for (each, expected) in table {
        assert_eq!(instead(each), *expected, "{each:?}");
    }
}

/// Numbers that are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    fn when(&mut self, has_page: bool) -> When {
        let pages = ["/", "/a", "/a/", "/a/b", "/A/b/c", "/ab", "/p%C3%A4iv%C3%A4", "/päivä/x"];
        let parts = ["a", "a/b", "/a/", "h.fi", "H.fi/a", "b", "/", "päivä"];
        let page = match self.below(4) {
            0 if has_page => Some(PageIs::Under(pages[self.below(pages.len())].into())),
            1 if has_page => Some(PageIs::Containing(parts[self.below(parts.len())].into())),
            _ => None,
        };
        When {
            languages: Language::ALL.into_iter().filter(|_| self.below(3) == 0).collect(),
            page,
            customer: [None, None, Some(CustomerIs::Known), Some(CustomerIs::New)][self.below(4)],
            categories: [INVOICES, ACCOUNTS].into_iter().filter(|_| self.below(4) == 0).collect(),
        }
    }
}

/// Everybody there could be, as far as the rules of the dice tell them apart.
fn beginnings() -> Vec<Beginning<'static>> {
    let pages = [
        None,
        Some("https://h.fi"),
        Some("https://h.fi/"),
        Some("https://h.fi/a"),
        Some("https://h.fi/a/?x=1"),
        Some("https://h.fi/A/B/c#d"),
        Some("https://h.fi/ab"),
        Some("https://h.fi/a//b"),
        Some("https://h.fi/p%C3%A4iv%C3%A4"),
        Some("https://h.fi/PÄIVÄ/x/"),
        Some("https://other.example/b/a/b"),
        Some("https://other.example/a%2Fb"),
    ];
    let mut all = Vec::new();
    for language in Language::ALL {
        for page in pages {
            for customer in [CustomerIs::Known, CustomerIs::New] {
                for category in [None, Some(INVOICES), Some(ACCOUNTS), Some(LabelId(Uuid::from_u128(3)))] {
                    all.push(Beginning { language, page, customer, category });
                }
            }
        }
    }
    all
}

#[test]
fn nobody_ever_comes_to_a_rule_that_is_said_to_be_never_reached() {
    let (everybody, mut dice, mut told) = (beginnings(), Dice(7), 0);
    for _ in 0..1_500 {
        let rules = rules(&(0..5).map(|_| dice.when(true)).collect::<Vec<_>>());
        let never = never_reached(&rules);
        told += never.len();
        let reached: Vec<RuleId> = everybody.iter().filter_map(|one| first(&rules, *one)).map(|rule| rule.id).collect();
        for one in &never {
            assert!(!reached.contains(&one.rule), "{one:?} of {rules:#?}");
            // Those who are named are enough: without the others nobody comes to it either.
            let named: Vec<Rule> = rules.iter().filter(|rule| one.above.contains(&rule.id) || rule.id == one.rule).cloned().collect();
            assert!(everybody.iter().all(|each| first(&named, *each).is_none_or(|rule| rule.id != one.rule)), "{one:?} of {rules:#?}");
        }
    }
    assert!(told > 300, "{told}");
}

#[test]
fn where_no_page_is_asked_for_every_rule_that_nobody_comes_to_is_told() {
    let (everybody, mut dice) = (beginnings(), Dice(11));
    for _ in 0..1_500 {
        let rules = rules(&(0..5).map(|_| dice.when(false)).collect::<Vec<_>>());
        let told: Vec<RuleId> = never_reached(&rules).into_iter().map(|one| one.rule).collect();
        let is_reached = |rule: &Rule| everybody.iter().any(|one| first(&rules, *one).is_some_and(|first| first.id == rule.id));
        let silent: Vec<RuleId> = rules.iter().filter(|rule| !is_reached(rule)).map(|rule| rule.id).collect();
        assert_eq!(told, silent, "{rules:#?}");
    }
}
