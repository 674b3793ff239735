/**
 * How each pushed frame changes what a screen knows. Pure: the state goes in, the next state and what must be asked for
 * come out. Read `state.ts` first; news of cases are in `case-news.ts`.
 */
import type { AgentFrame, AgentWelcome, CaseRow, MentionRow, PreparedReplyRow } from "@luukku/wire";
import { caseChanged, newer } from "./case-news.ts";
import { withHappenings } from "./happenings.ts";
import { heard, visited } from "./known.ts";
import { withMention } from "./side.ts";
import {
  type DeskState,
  drafted,
  type Held,
  only,
  put,
  type Step,
  TYPING_MS,
  type Typing,
  unreachable,
} from "./state.ts";

/** `shown` is the case on the screen: the only one whose missing entries are asked for at once. */
export function reduce(state: DeskState, frame: AgentFrame, now: number, shown: string | null): Step {
  switch (frame.type) {
    case "welcome":
      return welcome(state, frame, shown);
    case "case":
      return caseChanged(state, frame, shown);
    case "resync":
      return resync(state, frame.case_id ?? null);
    case "typing":
      return only({ ...state, typing: typed(state.typing, frame, now) });
    case "looking":
      return only({ ...state, looking: put(state.looking, frame.case_id, frame.agent_ids) });
    case "read":
      return only(read(state, frame));
    case "agent":
      return only({ ...state, agents: put(state.agents, frame.agent_id, frame) });
    case "availability": {
      const client = state.clients.get(frame.client_id);
      if (!client) return only(state);
      const { availability, closed_rules } = frame;
      const next = { ...client, availability, closed_rules };
      return only({ ...state, clients: put(state.clients, frame.client_id, next) });
    }
    case "today":
      return only({ ...state, today: put(state.today, frame.client_id, frame) });
    case "draft":
      return only({ ...state, drafts: drafted(state.drafts, frame.case_id, frame.draft ?? null) });
    case "happened":
      return only({ ...state, happenings: withHappenings(state.happenings, [frame]) });
    case "prepared_reply":
      return only({ ...state, prepared: prepared(state.prepared, frame.prepared_reply_id, frame.reply ?? null) });
    case "mentioned":
      return only({ ...state, mentions: withMention(state.mentions, frame) });
    case "mentions_read":
      return only({ ...state, mentions: mentionsRead(state.mentions, frame) });
    case "on_page":
      return only({ ...state, onPage: put(state.onPage, frame.customer_id, frame) });
    case "blocked":
      return only({ ...state, cases: blocked(state.cases, frame.customer_id, frame.until ?? null) });
    case "known":
      return only(heard(state, frame));
    case "visit_pages":
      return only(visited(state, frame.customer_id, frame.pages));
    case "load":
      return only({ ...state, load: frame });
    case "proposal":
      return only({ ...state, proposals: put(state.proposals, frame.proposal_id, frame) });
    case "settings":
      return only({ ...state, ...settings(frame) });
    case "signed_out":
      return { state, asks: [{ ask: "sign_in" }] };
    case "pong":
      return only(state);
    default:
      return unreachable(frame);
  }
}

function welcome(state: DeskState, said: AgentWelcome, shown: string | null): Step {
  const same = state.epoch === said.epoch;
  const held: ReadonlyMap<string, Held> = same ? state.held : new Map();
  const cases = new Map<string, CaseRow>();
  if (same) {
    // A row of a case that is held stays: its news follow as `case` frames. Every other one is in the welcome or over.
    for (const [id, row] of state.cases) if (held.has(id)) cases.set(id, row);
  }
  for (const row of said.active) cases.set(row.case_id, newer(cases.get(row.case_id), row));
  return {
    state: {
      ...state,
      ...settings(said),
      epoch: said.epoch,
      me: said.me,
      cases,
      held,
      looking: new Map(),
      typing: [],
      drafts: new Map(said.drafts.map((one) => [one.case_id, one])),
      today: new Map(said.today.map((one) => [one.client_id, one])),
      limits: said.limits,
      prepared: new Map(said.prepared.map((one) => [one.prepared_reply_id, one])),
      mentions: new Map(said.mentions.map((one) => [one.note_id, one])),
      onPage: new Map(said.on_page.map((one) => [one.customer_id, one])),
      load: said.load ?? null,
    },
    asks: same || shown === null ? [] : [{ ask: "case", caseId: shown }],
  };
}

function blocked(
  cases: ReadonlyMap<string, CaseRow>,
  customerId: string,
  until: number | null,
): ReadonlyMap<string, CaseRow> {
  const now = (row: CaseRow) => (row.customer.customer_id === customerId ? { ...row, blocked_until: until } : row);
  return new Map([...cases].map(([id, row]) => [id, now(row)]));
}

function mentionsRead(
  all: ReadonlyMap<string, MentionRow>,
  said: Pick<MentionRow, "case_id" | "place">,
): ReadonlyMap<string, MentionRow> {
  const read = (one: MentionRow) =>
    one.case_id === said.case_id && one.place === said.place ? { ...one, is_read: true } : one;
  return new Map([...all].map(([id, one]) => [id, read(one)]));
}

function prepared(
  all: ReadonlyMap<string, PreparedReplyRow>,
  id: string,
  now: PreparedReplyRow | null,
): ReadonlyMap<string, PreparedReplyRow> {
  const next = new Map(all);
  if (now) next.set(id, now);
  else next.delete(id);
  return next;
}

type Set = Pick<AgentWelcome, "clients" | "teams" | "agents" | "skills" | "message_weight" | "proposals">;

function settings({ clients, teams, agents, skills, message_weight, proposals }: Set) {
  return {
    proposals: new Map(proposals.map((one) => [one.proposal_id, one])),
    skills: new Map(skills.map((one) => [one.skill_id, one])),
    messageWeight: message_weight,
    clients: new Map(clients.map((one) => [one.client_id, one])),
    teams: new Map(teams.map((one) => [one.team_id, one])),
    agents: new Map(agents.map((one) => [one.agent_id, one])),
  };
}

function resync(state: DeskState, caseId: string | null): Step {
  if (caseId === null) return { state: { ...state, epoch: null, held: new Map() }, asks: [{ ask: "everything" }] };
  const held = new Map(state.held);
  held.delete(caseId);
  return { state: { ...state, held }, asks: [{ ask: "case", caseId }] };
}

function read(
  state: DeskState,
  mark: { case_id: string; customer_read_seq: number; desk_read_seq: number; unread: number },
): DeskState {
  const row = state.cases.get(mark.case_id);
  const held = state.held.get(mark.case_id);
  return {
    ...state,
    cases:
      row && row.unread !== mark.unread ? put(state.cases, mark.case_id, { ...row, unread: mark.unread }) : state.cases,
    held: held
      ? put(state.held, mark.case_id, {
          ...held,
          // Marks only move forwards, whatever order the news come in.
          customerReadSeq: Math.max(held.customerReadSeq, mark.customer_read_seq),
          deskReadSeq: Math.max(held.deskReadSeq, mark.desk_read_seq),
        })
      : state.held,
  };
}

function typed(
  typing: readonly Typing[],
  said: { case_id: string; agent_id?: string | null; is_note: boolean; active: boolean },
  now: number,
): readonly Typing[] {
  const agentId = said.agent_id ?? null;
  const rest = typing.filter((one) => one.caseId !== said.case_id || one.agentId !== agentId);
  if (!said.active) return rest;
  return [...rest, { caseId: said.case_id, agentId, isNote: said.is_note, until: now + TYPING_MS }];
}

/** Call once a second: typing without news for six seconds is over. */
export function forgetTyping(state: DeskState, now: number): DeskState {
  const typing = state.typing.filter((one) => one.until > now);
  return typing.length === state.typing.length ? state : { ...state, typing };
}
