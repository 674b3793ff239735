//! How an event is written and read: JSON, whose fields are added with a default and never renamed.

use desk::case::{Event, Referral, TakenBackReason, TransferTarget};
use desk::moment::{Moment, Span};
use desk::routing::Demand;
use desk::triage::Triage;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

mod demand;

use self::demand::DemandBody;
use crate::db::{Failure, Result};
use crate::stored;

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Body {
    CaseOpened {
        client: Uuid,
        customer: Uuid,
        number: i64,
    },
    ContactStarted {
        contact: Uuid,
        channel: String,
        language: String,
        answer_target_ms: i64,
        #[serde(default)]
        demand: Option<DemandBody>,
        #[serde(default)]
        for_team: Option<Uuid>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by_rule: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        last_with: Option<Uuid>,
        start_page: Option<String>,
        start_title: Option<String>,
        referrer: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        invitation: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        chosen: Option<Uuid>,
    },
    Received {
        contact: Uuid,
        message: Uuid,
    },
    Replied {
        contact: Uuid,
        message: Uuid,
        by: Uuid,
    },
    SaidAutomatically {
        contact: Uuid,
        message: Uuid,
    },
    Noted {
        note: Uuid,
        by: Uuid,
    },
    Taken {
        contact: Uuid,
        by: Uuid,
        luukku: i64,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        exceeds: Option<String>,
    },
    TakenBack {
        contact: Uuid,
        from: Uuid,
        reason: String,
        #[serde(default)]
        by: Option<Uuid>,
    },
    Offered {
        contact: Uuid,
        to: Uuid,
        within_s: i64,
    },
    OfferEnded {
        contact: Uuid,
        to: Uuid,
        why: String,
    },
    FreedFromTeam {
        contact: Uuid,
        team: Uuid,
    },
    Overflowed {
        contact: Uuid,
        from: Uuid,
        to: Uuid,
    },
    AnswerTargetMissed {
        contact: Uuid,
        waits_since_us: i64,
        target_s: i64,
    },
    Flagged {
        contact: Uuid,
        by: Uuid,
    },
    Blocked {
        by: Uuid,
        until_us: i64,
    },
    TransferredToAgent {
        contact: Uuid,
        by: Uuid,
        agent: Uuid,
        luukku: i64,
    },
    TransferredToTeam {
        contact: Uuid,
        by: Uuid,
        team: Uuid,
    },
    ContactEnded {
        contact: Uuid,
        by: String,
        agent: Option<Uuid>,
    },
    ContactResumed {
        contact: Uuid,
        by: Uuid,
        luukku: i64,
        customer_waits_since_us: Option<i64>,
    },
    StateChanged {
        from: String,
        to: String,
        by: Option<Uuid>,
    },
    OwnerChanged {
        from: Option<Uuid>,
        to: Option<Uuid>,
        by: Option<Uuid>,
    },
    SubjectChanged {
        subject: String,
        by: Uuid,
    },
    RaisedToLead {
        handovers: i64,
    },
    Parked {
        contact: Uuid,
        by: Uuid,
        until_us: i64,
    },
    PromiseKept {
        by: Option<Uuid>,
        until_us: i64,
    },
    PromiseBroken {
        by: Option<Uuid>,
        until_us: i64,
    },
    CallOrdered {
        contact: Uuid,
        from_us: Option<i64>,
        until_us: i64,
    },
    Called {
        contact: Uuid,
        by: Uuid,
    },
    NotReached {
        contact: Uuid,
        by: Uuid,
        tries: i64,
    },
    Labelled {
        category: Option<Uuid>,
        tags: Vec<Uuid>,
        by: Uuid,
    },
    Triaged {
        contact: Uuid,
        by: Uuid,
        impact: i64,
        urgency: i64,
        path: String,
    },
    Referred {
        contact: Uuid,
        by: Uuid,
        reason: String,
        place: Option<Uuid>,
        remedy: Option<Uuid>,
    },
}

pub(crate) fn body(event: &Event) -> Result<String> {
    let body = match event.clone() {
        Event::CaseOpened { client, customer, number } => Body::CaseOpened { client: client.0, customer: customer.0, number },
        Event::ContactStarted {
            contact,
            channel,
            language,
            demand,
            for_team,
            by_rule,
            last_with,
            answer_target,
            start_page,
            start_title,
            referrer,
            invitation,
            chosen,
        } => Body::ContactStarted {
            contact: contact.0,
            channel: stored::text(channel).into(),
            language: stored::text(language).into(),
            answer_target_ms: answer_target.as_millis(),
            demand: (demand != Demand::default()).then(|| demand.into()),
            for_team: for_team.map(|team| team.0),
            by_rule,
            last_with: last_with.map(|agent| agent.0),
            start_page,
            start_title,
            referrer,
            invitation,
            chosen: chosen.map(|category| category.0),
        },
        Event::Received { contact, message } => Body::Received { contact: contact.0, message: message.0 },
        Event::Replied { contact, message, by } => Body::Replied { contact: contact.0, message: message.0, by: by.0 },
        Event::SaidAutomatically { contact, message } => Body::SaidAutomatically { contact: contact.0, message: message.0 },
        Event::Noted { note, by } => Body::Noted { note: note.0, by: by.0 },
        Event::Taken { contact, by, luukku, exceeds } => {
            Body::Taken { contact: contact.0, by: by.0, luukku, exceeds: exceeds.map(|why| stored::text(why).into()) }
        }
        Event::Offered { contact, to, within } => Body::Offered { contact: contact.0, to: to.0, within_s: within.as_millis() / 1000 },
        Event::OfferEnded { contact, to, why } => Body::OfferEnded { contact: contact.0, to: to.0, why: stored::text(why).into() },
        Event::TakenBack { contact, from, reason, by } => {
            Body::TakenBack { contact: contact.0, from: from.0, reason: stored::text(reason).into(), by: by.map(|by| by.0) }
        }
        Event::FreedFromTeam { contact, team } => Body::FreedFromTeam { contact: contact.0, team: team.0 },
        Event::Overflowed { contact, from, to } => Body::Overflowed { contact: contact.0, from: from.0, to: to.0 },
        Event::AnswerTargetMissed { contact, waits_since, target } => {
            Body::AnswerTargetMissed { contact: contact.0, waits_since_us: waits_since.micros(), target_s: target.as_millis() / 1000 }
        }
        Event::Flagged { contact, by } => Body::Flagged { contact: contact.0, by: by.0 },
        Event::Blocked { by, until } => Body::Blocked { by: by.0, until_us: until.micros() },
        Event::Transferred { contact, by, to: TransferTarget::Agent(agent, luukku) } => {
            Body::TransferredToAgent { contact: contact.0, by: by.0, agent: agent.0, luukku }
        }
        Event::Transferred { contact, by, to: TransferTarget::Team(team) } => {
            Body::TransferredToTeam { contact: contact.0, by: by.0, team: team.0 }
        }
        Event::ContactEnded { contact, by, agent } => {
            Body::ContactEnded { contact: contact.0, by: stored::text(by).into(), agent: agent.map(|agent| agent.0) }
        }
        Event::ContactResumed { contact, by, luukku, customer_waits_since } => {
            Body::ContactResumed { contact: contact.0, by: by.0, luukku, customer_waits_since_us: customer_waits_since.map(Moment::micros) }
        }
        Event::StateChanged { from, to, by } => {
            Body::StateChanged { from: stored::text(from).into(), to: stored::text(to).into(), by: by.map(|by| by.0) }
        }
        Event::OwnerChanged { from, to, by } => {
            Body::OwnerChanged { from: from.map(|from| from.0), to: to.map(|to| to.0), by: by.map(|by| by.0) }
        }
        Event::SubjectChanged { subject, by } => Body::SubjectChanged { subject, by: by.0 },
        Event::RaisedToLead { handovers } => Body::RaisedToLead { handovers },
        Event::Parked { contact, by, until } => Body::Parked { contact: contact.0, by: by.0, until_us: until.micros() },
        Event::PromiseKept { by, until } => Body::PromiseKept { by: by.map(|by| by.0), until_us: until.micros() },
        Event::PromiseBroken { by, until } => Body::PromiseBroken { by: by.map(|by| by.0), until_us: until.micros() },
        Event::CallOrdered { contact, from, until } => {
            Body::CallOrdered { contact: contact.0, from_us: from.map(Moment::micros), until_us: until.micros() }
        }
        Event::Called { contact, by } => Body::Called { contact: contact.0, by: by.0 },
        Event::NotReached { contact, by, tries } => Body::NotReached { contact: contact.0, by: by.0, tries },
        Event::Labelled { category, tags, by } => {
            Body::Labelled { category: category.map(|id| id.0), tags: tags.into_iter().map(|id| id.0).collect(), by: by.0 }
        }
        Event::Triaged { contact, by, triage } => Body::Triaged {
            contact: contact.0,
            by: by.0,
            impact: triage.impact,
            urgency: triage.urgency,
            path: stored::text(triage.path).into(),
        },
        Event::Referred { contact, by, referral } => Body::Referred {
            contact: contact.0,
            by: by.0,
            reason: stored::text(referral.reason).into(),
            place: referral.place.map(|id| id.0),
            remedy: referral.remedy.map(|id| id.0),
        },
    };
    serde_json::to_string(&body).map_err(|error| Failure::Broken(format!("an event could not be written: {error}")))
}

pub(crate) fn event(body: &str) -> Result<Event> {
    let body: Body = serde_json::from_str(body).map_err(|_| Failure::Corrupt)?;
    Ok(match body {
        Body::CaseOpened { client, customer, number } => Event::CaseOpened { client: client.into(), customer: customer.into(), number },
        Body::ContactStarted {
            contact,
            channel,
            language,
            answer_target_ms,
            demand,
            for_team,
            by_rule,
            last_with,
            start_page,
            start_title,
            referrer,
            invitation,
            chosen,
        } => Event::ContactStarted {
            contact: contact.into(),
            channel: stored::value(&channel)?,
            language: stored::value(&language)?,
            demand: demand.map_or_else(Demand::default, Into::into),
            for_team: for_team.map(Into::into),
            by_rule,
            last_with: last_with.map(Into::into),
            answer_target: Span::millis(answer_target_ms),
            start_page,
            start_title,
            referrer,
            invitation,
            chosen: chosen.map(Into::into),
        },
        Body::Received { contact, message } => Event::Received { contact: contact.into(), message: message.into() },
        Body::Replied { contact, message, by } => Event::Replied { contact: contact.into(), message: message.into(), by: by.into() },
        Body::SaidAutomatically { contact, message } => Event::SaidAutomatically { contact: contact.into(), message: message.into() },
        Body::Noted { note, by } => Event::Noted { note: note.into(), by: by.into() },
        Body::Taken { contact, by, luukku, exceeds } => {
            Event::Taken { contact: contact.into(), by: by.into(), luukku, exceeds: stored::optional(exceeds.as_deref())? }
        }
        Body::Offered { contact, to, within_s } => {
            Event::Offered { contact: contact.into(), to: to.into(), within: Span::seconds(within_s) }
        }
        Body::OfferEnded { contact, to, why } => Event::OfferEnded { contact: contact.into(), to: to.into(), why: stored::value(&why)? },
        Body::TakenBack { contact, from, reason, by } => taken_back(contact, from, stored::value(&reason)?, by),
        Body::FreedFromTeam { contact, team } => Event::FreedFromTeam { contact: contact.into(), team: team.into() },
        Body::Overflowed { contact, from, to } => Event::Overflowed { contact: contact.into(), from: from.into(), to: to.into() },
        Body::AnswerTargetMissed { contact, waits_since_us, target_s } => Event::AnswerTargetMissed {
            contact: contact.into(),
            waits_since: Moment::from_micros(waits_since_us),
            target: Span::seconds(target_s),
        },
        Body::Flagged { contact, by } => Event::Flagged { contact: contact.into(), by: by.into() },
        Body::Blocked { by, until_us } => Event::Blocked { by: by.into(), until: Moment::from_micros(until_us) },
        Body::TransferredToAgent { contact, by, agent, luukku } => {
            Event::Transferred { contact: contact.into(), by: by.into(), to: TransferTarget::Agent(agent.into(), luukku) }
        }
        Body::TransferredToTeam { contact, by, team } => {
            Event::Transferred { contact: contact.into(), by: by.into(), to: TransferTarget::Team(team.into()) }
        }
        Body::ContactEnded { contact, by, agent } => {
            Event::ContactEnded { contact: contact.into(), by: stored::value(&by)?, agent: agent.map(Into::into) }
        }
        Body::ContactResumed { contact, by, luukku, customer_waits_since_us } => Event::ContactResumed {
            contact: contact.into(),
            by: by.into(),
            luukku,
            customer_waits_since: customer_waits_since_us.map(Moment::from_micros),
        },
        Body::StateChanged { from, to, by } => {
            Event::StateChanged { from: stored::value(&from)?, to: stored::value(&to)?, by: by.map(Into::into) }
        }
        Body::OwnerChanged { from, to, by } => {
            Event::OwnerChanged { from: from.map(Into::into), to: to.map(Into::into), by: by.map(Into::into) }
        }
        Body::SubjectChanged { subject, by } => Event::SubjectChanged { subject, by: by.into() },
        Body::RaisedToLead { handovers } => Event::RaisedToLead { handovers },
        Body::Parked { contact, by, until_us } => {
            Event::Parked { contact: contact.into(), by: by.into(), until: Moment::from_micros(until_us) }
        }
        Body::PromiseKept { by, until_us } => Event::PromiseKept { by: by.map(Into::into), until: Moment::from_micros(until_us) },
        Body::PromiseBroken { by, until_us } => Event::PromiseBroken { by: by.map(Into::into), until: Moment::from_micros(until_us) },
        Body::CallOrdered { contact, from_us, until_us } => {
            Event::CallOrdered { contact: contact.into(), from: from_us.map(Moment::from_micros), until: Moment::from_micros(until_us) }
        }
        Body::Called { contact, by } => Event::Called { contact: contact.into(), by: by.into() },
        Body::NotReached { contact, by, tries } => Event::NotReached { contact: contact.into(), by: by.into(), tries },
        Body::Labelled { category, tags, by } => {
            Event::Labelled { category: category.map(Into::into), tags: tags.into_iter().map(Into::into).collect(), by: by.into() }
        }
        Body::Triaged { contact, by, impact, urgency, path } => {
            let triage = Triage { impact, urgency, path: stored::value(&path)? };
            Event::Triaged { contact: contact.into(), by: by.into(), triage }
        }
        Body::Referred { contact, by, reason, place, remedy } => {
            let referral = Referral { reason: stored::value(&reason)?, place: place.map(Into::into), remedy: remedy.map(Into::into) };
            Event::Referred { contact: contact.into(), by: by.into(), referral }
        }
    })
}

fn taken_back(contact: Uuid, from: Uuid, reason: TakenBackReason, by: Option<Uuid>) -> Event {
    // Until a supervisor could do it as well, only the holder gave a contact back, and nobody was named.
    let by = by.or((reason == TakenBackReason::GivenBack).then_some(from));
    Event::TakenBack { contact: contact.into(), from: from.into(), reason, by: by.map(Into::into) }
}
