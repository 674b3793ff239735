/**
 * What the wallboard shows, from what is pushed to the screen: chats and their customers, how many people are there.
 * Never what one person has done.
 */
import type { AgentRow, CaseRow, ClientRow, TeamRow, Today } from "@luukku/wire";
import { type ClockFace, clockFace, urgency } from "../live/clock.ts";
import {
  type AgentLine,
  agentLines,
  freeOf,
  queueOf,
  type Range,
  rangeOf,
  type Share,
  shareOf,
} from "../team/figures.ts";

/** The customer whose answer is most urgent: the longest wait against its target. */
export interface Wait {
  row: CaseRow;
  face: ClockFace;
}

export interface Staff {
  present: number;
  away: number;
  free: number;
  all: number;
}

/** One client, or all of them together. */
export interface Line {
  /** Chats that nobody has taken yet. */
  waiting: number;
  /** How long the first of those has waited. */
  queue_ms: number | null;
  /** `null`: nobody waits for an answer. */
  wait: Wait | null;
  share: Share;
  mean_ms: number | null;
  median: Range | null;
  p90: Range | null;
  /** Chats that somebody has taken and that go on. */
  going: number;
  staff: Staff;
  /** Closed within its hours today; of several clients, added up. */
  closed_ms: number;
}

export interface Desk {
  clients: readonly ClientRow[];
  teams: readonly TeamRow[];
  agents: readonly AgentRow[];
  rows: readonly CaseRow[];
  today: readonly Today[];
  messageWeight: number;
}

export interface ClientLine extends Line {
  client: ClientRow;
}

export interface TeamLine {
  team: TeamRow;
  staff: Staff;
}

export interface Board {
  whole: Line;
  clients: ClientLine[];
  teams: TeamLine[];
  /** Customers who have waited past their target. */
  over: number;
}

/** Everything at `now`, the server's time. */
export function boardOf(desk: Desk, now: number, language: string): Board {
  const chats = desk.rows.filter((row) => row.contact.channel === "chat" && row.contact.state !== "ended");
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, language);
  const people = agentLines(desk.agents, [], desk.rows, now, language, desk.messageWeight);
  const staffOf = (teams: readonly TeamRow[]) => staff(people, new Set(teams.flatMap((one) => one.agent_ids)));
  // A client that nobody has opened to customers yet takes no room from those that people wait at.
  const live = desk.clients.filter((client) => client.availability.reason !== "not_live");
  const clients = [...(live.length > 0 ? live : desk.clients)].sort(byName).map((client) => {
    const mine = (one: { client_id: string }) => one.client_id === client.client_id;
    const serving = desk.teams.filter((team) => team.client_ids.includes(client.client_id));
    return { client, ...line(chats.filter(mine), desk.today.filter(mine), staffOf(serving), now) };
  });
  // Somebody who sees some clients only sees their teams only.
  const shown = desk.teams.filter((team) => desk.clients.some((client) => team.client_ids.includes(client.client_id)));
  return {
    whole: line(chats, desk.today, staffOf(shown), now),
    clients,
    teams: [...shown].sort(byName).map((team) => ({ team, staff: staffOf([team]) })),
    over: chats.filter((row) => urgency(row.contact, now) >= 1).length,
  };
}

function line(chats: readonly CaseRow[], today: readonly Today[], staffed: Staff, now: number): Line {
  const queue = queueOf(chats, now);
  return {
    waiting: queue.count,
    queue_ms: queue.longest_ms,
    wait: mostUrgent(chats, now),
    share: shareOf(today),
    mean_ms: meanOf(today),
    median: rangeOf(today.map((one) => one.median_s)),
    p90: rangeOf(today.map((one) => one.p90_s)),
    going: chats.filter((row) => row.contact.state === "taken").length,
    staff: staffed,
    closed_ms: closedOf(today, now),
  };
}

/** Each person once, in however many teams they are. */
function staff(people: readonly AgentLine[], who: ReadonlySet<string>): Staff {
  return freeOf(people.filter((one) => who.has(one.agent.agent_id)));
}

function mostUrgent(chats: readonly CaseRow[], now: number): Wait | null {
  const waiting = chats.filter((row) => row.contact.customer_waits_since != null);
  const [row] = waiting.sort((a, b) => urgency(b.contact, now) - urgency(a.contact, now) || a.number - b.number);
  return row ? { row, face: clockFace(row.contact, now) } : null;
}

/** The mean over everybody who was answered, whichever client's: sums are added, means are not. */
export function meanOf(today: readonly Today[]): number | null {
  const [took, answered] = today.reduce(([ms, count], one) => [ms + one.took_ms, count + one.answered], [0, 0]);
  return answered === 0 ? null : took / answered;
}

/** How long it has been closed within its hours today; what is closed goes on being so. */
export function closedOf(today: readonly Today[], now: number): number {
  const going = (one: Today) => (one.closed_since == null ? 0 : Math.max(0, now - one.closed_since));
  return today.reduce((all, one) => all + one.closed_ms + going(one), 0);
}
