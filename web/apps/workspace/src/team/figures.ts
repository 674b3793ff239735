/**
 * The numbers of the supervisor's page, from the rows that are pushed to the screen. A number that the rows can not
 * give honestly is left out.
 */
import type { AgentRow, CaseRow, ClientRow, TeamRow, Today } from "@luukku/wire";
import { clockFace, urgency, waitsSince } from "../live/clock.ts";
import { freeBeside, loadOf } from "../live/weights.ts";

/** Under this many chats a share says more about chance than about the service. */
export const ENOUGH = 20;

export interface Share {
  kept: number;
  of: number;
  /** Whole per cent; `null` when there is too little to speak of. */
  percent: number | null;
}

/** Answered within the target, of all chats that have kept or missed it: answered, left unanswered, or late already. */
export function shareOf(today: readonly Today[]): Share {
  const kept = sum(today, (one) => one.within_target);
  const of = sum(today, (one) => one.answered + one.unanswered + one.overdue);
  return { kept, of, percent: of < ENOUGH ? null : Math.round((100 * kept) / of) };
}

/** From–to over the clients: medians of several clients have no median of their own. */
export interface Range {
  from_s: number;
  to_s: number;
}

export function rangeOf(values: readonly (number | null | undefined)[]): Range | null {
  const known = values.filter((one) => one != null);
  return known.length === 0 ? null : { from_s: Math.min(...known), to_s: Math.max(...known) };
}

/** The queue of `rows`, as on the wallboard of chats: how many, and how long the first has waited there. */
export function queueOf(rows: readonly CaseRow[], now: number): { count: number; longest_ms: number | null } {
  const waiting = rows.filter((row) => row.contact.state === "waiting");
  const since = Math.min(...waiting.map((row) => waitsSince(row.contact)));
  return { count: waiting.length, longest_ms: waiting.length === 0 ? null : Math.max(0, now - since) };
}

/** Left messages that wait for an answer: no minute is promised for them, so no share tells of them. */
export function leftOf(rows: readonly CaseRow[], now: number): { count: number; longest_ms: number } {
  const waits = rows.flatMap(({ contact }) =>
    contact.channel === "message" && contact.state !== "ended" && contact.customer_waits_since != null
      ? [now - contact.customer_waits_since]
      : [],
  );
  return { count: waits.length, longest_ms: Math.max(0, ...waits) };
}

export type Hatch = "free" | "ours" | "theirs" | "warn" | "over";

export interface AgentLine {
  agent: AgentRow;
  teams: string[];
  /** One per luukku, in its place; empty when the agent takes no chats now and holds none. */
  hatches: Hatch[];
  taken: number;
  /** What that takes of them; a luukku is 100. */
  load: number;
}

/** What one luukku looks like: whose turn it is, and how the clock stands. */
export function hatchOf(row: CaseRow | undefined, now: number): Hatch {
  if (!row) return "free";
  const { form } = clockFace(row.contact, now);
  if (form === "over" || form === "warn") return form;
  return row.contact.customer_waits_since == null ? "theirs" : "ours";
}

const ORDER: Record<AgentRow["presence"], number> = { present: 0, away: 1, gone: 2 };

/** Everybody who answers: those who are here first, each group by name. Never by what they have done. */
export function agentLines(
  agents: readonly AgentRow[],
  teams: readonly TeamRow[],
  rows: readonly CaseRow[],
  now: number,
  language: string,
  messageWeight: number,
): AgentLine[] {
  return agents
    .filter((agent) => agent.role !== "read_only")
    .map((agent) => lineOf(agent, teams, rows, now, messageWeight))
    .sort(
      (a, b) => ORDER[a.agent.presence] - ORDER[b.agent.presence] || a.agent.name.localeCompare(b.agent.name, language),
    );
}

function lineOf(
  agent: AgentRow,
  teams: readonly TeamRow[],
  rows: readonly CaseRow[],
  now: number,
  messageWeight: number,
): AgentLine {
  const held = rows.filter((row) => row.contact.state === "taken" && row.contact.held_by === agent.agent_id);
  const highest = Math.max(0, ...held.map((row) => row.contact.luukku ?? 0));
  const places = agent.presence === "present" ? Math.max(agent.slots, highest) : highest;
  const load = loadOf(held, messageWeight);
  // A call fills its agent, a left message takes a part: as many are free as chats still go beside what is held.
  let free = agent.presence === "present" ? freeBeside(load, agent.slots, held.length) : 0;
  return {
    agent,
    teams: teams.filter((team) => team.agent_ids.includes(agent.agent_id)).map((team) => team.name),
    hatches: Array.from({ length: places }, (_, at) => held.find((row) => row.contact.luukku === at + 1))
      .filter((row) => row !== undefined || free-- > 0)
      .map((row) => hatchOf(row, now)),
    taken: held.length,
    load,
  };
}

/** Free luukut of those who are here, of all that they have. */
export function freeOf(lines: readonly AgentLine[]): { free: number; all: number; present: number; away: number } {
  const present = lines.filter((line) => line.agent.presence === "present");
  return {
    free: sum(present, (line) => freeBeside(line.load, line.agent.slots, line.taken)),
    all: sum(present, (line) => line.agent.slots),
    present: present.length,
    away: lines.filter((line) => line.agent.presence === "away").length,
  };
}

/** Customers who have waited for three quarters of the target or more, the most urgent first. */
export function attentionOf(rows: readonly CaseRow[], now: number): CaseRow[] {
  return rows
    .filter((row) => row.contact.state !== "ended" && urgency(row.contact, now) >= 0.75)
    .sort((a, b) => urgency(b.contact, now) - urgency(a.contact, now) || a.number - b.number);
}

/** At this many handovers the desk tells whoever leads. Its rule; this only finds them again. */
const RAISED_AT = 3;

export interface Stuck {
  row: CaseRow;
  why: "raised" | "broken";
}

/** Open cases in which a promise was broken, or too many people have come to the customer. */
export function stuckOf(rows: readonly CaseRow[]): Stuck[] {
  const open = rows.filter((row) => row.state !== "solved" && row.state !== "closed");
  const broken = open.filter((row) => row.promise?.is_broken).map((row): Stuck => ({ row, why: "broken" }));
  const raised = open.filter((row) => row.handovers >= RAISED_AT).map((row): Stuck => ({ row, why: "raised" }));
  return [...broken, ...raised].sort((a, b) => a.row.number - b.row.number);
}

export interface QueueLine {
  client: ClientRow;
  waiting: number;
  share: Share;
}

/** Left messages and calls wait as well, but nobody sits and waits for them: they are counted where they are told of. */
function isInQueue({ client_id, contact }: CaseRow, client: ClientRow): boolean {
  return client_id === client.client_id && contact.state === "waiting" && contact.channel === "chat";
}

export function queueLines(
  clients: readonly ClientRow[],
  rows: readonly CaseRow[],
  today: readonly Today[],
  language: string,
): QueueLine[] {
  return clients
    .map((client) => ({
      client,
      waiting: rows.filter((row) => isInQueue(row, client)).length,
      share: shareOf(today.filter((one) => one.client_id === client.client_id)),
    }))
    .sort((a, b) => a.client.name.localeCompare(b.client.name, language));
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((all, item) => all + value(item), 0);
}
