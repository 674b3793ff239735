//! Why a command ends without having done what it was asked for, as a sentence for the person at the terminal.

use std::fmt;

/// The sentence.
#[derive(Debug)]
pub struct Stop(String);

impl Stop {
    /// Ends with `sentence`.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl From<crate::settings::Mistake> for Stop {
    fn from(mistake: crate::settings::Mistake) -> Self {
        Self(mistake.to_string())
    }
}

impl From<store::Failure> for Stop {
    fn from(failure: store::Failure) -> Self {
        match &failure {
            store::Failure::Broken(reason) | store::Failure::Taken(reason) => Self(reason.clone()),
            store::Failure::Busy
            | store::Failure::Full
            | store::Failure::Unavailable
            | store::Failure::Corrupt
            | store::Failure::NewerDatabase { .. } => Self(failure.to_string()),
        }
    }
}

impl From<store::backup::Refusal> for Stop {
    fn from(refusal: store::backup::Refusal) -> Self {
        Self(refusal.to_string())
    }
}
