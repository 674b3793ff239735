//! Uploading a file before the message that it goes with.

use axum::Json;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::StatusCode;
use desk::case::Author;
use desk::id::{AttachmentId, CaseId, ClientId, CustomerId, OrganisationId};
use desk::may::Act;
use desk::moment::Span;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use store::attachments::{self, Attachment, Before, Shown};
use store::customers::{self, NewCustomer};
use store::{Tx, organisations};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::shelf;
use super::under_way::{Room, Sender, said_megabytes};
use super::unsent::Share;
use crate::cases::{kept_out, seen};
use crate::extract::{Extent, InPath, InQuery};
use crate::limits::Doing;
use crate::refusal::{Answer, Refused};
use crate::state::Desk;
use crate::translate;
use crate::visitor::Visitor;
use crate::who::Who;

/// The largest file, in bytes.
pub const FILE_LIMIT: usize = 10 * MEGABYTE;
pub(super) const MEGABYTE: usize = 1024 * 1024;
/// Half of what a slow telephone does, so that whoever has one can send a whole file, and nobody holds one much longer.
const EXTENT: Extent = Extent { most: FILE_LIMIT, bytes_a_second: 16 * 1024 };
/// How long the upload of an agent waits for its message: a draft may wait until tomorrow.
const KEPT_UNSENT: Span = Span::seconds(24 * 60 * 60);
/// How long that of a visitor does, who may be anybody.
const KEPT_UNSENT_OF_VISITORS: Span = Span::seconds(2 * 60 * 60);
/// So many are looked for at once.
const FORGOTTEN_AT_ONCE: i64 = 200;

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(by_agent)).routes(routes!(by_visitor)).layer(DefaultBodyLimit::max(FILE_LIMIT))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Named {
    /// The file's name, for display.
    #[serde(default)]
    name: String,
}

#[utoipa::path(post, path = "/api/cases/{case}/attachments/{attachment}", params(("case" = Uuid, Path), ("attachment" = Uuid, Path), Named),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"), responses((status = OK, body = wire::common::Attachment)))]
async fn by_agent(
    State(desk): State<Desk>,
    who: Who,
    InPath((case, id)): InPath<(Uuid, Uuid)>,
    InQuery(named): InQuery<Named>,
    request: Request,
) -> Answer<Json<wire::common::Attachment>> {
    who.may(Act::Answer)?;
    let (asker, organisation) = (who.clone(), who.organisation);
    let record = desk.db.read(async move |tx: &mut Tx| seen(tx, &asker, CaseId(case)).await).await??;
    let owner = Owner { organisation, client: record.case.client, by: Author::Agent(who.agent_id), customer: None };
    let mut room = desk.uploads.begin(Sender::Agent(organisation, who.agent_id), &request)?;
    let bytes = room.fill(&desk, request, EXTENT, too_large()).await?.into();
    keep_to_the_end(desk, (room, None), owner, Upload { id: AttachmentId(id), name: named.name, bytes }).await.map(Json)
}

#[utoipa::path(post, path = "/api/widget/{key}/attachments/{attachment}", params(("key" = String, Path), ("attachment" = Uuid, Path), Named),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"), responses((status = OK, body = wire::common::Attachment)))]
async fn by_visitor(
    State(desk): State<Desk>,
    visitor: Visitor,
    InPath((_, id)): InPath<(String, Uuid)>,
    InQuery(named): InQuery<Named>,
    request: Request,
) -> Answer<Json<wire::common::Attachment>> {
    visitor.caller.counts(&desk, Doing::Uploading)?;
    let secret = visitor.caller.secret()?;
    let address = visitor.caller.address.group();
    let share = desk.unsent.begin(&desk, address, said_megabytes(&request)).await?;
    let mut room = desk.uploads.begin(Sender::Visitors(address), &request)?;
    let bytes = room.fill(&desk, request, EXTENT, too_large()).await?.into();
    let customer = match visitor.customer {
        Some(customer) => customer,
        None => first_seen(&desk, &visitor, &secret).await?,
    };
    let organisation = visitor.caller.organisation;
    let at = desk.now();
    if let Some(refused) = desk.db.read(async move |tx: &mut Tx| kept_out(tx, organisation, Some(customer), at).await).await? {
        return Err(refused);
    }
    let owner = Owner { organisation, client: visitor.client.client_id, by: Author::Customer, customer: Some(customer) };
    keep_to_the_end(desk, (room, Some(share)), owner, Upload { id: AttachmentId(id), name: named.name, bytes }).await.map(Json)
}

/// A visitor whose first words come with a file is known from the file on.
async fn first_seen(desk: &Desk, visitor: &Visitor, secret: &[u8]) -> Answer<CustomerId> {
    let at = desk.now();
    let (organisation, client) = (visitor.caller.organisation, visitor.client.client_id);
    let new = NewCustomer {
        id: desk.new_id(at)?.into(),
        client,
        name: None,
        email: None,
        secret_hash: Some(secret.to_vec()),
        created_at: at,
        person: visitor.caller.person,
    };
    let known = desk.db.unit(async move |tx: &mut Tx| {
        let hash = new.secret_hash.clone().unwrap_or_default();
        // Two files of one first message may come side by side.
        organisations::lock(tx, organisation).await?;
        if let Some(known) = customers::by_secret(tx, organisation, client, &hash).await? {
            return Ok(known);
        }
        customers::insert(tx, organisation, &new).await?;
        Ok(new.id)
    });
    Ok(known.await?)
}

fn too_large() -> Refused {
    Refused::new(StatusCode::PAYLOAD_TOO_LARGE, "file_too_large").with("limit", (FILE_LIMIT / MEGABYTE).to_string())
}

struct Owner {
    organisation: OrganisationId,
    client: ClientId,
    by: Author,
    customer: Option<CustomerId>,
}

/// A file that has come.
struct Upload {
    id: AttachmentId,
    name: String,
    bytes: Vec<u8>,
}

/// Work away from here goes on when the sender hangs up, and holds the bytes; so it is brought to its end, and until then
/// the room is taken. A visitor's share stays taken when the file is kept.
async fn keep_to_the_end(
    desk: Desk,
    (room, share): (Room, Option<Share>),
    owner: Owner,
    upload: Upload,
) -> Answer<wire::common::Attachment> {
    let keeping = tokio::spawn(async move {
        let (organisation, id) = (owner.organisation, upload.id);
        let kept = keep(&desk, room.sender(), owner, upload).await;
        if let (Ok(_), Some(share)) = (&kept, share) {
            share.kept(organisation, id);
        }
        drop(room);
        kept
    });
    keeping.await.map_err(|_| Refused::broken())?
}

async fn keep(desk: &Desk, sender: Sender, owner: Owner, upload: Upload) -> Answer<wire::common::Attachment> {
    let Upload { id, name, bytes } = upload;
    if bytes.is_empty() {
        return Err(Refused::new(StatusCode::UNPROCESSABLE_ENTITY, "empty"));
    }
    let sha256 = Sha256::digest(&bytes).to_vec();
    let organisation = owner.organisation;
    let earlier = desk.db.read(async move |tx: &mut Tx| attachments::find(tx, organisation, id).await).await?;
    if let Some(earlier) = earlier {
        return same(&earlier, &owner, &sha256);
    }
    let ready = desk.pictures.look_into(sender, bytes).await?;
    let file = Attachment {
        id,
        client: owner.client,
        customer: owner.customer,
        agent: agent(owner.by),
        case: None,
        message: None,
        place: 0,
        name: crate::ingest::file_name(&name),
        media_type: ready.media_type.to_owned(),
        size_bytes: i64::try_from(ready.bytes.len()).unwrap_or(i64::MAX),
        shown: if ready.pixels.is_some() { Shown::Picture } else { Shown::Download },
        width: ready.pixels.map(|(width, _)| width.into()),
        height: ready.pixels.map(|(_, height)| height.into()),
        sha256: sha256.clone(),
        created_at: desk.now(),
    };
    // The bytes first: a row never names a file that is not there.
    shelf::keep(&desk.settings.data_dir, organisation, id, ready.bytes).await?;
    let kept = file.clone();
    let earlier = desk.db.unit(async move |tx: &mut Tx| {
        if attachments::insert(tx, organisation, &kept).await? { Ok(None) } else { attachments::find(tx, organisation, id).await }
    });
    match earlier.await? {
        None => Ok(translate::attachment(&file)),
        // The same upload came twice at once, and the other one was first.
        Some(earlier) => same(&earlier, &owner, &sha256),
    }
}

/// D2 for files: the same id again is the same file, or a mistake.
fn same(earlier: &Attachment, owner: &Owner, sha256: &[u8]) -> Answer<wire::common::Attachment> {
    let is_same = earlier.sha256 == sha256
        && earlier.client == owner.client
        && earlier.customer == owner.customer
        && earlier.agent == agent(owner.by);
    if is_same { Ok(translate::attachment(earlier)) } else { Err(Refused::conflict("id_reused")) }
}

fn agent(by: Author) -> Option<desk::id::AgentId> {
    match by {
        Author::Agent(agent) => Some(agent),
        Author::Customer | Author::Automatic => None,
    }
}

/// Throws away uploads whose message never came. Bytes go after the row, so that a row never names what is gone.
pub async fn forget_never_sent(desk: &Desk) -> Answer<()> {
    let before = Before { agents: desk.now().minus(KEPT_UNSENT), visitors: desk.now().minus(KEPT_UNSENT_OF_VISITORS) };
    for organisation in desk.db.read(async |tx: &mut Tx| organisations::all(tx).await).await? {
        forget_never_sent_of(desk, organisation.organisation_id, before).await?;
    }
    desk.unsent.forget_old(before.visitors);
    Ok(())
}

async fn forget_never_sent_of(desk: &Desk, organisation: OrganisationId, before: Before) -> Answer<()> {
    loop {
        let unsent = desk.db.read(async move |tx: &mut Tx| attachments::never_sent(tx, organisation, before, FORGOTTEN_AT_ONCE).await);
        let unsent = unsent.await?;
        for file in &unsent {
            let id = file.id;
            if desk.db.unit(async move |tx: &mut Tx| attachments::forget(tx, organisation, id).await).await? {
                shelf::throw_away(&desk.settings.data_dir, organisation, id).await?;
            }
        }
        // What was sent at this moment is not found again.
        if i64::try_from(unsent.len()).is_ok_and(|found| found < FORGOTTEN_AT_ONCE) {
            return Ok(());
        }
    }
}
