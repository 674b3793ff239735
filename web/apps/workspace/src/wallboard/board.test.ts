import type { AgentRow, CaseRow, ClientRow, ContactRow, TeamRow, Today } from "@luukku/wire";
import { expect, test } from "vitest";
import { NO_SPEECH, row as sample } from "../live/samples.ts";
import { boardOf, closedOf, meanOf } from "./board.ts";

const NOW = 1_000_000_000;
let last = 0;

function row(client_id: string, contact: Partial<ContactRow>): CaseRow {
  last += 1;
  return sample(`case-${last}`, 1, { waiting_since: NOW, ...contact }, { client_id, number: last });
}

function waits(client: string, ms: number, more: Partial<ContactRow> = {}): CaseRow {
  return row(client, {
    state: "waiting",
    held_by: null,
    waiting_since: NOW - ms,
    customer_waits_since: NOW - ms,
    ...more,
  });
}

function client(client_id: string, name: string): ClientRow {
  const availability = { open: true, closed_in: [], when_closed: "message" as const };
  const rest = {
    languages: [],
    answer_target_s: 60,
    time_zone: "Europe/Helsinki",
    has_websites: true,
    availability,
    call_tries: 3,
  };
  const sorting = {
    closed_rules: [],
    labels: [],
    known_fields: [],
    requires: { category: false, tag: false },
    speech: NO_SPEECH,
  };
  return { client_id, name, ...rest, ...sorting };
}

function team(team_id: string, client_ids: string[], agent_ids: string[]): TeamRow {
  return { team_id, name: team_id, is_self_directed: false, client_ids, agent_ids };
}

function agent(agent_id: string, presence: AgentRow["presence"], slots = 4): AgentRow {
  const since = { presence_since: NOW, may_exceed: false, speaks: [], skill_ids: [], is_active: true };
  return { agent_id, name: agent_id, first_name: agent_id, role: "agent", presence, slots, ...since };
}

function today(client_id: string, more: Partial<Today>): Today {
  const none = {
    started: 0,
    exceeded: 0,
    called_instead: 0,
    calls_promised: 0,
    calls_kept: 0,
    calls_late: 0,
    calls_not_reached: 0,
    answered: 0,
    within_target: 0,
    unanswered: 0,
    overdue: 0,
    took_ms: 0,
    triaged: 0,
    triaged_in_time: 0,
    closed_ms: 0,
  };
  return { client_id, ...none, ...more };
}

const DESK = { clients: [client("hv", "Havuvaara")], teams: [], agents: [], rows: [], today: [], messageWeight: 25 };

test("the wait that is shown is the longest against its own target", () => {
  const rows = [waits("ky", 90_000, { answer_target_s: 180 }), waits("hv", 70_000)];
  const board = boardOf({ ...DESK, clients: [client("ky", "Koskela"), client("hv", "Havuvaara")], rows }, NOW, "fi");
  expect(board.whole.wait?.face).toMatchObject({ form: "over", ms: 70_000, rest_s: 10 });
  expect(board.clients.map((one) => [one.client.name, one.wait?.face.ms])).toEqual([
    ["Havuvaara", 70_000],
    ["Koskela", 90_000],
  ]);
  expect([board.whole.waiting, board.whole.queue_ms, board.over]).toEqual([2, 90_000, 1]);
});

test("who was taken and has no answer yet waits too, and is not in the queue", () => {
  const rows = [row("hv", { state: "taken", customer_waits_since: NOW - 50_000 })];
  const { whole } = boardOf({ ...DESK, rows }, NOW, "fi");
  expect([whole.waiting, whole.going, whole.wait?.face.form]).toEqual([0, 1, "warn"]);
});

test("left messages and ended chats are no chats that go on", () => {
  const rows = [waits("hv", 5_000, { channel: "message" }), waits("hv", 5_000, { state: "ended" })];
  const { whole } = boardOf({ ...DESK, rows }, NOW, "fi");
  expect([whole.waiting, whole.going, whole.wait]).toEqual([0, 0, null]);
});

test("the mean of several clients is that of all their answers", () => {
  const days = [today("hv", { answered: 1, took_ms: 60_000 }), today("ky", { answered: 3, took_ms: 60_000 })];
  expect(meanOf(days)).toBe(30_000);
  expect(meanOf([today("hv", {})])).toBeNull();
});

test("closed minutes go on by the clock while it is closed, and stand still when it is open", () => {
  expect(closedOf([today("hv", { closed_ms: 60_000 })], NOW)).toBe(60_000);
  expect(closedOf([today("hv", { closed_ms: 60_000, closed_since: NOW - 5_000 })], NOW)).toBe(65_000);
});

test("people are counted once for each client and team, and once on the whole", () => {
  const desk = {
    ...DESK,
    clients: [client("hv", "Havuvaara"), client("ky", "Koskela")],
    teams: [
      team("A", ["hv"], ["aino", "bengt"]),
      team("B", ["hv", "ky"], ["aino"]),
      team("C", ["elsewhere"], ["cecilia"]),
    ],
    agents: [agent("aino", "present"), agent("bengt", "away"), agent("cecilia", "present")],
    rows: [row("hv", { state: "taken", held_by: "aino", luukku: 1 })],
  };
  const board = boardOf(desk, NOW, "fi");
  expect(board.whole.staff).toEqual({ present: 1, away: 1, free: 3, all: 4 });
  expect(board.clients.map((one) => one.staff.present)).toEqual([1, 1]);
  expect(board.teams.map((one) => [one.team.name, one.staff.free])).toEqual([
    ["A", 3],
    ["B", 3],
  ]);
});

test("a client that is not open to customers yet has no row beside those that are", () => {
  const unopened = {
    ...client("u", "Uusi"),
    availability: { ...client("u", "").availability, open: false, reason: "not_live" as const },
  };
  const names = (clients: ClientRow[]) =>
    boardOf({ clients, teams: [], agents: [], rows: [], today: [], messageWeight: 1 }, NOW, "fi").clients.map(
      (one) => one.client.name,
    );
  expect(names([client("k", "Kunta"), unopened])).toEqual(["Kunta"]);
  expect(names([unopened]), "there is nothing else to show").toEqual(["Uusi"]);
});
