//! Whom the desk serves: each with its widget, hours and languages.

use desk::availability::WhenClosed;
use desk::hours::Country;
use desk::id::{AgentId, ClientId, OrganisationId};
use desk::language::Language;
use desk::load;
use desk::moment::{Moment, Span};
use serde::{Deserialize, Serialize};

use crate::db::{Failure, Result, Row, Tx};
use crate::speech::Speech;
use crate::{statements, stored, values};

/// How many clients one organisation may serve.
pub const LIMIT: i64 = 500;

/// A client with its settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// Which.
    pub client_id: ClientId,
    /// The part of the widget's key that names this client.
    pub widget_id: String,
    /// Name.
    pub name: String,
    /// What the desk is called there.
    pub desk_name: Option<String>,
    /// Languages, preferred first.
    pub languages: Vec<Language>,
    /// Header colour `#rrggbb`.
    pub colour: Option<String>,
    /// IANA time zone.
    pub time_zone: String,
    /// Monday first, seven lists.
    pub week: Vec<Vec<OpenSlot>>,
    /// Days of their own.
    pub exceptions: Vec<OpenException>,
    /// Whose holidays are kept, and its hours on them; none where they are days like any other.
    pub holidays: Option<KeptHolidays>,
    /// Closed by hand until opened again.
    pub closed_by_hand: bool,
    /// What visitors find while it is closed.
    pub when_closed: WhenClosed,
    /// Longest queue that is still open when no luukku is free.
    pub queue_ceiling: i64,
    /// When it closes because its answer target is not kept.
    pub opening_target: Option<OpeningTarget>,
    /// When the slots of whoever has been in chat for long become fewer.
    pub ease: Option<Ease>,
    /// How customers can ask to be called; none where they cannot.
    pub call_back: Option<CallBack>,
    /// Seconds of the answer target.
    pub answer_target_s: i64,
    /// Minutes of silence after which a chat ends by itself.
    pub silence_min: i64,
    /// Minutes after "solved" during which a mere thank-you does not reopen.
    pub thanks_grace_min: i64,
    /// Origins that may show the widget.
    pub websites: Vec<String>,
    /// First automatic words, Finnish; empty for none.
    pub greeting_fi: String,
    /// The same in Swedish.
    pub greeting_sv: String,
    /// The same in English.
    pub greeting_en: String,
    /// How its desk speaks.
    pub speech: Speech,
    /// When the client was added.
    pub created_at: Moment,
    /// Whether its chat has been opened to customers.
    pub launch: Launch,
}

impl Client {
    /// The first words in `language`; empty for none.
    pub fn greeting(&self, language: Language) -> &str {
        match language {
            Language::Fi => &self.greeting_fi,
            Language::Sv => &self.greeting_sv,
            Language::En => &self.greeting_en,
        }
    }
}

/// Since when customers may use a client's chat, who minds it, and when it is looked through again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Launch {
    /// Since when; none while visitors see nothing of it.
    pub live_at: Option<Moment>,
    /// `2027-11-28`, when a day was chosen.
    pub review_on: Option<String>,
    /// Who minds it.
    pub minded_by: Option<AgentId>,
}

impl Launch {
    /// Opened to customers at `at`.
    pub fn live(at: Moment) -> Self {
        Self { live_at: Some(at), ..Self::default() }
    }
}

/// When a chat closes because its answer target is not kept. Stored as JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningTarget {
    /// Over how many minutes the share is counted.
    pub window_min: i64,
    /// The least share, in per cent.
    pub least_percent: i64,
    /// The longest wait, in times the target.
    pub longest_wait: i64,
}

/// When the slots of whoever has been in chat for long become fewer. Stored as JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ease {
    /// For each full stretch of so many minutes one slot less.
    pub after_min: i64,
    /// So many remain.
    pub least_slots: i64,
}

/// How customers can ask to be called. Stored as JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallBack {
    /// Within how many open minutes who chose no time is called.
    pub within_min: i64,
    /// How often it is tried.
    pub tries: i64,
}

impl Ease {
    /// As the rules have it.
    pub fn rule(self) -> load::Ease {
        load::Ease { after: Span::seconds(self.after_min.saturating_mul(60)), least: self.least_slots }
    }
}

/// A span of one day, in minutes from midnight. Stored as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenSlot {
    /// From.
    pub from_minute: i64,
    /// To, at most 1440.
    pub to_minute: i64,
}

/// A day with hours of its own. Stored as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenException {
    /// `2026-12-06`.
    pub date: String,
    /// Hours; empty = closed.
    pub slots: Vec<OpenSlot>,
    /// Why, when it was written.
    pub name: Option<String>,
}

/// Whose holidays a client keeps, and when it is open on them; an empty list = closed. Stored as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptHolidays {
    /// Whose.
    #[serde(with = "country")]
    pub country: Country,
    /// On public holidays.
    pub on_holidays: Vec<OpenSlot>,
    /// On eves.
    pub on_eves: Vec<OpenSlot>,
    /// On short days; none for the hours of their weekday.
    pub on_short_days: Option<Vec<OpenSlot>>,
}

/// A country by its stored text.
mod country {
    use desk::hours::Country;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use crate::stored;

    #[allow(clippy::trivially_copy_pass_by_ref)] // serde gives a reference
    pub fn serialize<S: Serializer>(country: &Country, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(stored::text(*country))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Country, D::Error> {
        stored::value(&String::deserialize(from)?).map_err(|_| D::Error::custom("no such country"))
    }
}

macro_rules! select_client {
    ($rest:literal) => {
        concat!(
            "select client_id, widget_id, name, desk_name, languages, colour, time_zone, week, exceptions, closed_by_hand, \
             queue_ceiling, answer_target_s, silence_min, thanks_grace_min, websites, greeting_fi, greeting_sv, greeting_en, \
             created_at_us, holidays, when_closed, live_at_us, review_on, minded_by, opening_target, speech, ease, call_back from clients ",
            $rest
        )
    };
}

statements! {
    LOAD = select_client!("where organisation_id = $1 and client_id = $2");
    LOAD_TO_CHANGE = select_client!("where organisation_id = $1 and client_id = $2 for update");
    BY_WIDGET = select_client!("where organisation_id = $1 and widget_id = $2");
    LIST = select_client!("where organisation_id = $1 order by name, client_id limit $2");
    ADD = "insert into clients (organisation_id, client_id, widget_id, name, desk_name, languages, colour, time_zone, week,
             exceptions, closed_by_hand, queue_ceiling, answer_target_s, silence_min, thanks_grace_min, websites,
             greeting_fi, greeting_sv, greeting_en, queue_turn, created_at_us, holidays, when_closed, live_at_us, review_on, minded_by, opening_target, speech, ease, call_back)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 0, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29)
           on conflict do nothing";
    CHANGE = "update clients set name = $3, desk_name = $4, languages = $5, colour = $6, time_zone = $7, week = $8,
                exceptions = $9, closed_by_hand = $10, queue_ceiling = $11, answer_target_s = $12, silence_min = $13,
                thanks_grace_min = $14, websites = $15, greeting_fi = $16, greeting_sv = $17, greeting_en = $18,
                holidays = $19, when_closed = $20, opening_target = $21, speech = $22, ease = $23, call_back = $24
              where organisation_id = $1 and client_id = $2";
    SET_LAUNCH = "update clients set live_at_us = $3, review_on = $4, minded_by = $5 where organisation_id = $1 and client_id = $2";
}

/// One client.
pub async fn load(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> Result<Option<Client>> {
    tx.row(LOAD, values![organisation, client]).await?.as_ref().map(read).transpose()
}

/// One client, which nobody else changes until this unit ends.
pub async fn load_to_change(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> Result<Option<Client>> {
    tx.row(LOAD_TO_CHANGE, values![organisation, client]).await?.as_ref().map(read).transpose()
}

/// The client that a widget belongs to.
pub async fn by_widget(tx: &mut Tx, organisation: OrganisationId, widget_id: &str) -> Result<Option<Client>> {
    tx.row(BY_WIDGET, values![organisation, widget_id]).await?.as_ref().map(read).transpose()
}

/// Every client, by name.
pub async fn list(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<Client>> {
    tx.rows(LIST, values![organisation, LIMIT]).await?.iter().map(read).collect()
}

/// Stores a new client. False when the id is taken.
pub async fn add(tx: &mut Tx, organisation: OrganisationId, new: &Client) -> Result<bool> {
    let values = values![
        organisation,
        new.client_id,
        &new.widget_id,
        &new.name,
        new.desk_name.clone(),
        stored::texts(&new.languages),
        new.colour.clone(),
        &new.time_zone,
        json(&new.week)?,
        json(&new.exceptions)?,
        new.closed_by_hand,
        new.queue_ceiling,
        new.answer_target_s,
        new.silence_min,
        new.thanks_grace_min,
        json(&new.websites)?,
        &new.greeting_fi,
        &new.greeting_sv,
        &new.greeting_en,
        new.created_at,
        new.holidays.as_ref().map(json).transpose()?,
        stored::text(new.when_closed),
        new.launch.live_at,
        new.launch.review_on.clone(),
        new.launch.minded_by,
        new.opening_target.as_ref().map(json).transpose()?,
        json(&new.speech)?,
        new.ease.as_ref().map(json).transpose()?,
        new.call_back.as_ref().map(json).transpose()?,
    ];
    Ok(tx.execute(ADD, values).await? == 1)
}

/// Stores a client's settings, without its launch. False when there is no such client.
pub async fn change(tx: &mut Tx, organisation: OrganisationId, client: &Client) -> Result<bool> {
    let values = values![
        organisation,
        client.client_id,
        &client.name,
        client.desk_name.clone(),
        stored::texts(&client.languages),
        client.colour.clone(),
        &client.time_zone,
        json(&client.week)?,
        json(&client.exceptions)?,
        client.closed_by_hand,
        client.queue_ceiling,
        client.answer_target_s,
        client.silence_min,
        client.thanks_grace_min,
        json(&client.websites)?,
        &client.greeting_fi,
        &client.greeting_sv,
        &client.greeting_en,
        client.holidays.as_ref().map(json).transpose()?,
        stored::text(client.when_closed),
        client.opening_target.as_ref().map(json).transpose()?,
        json(&client.speech)?,
        client.ease.as_ref().map(json).transpose()?,
        client.call_back.as_ref().map(json).transpose()?,
    ];
    Ok(tx.execute(CHANGE, values).await? == 1)
}

/// Stores since when a client is live, who minds it and when it is looked through again.
pub async fn set_launch(tx: &mut Tx, organisation: OrganisationId, client: ClientId, launch: &Launch) -> Result<()> {
    let values = values![organisation, client, launch.live_at, launch.review_on.clone(), launch.minded_by];
    tx.execute(SET_LAUNCH, values).await?;
    Ok(())
}

fn json<T: Serialize>(what: &T) -> Result<String> {
    serde_json::to_string(what).map_err(|_| Failure::Broken("settings of a client cannot be written".into()))
}

fn parsed<T: for<'de> Deserialize<'de>>(row: &Row, column: usize) -> Result<T> {
    read_json(&row.get::<String>(column)?)
}

pub(crate) fn read_json<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|_| Failure::Broken("settings of a client cannot be read".into()))
}

fn read(row: &Row) -> Result<Client> {
    Ok(Client {
        client_id: row.get(0)?,
        widget_id: row.get(1)?,
        name: row.get(2)?,
        desk_name: row.get(3)?,
        languages: stored::values(&row.get::<String>(4)?)?,
        colour: row.get(5)?,
        time_zone: row.get(6)?,
        week: parsed(row, 7)?,
        exceptions: parsed(row, 8)?,
        closed_by_hand: row.get(9)?,
        queue_ceiling: row.get(10)?,
        answer_target_s: row.get(11)?,
        silence_min: row.get(12)?,
        thanks_grace_min: row.get(13)?,
        websites: parsed(row, 14)?,
        greeting_fi: row.get(15)?,
        greeting_sv: row.get(16)?,
        greeting_en: row.get(17)?,
        created_at: row.get(18)?,
        holidays: row.get::<Option<String>>(19)?.as_deref().map(read_json).transpose()?,
        when_closed: stored::value(&row.get::<String>(20)?)?,
        opening_target: row.get::<Option<String>>(24)?.as_deref().map(read_json).transpose()?,
        speech: row.get::<Option<String>>(25)?.as_deref().map(read_json).transpose()?.unwrap_or_default(),
        ease: row.get::<Option<String>>(26)?.as_deref().map(read_json).transpose()?,
        call_back: row.get::<Option<String>>(27)?.as_deref().map(read_json).transpose()?,
        launch: Launch { live_at: row.get(21)?, review_on: row.get(22)?, minded_by: row.get(23)? },
    })
}
