//! The demo desk. [`content`] is what it is made of: who answers, whom they serve and four weeks of conversations.

pub mod content;
