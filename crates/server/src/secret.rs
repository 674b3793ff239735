//! Secrets that open something: sessions, API tokens, links. The desk keeps their SHA-256 only.
//!
//! A secret is base64url of the organisation's id (16 bytes) and 32 random bytes, so that the first thing every
//! look-up knows is the organisation. A widget's key is public and shorter: the id and 12 random bytes.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use desk::id::{ClientId, OrganisationId, PersonId};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::refusal::Refused;
use crate::state::Desk;

/// What is stored of a secret.
pub type Hash = [u8; 32];

/// Begins every API token, so that scanners of source code recognise one.
pub const API_TOKEN_PREFIX: &str = "luukku_";

/// Begins every secret with which a website signs.
const SIGNING_PREFIX: &str = "luukku_sign_";

const ORGANISATION_BYTES: usize = 16;
const SECRET_BYTES: usize = 48;
const WIDGET_ID_BYTES: usize = 12;

/// A new secret of an organisation: what its owner gets, and what is stored.
pub fn make(desk: &Desk, organisation: OrganisationId) -> Result<(String, Hash), Refused> {
    let random: [u8; 32] = desk.random_bytes()?;
    let bytes = [organisation.0.as_bytes().as_slice(), &random].concat();
    Ok((URL_SAFE_NO_PAD.encode(&bytes), hash(&bytes)))
}

/// The organisation that a secret says it belongs to, and what is stored of it; `None` when it has not the form of one.
pub fn open(secret: &str) -> Option<(OrganisationId, Hash)> {
    let bytes = decode(secret, SECRET_BYTES)?;
    let (organisation, _) = bytes.split_at_checked(ORGANISATION_BYTES)?;
    Some((OrganisationId(Uuid::from_slice(organisation).ok()?), hash(&bytes)))
}

/// What is stored of the secret that a visitor's browser made: 32 random bytes in base64url.
pub fn visitor(secret: &str) -> Option<Hash> {
    decode(secret, 32).map(|bytes| hash(&bytes))
}

/// What is stored in the place of a browser's secret for a person whom a website has named. No secret has this hash: what a
/// browser makes is shorter.
pub fn person(person: PersonId) -> Hash {
    hash(&[b"luukku: a person: ".as_slice(), person.0.as_bytes()].concat())
}

/// What is stored of the name by which a client's website calls its customer.
pub fn subject(client: ClientId, subject: &str) -> Hash {
    hash(&[b"luukku: a subject: ".as_slice(), client.0.as_bytes(), subject.as_bytes()].concat())
}

/// What is stored of the name of a token.
pub fn token_name(name: &str) -> Hash {
    hash(name.as_bytes())
}

/// A new secret that a client's website shares with the desk. It is used as it is written.
pub fn new_signing(desk: &Desk) -> Result<String, Refused> {
    let random: [u8; 32] = desk.random_bytes()?;
    Ok(format!("{SIGNING_PREFIX}{}", URL_SAFE_NO_PAD.encode(random)))
}

/// A new `widget_id` of a client.
pub fn new_widget_id(desk: &Desk) -> Result<String, Refused> {
    let random: [u8; WIDGET_ID_BYTES] = desk.random_bytes()?;
    Ok(URL_SAFE_NO_PAD.encode(random))
}

/// The public key of a client's widget.
pub fn widget_key(organisation: OrganisationId, widget_id: &str) -> String {
    let id = URL_SAFE_NO_PAD.decode(widget_id).unwrap_or_default();
    URL_SAFE_NO_PAD.encode([organisation.0.as_bytes().as_slice(), &id].concat())
}

/// The organisation and the `widget_id` that a key names.
pub fn open_widget_key(key: &str) -> Option<(OrganisationId, String)> {
    let bytes = decode(key, ORGANISATION_BYTES + WIDGET_ID_BYTES)?;
    let (organisation, id) = bytes.split_at_checked(ORGANISATION_BYTES)?;
    Some((OrganisationId(Uuid::from_slice(organisation).ok()?), URL_SAFE_NO_PAD.encode(id)))
}

fn decode(text: &str, length: usize) -> Option<Vec<u8>> {
    // Longer ones are not even decoded.
    if text.len() > length * 2 {
        return None;
    }
    URL_SAFE_NO_PAD.decode(text).ok().filter(|bytes| bytes.len() == length)
}

fn hash(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn trust_77_only_the_whole_secret_opens() {
        let secret = URL_SAFE_NO_PAD.encode([7; SECRET_BYTES]);
        let (organisation, stored) = open(&secret).unwrap();
        assert_eq!(organisation.0.as_bytes(), &[7; 16]);
        for wrong in ["", " ", &secret[1..], &secret[..63], &format!("{secret}A"), &format!(" {secret}"), &format!("{secret}=")] {
            assert!(open(wrong).is_none(), "{wrong:?}");
        }
        assert_ne!(open(&secret.to_lowercase()).map(|(_, hash)| hash), Some(stored));
    }

    #[test]
    fn a_widget_key_names_its_organisation_and_client() {
        let organisation = OrganisationId(Uuid::from_u128(5));
        let id = URL_SAFE_NO_PAD.encode([9; WIDGET_ID_BYTES]);
        assert_eq!(open_widget_key(&widget_key(organisation, &id)), Some((organisation, id)));
        assert_eq!(open_widget_key("x"), None);
    }
}
