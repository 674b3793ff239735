//! What a workspace screen says besides its heartbeat: what it shows, and that somebody types.

use std::time::Duration;

use desk::id::CaseId;
use live::Looking;
use wire::frames::{AgentFrame, CustomerFrame};

use super::agent_socket::Workspace;
use super::line::{Close, Line};
use super::{catch_up, told};
use crate::state::Desk;
use crate::tell::frame;

/// The same word about typing is passed on at most this often.
pub(super) const TYPING_EVERY: Duration = Duration::from_millis(900);

/// What a workspace screen has said lately.
#[derive(Default)]
pub(super) struct Said {
    /// Which case it shows.
    pub looking: Option<CaseId>,
    typing: Option<(CaseId, bool, bool, Duration)>,
}

impl Workspace {
    /// The screen now shows `case`, of which it has everything up to `seq`.
    pub(super) async fn look(&mut self, desk: &Desk, line: &mut Line, case: Option<CaseId>, seq: i64) -> Result<(), Close> {
        let organisation = self.who.organisation;
        let mut shown = None;
        if let Some(case) = case {
            shown = catch_up::seen(desk, self.who, case).await?;
            if shown.is_none() {
                line.say(frame(&AgentFrame::Resync { case_id: Some(case.0) })).await?;
            }
        }
        let looking = shown.map(|record| Looking {
            case: record.id,
            client: record.case.client,
            is_holder: record.case.contact.is_held_by(self.who.agent),
        });
        let case = looking.map(|looking| looking.case);
        let before = std::mem::replace(&mut self.said.looking, case);
        desk.live.look(self.id, looking);
        if let Some(before) = before.filter(|before| Some(*before) != case) {
            told::lookers(desk, organisation, before);
        }
        if let Some(case) = case {
            // Looked first, then read: what happens in between comes twice rather than not at all.
            catch_up::agent(desk, line, self.who, case, seq).await?;
            told::lookers(desk, organisation, case);
        }
        Ok(())
    }

    /// Somebody at this screen types, or stopped. The customer hears it only of who holds the contact, and never of notes.
    pub(super) async fn types(&mut self, desk: &Desk, case: CaseId, is_note: bool, active: bool) -> Result<(), Close> {
        let now = desk.clock.running();
        let again = self.said.typing.is_some_and(|(last_case, was_note, was_active, at)| {
            (last_case, was_note, was_active) == (case, is_note, active) && now.saturating_sub(at) < TYPING_EVERY
        });
        if again || !self.may_answer || !desk.limiter.typing(self.who.agent.0) {
            return Ok(());
        }
        self.said.typing = Some((case, is_note, active, now));
        let Some(record) = catch_up::seen(desk, self.who, case).await? else {
            return Ok(());
        };
        let holder = record.case.contact.holder();
        let told = frame(&AgentFrame::Typing { case_id: case.0, agent_id: Some(self.who.agent.0), is_note, active });
        desk.live.tell_followers(self.who.organisation, case, holder, Some(self.who.agent), &told);
        if !is_note && holder == Some(self.who.agent) {
            let told = frame(&CustomerFrame::Typing { first_name: self.first_name.clone(), active });
            desk.live.tell_customer(record.case.customer, &told);
        }
        Ok(())
    }
}
