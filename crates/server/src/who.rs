//! Who asks: a signed-in person or a key of an integration.

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::{AUTHORIZATION, COOKIE};
use axum::http::request::Parts;
use desk::id::{AgentId, ApiTokenId, ClientId, OrganisationId, SessionId};
use desk::language::Language;
use desk::may::{Act, Role, Scope, Served, may, token_may};
use desk::moment::{Moment, Span};
use store::agents::Agent;
use store::{Tx, agents, api_tokens, sessions};

use crate::address::Address;
use crate::connection::Connection;
use crate::guard;
use crate::refusal::{Answer, Asker, Refused};
use crate::secret::{self, Hash};
use crate::state::Desk;

/// Use of a session or key is noted at most this often.
const NOTE_USE_EVERY: Span = Span::seconds(60);

/// Who asks, checked anew for every request, so that a right that was taken away is gone at once.
#[derive(Clone, Debug)]
pub struct Who {
    /// Of which organisation.
    pub organisation: OrganisationId,
    /// Who, or who made the key.
    pub agent_id: AgentId,
    /// Full name.
    pub name: String,
    /// What customers see.
    pub first_name: String,
    /// Role.
    pub role: Role,
    /// Language of the screens.
    pub language: Language,
    /// Whose cases this person sees.
    pub served: Served,
    /// How they came in.
    pub way: Way,
    /// From where.
    pub address: Address,
}

/// How somebody came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// Signed in with a browser.
    Session(SessionId),
    /// With the key of an integration.
    ApiToken(ApiTokenId, Vec<Scope>),
}

impl Who {
    /// Refuses with 403 unless the person, and the key, may do this.
    pub fn may(&self, act: Act) -> Answer<()> {
        if self.is_allowed(act) { Ok(()) } else { Err(Refused::may_not()) }
    }

    /// Whether the person, and the key, may do this.
    pub fn is_allowed(&self, act: Act) -> bool {
        match &self.way {
            Way::Session(_) => may(self.role, act),
            Way::ApiToken(_, scopes) => token_may(self.role, scopes, act),
        }
    }

    /// Refuses with 404 unless this person sees cases of `client`: what is not theirs does not exist for them.
    pub fn sees(&self, client: ClientId) -> Answer<()> {
        if self.served.covers(client) { Ok(()) } else { Err(Refused::not_found()) }
    }

    /// The session of a person who signed in with a browser. What a person sets for themselves no key may touch.
    pub fn session(&self) -> Answer<SessionId> {
        match self.way {
            Way::Session(session) => Ok(session),
            Way::ApiToken(..) => Err(Refused::may_not()),
        }
    }
}

impl FromRequestParts<Desk> for Who {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Answer<Self> {
        if let Some((Credential::Cookie, ..)) = credential(desk, &parts.headers) {
            guard::same_site(&desk.settings, &parts.method, &parts.headers)?;
        }
        let Shown { who, credential, hash } = parts.extensions.get::<Shown>().cloned().ok_or_else(Refused::not_signed_in)?;
        if let Some(asker) = parts.extensions.get::<Asker>() {
            asker.speaks(who.language);
        }
        if let Some(connection) = parts.extensions.get::<Connection>() {
            connection.is_no_stranger();
        }
        desk.limiter.agent(who.organisation, who.agent_id)?;
        parts.extensions.insert(Checked { who: who.clone(), credential, hash });
        Ok(who)
    }
}

/// Who asks, as it was when the head of the request had come. Its body may take its time, and whoever asked may be shut
/// out meanwhile.
#[derive(Clone, Debug)]
pub struct Checked {
    who: Who,
    credential: Credential,
    hash: Hash,
}

impl Checked {
    /// Refuses when the person may not do any more what they could. What they may do more is no reason: it was not asked for.
    pub async fn still_holds(&self, desk: &Desk) -> Answer<()> {
        let Who { organisation, address, .. } = self.who;
        let now = find(desk, self.credential, organisation, self.hash, address).await?.ok_or_else(Refused::not_signed_in)?;
        let holds = now.role == self.who.role && self.who.served.is_within(&now.served) && now.way == self.who.way;
        holds.then_some(()).ok_or_else(Refused::may_not)
    }
}

/// Who has shown who they are with the head of this request.
#[derive(Clone, Debug)]
struct Shown {
    who: Who,
    credential: Credential,
    hash: Hash,
}

/// Whether a request comes with a session or key that holds; then [`Who`] can be taken from it. Whatever else it comes
/// with, guesses included, is nobody's and counts against its address.
pub async fn has_shown(desk: &Desk, parts: &mut Parts, address: Address) -> Answer<bool> {
    let Some((credential, organisation, hash)) = credential(desk, &parts.headers) else { return Ok(false) };
    let Some(who) = find(desk, credential, organisation, hash, address).await? else { return Ok(false) };
    parts.extensions.insert(Shown { who, credential, hash });
    Ok(true)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Credential {
    Cookie,
    Bearer,
}

/// The name of the session cookie. With `__Host-` no neighbouring site can set it.
pub fn cookie_name(desk: &Desk) -> &'static str {
    if desk.settings.is_https() { "__Host-luukku" } else { "luukku" }
}

/// What stands after `Bearer` in `Authorization`.
pub fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (kind, secret) = value.split_once(' ')?;
    kind.eq_ignore_ascii_case("bearer").then(|| secret.trim())
}

/// The secret in the session cookie.
pub fn cookie_secret<'a>(desk: &Desk, headers: &'a HeaderMap) -> Option<&'a str> {
    let cookies = headers.get_all(COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == cookie_name(desk)).map(|(_, secret)| secret)
}

fn credential(desk: &Desk, headers: &HeaderMap) -> Option<(Credential, OrganisationId, Hash)> {
    if headers.contains_key(AUTHORIZATION) {
        let secret = bearer(headers)?.strip_prefix(secret::API_TOKEN_PREFIX)?;
        let (organisation, hash) = secret::open(secret)?;
        return Some((Credential::Bearer, organisation, hash));
    }
    let (organisation, hash) = secret::open(cookie_secret(desk, headers)?)?;
    Some((Credential::Cookie, organisation, hash))
}

/// A person who was found, with how they came in and when that was noted last.
struct Found {
    agent: Agent,
    served: Vec<ClientId>,
    way: Way,
    used_at: Option<Moment>,
}

async fn find(desk: &Desk, credential: Credential, organisation: OrganisationId, hash: Hash, address: Address) -> Answer<Option<Who>> {
    let now = desk.now();
    let found = desk
        .db
        .read(async move |tx: &mut Tx| {
            let (agent, way, used_at) = match credential {
                Credential::Cookie => match sessions::by_secret(tx, organisation, hash, now).await? {
                    Some(session) => (session.agent_id, Way::Session(session.session_id), Some(session.used_at)),
                    None => return Ok(None),
                },
                Credential::Bearer => match api_tokens::by_secret(tx, organisation, hash, now).await? {
                    Some(token) => (token.agent_id, Way::ApiToken(token.api_token_id, token.scopes), token.used_at),
                    None => return Ok(None),
                },
            };
            let agent = agents::load(tx, organisation, agent).await?.filter(|agent| agent.active);
            let Some(agent) = agent else { return Ok(None) };
            let served = match agent.role {
                Role::Owner | Role::Supervisor => Vec::new(),
                Role::Agent | Role::ReadOnly => agents::clients_served(tx, organisation, agent.agent_id).await?,
            };
            Ok(Some(Found { agent, served, way, used_at }))
        })
        .await?;
    let Some(found) = found else { return Ok(None) };
    if found.used_at.is_none_or(|used_at| now.since(used_at) > NOTE_USE_EVERY) {
        note_use(desk, organisation, found.way.clone(), now).await?;
    }
    Ok(Some(Who {
        organisation,
        agent_id: found.agent.agent_id,
        name: found.agent.name,
        first_name: found.agent.first_name,
        role: found.agent.role,
        language: found.agent.language,
        served: Served::by(found.agent.role, found.served),
        way: found.way,
        address,
    }))
}

async fn note_use(desk: &Desk, organisation: OrganisationId, way: Way, now: Moment) -> Answer<()> {
    let noted = desk.db.unit(async move |tx: &mut Tx| match way {
        Way::Session(session) => sessions::used(tx, organisation, session, now).await,
        Way::ApiToken(token, _) => api_tokens::used(tx, organisation, token, now).await,
    });
    // Reading goes on when nothing can be written; what is asked for will say so if it needs to write.
    if let Err(failure) = noted.await {
        tracing::warn!(because = failure.for_log(), "the use of a session could not be noted");
    }
    Ok(())
}
