//! Signing in and out. What is wrong, the address or the password, nobody is told, and it takes as long (trust 83).

use axum::Json;
use axum::extract::State;
use axum::http::header::{SET_COOKIE, USER_AGENT};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use desk::id::{OrganisationId, SessionId};
use desk::moment::{Moment, Span};
use store::agents::Agent;
use store::audit::Entry;
use store::organisations::Organisation;
use store::sessions::Session;
use store::{Tx, agents, audit, organisations, sessions};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::agent::Me;
use wire::commands::SignIn;

use crate::address::Address;
use crate::extract::Body;
use crate::guard;
use crate::noted;
use crate::refusal::{Answer, Asker, Refused};
use crate::secret::{self, Hash};
use crate::sockets::told;
use crate::state::Desk;
use crate::who::{Who, cookie_name};

/// How long a browser stays signed in.
const SESSION: Span = Span::seconds(30 * 24 * 3600);
/// No address is longer (RFC 5321).
const LONGEST_EMAIL: usize = 320;

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(sign_in, sign_out))
}

#[utoipa::path(post, path = "/api/session", request_body = SignIn,
    responses((status = OK, body = Me), (status = 401, description = "`wrong_sign_in`"), (status = 429, description = "`too_many`")))]
async fn sign_in(
    State(desk): State<Desk>,
    address: Address,
    headers: HeaderMap,
    asker: axum::Extension<Asker>,
    Body(given): Body<SignIn>,
) -> Answer<Response> {
    guard::same_site(&desk.settings, &Method::POST, &headers)?;
    let account = agents::fold_email(&given.email);
    let known = candidates(&desk, &account, address).await?;
    if account.len() > LONGEST_EMAIL {
        // Nobody's: refused below like any wrong one, but not remembered, or the counters would fill the memory.
        desk.limiter.sign_in_of_nobody(address.group())?;
    } else {
        desk.limiter.sign_in(&account, address.group(), known.iter().any(|candidate| candidate.knows_address))?;
    }
    let Some((organisation, agent)) = right_one(&desk, given.password, &known).await? else {
        note_failure(&desk, known, address).await?;
        return Err(wrong());
    };
    asker.speaks(agent.language);
    let act = noted::by_stranger(&desk, Some((agent.agent_id, &agent.name)), "signed_in", "", address)?;
    open(&desk, organisation, agent, &headers, address, act).await
}

/// Somebody who may be meant by an address.
struct Candidate {
    organisation: Organisation,
    agent: Option<Agent>,
    knows_address: bool,
}

/// Looks into every organisation; nearly always there is one.
async fn candidates(desk: &Desk, account: &str, address: Address) -> Answer<Vec<Candidate>> {
    let account = account.to_owned();
    let address = address.to_string();
    let found = desk.db.read(async move |tx: &mut Tx| {
        let mut candidates = Vec::new();
        for organisation in organisations::all(tx).await? {
            let id = organisation.organisation_id;
            let agent = match account.len() {
                1..=LONGEST_EMAIL if !account.contains('\0') => agents::by_email(tx, id, &account).await?.filter(|agent| agent.active),
                _ => None,
            };
            let knows_address = match &agent {
                Some(agent) => sessions::knows_address(tx, id, agent.agent_id, &address).await?,
                None => false,
            };
            candidates.push(Candidate { organisation, agent, knows_address });
        }
        // Those with such a person first; a stable sort keeps the oldest organisation in front.
        candidates.sort_by_key(|candidate| candidate.agent.is_none());
        Ok(candidates)
    });
    Ok(found.await?)
}

/// Checks exactly one hash when the address is known nowhere or once, so that both take as long.
async fn right_one(desk: &Desk, password: String, candidates: &[Candidate]) -> Answer<Option<(Organisation, Agent)>> {
    let mut tried = false;
    for candidate in candidates {
        let Some(agent) = &candidate.agent else { continue };
        tried = true;
        if desk.passwords.verify(password.clone(), agent.password_hash.clone()).await? {
            return Ok(Some((candidate.organisation.clone(), agent.clone())));
        }
    }
    if !tried {
        desk.passwords.verify(password, None).await?;
    }
    Ok(None)
}

/// One entry, whether or not the address is known, so that both take as long. What was typed is not kept: people type
/// their password into the wrong field.
async fn note_failure(desk: &Desk, candidates: Vec<Candidate>, address: Address) -> Answer<()> {
    let Some(first) = candidates.into_iter().next() else { return Ok(()) };
    let agent = first.agent.as_ref().map(|agent| (agent.agent_id, agent.name.as_str()));
    let entry = noted::by_stranger(desk, agent, "sign_in_failed", "", address)?;
    let organisation = first.organisation.organisation_id;
    Ok(desk.db.unit(async move |tx: &mut Tx| audit::add(tx, organisation, &entry).await).await?)
}

#[utoipa::path(delete, path = "/api/session", responses((status = NO_CONTENT)))]
async fn sign_out(State(desk): State<Desk>, who: Who) -> Answer<Response> {
    let session = who.session()?;
    let entry = noted::by(&desk, &who, "signed_out", "")?;
    let (organisation, agent) = (who.organisation, who.agent_id);
    desk.db
        .unit(async move |tx: &mut Tx| {
            sessions::end(tx, organisation, agent, session).await?;
            audit::add(tx, organisation, &entry).await
        })
        .await?;
    told::session_ended(&desk, organisation, agent, session).await?;
    let forget = cookie(&desk, "", 0)?;
    Ok((StatusCode::NO_CONTENT, [(SET_COOKIE, forget)]).into_response())
}

fn wrong() -> Refused {
    Refused::new(StatusCode::UNAUTHORIZED, "wrong_sign_in")
}

/// Opens a session for somebody who has just proved who they are, by the password that `agent` has, and answers who they
/// are. The session that the browser had before, whosever it was, ends (trust 76).
pub async fn open(
    desk: &Desk,
    organisation: Organisation,
    agent: Agent,
    headers: &HeaderMap,
    address: Address,
    act: Entry,
) -> Answer<Response> {
    let id = organisation.organisation_id;
    let new = NewSession::make(desk, id, &agent, headers, address)?;
    let before = crate::who::cookie_secret(desk, headers).and_then(secret::open);
    let (session, hash, now) = (new.session, new.hash, desk.now());
    let (agent_id, proved) = (agent.agent_id, agent.password_hash.clone());
    let opened = desk.db.unit(async move |tx: &mut Tx| {
        // The password may have been changed, or the person shut out, while it was checked: that takes long on purpose.
        let there = agents::lock(tx, id, agent_id).await?;
        if there.is_none_or(|there| !there.active || there.password_hash != proved) {
            return noted::no(tx, wrong());
        }
        let ended = match before {
            Some((organisation, hash)) => end_by_secret(tx, organisation, hash, now).await?.map(|ended| (organisation, ended)),
            None => None,
        };
        sessions::add(tx, id, &session, hash).await?;
        audit::add(tx, id, &act).await?;
        Ok(Ok(ended))
    });
    if let Some((organisation, ended)) = opened.await?? {
        // Other tabs of this browser may still show what that person may see.
        told::session_ended(desk, organisation, ended.agent_id, ended.session_id).await?;
    }
    Ok(([(SET_COOKIE, new.cookie)], Json(me(&organisation.name, &agent))).into_response())
}

/// A session that is not stored yet, with the cookie that opens it.
pub struct NewSession {
    /// To be stored.
    pub session: Session,
    /// With this.
    pub hash: Hash,
    /// What the browser gets.
    pub cookie: HeaderValue,
}

impl NewSession {
    /// With a secret that has never been used before.
    pub fn make(desk: &Desk, organisation: OrganisationId, agent: &Agent, headers: &HeaderMap, address: Address) -> Answer<Self> {
        let now = desk.now();
        let (secret, hash) = secret::make(desk, organisation)?;
        let session = Session {
            session_id: SessionId(desk.new_id(now)?),
            agent_id: agent.agent_id,
            browser: browser(headers),
            address: address.to_string(),
            signed_in_at: now,
            used_at: now,
            expires_at: now.plus(SESSION),
        };
        Ok(Self { session, hash, cookie: cookie(desk, &secret, SESSION.as_micros() / 1_000_000)? })
    }
}

async fn end_by_secret(tx: &mut Tx, organisation: OrganisationId, hash: Hash, now: Moment) -> store::Result<Option<Session>> {
    let session = sessions::by_secret(tx, organisation, hash, now).await?;
    if let Some(session) = &session {
        sessions::end(tx, organisation, session.agent_id, session.session_id).await?;
    }
    Ok(session)
}

/// The signed-in person as the wire has it.
pub fn me(organisation: &str, agent: &Agent) -> Me {
    Me {
        agent_id: agent.agent_id.0,
        name: agent.name.clone(),
        email: agent.email.clone(),
        role: agent.role.into(),
        organisation: organisation.to_owned(),
        language: agent.language.into(),
        sound: agent.sound,
        notifications: agent.notifications,
        shortcuts: agent.shortcuts,
    }
}

fn cookie(desk: &Desk, secret: &str, seconds: i64) -> Answer<HeaderValue> {
    let secure = if desk.settings.is_https() { "; Secure" } else { "" };
    let text = format!("{}={secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}", cookie_name(desk));
    HeaderValue::try_from(text).map_err(|_| Refused::broken())
}

/// What the browser calls itself, in the two words that people know it by.
fn browser(headers: &HeaderMap) -> String {
    let agent = headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    // Every browser claims to be others as well, so the order matters.
    let names = [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrom", "Chrome"), ("Safari/", "Safari")];
    let systems = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];
    let found = |list: &[(&str, &'static str)]| list.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name);
    let words: Vec<&str> = [found(&names), found(&systems)].into_iter().flatten().collect();
    words.join(" · ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_device_is_listed_by_the_names_people_know() {
        let named = |agent: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(USER_AGENT, agent.parse().unwrap());
            browser(&headers)
        };
        assert_eq!(named("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"), "Firefox · Linux");
        assert_eq!(named("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"), "Edge · Windows");
        assert_eq!(named("<script>alert(1)</script>"), "");
    }
}
