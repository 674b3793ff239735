//! From what the store knows to what each audience is shown. Nothing is decided here but who sees what.

use desk::case::{Author, Event, Promise, TransferTarget};
use desk::id::{CustomerId, LabelId};
use desk::moment::{Moment, Span};
use desk::on_page::OnPage;
use desk::privacy::MaskedKind;
use desk::visit_pages::VisitPage;
use store::attachments::Attachment;
use store::case_lists::EarlierCase;
use store::cases::{CaseRecord, Speaker};
use store::contacts::ContactBrief;
use store::messages::{Message, Note};
use store::timeline::{TimelineEntry, Words};
use wire::cases::{AuthorKind, CaseRow, ContactNeeds, ContactRow, CustomerBrief, CustomerOnPage, CustomerPromise, LastWords};
use wire::common::{Offer, Shown};
use wire::entries::{Entry, EntryKind};
use wire::mentions::{Mentions, NotePlace};
use wire::referrals::Referral;

mod customer;

pub use customer::{customer_entry, standing};

/// The list row of a case.
pub fn row(record: &CaseRecord) -> CaseRow {
    let case = &record.case;
    CaseRow {
        case_id: record.id.0,
        number: case.number,
        seq: record.seq,
        client_id: case.client.0,
        state: case.state.into(),
        subject: case.subject.clone(),
        owner: case.owner.map(|owner| owner.0),
        team_id: case.team.map(|team| team.0),
        customer: customer_brief(case.customer, &record.customer),
        blocked_until: record.blocked_until.map(Moment::millis),
        opened_at: record.opened_at.millis(),
        changed_at: record.changed_at.millis(),
        last_words: record.last_words.as_ref().map(|words| LastWords {
            by: speaker(words.by),
            text: words.text.clone(),
            at: words.at.millis(),
        }),
        unread: record.unread,
        category_id: case.category.map(|category| category.0),
        tag_ids: ids(&case.tags),
        sales_lock: desk::selling::sales_lock(case).map(Into::into),
        handovers: case.handovers,
        promise: case.promise.map(promised),
        referral: case.referral.map(referral),
        contact: contact_row(&case.contact),
    }
}

/// Where a customer was sent.
pub fn referral(referral: desk::case::Referral) -> Referral {
    Referral { place_id: referral.place.map(|id| id.0), reason: referral.reason.into(), remedy_id: referral.remedy.map(|id| id.0) }
}

fn ids(labels: &[LabelId]) -> Vec<uuid::Uuid> {
    labels.iter().map(|label| label.0).collect()
}

/// What lists say of a customer.
pub fn customer_brief(customer: CustomerId, brief: &store::cases::CustomerBrief) -> CustomerBrief {
    CustomerBrief {
        customer_id: customer.0,
        name: brief.name.clone(),
        email: brief.email.clone(),
        phone: brief.phone.clone(),
        visitor_number: brief.visitor_number,
        verified: brief.person.is_some(),
        typed: brief.is_typed,
    }
}

fn contact_row(contact: &desk::case::Contact) -> ContactRow {
    ContactRow {
        contact_id: contact.id.0,
        channel: contact.channel.into(),
        state: contact.state.into(),
        language: contact.language.into(),
        needs: ContactNeeds {
            level: contact.demand.level,
            skill_id: contact.demand.skill.map(|skill| skill.0),
            priority: contact.demand.priority,
        },
        triage: contact.triage.map(Into::into),
        started_at: contact.started_at.millis(),
        waiting_since: contact.waiting_since.millis(),
        held_by: contact.held_by.map(|agent| agent.0),
        luukku: contact.luukku,
        for_team: contact.for_team.map(|team| team.0),
        last_with: contact.last_with.map(|agent| agent.0),
        also_for: contact.also_for.iter().map(|team| team.0).collect(),
        offer: contact.offer.map(|offer| Offer { agent_id: offer.to.0, at: offer.at.millis(), until: offer.until.millis() }),
        tries: contact.tries,
        taken_at: contact.taken_at.map(Moment::millis),
        answer_target_s: seconds(contact.answer_target),
        answered_at: contact.answered_at.map(Moment::millis),
        customer_waits_since: contact.customer_waits_since.map(Moment::millis),
        turn_since: contact.turn_since.millis(),
        ended_at: contact.ended_at.map(Moment::millis),
        ended_by: contact.ended_by.map(Into::into),
        start_page: contact.start_page.clone(),
        start_title: contact.start_title.clone(),
        referrer: contact.referrer.clone(),
    }
}

/// What the customer was promised.
pub fn promised(promise: Promise) -> CustomerPromise {
    CustomerPromise {
        by: promise.by.map(|by| by.0),
        from: promise.from.map(Moment::millis),
        until: promise.until.millis(),
        is_broken: promise.is_broken,
    }
}

/// What happened, as the desk sees it.
pub fn entry(entry: &TimelineEntry) -> Entry {
    let what = match &entry.words {
        Words::Said(message, files) => EntryKind::Message(said(message, files)),
        Words::Noted(note) => EntryKind::Note(noted(note)),
        Words::None => happened(&entry.happened.event),
    };
    Entry { seq: entry.happened.seq, at: entry.happened.at.millis(), what }
}

/// A line of a side conversation.
pub fn side_line(note: &Note) -> Entry {
    Entry { seq: note.seq, at: note.at.millis(), what: EntryKind::Note(noted(note)) }
}

fn noted(note: &Note) -> wire::entries::Note {
    let mentions = Mentions {
        agent_ids: note.mentions.agents.iter().map(|agent| agent.0).collect(),
        team_ids: note.mentions.teams.iter().map(|team| team.0).collect(),
    };
    wire::entries::Note { note_id: note.id.0, agent_id: note.by.0, text: note.text.clone(), mentions, place: note.place.into() }
}

fn happened(event: &Event) -> EntryKind {
    match event {
        Event::CaseOpened { number, .. } => EntryKind::CaseOpened { number: *number },
        Event::ContactStarted { contact, channel, language, start_page, referrer, by_rule, invitation, chosen, .. } => {
            EntryKind::ContactStarted {
                contact_id: contact.0,
                channel: (*channel).into(),
                language: (*language).into(),
                start_page: start_page.clone(),
                referrer: referrer.clone(),
                by_rule: by_rule.clone(),
                invitation: invitation.clone(),
                category_id: chosen.map(|category| category.0),
            }
        }
        Event::Taken { contact, by, exceeds, .. } => EntryKind::Taken { contact_id: contact.0, by: by.0, exceeds: exceeds.map(Into::into) },
        Event::Offered { contact, to, .. } => EntryKind::Offered { contact_id: contact.0, to: to.0 },
        Event::OfferEnded { contact, to, why } => EntryKind::OfferEnded { contact_id: contact.0, to: to.0, why: (*why).into() },
        Event::TakenBack { contact, from, reason, by } => {
            EntryKind::TakenBack { contact_id: contact.0, from: from.0, reason: (*reason).into(), by: by.map(|by| by.0) }
        }
        Event::FreedFromTeam { contact, team } => EntryKind::FreedFromTeam { contact_id: contact.0, team_id: team.0 },
        Event::Overflowed { contact, from, to } => EntryKind::Overflowed { contact_id: contact.0, from_team: from.0, to_team: to.0 },
        Event::AnswerTargetMissed { contact, waits_since, target } => {
            EntryKind::AnswerTargetMissed { contact_id: contact.0, waits_since: waits_since.millis(), target_s: seconds(*target) }
        }
        Event::Flagged { contact, by } => EntryKind::Flagged { contact_id: contact.0, by: by.0 },
        Event::Blocked { by, until } => EntryKind::Blocked { by: by.0, until: until.millis() },
        Event::Transferred { contact, by, to } => {
            let (to_agent, to_team) = match to {
                TransferTarget::Agent(agent, _) => (Some(agent.0), None),
                TransferTarget::Team(team) => (None, Some(team.0)),
            };
            EntryKind::Transferred { contact_id: contact.0, by: by.0, to_agent, to_team }
        }
        Event::ContactEnded { contact, by, agent } => {
            EntryKind::ContactEnded { contact_id: contact.0, by: (*by).into(), agent_id: agent.map(|agent| agent.0) }
        }
        Event::ContactResumed { contact, by, .. } => EntryKind::ContactResumed { contact_id: contact.0, by: by.0 },
        Event::StateChanged { from, to, by } => EntryKind::StateChanged { from: (*from).into(), to: (*to).into(), by: by.map(|by| by.0) },
        Event::OwnerChanged { from, to, by } => {
            EntryKind::OwnerChanged { from: from.map(|from| from.0), to: to.map(|to| to.0), by: by.map(|by| by.0) }
        }
        Event::SubjectChanged { subject, by } => EntryKind::SubjectChanged { subject: subject.clone(), by: by.0 },
        Event::RaisedToLead { handovers } => EntryKind::RaisedToLead { handovers: *handovers },
        Event::Parked { contact, by, until } => EntryKind::Parked { contact_id: contact.0, by: by.0, until: until.millis() },
        Event::PromiseKept { by, until } => EntryKind::PromiseKept { by: by.map(|by| by.0), until: until.millis() },
        Event::PromiseBroken { by, until } => EntryKind::PromiseBroken { by: by.map(|by| by.0), until: until.millis() },
        Event::CallOrdered { contact, from, until } => {
            EntryKind::CallOrdered { contact_id: contact.0, from: from.map(Moment::millis), until: until.millis() }
        }
        Event::Called { contact, by } => EntryKind::Called { contact_id: contact.0, by: by.0 },
        Event::NotReached { contact, by, tries } => EntryKind::NotReached { contact_id: contact.0, by: by.0, tries: *tries },
        Event::Labelled { category, tags, by } => {
            EntryKind::Labelled { category_id: category.map(|category| category.0), tag_ids: ids(tags), by: by.0 }
        }
        Event::Triaged { contact, by, triage } => EntryKind::Triaged { contact_id: contact.0, by: by.0, triage: (*triage).into() },
        Event::Referred { contact, by, referral: sent } => {
            EntryKind::Referred { contact_id: contact.0, by: by.0, referral: referral(*sent) }
        }
        // The words of these have been erased; that they were said stays.
        Event::Received { contact, message } => said_and_erased(contact.0, message.0, AuthorKind::Customer, None),
        Event::Replied { contact, message, by } => said_and_erased(contact.0, message.0, AuthorKind::Agent, Some(by.0)),
        Event::SaidAutomatically { contact, message } => said_and_erased(contact.0, message.0, AuthorKind::Automatic, None),
        Event::Noted { note, by } => {
            let (mentions, place) = (Mentions::default(), NotePlace::default());
            EntryKind::Note(wire::entries::Note { note_id: note.0, agent_id: by.0, text: String::new(), mentions, place })
        }
    }
}

fn said_and_erased(contact_id: uuid::Uuid, message_id: uuid::Uuid, by: AuthorKind, agent_id: Option<uuid::Uuid>) -> EntryKind {
    EntryKind::Message(wire::entries::Message {
        message_id,
        contact_id,
        by,
        agent_id,
        text: String::new(),
        masked: Vec::new(),
        attachments: Vec::new(),
    })
}

fn said(message: &Message, files: &[Attachment]) -> wire::entries::Message {
    let (by, agent_id) = match message.author {
        Author::Customer => (AuthorKind::Customer, None),
        Author::Agent(agent) => (AuthorKind::Agent, Some(agent.0)),
        Author::Automatic => (AuthorKind::Automatic, None),
    };
    wire::entries::Message {
        message_id: message.id.0,
        contact_id: message.contact.0,
        by,
        agent_id,
        text: message.text.clone(),
        masked: message.masked.iter().filter_map(|word| masked_kind(word)).map(Into::into).collect(),
        attachments: files.iter().map(attachment).collect(),
    }
}

/// A file.
pub fn attachment(file: &Attachment) -> wire::common::Attachment {
    wire::common::Attachment {
        attachment_id: file.id.0,
        name: file.name.clone(),
        media_type: file.media_type.clone(),
        size_bytes: file.size_bytes,
        shown: match file.shown {
            store::attachments::Shown::Picture => Shown::Picture,
            store::attachments::Shown::Download => Shown::Download,
        },
        width: file.width,
        height: file.height,
    }
}

/// Whether a customer is still on the website.
pub fn on_page(customer: CustomerId, on_page: OnPage) -> CustomerOnPage {
    let (since, left_at) = match on_page {
        OnPage::Since(since) => (Some(since.millis()), None),
        OnPage::LeftAt(left) => (None, Some(left.millis())),
    };
    let (yields_from, yields_until) = on_page.yields().map(|(from, until)| (from.millis(), until.millis())).unzip();
    CustomerOnPage { customer_id: customer.0, since, left_at, yields_from, yields_until }
}

/// A page of a customer's visit.
pub fn visit_page(page: &VisitPage) -> wire::cases::VisitPage {
    wire::cases::VisitPage { address: page.address.clone(), title: page.title.clone(), at: page.at.millis() }
}

/// A contact for the case panel.
pub fn contact_brief(brief: &ContactBrief) -> wire::cases::ContactBrief {
    wire::cases::ContactBrief {
        contact_id: brief.id.0,
        channel: brief.channel.into(),
        started_at: brief.started_at.millis(),
        ended_at: brief.ended_at.map(Moment::millis),
        answered_in_s: brief.answered_at.map(|answered| seconds(answered.since(brief.started_at))),
    }
}

/// An earlier case for the case panel.
pub fn earlier(case: &EarlierCase) -> wire::cases::EarlierCase {
    wire::cases::EarlierCase {
        case_id: case.id.0,
        number: case.number,
        subject: case.subject.clone(),
        state: case.state.into(),
        channel: case.channel.into(),
        opened_at: case.opened_at.millis(),
    }
}

/// Whole seconds, as screens are told them.
pub fn seconds(span: Span) -> i64 {
    span.as_millis() / 1000
}

fn speaker(speaker: Speaker) -> AuthorKind {
    match speaker {
        Speaker::Customer => AuthorKind::Customer,
        Speaker::Agent => AuthorKind::Agent,
        Speaker::Automatic => AuthorKind::Automatic,
    }
}

const MASKED_WORDS: [(MaskedKind, &str); 4] = [
    (MaskedKind::PersonalIdentityCode, "personal_identity_code"),
    (MaskedKind::SwedishPersonalNumber, "swedish_personal_number"),
    (MaskedKind::PaymentCard, "payment_card"),
    (MaskedKind::BankAccount, "bank_account"),
];

/// The word that stands for a kind in the store.
pub fn masked_word(kind: MaskedKind) -> &'static str {
    MASKED_WORDS.iter().find(|(known, _)| *known == kind).map_or("", |(_, word)| word)
}

fn masked_kind(word: &str) -> Option<MaskedKind> {
    MASKED_WORDS.iter().find(|(_, known)| *known == word).map(|(kind, _)| *kind)
}
