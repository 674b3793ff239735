//! Labels: the categories and tags by which a client's cases are sorted and counted, and the places and remedies of its referrals.
//! Each client has its own.

use crate::id::LabelId;

/// The most labels that one client has, retired ones included: a longer list is not a sorting any more.
pub const MOST: usize = 300;
/// The most characters of a name.
pub const LONGEST_NAME: usize = 40;
/// The most tags of one case.
pub const MOST_TAGS: usize = 10;

/// What kind of label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LabelKind {
    /// What the case is about: at most one of a case.
    Category,
    /// What is worth finding again: any number of a case, up to [`MOST_TAGS`].
    Tag,
    /// Where customers are sent whose matter is not solved here ([`crate::case::Referral`]).
    Place,
    /// A right or a piece of knowledge with which a matter could have been solved here.
    Remedy,
}

/// What a client asks of a case that is solved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Requires {
    /// A category.
    pub category: bool,
    /// At least one tag.
    pub tag: bool,
}

/// What of a client's labels can be put on a case now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// Categories that are not retired.
    pub categories: Vec<LabelId>,
    /// Tags that are not retired.
    pub tags: Vec<LabelId>,
    /// Places that are not retired.
    pub places: Vec<LabelId>,
    /// Remedies that are not retired.
    pub remedies: Vec<LabelId>,
    /// What the client asks.
    pub requires: Requires,
}

impl Labels {
    /// What solving asks for. Of what there is nothing to choose from, nothing is asked: no case is stuck for want of a label.
    pub fn asked(&self) -> Requires {
        Requires { category: self.requires.category && !self.categories.is_empty(), tag: self.requires.tag && !self.tags.is_empty() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_that_has_retired_every_category_asks_for_none() {
        let requires = Requires { category: true, tag: true };
        let tag = LabelId(uuid::Uuid::from_u128(1));
        let labels = Labels { tags: vec![tag], requires, ..Labels::default() };
        assert_eq!(labels.asked(), Requires { category: false, tag: true });
    }
}
