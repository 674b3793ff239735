//! The first minutes of an empty desk. The link is printed by the binary and works once; afterwards these routes say
//! 404 for ever (trust 65).

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::Response;
use desk::availability::Presence;
use desk::id::{AgentId, ClientId, OrganisationId, TeamId};
use desk::language::Language;
use desk::may::Role;
use desk::moment::Moment;
use desk::routing::USUAL_LEVEL;
use store::agents::Agent;
use store::clients::{Client, Launch};
use store::organisations::Organisation;
use store::teams::Team;
use store::{Tx, agents, audit, clients, organisations, sessions, set_up, teams};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::agent::Me;
use wire::settings::{ClientSettings, SetUp};

use crate::address::Address;
use crate::extract::{Body, InPath};
use crate::noted::{self, no};
use crate::refusal::{Answer, Refused, header_language};
use crate::secret::{self, Hash};
use crate::settings::checks::{self, Checks};
use crate::settings::clients::with_settings;
use crate::settings::holidays;
use crate::sign_in::{self, NewSession};
use crate::state::Desk;

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(is_open)).routes(routes!(carry_out))
}

/// A new one-time link when nobody has set the desk up yet, for the binary to print. Earlier links stop working.
pub async fn offer(desk: &Desk) -> Answer<Option<String>> {
    let now = desk.now();
    let organisation = OrganisationId(desk.new_id(now)?);
    let (secret, hash) = secret::make(desk, organisation)?;
    let offered = desk.db.unit(async move |tx: &mut Tx| {
        if !organisations::all(tx).await?.is_empty() {
            return Ok(false);
        }
        set_up::offer(tx, organisation, hash, now).await?;
        Ok(true)
    });
    Ok(offered.await?.then(|| format!("{}/set-up/{secret}", desk.settings.base_url)))
}

#[utoipa::path(get, path = "/api/set-up/{token}", params(("token" = String, Path)),
    responses((status = NO_CONTENT, description = "The link is good"), (status = 404)))]
async fn is_open(State(desk): State<Desk>, InPath(token): InPath<String>) -> Answer<StatusCode> {
    let (organisation, hash) = secret::open(&token).ok_or_else(Refused::not_found)?;
    let offered = desk.db.read(async move |tx: &mut Tx| is_offered(tx, organisation, hash).await).await?;
    if offered { Ok(StatusCode::NO_CONTENT) } else { Err(Refused::not_found()) }
}

async fn is_offered(tx: &mut Tx, organisation: OrganisationId, hash: Hash) -> store::Result<bool> {
    Ok(organisations::all(tx).await?.is_empty() && set_up::is_offered(tx, organisation, hash).await?)
}

#[utoipa::path(post, path = "/api/set-up", request_body = SetUp, responses((status = OK, body = Me), (status = 404)))]
async fn carry_out(State(desk): State<Desk>, address: Address, headers: HeaderMap, Body(given): Body<SetUp>) -> Answer<Response> {
    use axum::http::header::SET_COOKIE;
    use axum::response::IntoResponse;
    crate::guard::same_site(&desk.settings, &Method::POST, &headers)?;
    let (organisation, hash) = secret::open(&given.token).ok_or_else(Refused::not_found)?;
    // Before anything is checked or hashed, so that these routes are of no use to anybody later.
    if !desk.db.read(async move |tx: &mut Tx| is_offered(tx, organisation, hash).await).await? {
        return Err(Refused::not_found());
    }
    let first = First::check(&desk, organisation, &given, header_language(&headers))?;
    let password = desk.passwords.hash(given.owner_password).await?;
    let owner = Agent { password_hash: Some(password), ..first.owner };
    let new = NewSession::make(&desk, organisation, &owner, &headers, address)?;
    let entry = noted::by_stranger(&desk, Some((owner.agent_id, &owner.name)), "set_up", &first.organisation.name, address)?;
    let answer = sign_in::me(&first.organisation.name, &owner);
    let (session, session_hash) = (new.session, new.hash);
    let done = desk.db.unit(async move |tx: &mut Tx| {
        let is_first = organisations::all(tx).await?.is_empty();
        if !is_first || !set_up::use_up(tx, organisation, hash).await? {
            return no(tx, Refused::not_found());
        }
        organisations::add(tx, &first.organisation).await?;
        agents::add(tx, organisation, &owner).await?;
        clients::add(tx, organisation, &first.client).await?;
        teams::add(tx, organisation, &first.team, first.organisation.created_at).await?;
        sessions::add(tx, organisation, &session, session_hash).await?;
        audit::add(tx, organisation, &entry).await.map(Ok)
    });
    done.await??;
    Ok(([(SET_COOKIE, new.cookie)], Json(answer)).into_response())
}

/// What the desk begins with.
struct First {
    organisation: Organisation,
    owner: Agent,
    client: Client,
    team: Team,
}

impl First {
    fn check(desk: &Desk, organisation: OrganisationId, given: &SetUp, language: Language) -> Answer<Self> {
        let now = desk.now();
        let mut checks = Checks::default();
        let name = checks.line("organisation", &given.organisation, 120);
        let owner_name = checks.line("owner_name", &given.owner_name, 120);
        let email = checks.email("owner_email", &given.owner_email);
        checks.note(crate::password::check_new("owner_password", &given.owner_password));
        let settings = checks::client(&mut checks, &first_client(given));
        // The set-up form calls the client's name `client`.
        checks.rename("name", "client");
        checks.done()?;
        let owner = new_owner(AgentId(desk.new_id(now)?), owner_name, email, (language, &given.languages), now);
        let client = with_settings(ClientId(desk.new_id(now)?), secret::new_widget_id(desk)?, settings, now);
        // Who sets a desk up sees the first chat at once.
        let client = Client { launch: Launch::live(now), ..client };
        let team = Team {
            team_id: TeamId(desk.new_id(now)?),
            name: name.clone(),
            offers: None,
            overflow: None,
            is_self_directed: false,
            client_ids: vec![client.client_id],
            agent_ids: vec![owner.agent_id],
        };
        let epoch = desk.new_id(now)?.simple().to_string();
        let organisation = Organisation { organisation_id: organisation, name, epoch, created_at: now };
        Ok(Self { organisation, owner, client, team })
    }
}

/// The first client, with what the set-up page does not ask.
fn first_client(given: &SetUp) -> ClientSettings {
    ClientSettings {
        name: given.client.clone(),
        desk_name: None,
        languages: given.languages.clone(),
        colour: None,
        time_zone: given.time_zone.clone(),
        week: given.week.clone(),
        exceptions: Vec::new(),
        holidays: holidays::first(&given.time_zone, &given.week),
        closed_by_hand: false,
        when_closed: wire::common::WhenClosed::Message,
        queue_ceiling: 10,
        opening_target: None,
        ease: None,
        call_back: None,
        answer_target_s: 60,
        silence_min: 15,
        thanks_grace_min: 1_440,
        websites: given.websites.clone(),
        greeting_fi: String::new(),
        greeting_sv: String::new(),
        greeting_en: String::new(),
        speech: wire::speech::Speech::default(),
    }
}

fn new_owner(
    agent_id: AgentId,
    name: String,
    email: String,
    (language, served): (Language, &[wire::common::Language]),
    now: Moment,
) -> Agent {
    // As long as there is nobody else, they answer in every language that the desk was set up for.
    let languages = served.iter().map(|served| ((*served).into(), USUAL_LEVEL)).collect();
    Agent {
        agent_id,
        first_name: name.split_whitespace().next().unwrap_or(&name).to_owned(),
        name,
        email,
        password_hash: None,
        role: Role::Owner,
        slots: 4,
        may_exceed: false,
        languages,
        skills: Vec::new(),
        active: true,
        language,
        sound: true,
        notifications: true,
        shortcuts: true,
        presence: Presence::Gone,
        away_because: None,
        presence_since: now,
        seen_at: now,
        created_at: now,
    }
}
