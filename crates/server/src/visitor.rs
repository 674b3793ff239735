//! Who asks through a widget: somebody's browser, known by a secret that it made itself.

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use desk::id::{CustomerId, OrganisationId, PersonId};
use store::clients::Client;
use store::{Tx, clients, customers, people};

use crate::address::Address;
use crate::limits::Doing;
use crate::refusal::{Answer, Refused};
use crate::secret::{self, Hash};
use crate::state::Desk;
use crate::who::bearer;

/// What a request through a widget says of who asks; nobody has looked yet whether that is so. The route has a `{key}`.
#[derive(Clone, Debug)]
pub struct Caller {
    /// Of which organisation.
    pub organisation: OrganisationId,
    /// At which widget.
    pub widget_id: String,
    /// What is stored of the browser's secret; `None` when the browser sent none. In the visit of a person whom the website
    /// has named it is that person's, whichever browser they use; the browser's own secret opens nothing of theirs.
    pub secret_hash: Option<Hash>,
    /// In the visit of a person whom the website has named, the hash of that visit's secret.
    pub visit: Option<Hash>,
    /// Whom the website has named.
    pub person: Option<PersonId>,
    /// From where.
    pub address: Address,
}

impl Caller {
    /// Counts what the visitor does against their address.
    pub fn counts(&self, desk: &Desk, doing: Doing) -> Answer<()> {
        desk.limiter.visitor(doing, self.address.group())
    }

    /// The hash of the secret, for what a visitor writes.
    pub fn secret(&self) -> Answer<Hash> {
        self.secret_hash.ok_or_else(no_secret)
    }
}

/// A visitor at the widget of one client: who asks, looked up.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// What their request says.
    pub caller: Caller,
    /// At whose widget.
    pub client: Client,
    /// Who, when the secret is known already.
    pub customer: Option<CustomerId>,
}

impl Visitor {
    /// The customer; who is not known has nothing here.
    pub fn known(&self) -> Answer<CustomerId> {
        self.customer.ok_or_else(Refused::not_found)
    }
}

fn no_secret() -> Refused {
    Refused::new(StatusCode::UNAUTHORIZED, "not_signed_in")
}

impl FromRequestParts<Desk> for Caller {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Answer<Self> {
        let address = Address::from_request_parts(parts, desk).await?;
        let params = RawPathParams::from_request_parts(parts, desk).await.map_err(|_| Refused::not_found())?;
        let key = params.iter().find(|(name, _)| *name == "key").map(|(_, key)| key.to_owned());
        let (organisation, widget_id) = key.as_deref().and_then(secret::open_widget_key).ok_or_else(Refused::not_found)?;
        let shown = bearer(&parts.headers);
        let (secret_hash, visit, person) = match shown.map(|secret| (secret, secret::visitor(secret))) {
            Some((_, Some(hash))) => (Some(hash), None, None),
            Some((secret, None)) => {
                let (visit, person) = of_visit(desk, organisation, &widget_id, secret).await?;
                (Some(secret::person(person)), Some(visit), Some(person))
            }
            None if parts.headers.contains_key(AUTHORIZATION) => return Err(no_secret()),
            None => (None, None, None),
        };
        Ok(Self { organisation, widget_id, secret_hash, visit, person, address })
    }
}

/// The visit at this widget that has this secret, and whose it is.
async fn of_visit(desk: &Desk, organisation: OrganisationId, widget_id: &str, secret: &str) -> Answer<(Hash, PersonId)> {
    let (of, hash) = secret::open(secret).filter(|(of, _)| *of == organisation).ok_or_else(no_secret)?;
    let (widget_id, at) = (widget_id.to_owned(), desk.now());
    let found = desk.db.read(async move |tx: &mut Tx| people::of_visit(tx, of, &widget_id, hash, at).await).await?;
    Ok((hash, found.ok_or_else(no_secret)?))
}

impl FromRequestParts<Desk> for Visitor {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Answer<Self> {
        let caller = Caller::from_request_parts(parts, desk).await?;
        let Caller { organisation, widget_id, secret_hash, .. } = caller.clone();
        let found = desk
            .db
            .read(async move |tx: &mut Tx| {
                let Some(client) = clients::by_widget(tx, organisation, &widget_id).await? else { return Ok(None) };
                let customer = match &secret_hash {
                    Some(hash) => customers::by_secret(tx, organisation, client.client_id, hash).await?,
                    None => None,
                };
                Ok(Some((client, customer)))
            })
            .await?;
        let (client, customer) = found.ok_or_else(Refused::not_found)?;
        Ok(Self { caller, client, customer })
    }
}
