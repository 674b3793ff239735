//! Whom a client's website may name: it has signed its visitor in, and says so in a token that it signs with a key of its
//! own (JWT, RFC 7519). A token that is not good in every point names nobody: its visitor stays anonymous.

use crate::moment::{Moment, Span};

/// The longest life of a token.
pub const LONGEST_LIFE: Span = Span::seconds(3_600);
/// How far the website's clock may be ahead of ours.
pub const CLOCKS_DIFFER: Span = Span::seconds(60);
/// How long a visit that began with a good token goes on: a page may stay open for a day.
pub const VISIT: Span = Span::seconds(86_400);
/// The most characters of what names a visitor, and of what names a token.
pub const LONGEST_NAME: usize = 255;
/// The most keys of one client that sign: each is tried with each token.
pub const MOST_KEYS: usize = 20;

/// How a key signs. The key says it; what a token says of itself chooses nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Algorithm {
    /// HMAC with SHA-256: both sides have the secret.
    Hs256,
    /// Ed25519: the desk has the public half only.
    EdDsa,
}

impl Algorithm {
    /// What the head of a token calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hs256 => "HS256",
            Self::EdDsa => "EdDSA",
        }
    }
}

/// What a token says, after its signature was found to be good.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// `aud`: for which widgets it is.
    pub audience: Vec<String>,
    /// `sub`: what the website calls its customer.
    pub subject: Option<String>,
    /// `iat`: when it was made.
    pub issued_at: Option<Moment>,
    /// `nbf`: from when on it is good, when it says so.
    pub not_before: Option<Moment>,
    /// `exp`: until when it is good.
    pub expires_at: Option<Moment>,
    /// `jti`: what tells it from every other token.
    pub token: Option<String>,
}

/// Whom a good token names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// What the website calls its customer.
    pub subject: String,
    /// What tells the token from every other.
    pub token: String,
    /// Until when it must not be used by another visitor.
    pub until: Moment,
}

/// Why a token names nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unsigned {
    /// It is no token, or none that the desk can read.
    Unreadable,
    /// No key of this client has signed it as it is.
    Signature,
    /// The key that has signed it is not in use any more.
    RetiredKey,
    /// It is for another widget, or does not say for which.
    Audience,
    /// It does not say whom it names.
    Subject,
    /// It does not say what tells it from others.
    Token,
    /// It does not say when it was made and until when it is good.
    Times,
    /// It is good for longer than an hour.
    LivesTooLong,
    /// It is not good yet.
    TooEarly,
    /// It is not good any more.
    Expired,
    /// Another visitor has used it.
    UsedByAnother,
}

impl Unsigned {
    /// How the log calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Signature => "signature",
            Self::RetiredKey => "retired key",
            Self::Audience => "aud",
            Self::Subject => "sub",
            Self::Token => "jti",
            Self::Times => "iat or exp missing",
            Self::LivesTooLong => "exp more than an hour after iat",
            Self::TooEarly => "not good yet",
            Self::Expired => "expired",
            Self::UsedByAnother => "used by another visitor",
        }
    }
}

/// Whether a key that is retired at `retires_at` (`None`: never) still signs at `at`.
pub fn is_in_use(retires_at: Option<Moment>, at: Moment) -> bool {
    retires_at.is_none_or(|retires_at| at < retires_at)
}

/// Whom `claims` name at the widget with this key.
///
/// # Errors
/// The first thing that is wrong with them.
pub fn named(claims: &Claims, widget_key: &str, at: Moment) -> Result<Named, Unsigned> {
    if !claims.audience.iter().any(|audience| audience == widget_key) {
        return Err(Unsigned::Audience);
    }
    let subject = name(claims.subject.as_deref()).ok_or(Unsigned::Subject)?;
    let token = name(claims.token.as_deref()).ok_or(Unsigned::Token)?;
    let (Some(issued_at), Some(until)) = (claims.issued_at, claims.expires_at) else {
        return Err(Unsigned::Times);
    };
    if until > issued_at.plus(LONGEST_LIFE) {
        return Err(Unsigned::LivesTooLong);
    }
    let begins = claims.not_before.map_or(issued_at, |not_before| not_before.max(issued_at));
    if begins > at.plus(CLOCKS_DIFFER) {
        return Err(Unsigned::TooEarly);
    }
    if until <= at {
        return Err(Unsigned::Expired);
    }
    Ok(Named { subject, token, until })
}

fn name(given: Option<&str>) -> Option<String> {
    let is_one = |name: &&str| !name.trim().is_empty() && name.chars().count() <= LONGEST_NAME && !name.chars().any(char::is_control);
    given.filter(is_one).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDGET: &str = "widget";

    fn second(second: i64) -> Moment {
        Moment::from_micros(1_000_000_000).plus(Span::seconds(second))
    }

    fn claims() -> Claims {
        Claims {
            audience: vec!["another".into(), WIDGET.into()],
            subject: Some("asiakas-7".into()),
            issued_at: Some(second(0)),
            not_before: None,
            expires_at: Some(second(600)),
            token: Some("t1".into()),
        }
    }

    #[test]
    fn a_token_that_is_good_in_every_point_names_somebody() {
        let good = Named { subject: "asiakas-7".into(), token: "t1".into(), until: second(600) };
        assert_eq!(named(&claims(), WIDGET, second(10)), Ok(good));
    }

    #[test]
    fn trust_117_a_token_that_lacks_a_point_or_goes_too_far_names_nobody() {
        let wrong: [(Claims, Unsigned); 11] = [
            (Claims { audience: Vec::new(), ..claims() }, Unsigned::Audience),
            (Claims { audience: vec!["widget2".into()], ..claims() }, Unsigned::Audience),
            (Claims { subject: None, ..claims() }, Unsigned::Subject),
            (Claims { subject: Some(" ".into()), ..claims() }, Unsigned::Subject),
            (Claims { subject: Some("a".repeat(LONGEST_NAME + 1)), ..claims() }, Unsigned::Subject),
            (Claims { token: None, ..claims() }, Unsigned::Token),
            (Claims { issued_at: None, ..claims() }, Unsigned::Times),
            (Claims { expires_at: None, ..claims() }, Unsigned::Times),
            (Claims { expires_at: Some(second(3_601)), ..claims() }, Unsigned::LivesTooLong),
            (Claims { not_before: Some(second(71)), ..claims() }, Unsigned::TooEarly),
            (Claims { issued_at: Some(second(71)), ..claims() }, Unsigned::TooEarly),
        ];
        for (claims, why) in wrong {
            assert_eq!(named(&claims, WIDGET, second(10)), Err(why), "{claims:?}");
        }
    }

    #[test]
    fn trust_117_a_token_is_good_until_it_expires_and_not_longer() {
        assert!(named(&claims(), WIDGET, second(599)).is_ok());
        assert_eq!(named(&claims(), WIDGET, second(600)), Err(Unsigned::Expired));
        // The website's clock may be a minute ahead.
        assert!(named(&claims(), WIDGET, second(-60)).is_ok());
        assert_eq!(named(&claims(), WIDGET, second(-61)), Err(Unsigned::TooEarly));
    }

    #[test]
    fn a_key_signs_until_it_is_retired() {
        assert!(is_in_use(None, second(0)));
        assert!(is_in_use(Some(second(1)), second(0)));
        assert!(!is_in_use(Some(second(0)), second(0)));
    }
}
