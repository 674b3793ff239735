/** What a screen knows of the desk. Never changed in place, so that a row that stayed the same stays the same object. */
import type {
  AgentRow,
  CaseRow,
  ClientRow,
  ContactBrief,
  CustomerOnPage,
  Draft,
  EarlierCase,
  Entry,
  Happening,
  KnownValue,
  LeftAt,
  LoadHints,
  Me,
  MentionRow,
  MessageLimits,
  PreparedReplyRow,
  ProposalRow,
  SkillRow,
  TeamRow,
  Today,
  VisitPage,
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
  /** Where the contact before this one was left. */
  leftAt: LeftAt | null;
  /** The side conversation as it was when the case was loaded; newer lines are among the entries. */
  side: readonly Entry[];
}

export interface DeskState {
  /** Which life of the history this is; `null` before the first welcome. */
  epoch: string | null;
  me: Me | null;
  agents: ReadonlyMap<string, AgentRow>;
  teams: ReadonlyMap<string, TeamRow>;
  /** What agents can know. */
  skills: ReadonlyMap<string, SkillRow>;
  /** What a left message takes of whoever holds it; a chat takes 100. */
  messageWeight: number;
  clients: ReadonlyMap<string, ClientRow>;
  cases: ReadonlyMap<string, CaseRow>;
  held: ReadonlyMap<string, Held>;
  looking: ReadonlyMap<string, readonly string[]>;
  drafts: ReadonlyMap<string, Draft>;
  today: ReadonlyMap<string, Today>;
  typing: readonly Typing[];
  /** What whoever looks after the desk should know of, newest first. */
  happenings: readonly Happening[];
  /** What goes with one message; `null` before the first welcome. */
  limits: MessageLimits | null;
  /** What can be inserted into replies. */
  prepared: ReadonlyMap<string, PreparedReplyRow>;
  /** Notes that name me, and lines of side conversations in which I take part. */
  mentions: ReadonlyMap<string, MentionRow>;
  /** Where customers are whose contact is not over, by customer. */
  onPage: ReadonlyMap<string, CustomerOnPage>;
  /** What is known of the customers whose cases this screen holds, by customer. */
  known: ReadonlyMap<string, readonly KnownValue[]>;
  /** The pages of the visits of the same customers, while their contact goes on. */
  visitPages: ReadonlyMap<string, readonly VisitPage[]>;
  /** How my own day weighs on me; nobody else is told. */
  load: LoadHints | null;
  /** What the self-directed teams that I see propose and have decided. */
  proposals: ReadonlyMap<string, ProposalRow>;
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
  skills: new Map(),
  messageWeight: 100,
  clients: new Map(),
  cases: new Map(),
  held: new Map(),
  looking: new Map(),
  drafts: new Map(),
  today: new Map(),
  typing: [],
  happenings: [],
  limits: null,
  prepared: new Map(),
  mentions: new Map(),
  onPage: new Map(),
  known: new Map(),
  visitPages: new Map(),
  load: null,
  proposals: new Map(),
};

/** Nothing to ask for. */
export function only(state: DeskState): Step {
  return { state, asks: [] };
}

export function put<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> {
  return new Map(map).set(key, value);
}

/** The compiler's proof that a union was matched in full; an unknown value from a newer server ends here as well. */
export function unreachable(value: never): never {
  throw new Error(`Unknown: ${JSON.stringify(value)}`);
}

/** The drafts with this one in its place; `null` is none. */
export function drafted(
  drafts: ReadonlyMap<string, Draft>,
  caseId: string,
  draft: Draft | null,
): ReadonlyMap<string, Draft> {
  const next = new Map(drafts);
  if (draft) next.set(caseId, draft);
  else next.delete(caseId);
  return next;
}

/** Where somebody is whose contact is over is not told any more: what is known gets old. */
export function withoutEnded<Where>(byCustomer: ReadonlyMap<string, Where>, row: CaseRow): ReadonlyMap<string, Where> {
  if (row.contact.state !== "ended" || !byCustomer.has(row.customer.customer_id)) return byCustomer;
  const next = new Map(byCustomer);
  next.delete(row.customer.customer_id);
  return next;
}
