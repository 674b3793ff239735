//! What a visitor says and wants, and on what occasion.

use std::sync::Arc;

use desk::case::{Channel, Starting};
use desk::id::{AgentId, ApproachId, CaseId, ClientId, ContactId, CustomerId, LabelId, MessageId, OrganisationId, PersonId};
use desk::language::Language;
use desk::moment::{Moment, Span};
use desk::routing::REMEMBERED;
use desk::routing::rules::Need;
use desk::website::is_page_of;
use store::clients::Client;
use store::{Tx, approaches, contacts, labels};
use uuid::Uuid;

use super::queued::Beginning;
use crate::address::Group;
use crate::carry_out::NewMessage;
use crate::ingest;
use crate::limits::Doing;
use crate::refusal::{Answer, Refused, Wrong};
use crate::secret::Hash;
use crate::state::Desk;
use crate::visitor::Caller;

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
    /// The invitation that their browser says they answer.
    pub approach: Option<ApproachId>,
}

impl Page {
    /// From what the widget says of the page it is on.
    pub fn of(address: Option<&str>, title: Option<&str>, referrer: Option<&str>, approach: Option<Uuid>) -> Self {
        let (address, referrer, approach) = (ingest::page(address), ingest::page(referrer), approach.map(ApproachId));
        Self { address, title: ingest::cut_line(title, TITLE_LIMIT), referrer, approach }
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
    /// What they chose that it is about: first as their browser says, then as [`chosen`] finds it.
    pub chosen: Option<LabelId>,
}

impl Speech {
    /// More words, and nothing else: what began before goes on.
    pub fn going_on(message: NewMessage) -> Self {
        // A new contact, if one begins, is named after the message that began it: the same on a resend.
        let contact = ContactId(message.id.0);
        Self { way: Way::GoOn, message, contact, language: None, name: None, email: None, page: Page::default(), chosen: None }
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
    /// Who counts what one address begins.
    pub desk: Desk,
    pub address: Group,
}

impl Occasion {
    /// What `caller` says at `at` to `client`, with this secret.
    pub fn of(desk: Desk, caller: &Caller, client: Client, (secret, at): (Hash, Moment), ids: NewIds, beginning: Arc<Beginning>) -> Self {
        let address = caller.address.group();
        Self { organisation: caller.organisation, client, secret, person: caller.person, at, ids, beginning, desk, address }
    }

    /// Counts a new contact against the address where somebody only goes on: whoever says that they begin was counted before.
    pub fn counts_as_beginning(&self, way: Way) -> Answer<()> {
        if way == Way::GoOn { self.desk.limiter.visitor(Doing::Starting, self.address) } else { Ok(()) }
    }

    /// Who answered this customer last, not too long ago.
    pub async fn last_with(&self, tx: &mut Tx, customer: CustomerId, person: Option<PersonId>) -> store::Result<Option<AgentId>> {
        contacts::last_with(tx, self.organisation, self.client.client_id, customer, person, self.at.minus(REMEMBERED)).await
    }

    /// How a contact starts with these words that needs so much, of a customer whom `last_with` answered last.
    pub async fn starting(
        &self,
        tx: &mut Tx,
        speech: &Speech,
        channel: Channel,
        language: Language,
        need: Need,
        last_with: Option<AgentId>,
    ) -> store::Result<Starting> {
        Ok(Starting {
            contact: speech.contact,
            channel,
            language,
            demand: need.demand,
            for_team: need.team,
            by_rule: need.by_rule,
            last_with,
            answer_target: Span::seconds(self.client.answer_target_s),
            start_page: speech.page.address.clone(),
            start_title: speech.page.title.clone(),
            referrer: speech.page.referrer.clone(),
            invitation: self.invitation(tx, speech.page.approach, language).await?,
            chosen: speech.chosen,
        })
    }

    /// The words of the invitation that is answered. A browser only names it: what it says is what the client has under that
    /// name, and nothing where there is none.
    async fn invitation(&self, tx: &mut Tx, named: Option<ApproachId>, language: Language) -> store::Result<Option<String>> {
        let Some(named) = named else { return Ok(None) };
        let kept = approaches::of_client(tx, self.organisation, self.client.client_id).await?.approaches;
        let words = kept.iter().find(|one| one.id == named).map(|one| one.words.of(language).to_owned());
        Ok(words.filter(|words| !words.is_empty()))
    }
}

/// The category that a visitor has chosen, of those that `client` offers. One that they are not offered, or not any more, says
/// nothing: words are never lost for it.
pub async fn chosen(
    tx: &mut Tx,
    organisation: OrganisationId,
    client: ClientId,
    chosen: Option<LabelId>,
) -> store::Result<Option<LabelId>> {
    let Some(chosen) = chosen else { return Ok(None) };
    Ok(labels::offered(tx, organisation, client).await?.iter().map(|label| label.label_id).find(|label| *label == chosen))
}

/// The page as rules may see it: only one of the client's own websites.
pub fn own_page<'a>(client: &Client, page: Option<&'a str>) -> Option<&'a str> {
    page.filter(|page| is_page_of(&client.websites, page))
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
