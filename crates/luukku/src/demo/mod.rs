//! The demo desk. [`content`] is what it is made of: who answers, whom they serve and four weeks of conversations.
//! [`sites`] are the two websites on which its customers meet the widget.

pub mod content;
pub mod simulate;
pub mod sites;
