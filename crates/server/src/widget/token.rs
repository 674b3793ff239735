//! A token in which a website says who its visitor is: JWT in its compact form (RFC 7515, 7519). It is read here and checked
//! against the client's keys; what it must say is a rule (`desk::identity`).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use desk::identity::{Algorithm, Claims};
use desk::moment::{Moment, Span};
use ed25519_dalek::{Signature, VerifyingKey};
use hmac::{Hmac, KeyInit, Mac};
use serde::Deserialize;
use serde_json::{Number, Value};
use sha2::Sha256;

/// A longer one is not even read.
const LONGEST: usize = 4_096;

/// A token that has been read; nobody has looked yet whether it is signed.
pub struct Token<'a> {
    /// What is signed.
    signed: &'a str,
    signature: Vec<u8>,
    algorithm: String,
    says: Says,
}

#[derive(Deserialize)]
struct Head {
    alg: String,
    crit: Option<Value>,
}

#[derive(Deserialize)]
struct Says {
    aud: Option<Audience>,
    sub: Option<String>,
    iat: Option<Number>,
    nbf: Option<Number>,
    exp: Option<Number>,
    jti: Option<String>,
    name: Option<String>,
    email: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Some(Vec<String>),
}

impl<'a> Token<'a> {
    /// Reads a token; `None` when it is none.
    pub fn read(text: &'a str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let (signed, signature) = text.rsplit_once('.')?;
        let (head, says) = signed.split_once('.').filter(|(_, says)| !says.contains('.'))?;
        let head: Head = part(head)?;
        // What a token calls critical has to be understood, and the desk understands none of it.
        if head.crit.is_some() {
            return None;
        }
        let says: Says = part(says)?;
        // What says when it begins to be good, in a number that is no time, does not mean that it always is.
        if says.nbf.as_ref().is_some_and(|number| moment(number).is_none()) {
            return None;
        }
        Some(Self { signed, signature: URL_SAFE_NO_PAD.decode(signature).ok()?, algorithm: head.alg, says })
    }

    /// Whether this key has signed it. How is the key's matter; a token that names another way is not signed by it.
    pub fn is_signed_with(&self, algorithm: Algorithm, material: &[u8]) -> bool {
        self.algorithm == algorithm.name()
            && match algorithm {
                Algorithm::Hs256 => is_hs256(material, self.signed.as_bytes(), &self.signature),
                Algorithm::EdDsa => is_eddsa(material, self.signed.as_bytes(), &self.signature),
            }
    }

    /// What it says, for the rules.
    pub fn claims(&self) -> Claims {
        Claims {
            audience: match &self.says.aud {
                Some(Audience::One(one)) => vec![one.clone()],
                Some(Audience::Some(some)) => some.clone(),
                None => Vec::new(),
            },
            subject: self.says.sub.clone(),
            issued_at: self.says.iat.as_ref().and_then(moment),
            not_before: self.says.nbf.as_ref().and_then(moment),
            expires_at: self.says.exp.as_ref().and_then(moment),
            token: self.says.jti.clone(),
        }
    }

    /// What it calls the visitor.
    pub fn name(&self) -> Option<&str> {
        self.says.name.as_deref()
    }

    /// The visitor's address.
    pub fn email(&self) -> Option<&str> {
        self.says.email.as_deref()
    }
}

/// An object in base64url. An array of the same values in the same order is none.
fn part<T: for<'de> Deserialize<'de>>(encoded: &str) -> Option<T> {
    let json = URL_SAFE_NO_PAD.decode(encoded).ok()?;
    (json.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')).then(|| serde_json::from_slice(&json).ok())?
}

/// Seconds since 1970, whose fractions are left out.
fn moment(number: &Number) -> Option<Moment> {
    let seconds: i64 = number.to_string().split('.').next()?.parse().ok()?;
    Some(Moment::from_micros(0).plus(Span::seconds(seconds)))
}

/// The comparison takes as long for a signature that is nearly right as for any other.
fn is_hs256(secret: &[u8], signed: &[u8], signature: &[u8]) -> bool {
    Hmac::<Sha256>::new_from_slice(secret).is_ok_and(|mac| mac.chain_update(signed).verify_slice(signature).is_ok())
}

fn is_eddsa(public: &[u8], signed: &[u8], signature: &[u8]) -> bool {
    let key = public.try_into().ok().and_then(|bytes| VerifyingKey::from_bytes(bytes).ok());
    let signature = Signature::from_slice(signature);
    matches!((key, signature), (Some(key), Ok(signature)) if key.verify_strict(signed, &signature).is_ok())
}
