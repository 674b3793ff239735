//! Passwords: argon2id, away from the threads that serve requests, and never more than a few at once.

use std::sync::LazyLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};

use crate::refusal::{Answer, Refused, Wrong};
use crate::turns::Turns;

/// Shorter ones are guessed.
pub const SHORTEST: usize = 12;
/// Longer ones only cost time.
pub const LONGEST: usize = 1_024;

/// Each hash takes 19 MiB and some 20 ms of a core.
const AT_ONCE: usize = 2;
/// More who wait are sent away.
const IN_LINE: usize = 64;

/// The hash of nobody's password. A sign-in with an unknown address is checked against it, so that it takes as long
/// as one with a known address (trust 83).
static NOBODY: LazyLock<Option<String>> = LazyLock::new(|| hash_now(b"nobody has this password"));

/// The one place where passwords are hashed.
#[derive(Clone, Debug)]
pub struct Passwords(Turns);

impl Default for Passwords {
    fn default() -> Self {
        Self(Turns::new(AT_ONCE, IN_LINE))
    }
}

/// Whether a new password may be chosen; `field` is its name in the request.
pub fn check_new(field: &str, password: &str) -> Result<(), Wrong> {
    if password.len() < SHORTEST {
        Err(Wrong::new(field, "field-password-short").with("shortest", SHORTEST.to_string()))
    } else if password.len() > LONGEST {
        Err(Wrong::new(field, "field-password-long").with("longest", LONGEST.to_string()))
    } else {
        Ok(())
    }
}

impl Passwords {
    /// The hash of a new password, to be stored.
    pub async fn hash(&self, password: String) -> Answer<String> {
        let hashed = self.0.away(move || hash_now(password.as_bytes())).await?;
        hashed.ok_or_else(|| {
            tracing::error!("a password could not be hashed");
            Refused::broken()
        })
    }

    /// Whether `password` is the one that `stored` is the hash of. Takes as long when `stored` is `None`.
    pub async fn verify(&self, password: String, stored: Option<String>) -> Answer<bool> {
        if password.len() > LONGEST {
            return Ok(false);
        }
        self.0
            .away(move || {
                let is_somebody = stored.is_some();
                let stored = stored.or_else(|| NOBODY.clone()).unwrap_or_default();
                let is_right =
                    PasswordHash::new(&stored).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
                is_right && is_somebody
            })
            .await
    }
}

fn hash_now(password: &[u8]) -> Option<String> {
    Argon2::default().hash_password(password).ok().map(|hash| hash.to_string())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[tokio::test]
    async fn trust_72_only_the_right_password_is_right() {
        let passwords = Passwords::default();
        let stored = passwords.hash("oikea hevonen paristo".into()).await.unwrap();
        assert!(stored.starts_with("$argon2id$"));
        assert!(passwords.verify("oikea hevonen paristo".into(), Some(stored.clone())).await.unwrap());
        for wrong in ["", " ", "oikea hevonen parist", "Oikea hevonen paristo", "oikea hevonen paristo "] {
            assert!(!passwords.verify(wrong.into(), Some(stored.clone())).await.unwrap());
        }
        assert!(!passwords.verify(String::new(), Some(String::new())).await.unwrap());
        assert!(!passwords.verify("nobody has this password".into(), None).await.unwrap());
        assert!(!passwords.verify("x".repeat(10_000_000), Some(stored)).await.unwrap());
    }

    #[test]
    fn a_new_password_is_long_enough_and_not_too_long() {
        assert!(check_new("new", "kaksitoista.").is_ok());
        assert!(check_new("new", "lyhyt").is_err());
        assert!(check_new("new", &"ä".repeat(600)).is_err());
    }
}
