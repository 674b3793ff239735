//! A customer of the demo who waits to be called.

use desk::call_back::CallTime;
use desk::case::{Author, Starting, open_with_call};
use desk::hours::Country;
use desk::id::{ClientId, CustomerId};
use desk::moment::{Moment, Span};
use desk::phone;
use server::carry_out::{NewMessage, NewWords};
use server::ingest;

use super::content::Conversation;
use super::history::{Told, World, said};
use super::when::tomorrow_at;

/// At what time they are called, on the day after the demo's start.
const FROM_HOUR: i8 = 10;
/// For how long they may have to wait then.
const FOR: Span = Span::seconds(1_800);

/// What a customer was promised.
pub struct Call {
    /// At which number.
    pub phone: String,
    when: CallTime,
    promise: NewMessage,
}

impl Call {
    /// As the desk promises it; none in a conversation without a number.
    pub fn of(world: &World, conversation: &Conversation, at: Moment) -> Told<Option<Self>> {
        let Some(typed) = &conversation.phone else { return Ok(None) };
        let phone = phone::normalised(typed, Country::Finland).map_err(|_| format!("nobody can be called at {typed}"))?;
        let (from, day, month) = tomorrow_at(FROM_HOUR, world.now, &world.zone).ok_or("there is no tomorrow")?;
        let last = phone.chars().skip(phone.chars().count().saturating_sub(4)).collect();
        let words = [
            ("number", last),
            ("day", day.to_string()),
            ("month", month.to_string()),
            ("from", FROM_HOUR.to_string()),
            ("time", format!("{FROM_HOUR}.30")),
        ];
        // texts: call-*
        let text = world.desk.texts.say(conversation.language, "call-at-on", &words);
        let words = said(ingest::message(&text, 0))?;
        let promise = NewMessage { id: world.id(at)?, words, files: Vec::new(), by: Author::Automatic };
        Ok(Some(Self { phone, when: CallTime { from: Some(from), until: from.plus(FOR) }, promise }))
    }

    /// How the case begins, and what is said in it.
    pub fn begin(
        self,
        (client, customer, number): (ClientId, CustomerId, i64),
        starting: Starting,
        about: NewMessage,
    ) -> (Vec<desk::case::Event>, NewWords) {
        let events = open_with_call((client, customer, number), starting, about.id, self.when, self.promise.id);
        (events, NewWords::MessageAndClosing(about, self.promise))
    }
}
