//! What a visitor says and wants, and on what occasion.

use std::sync::Arc;

use desk::case::{Channel, Starting};
use desk::id::{AgentId, CaseId, ContactId, CustomerId, MessageId, OrganisationId, PersonId};
use desk::language::Language;
use desk::moment::{Moment, Span};
use desk::routing::REMEMBERED;
use desk::routing::rules::Need;
use store::clients::Client;
use store::{Tx, contacts};

use super::queued::Beginning;
use crate::carry_out::NewMessage;
use crate::ingest;
use crate::refusal::{Answer, Refused, Wrong};
use crate::secret::Hash;

const ADDRESS_LIMIT: usize = 254;
const TITLE_LIMIT: usize = 200;

/// What a visitor wants.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// A person, now.
    StartChat,
    /// To leave a message.
    LeaveMessage,
    /// To go on where they were.
    GoOn,
}

/// On which page.
#[derive(Clone, Default)]
pub struct Page {
    pub address: Option<String>,
    pub title: Option<String>,
    pub referrer: Option<String>,
}

impl Page {
    /// From what the widget says of the page it is on.
    pub fn of(address: Option<&str>, title: Option<&str>, referrer: Option<&str>) -> Self {
        Self { address: ingest::page(address), title: ingest::cut_line(title, TITLE_LIMIT), referrer: ingest::page(referrer) }
    }
}

pub struct Speech {
    pub way: Way,
    pub message: NewMessage,
    pub contact: ContactId,
    pub language: Option<Language>,
    pub name: Option<String>,
    pub email: Option<String>,
    pub page: Page,
}

impl Speech {
    /// How a contact starts with these words that needs so much, of a customer whom `last_with` answered last.
    pub fn starting(&self, client: &Client, channel: Channel, language: Language, need: Need, last_with: Option<AgentId>) -> Starting {
        Starting {
            contact: self.contact,
            channel,
            language,
            demand: need.demand,
            for_team: need.team,
            by_rule: need.by_rule,
            last_with,
            answer_target: Span::seconds(client.answer_target_s),
            start_page: self.page.address.clone(),
            start_title: self.page.title.clone(),
            referrer: self.page.referrer.clone(),
        }
    }
}

/// What is the same for everything that happens in one unit: whose widget, who speaks and when.
pub struct Occasion {
    pub organisation: OrganisationId,
    pub client: Client,
    pub secret: Hash,
    pub person: Option<PersonId>,
    pub at: Moment,
    pub ids: NewIds,
    pub beginning: Arc<Beginning>,
}

impl Occasion {
    /// Who answered this customer last, not too long ago.
    pub async fn last_with(&self, tx: &mut Tx, customer: CustomerId, person: Option<PersonId>) -> store::Result<Option<AgentId>> {
        contacts::last_with(tx, self.organisation, self.client.client_id, customer, person, self.at.minus(REMEMBERED)).await
    }
}

/// Ids for what the unit may make, drawn before it.
pub struct NewIds {
    pub case: CaseId,
    pub customer: CustomerId,
    pub greeting: MessageId,
}

/// An address at which the desk reaches the visitor. It is checked for its shape only, and authenticates nobody.
pub fn address(email: &str) -> Answer<String> {
    let wrong = || Refused::invalid(vec![Wrong::new("email", "field-email")]);
    let email = ingest::line(Some(email), ADDRESS_LIMIT)?.ok_or_else(wrong)?;
    let (user, host) = email.rsplit_once('@').ok_or_else(wrong)?;
    let is_address = !user.is_empty()
        && !user.contains('@')
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !email.contains(|c: char| c.is_whitespace() || "<>\"(),;:\\".contains(c));
    if is_address { Ok(email) } else { Err(wrong()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_somebody_at_somewhere() {
        for good in ["a@b.fi", "etu.suku+luukku@osasto.esimerkki.fi", "päivi@esimerkki.fi"] {
            assert!(address(good).is_ok(), "{good}");
        }
        for bad in ["", "a", "a@", "@b.fi", "a@b", "a b@c.fi", "a@b.fi, c@d.fi", "a@b@c.fi", "<a@b.fi>", "a@.fi", "a@b.fi."] {
            assert!(address(bad).is_err(), "{bad}");
        }
    }
}
