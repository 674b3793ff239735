/**
 * What a screen knows of the desk, and how each pushed frame changes it. Pure: the state goes in, the next state and
 * what must be asked for come out. `DeskState` is never changed in place, so that a row that stayed the same stays
 * the same object.
 */
import type {
  AgentFrame,
  AgentRow,
  AgentWelcome,
  CaseRow,
  CaseView,
  ClientRow,
  ContactBrief,
  Done,
  Draft,
  EarlierCase,
  Entry,
  Me,
  TeamRow,
  Timeline,
  Today,
} from "@luukku/wire";

/** Typing is forgotten after this long without news (D7). */
export const TYPING_MS = 6000;

export interface Typing {
  caseId: string;
  /** `null`: the customer. */
  agentId: string | null;
  isNote: boolean;
  until: number;
}

/** A case whose entries this screen holds. */
export interface Held {
  /** Oldest first, gap-free. */
  entries: readonly Entry[];
  hasOlder: boolean;
  customerReadSeq: number;
  deskReadSeq: number;
  contacts: readonly ContactBrief[];
  earlier: readonly EarlierCase[];
}

export interface DeskState {
  /** Which life of the history this is; `null` before the first welcome. */
  epoch: string | null;
  me: Me | null;
  agents: ReadonlyMap<string, AgentRow>;
  teams: ReadonlyMap<string, TeamRow>;
  clients: ReadonlyMap<string, ClientRow>;
  cases: ReadonlyMap<string, CaseRow>;
  held: ReadonlyMap<string, Held>;
  looking: ReadonlyMap<string, readonly string[]>;
  drafts: ReadonlyMap<string, Draft>;
  today: ReadonlyMap<string, Today>;
  typing: readonly Typing[];
}

/** What the screen must do because of a frame. */
export type Ask =
  /** There is a hole: say `looking` with this seq, and the entries after it come. */
  | { ask: "entries"; caseId: string; seq: number }
  /** This history is over: load the case anew. */
  | { ask: "case"; caseId: string }
  /** Say hello again without an epoch. */
  | { ask: "everything" }
  | { ask: "sign_in" };

export interface Step {
  state: DeskState;
  asks: readonly Ask[];
}

export const EMPTY: DeskState = {
  epoch: null,
  me: null,
  agents: new Map(),
  teams: new Map(),
  clients: new Map(),
  cases: new Map(),
  held: new Map(),
  looking: new Map(),
  drafts: new Map(),
  today: new Map(),
  typing: [],
};

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
      const next = { ...client, availability: frame.availability };
      return only({ ...state, clients: put(state.clients, frame.client_id, next) });
    }
    case "today":
      return only({ ...state, today: put(state.today, frame.client_id, frame) });
    case "draft":
      return only({ ...state, drafts: drafted(state.drafts, frame.case_id, frame.draft ?? null) });
    case "settings":
      return only({ ...state, ...settings(frame.clients, frame.teams, frame.agents) });
    case "signed_out":
      return { state, asks: [{ ask: "sign_in" }] };
    case "pong":
      return only(state);
    default:
      return unreachable(frame);
  }
}

function only(state: DeskState): Step {
  return { state, asks: [] };
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
      ...settings(said.clients, said.teams, said.agents),
      epoch: said.epoch,
      me: said.me,
      cases,
      held,
      looking: new Map(),
      typing: [],
      drafts: new Map(said.drafts.map((one) => [one.case_id, one])),
      today: new Map(said.today.map((one) => [one.client_id, one])),
    },
    asks: same || shown === null ? [] : [{ ask: "case", caseId: shown }],
  };
}

function settings(clients: readonly ClientRow[], teams: readonly TeamRow[], agents: readonly AgentRow[]) {
  return {
    clients: new Map(clients.map((one) => [one.client_id, one])),
    teams: new Map(teams.map((one) => [one.team_id, one])),
    agents: new Map(agents.map((one) => [one.agent_id, one])),
  };
}

function caseChanged(
  state: DeskState,
  frame: { row: CaseRow; after: number; entries: readonly Entry[] },
  shown: string | null,
): Step {
  const id = frame.row.case_id;
  const cases = put(state.cases, id, newer(state.cases.get(id), frame.row));
  const spoke = frame.entries.some((one) => one.kind === "message" || one.kind === "note");
  const typing = spoke ? silenced(state.typing, id, frame.entries) : state.typing;
  const held = state.held.get(id);
  if (!held) return only({ ...state, cases, typing });
  const { entries, hole } = append(held.entries, frame.entries);
  const asks: Ask[] = [];
  const last = lastSeq(entries);
  // A row that is ahead of the entries on the screen is a hole as well, even when no entry came with it.
  if (id === shown && (hole || frame.row.seq > last)) asks.push({ ask: "entries", caseId: id, seq: last });
  const next = entries === held.entries ? state.held : put(state.held, id, { ...held, entries });
  return { state: { ...state, cases, typing, held: next }, asks };
}

function resync(state: DeskState, caseId: string | null): Step {
  if (caseId === null) return { state: { ...state, epoch: null, held: new Map() }, asks: [{ ask: "everything" }] };
  const held = new Map(state.held);
  held.delete(caseId);
  return { state: { ...state, held }, asks: [{ ask: "case", caseId }] };
}

/** A newer seq wins; at the same seq the later news does, because read marks and presence do not count as entries. */
function newer(have: CaseRow | undefined, row: CaseRow): CaseRow {
  return have && have.seq > row.seq ? have : row;
}

/** Appends what follows; ignores what is there; stops before a hole. */
export function append(have: readonly Entry[], come: readonly Entry[]): { entries: readonly Entry[]; hole: boolean } {
  const fresh: Entry[] = [];
  let last = lastSeq(have);
  for (const entry of [...come].sort((a, b) => a.seq - b.seq)) {
    if (entry.seq <= last) continue;
    if (entry.seq > last + 1 && last > 0) return { entries: joined(have, fresh), hole: true };
    fresh.push(entry);
    last = entry.seq;
  }
  return { entries: joined(have, fresh), hole: false };
}

function joined(have: readonly Entry[], fresh: readonly Entry[]): readonly Entry[] {
  return fresh.length === 0 ? have : [...have, ...fresh];
}

export function lastSeq(entries: readonly Entry[]): number {
  return entries.at(-1)?.seq ?? 0;
}

function read(
  state: DeskState,
  mark: { case_id: string; customer_read_seq: number; desk_read_seq: number; unread: number },
): DeskState {
  const row = state.cases.get(mark.case_id);
  const held = state.held.get(mark.case_id);
  return {
    ...state,
    cases: row ? put(state.cases, mark.case_id, { ...row, unread: mark.unread }) : state.cases,
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

/** Whoever has just said something is no longer typing it. */
function silenced(typing: readonly Typing[], caseId: string, entries: readonly Entry[]): readonly Typing[] {
  const authors = new Set(
    entries.flatMap((one) => {
      if (one.kind === "message") return one.by === "customer" ? [null] : [one.agent_id ?? ""];
      return one.kind === "note" ? [one.agent_id] : [];
    }),
  );
  return typing.filter((one) => one.caseId !== caseId || !authors.has(one.agentId));
}

/** Call once a second: typing without news for six seconds is over. */
export function forgetTyping(state: DeskState, now: number): DeskState {
  const typing = state.typing.filter((one) => one.until > now);
  return typing.length === state.typing.length ? state : { ...state, typing };
}

/** A case that was loaded whole. */
export function loaded(state: DeskState, view: CaseView): DeskState {
  const id = view.row.case_id;
  const before = state.held.get(id);
  // Entries that were pushed while the answer was on its way are kept.
  const pushed = before ? append(view.entries, before.entries) : { entries: view.entries, hole: false };
  return {
    ...state,
    cases: put(state.cases, id, newer(state.cases.get(id), view.row)),
    held: put(state.held, id, {
      entries: pushed.hole ? view.entries : pushed.entries,
      hasOlder: view.has_older,
      customerReadSeq: view.customer_read_seq,
      deskReadSeq: view.desk_read_seq,
      contacts: view.contacts,
      earlier: view.earlier,
    }),
    drafts: drafted(state.drafts, id, view.draft ?? null),
  };
}

/** The answer to a command is applied like a pushed frame; what it skips comes by push. */
export function done(state: DeskState, answer: Done, shown: string | null): Step {
  const after = (answer.entries[0]?.seq ?? answer.row.seq + 1) - 1;
  return caseChanged(state, { row: answer.row, after, entries: answer.entries }, shown);
}

/** Older entries, put in front. */
export function older(state: DeskState, caseId: string, page: Timeline): DeskState {
  const held = state.held.get(caseId);
  if (!held || page.epoch !== state.epoch) return state;
  const first = held.entries[0]?.seq ?? 0;
  const entries = [...page.entries.filter((one) => one.seq < first), ...held.entries];
  return { ...state, held: put(state.held, caseId, { ...held, entries, hasOlder: page.more }) };
}

function drafted(drafts: ReadonlyMap<string, Draft>, caseId: string, draft: Draft | null): ReadonlyMap<string, Draft> {
  const next = new Map(drafts);
  if (draft) next.set(caseId, draft);
  else next.delete(caseId);
  return next;
}

function put<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> {
  return new Map(map).set(key, value);
}

/** The compiler's proof that a union was matched in full; an unknown value from a newer server ends here as well. */
export function unreachable(value: never): never {
  throw new Error(`Unknown: ${JSON.stringify(value)}`);
}
