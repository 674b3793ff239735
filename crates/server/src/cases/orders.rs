//! What an agent wants done to a case, made into commands with the facts that the rules ask for.

use desk::case::{
    Author, BlockFor, CaseState, Channel, Command, ContactState, ExceedReason, Exceeding, Receiver, Referral, TeamNow, Whose,
};
use desk::id::{AgentId, ClientId, ContactId, LabelId, NoteId, OrganisationId, TeamId};
use desk::may::{Act, Served, may};
use desk::mention::{Mentions, Place};
use desk::moment::Moment;
use desk::triage::Triage;
use store::cases::CaseRecord;
use store::staffing::Claimant;
use store::{Tx, agents, cases, events, labels, messages, staffing};

use super::speech::{Closing, asked_of_words, last_words};
use crate::carry_out::{NewMessage, NewNote, NewWords, Plan, Planner};
use crate::ingest::Words;
use crate::refusal::Refused;
use crate::{mentions, snapshot};

/// An order of an agent.
pub struct AgentOrder {
    /// Who.
    pub by: AgentId,
    /// Whose cases they see.
    pub served: Served,
    /// What.
    pub order: Order,
    /// For what the desk itself says last, when the order ends a chat; none where it says nothing.
    pub closing: Option<Closing>,
}

/// What an agent can order.
pub enum Order {
    /// Take from the queue: this contact of the case, when whoever takes it says which they have seen.
    Take(Option<ContactId>),
    /// The same although the agent's slots are full.
    Exceed { reason: ExceedReason, note: Option<(NoteId, Words)> },
    /// Give back to the queue.
    GiveBack(Whose),
    /// Say something, and solve with the same act when `solve`.
    Reply { message: NewMessage, seen_seq: Option<i64>, then: AfterReply },
    /// Note something.
    Note { note: NoteId, words: Words, mentions: Mentions, place: Place },
    /// Hand over.
    Transfer { note: NoteId, words: Words, to: To },
    /// Mark what the customer wrote as hostile.
    Flag,
    /// Keep the customer out.
    Block { note: NoteId, words: Words, at: Moment, how_long: BlockFor },
    /// End the contact.
    End,
    /// Solve.
    Solve,
    /// Say that the customer was sent elsewhere, and solve.
    Refer { referral: Referral, whose: Whose, note: Option<(NoteId, Words)> },
    /// Take back that it was solved.
    UndoSolve,
    /// Open again.
    Reopen,
    /// Set the state.
    SetState(CaseState),
    /// Set the owner.
    SetOwner(Option<AgentId>),
    /// Set the subject.
    SetSubject(String),
    /// Say what it is sorted by.
    SetLabels { category: Option<LabelId>, tags: Vec<LabelId> },
    /// Say how urgent it is, and how it is best handled.
    Triage(Triage),
}

impl Order {
    /// Whether it is for those as well whose team only helps out: they see the cases of whom they help, take what has come to
    /// them, and may leave a note.
    fn is_for_helpers(&self) -> bool {
        matches!(self, Self::Take(_) | Self::Exceed { .. } | Self::Note { .. })
    }
}

/// What follows a reply in the same act.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum AfterReply {
    /// Nothing.
    GoOn,
    /// The case is solved.
    Solve,
}

/// To whom a contact is handed.
#[derive(Clone, Copy)]
pub enum To {
    /// A person.
    Agent(AgentId),
    /// A team.
    Team(TeamId),
}

/// How an agent of a desk without routes takes a contact: the same claim.
pub fn taking(by: AgentId) -> impl Planner {
    AgentOrder { by, served: Served::Every, order: Order::Take(None), closing: None }
}

impl Planner for AgentOrder {
    async fn plan(self, tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord) -> store::Result<Plan> {
        let by = self.by;
        if !self.served.shows(by, record.case.client, record.case.contact.holder()) {
            return Ok(Err(Refused::not_found()));
        }
        if !self.order.is_for_helpers() && !works_for(tx, organisation, by, &self.served, record).await? {
            return Ok(Err(Refused::conflict("for_another_team")));
        }
        let only = |command| Ok(Ok((vec![command], NewWords::None)));
        match self.order {
            Order::Take(seen) => {
                let Some(Taker { claimant, teams, serves }) = self.taker(tx, organisation, record).await? else {
                    return Ok(Err(Refused::not_found()));
                };
                let meant = seen.map(|contact| Command::RequireContact { contact });
                let take = Command::Take { by, slots: claimant.slots, teams, serves };
                Ok(Ok((meant.into_iter().chain([take]).collect(), NewWords::None)))
            }
            Order::Exceed { reason, ref note } => {
                let Some(Taker { claimant, teams, serves }) = self.taker(tx, organisation, record).await? else {
                    return Ok(Err(Refused::not_found()));
                };
                let exceeding = Exceeding { is_allowed: claimant.may_exceed, reason, note: note.as_ref().map(|(id, _)| *id) };
                let words = note.clone().map_or(NewWords::None, |(id, words)| NewWords::Note(NewNote::plain(id, words, by)));
                Ok(Ok((vec![Command::Exceed { by, slots: claimant.slots, teams, serves, exceeding }], words)))
            }
            Order::GiveBack(whose) => only(Command::GiveBack { by, whose }),
            Order::Reply { message, seen_seq, then } => {
                if let Some(refused) = asked_of_words(tx, organisation, record, &message).await? {
                    return Ok(Err(refused));
                }
                let reply = replying(tx, organisation, record, by, &message, seen_seq).await?;
                let said = NewMessage { by: Author::Agent(by), ..message };
                if then == AfterReply::GoOn {
                    return Ok(Ok((vec![reply], NewWords::Message(said))));
                }
                let asked = asking(tx, organisation, record.case.client).await?;
                let (last, words) = match last_words(tx, organisation, record, self.closing.as_ref()).await? {
                    Some(closing) => (Some(Command::SayAutomatically { message: closing.id }), NewWords::MessageAndClosing(said, closing)),
                    None => (None, NewWords::Message(said)),
                };
                Ok(Ok(([reply, asked].into_iter().chain(last).chain([Command::Solve { by }]).collect(), words)))
            }
            Order::Note { note, words, mentions, place } => {
                let told = mentions::to_tell(tx, organisation, record, by, &mentions, place).await?;
                let new = told.map(|told| NewNote { place, mentions, told, ..NewNote::plain(note, words, by) });
                Ok(new.map(|new| (vec![Command::WriteNote { note, by }], NewWords::Note(new))))
            }
            Order::Transfer { note, words, to } => {
                let to = receiver(tx, organisation, record, to).await?;
                Ok(Ok((vec![Command::Transfer { by, note, to }], NewWords::Note(NewNote::plain(note, words, by)))))
            }
            Order::Flag => {
                let is_marked = events::is_flagged_since_the_customer_wrote(tx, organisation, record.id).await?;
                only(Command::Flag { by, is_marked })
            }
            Order::Block { note, words, at, how_long } => {
                let until = at.plus(how_long.span());
                // A visitor has one conversation at a time: what they write now is in their newest case.
                if cases::newest_of(tx, organisation, record.case.customer).await? != Some(record.id) {
                    return Ok(Err(Refused::conflict("newer_case")));
                }
                Ok(Ok((vec![Command::Block { by, note, until }], NewWords::Note(NewNote::plain(note, words, by)))))
            }
            Order::End => ending(tx, organisation, record, self.closing.as_ref(), Vec::new(), Command::End { by }).await,
            Order::Solve => {
                let asked = asking(tx, organisation, record.case.client).await?;
                ending(tx, organisation, record, self.closing.as_ref(), vec![asked], Command::Solve { by }).await
            }
            Order::Refer { referral, whose, note } => {
                let labels = labels::now(tx, organisation, record.case.client).await?;
                let asked = Command::RequireLabels { asked: labels.asked() };
                let refer = Command::Refer { by, whose, referral, note: note.as_ref().map(|(id, _)| *id), labels };
                let plan = ending(tx, organisation, record, self.closing.as_ref(), vec![asked], refer).await?;
                Ok(plan.map(|(commands, words)| (commands, with_note(words, note.map(|(id, words)| NewNote::plain(id, words, by))))))
            }
            Order::UndoSolve => undone(tx, organisation, record, by).await,
            Order::Reopen => only(Command::Reopen { by }),
            Order::SetState(state @ (CaseState::Solved | CaseState::Closed)) => {
                let asked = asking(tx, organisation, record.case.client).await?;
                ending(tx, organisation, record, self.closing.as_ref(), vec![asked], Command::SetState { by, state }).await
            }
            Order::SetState(state) => only(Command::SetState { by, state }),
            Order::SetOwner(owner) => {
                if let Some(owner) = owner
                    && !may_own(tx, organisation, owner, record.case.client).await?
                {
                    return Ok(Err(Refused::conflict("target_gone")));
                }
                only(Command::SetOwner { by, owner })
            }
            Order::SetSubject(subject) => only(Command::SetSubject { by, subject }),
            Order::Triage(triage) => only(triaging(tx, organisation, record, triage, by).await?),
            Order::SetLabels { category, tags } => {
                let labels = labels::now(tx, organisation, record.case.client).await?;
                only(Command::Label { by, category, tags, labels })
            }
        }
    }
}

/// The estimate with how many came before it.
async fn triaging(tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord, triage: Triage, by: AgentId) -> store::Result<Command> {
    let earlier = events::estimates(tx, organisation, record.id, record.case.contact.id).await?;
    Ok(Command::Triage { by, triage, earlier })
}

/// The answer, with what it is decided upon.
async fn replying(
    tx: &mut Tx,
    organisation: OrganisationId,
    record: &CaseRecord,
    by: AgentId,
    message: &NewMessage,
    seen_seq: Option<i64>,
) -> store::Result<Command> {
    let unseen_colleague = match seen_seq {
        Some(seen) => messages::colleague_replied_after(tx, organisation, record.id, seen, by).await?,
        None => None,
    };
    let slots = match record.case.contact.state {
        ContactState::Ended | ContactState::Parked => {
            staffing::claimant(tx, organisation, by, &record.case.contact).await?.map(|claimant| claimant.slots)
        }
        ContactState::Waiting | ContactState::Taken => None,
    };
    Ok(Command::Reply { message: message.id, by, unseen_colleague, slots })
}

/// Asks of the case what its client asks of one that is solved.
async fn asking(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> store::Result<Command> {
    Ok(Command::RequireLabels { asked: labels::now(tx, organisation, client).await?.asked() })
}

/// `asked` of the case, only of people: what ends by itself is never held up. Then the client's last words, if the desk
/// says them itself and there is a chat to say them in, and `ends`.
async fn ending(
    tx: &mut Tx,
    organisation: OrganisationId,
    record: &CaseRecord,
    closing: Option<&Closing>,
    asked: Vec<Command>,
    ends: Command,
) -> store::Result<Plan> {
    let mut commands = asked;
    let words = match last_words(tx, organisation, record, closing).await? {
        Some(closing) => {
            commands.push(Command::SayAutomatically { message: closing.id });
            NewWords::Message(closing)
        }
        None => NewWords::None,
    };
    commands.push(ends);
    Ok(Ok((commands, words)))
}

/// Takes back that the case was solved, with the answer clock as it ran when the contact ended.
async fn undone(tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord, by: AgentId) -> store::Result<Plan> {
    // Two contacts of one customer would go on, and they see the newer one alone.
    if cases::newest_of(tx, organisation, record.case.customer).await? != Some(record.id) {
        return Ok(Err(Refused::conflict("began_anew")));
    }
    let contact = &record.case.contact;
    let Some(claimant) = staffing::claimant(tx, organisation, by, contact).await? else { return Ok(Err(Refused::not_found())) };
    let customer_waits_since = match contact.ended_at {
        Some(ended) => messages::waited_since(tx, organisation, record.id, contact.id, ended).await?,
        None => None,
    };
    let call = match contact.channel {
        Channel::CallBack => events::promised_call(tx, organisation, record.id).await?,
        Channel::Chat | Channel::Message => None,
    };
    Ok(Ok((vec![Command::UndoSolve { by, slots: claimant.slots, customer_waits_since, call }], NewWords::None)))
}

/// The last words of a chat, and what is noted with its end.
fn with_note(words: NewWords, note: Option<NewNote>) -> NewWords {
    match (note, words) {
        (None, words) => words,
        (Some(note), NewWords::Message(closing)) => NewWords::NoteAndClosing(note, closing),
        (Some(note), _) => NewWords::Note(note),
    }
}

/// What a claim from the queue is decided upon.
struct Taker {
    claimant: Claimant,
    teams: Vec<TeamId>,
    serves: Served,
}

impl AgentOrder {
    async fn taker(&self, tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord) -> store::Result<Option<Taker>> {
        let (by, client) = (self.by, record.case.client);
        let Some(claimant) = staffing::claimant(tx, organisation, by, &record.case.contact).await? else { return Ok(None) };
        let teams = staffing::teams_of(tx, organisation, by).await?;
        Ok(Some(Taker { claimant, teams, serves: own(tx, organisation, self.by, &self.served, client).await? }))
    }
}

/// Whether the case is theirs to work on: their own teams serve its client, or they had it last.
pub(super) async fn works_for(
    tx: &mut Tx,
    organisation: OrganisationId,
    by: AgentId,
    served: &Served,
    record: &CaseRecord,
) -> store::Result<bool> {
    let (client, contact) = (record.case.client, &record.case.contact);
    let had_it = Served::Only(Vec::new()).shows(by, client, contact.held_by);
    Ok(had_it || own(tx, organisation, by, served, client).await?.covers(client))
}

/// Whether their own teams serve `client`: what they only help to serve is not among it.
async fn own(tx: &mut Tx, organisation: OrganisationId, by: AgentId, served: &Served, client: ClientId) -> store::Result<Served> {
    Ok(match served {
        Served::Every => Served::Every,
        Served::Only(_) => Served::Only(staffing::serves(tx, organisation, by, client).await?.then_some(client).into_iter().collect()),
    })
}

/// Whether somebody can answer for a case of `client`: they see it, and they answer.
async fn may_own(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, client: ClientId) -> store::Result<bool> {
    let there = agents::load(tx, organisation, agent).await?.filter(|there| there.active && may(there.role, Act::Answer));
    match there {
        Some(there) => Ok(snapshot::served(tx, organisation, &there).await?.covers(client)),
        None => Ok(false),
    }
}

/// The target of a transfer, when it can receive the contact now.
async fn receiver(tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord, to: To) -> store::Result<Option<Receiver>> {
    let client = record.case.client;
    match to {
        To::Agent(agent) => {
            let serves = staffing::serves(tx, organisation, agent, client).await?;
            let claimant = staffing::claimant(tx, organisation, agent, &record.case.contact).await?;
            let claimant = claimant.filter(|claimant| claimant.is_present && serves);
            Ok(claimant.map(|claimant| Receiver::Agent(agent, claimant.slots)))
        }
        To::Team(team) => {
            let is_there = staffing::team_now(tx, organisation, team, client).await? == TeamNow::Present;
            Ok(is_there.then_some(Receiver::Team(team)))
        }
    }
}
