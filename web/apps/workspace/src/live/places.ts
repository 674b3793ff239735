/** Whose chat sits where. Nothing here sorts by time: a chat stays in its luukku from take to end. */
import type { AgentRow, CaseRow, CustomerOnPage, LoadHints, Me, Role, TeamRow } from "@luukku/wire";
import { urgency } from "./clock.ts";
import { isMine } from "./notices.ts";
import { freeBeside, loadOf, MOST_LUUKUT } from "./weights.ts";

export interface Place {
  /** 1–8. */
  number: number;
  /** `null`: free. */
  row: CaseRow | null;
  /** Of a free one: what is offered to me and will sit here when I take it. */
  offer: CaseRow | null;
}

export type Places = readonly Place[];

/** The luukut in use, and as many free ones as chats still fit beside what is in them: `message` is what a left message takes. */
export function byLuukku(rows: readonly CaseRow[], me: string, slots: number, message: number): Places {
  const mine = rows.filter((row) => isMine(row, me));
  const offered = offersTo(rows, me);
  let free = freeBeside(loadOf(mine, message), slots, mine.length);
  const places = Array.from({ length: MOST_LUUKUT }, (_, at): Place | null => {
    const row = mine.find((one) => one.contact.luukku === at + 1) ?? null;
    if (row === null && free-- <= 0) return null;
    return { number: at + 1, row, offer: row ? null : (offered.shift() ?? null) };
  });
  return places.filter((one) => one !== null);
}

/** What is offered to me, what came first first. */
export function offersTo(rows: readonly CaseRow[], me: string): CaseRow[] {
  const at = (row: CaseRow) => row.contact.offer?.at ?? 0;
  const mine = rows.filter((row) => row.contact.state === "waiting" && row.contact.offer?.agent_id === me);
  return mine.sort((a, b) => at(a) - at(b) || a.number - b.number);
}

/** The chat in which we have kept the customer waiting longest against its target. */
export function longestWait(mine: readonly CaseRow[], now: number): CaseRow | undefined {
  const waiting = mine.filter((row) => urgency(row.contact, now) >= 0);
  return waiting.sort((a, b) => urgency(b.contact, now) - urgency(a.contact, now))[0];
}

/** For how many more seconds an offer stands. */
export function offerLeft(row: CaseRow, now: number): number {
  return Math.max(0, Math.ceil(((row.contact.offer?.until ?? now) - now) / 1000));
}

/** How long before its arrival a contact counts as come for each step of priority: the desk's rule, shown alike. */
const HEAD_START_MS = 10 * 60 * 1000;

/** Who waits: people in a chat first, then those who are to be called, then left messages; of them in the order in which the desk offers them. */
export function inQueue(rows: Iterable<CaseRow>): CaseRow[] {
  const place = (row: CaseRow) => ["chat", "call_back", "message"].indexOf(row.contact.channel);
  const turn = ({ contact }: CaseRow) => contact.waiting_since + (contact.needs.priority - 1) * HEAD_START_MS;
  return [...rows]
    .filter((row) => row.contact.state === "waiting")
    .sort(
      (a, b) =>
        place(a) - place(b) ||
        turn(a) - turn(b) ||
        a.contact.needs.priority - b.contact.needs.priority ||
        a.number - b.number,
    );
}

/**
 * In which order "the next one" takes what waits: as the queue stands, except that in a chat who has left the page comes
 * after those who have not, for as long as the desk says that they yield. Then come calls, and left messages: nobody counts
 * seconds there. A call whose time has not come is not the next one.
 */
export function inTurn(waiting: readonly CaseRow[], onPage: OnPageBy, now: number): readonly CaseRow[] {
  const place = (row: CaseRow) => {
    if (row.contact.channel === "chat") return Number(yields(row, onPage, now));
    return isEarly(row, now) ? 3 : 2;
  };
  return [0, 1, 2, 3].flatMap((one) => waiting.filter((row) => place(row) === one));
}

/** Whether the customer has chosen a time for their call that has not come. */
export function isEarly({ contact, promise }: CaseRow, now: number): boolean {
  return contact.channel === "call_back" && (promise?.from ?? 0) > now;
}

/** What "the next one" takes of what I may take. */
export function nextOf(takeable: readonly CaseRow[], now: number): CaseRow | undefined {
  return takeable.find((row) => !isEarly(row, now));
}

type OnPageBy = ReadonlyMap<string, CustomerOnPage>;

function yields(row: CaseRow, onPage: OnPageBy, now: number): boolean {
  const { yields_from: from, yields_until: until } = onPage.get(row.customer.customer_id) ?? {};
  return from != null && until != null && from <= now && now < until;
}

/** Whose work comes by way of a team: owners and supervisors serve every client. */
export function needsTeam(role: Role): boolean {
  return role === "agent" || role === "read_only";
}

/** Who looks after everybody's chats, not only after their own. */
export function looksAfter(role: Role): boolean {
  return role === "owner" || role === "supervisor";
}

export function teamsOf(agentId: string, teams: ReadonlyMap<string, TeamRow>): TeamRow[] {
  return [...teams.values()].filter((team) => team.agent_ids.includes(agentId));
}

/** Whether somebody answers for the cases of a client. */
export function serves(agent: AgentRow, clientId: string, teams: ReadonlyMap<string, TeamRow>): boolean {
  if (agent.role === "read_only") return false;
  return !needsTeam(agent.role) || teamsOf(agent.agent_id, teams).some((team) => team.client_ids.includes(clientId));
}

/** What waits as it stands before me. */
export function myQueue(rows: Iterable<CaseRow>, me: Me | null, teams: ReadonlyMap<string, TeamRow>): CaseRow[] {
  return inQueue(rows).filter((row) => me !== null && isInMyQueue(row, me, teams));
}

/** Whether the desk would let me take this contact out of the queue, a free luukku given. */
export function mayTake(row: CaseRow, me: Me, teams: ReadonlyMap<string, TeamRow>): boolean {
  if (me.role === "read_only") return false;
  const offeredTo = row.contact.offer?.agent_id ?? me.agent_id;
  return offeredTo === me.agent_id && isForUs(row, me, teams);
}

/** Whether a contact that waits is for my teams, or for everybody when I serve every client. */
export function isForUs(row: CaseRow, me: Pick<Me, "agent_id" | "role">, teams: ReadonlyMap<string, TeamRow>): boolean {
  const own = teamsOf(me.agent_id, teams);
  const { for_team: forTeam, also_for: alsoFor } = row.contact;
  if (own.some((team) => alsoFor.includes(team.team_id))) return true;
  if (forTeam != null) return own.some((team) => team.team_id === forTeam);
  return !needsTeam(me.role) || own.some((team) => team.client_ids.includes(row.client_id));
}

/** Whether it stands in my queue: what waits for the clients of my teams does, and of those whom they help, what has come to them. */
export function isInMyQueue(row: CaseRow, me: Me, teams: ReadonlyMap<string, TeamRow>): boolean {
  const isServed = teamsOf(me.agent_id, teams).some((team) => team.client_ids.includes(row.client_id));
  return isServed || !needsTeam(me.role) || isForUs(row, me, teams);
}

/** How many luukut I have now: fewer than usual while the desk spares me. */
export function slotsNow(self: AgentRow | undefined, load: LoadHints | null): number {
  return Math.max(Math.min(1, self?.slots ?? 0), (self?.slots ?? 0) - (load?.slots_eased ?? 0));
}
