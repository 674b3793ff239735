//! How much one address or account may do, as a file of settings says it: the table `[limits]`. What it does not name
//! is as [`Limits::default`] has it.

use std::fmt::Write;
use std::num::{NonZeroU32, NonZeroU64};

use serde::Deserialize;
use server::limits::{Limits, Rate};

/// `{ burst = 120, every_ms = 200 }`: so many at once, then one in so many milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GivenRate {
    burst: NonZeroU32,
    every_ms: NonZeroU64,
}

/// The names of [`Limits`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct GivenLimits {
    sign_in: Option<GivenRate>,
    sign_in_account: Option<GivenRate>,
    sign_in_address: Option<GivenRate>,
    anonymous: Option<GivenRate>,
    agent: Option<GivenRate>,
    agent_poll: Option<GivenRate>,
    visitor: Option<GivenRate>,
    visitor_start: Option<GivenRate>,
    visitor_message: Option<GivenRate>,
    visitor_upload: Option<GivenRate>,
    visitor_socket: Option<GivenRate>,
    typing: Option<GivenRate>,
    visitor_open: Option<NonZeroU32>,
    visitor_waiting: Option<NonZeroU32>,
    visitor_calls: Option<NonZeroU32>,
    connections_open: Option<NonZeroU32>,
    upload_mb: Option<NonZeroU32>,
    upload_mb_of_all: Option<NonZeroU32>,
    unsent_mb: Option<NonZeroU32>,
}

impl GivenLimits {
    /// What holds when only this was said.
    pub fn limits(&self) -> Limits {
        let usual = Limits::default();
        let or = |given: Option<GivenRate>, usual: Rate| given.map_or(usual, |rate| Rate::new(rate.burst.get(), rate.every_ms.get()));
        Limits {
            sign_in: or(self.sign_in, usual.sign_in),
            sign_in_account: or(self.sign_in_account, usual.sign_in_account),
            sign_in_address: or(self.sign_in_address, usual.sign_in_address),
            anonymous: or(self.anonymous, usual.anonymous),
            agent: or(self.agent, usual.agent),
            agent_poll: or(self.agent_poll, usual.agent_poll),
            visitor: or(self.visitor, usual.visitor),
            visitor_start: or(self.visitor_start, usual.visitor_start),
            visitor_message: or(self.visitor_message, usual.visitor_message),
            visitor_upload: or(self.visitor_upload, usual.visitor_upload),
            visitor_socket: or(self.visitor_socket, usual.visitor_socket),
            typing: or(self.typing, usual.typing),
            visitor_open: self.visitor_open.map_or(usual.visitor_open, NonZeroU32::get),
            visitor_waiting: self.visitor_waiting.map_or(usual.visitor_waiting, NonZeroU32::get),
            visitor_calls: self.visitor_calls.map_or(usual.visitor_calls, NonZeroU32::get),
            connections_open: self.connections_open.map_or(usual.connections_open, NonZeroU32::get),
            upload_mb: self.upload_mb.map_or(usual.upload_mb, NonZeroU32::get),
            upload_mb_of_all: self.upload_mb_of_all.map_or(usual.upload_mb_of_all, NonZeroU32::get),
            unsent_mb: self.unsent_mb.map_or(usual.unsent_mb, NonZeroU32::get),
        }
    }
}

/// The table as it holds; `file` says in words where what is not usual comes from.
pub fn show(limits: &Limits, file: &str) -> String {
    let usual = Limits::default();
    let rates = [
        ("sign_in", limits.sign_in, usual.sign_in),
        ("sign_in_account", limits.sign_in_account, usual.sign_in_account),
        ("sign_in_address", limits.sign_in_address, usual.sign_in_address),
        ("anonymous", limits.anonymous, usual.anonymous),
        ("agent", limits.agent, usual.agent),
        ("agent_poll", limits.agent_poll, usual.agent_poll),
        ("visitor", limits.visitor, usual.visitor),
        ("visitor_start", limits.visitor_start, usual.visitor_start),
        ("visitor_message", limits.visitor_message, usual.visitor_message),
        ("visitor_upload", limits.visitor_upload, usual.visitor_upload),
        ("visitor_socket", limits.visitor_socket, usual.visitor_socket),
        ("typing", limits.typing, usual.typing),
    ];
    let source = |is_usual: bool| if is_usual { "by default" } else { file };
    let mut text = "\n[limits]\n".to_owned();
    // Writing to a string does not fail.
    for (name, rate, usual) in rates {
        let (burst, every_ms) = (rate.burst, rate.every.as_millis());
        let _ = writeln!(text, "{name} = {{ burst = {burst}, every_ms = {every_ms} }}  # {}", source(rate == usual));
    }
    let counts = [
        ("visitor_open", limits.visitor_open, usual.visitor_open),
        ("visitor_waiting", limits.visitor_waiting, usual.visitor_waiting),
        ("visitor_calls", limits.visitor_calls, usual.visitor_calls),
        ("connections_open", limits.connections_open, usual.connections_open),
        ("upload_mb", limits.upload_mb, usual.upload_mb),
        ("upload_mb_of_all", limits.upload_mb_of_all, usual.upload_mb_of_all),
        ("unsent_mb", limits.unsent_mb, usual.unsent_mb),
    ];
    for (name, count, usual) in counts {
        let _ = writeln!(text, "{name} = {count}  # {}", source(count == usual));
    }
    text
}
