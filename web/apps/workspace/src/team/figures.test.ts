import type { AgentRow, CaseRow, ContactRow, TeamRow, Today } from "@luukku/wire";
import { expect, test } from "vitest";
import { agentLines, attentionOf, freeOf, hatchOf, leftOf, queueOf, rangeOf, shareOf, stuckOf } from "./figures.ts";

const NOW = 1_000_000_000;

function row(number: number, contact: Partial<ContactRow>): CaseRow {
  return {
    case_id: `case-${number}`,
    number,
    seq: 1,
    client_id: "client",
    state: "open",
    subject: null,
    owner: null,
    team_id: null,
    customer: { customer_id: "c", name: null, email: null, visitor_number: number, verified: false, typed: false },
    opened_at: NOW,
    changed_at: NOW,
    last_words: null,
    unread: 0,
    tag_ids: [],
    handovers: 0,
    contact: {
      contact_id: `contact-${number}`,
      tries: 0,
      channel: "chat",
      state: "waiting",
      language: "fi",
      started_at: NOW - 100_000,
      waiting_since: NOW - 100_000,
      held_by: null,
      luukku: null,
      for_team: null,
      also_for: [],
      needs: { level: 1, skill_id: null, priority: 2 },
      taken_at: null,
      answer_target_s: 60,
      answered_at: null,
      customer_waits_since: null,
      turn_since: NOW,
      ended_at: null,
      ended_by: null,
      start_page: null,
      referrer: null,
      ...contact,
    },
  };
}

function agent(name: string, presence: AgentRow["presence"], slots = 4): AgentRow {
  const agent_id = name.toLowerCase();
  return {
    agent_id,
    name,
    first_name: name,
    role: "agent",
    presence,
    presence_since: NOW,
    slots,
    may_exceed: false,
    is_active: true,
    speaks: [{ language: "fi", level: 2 }],
    skill_ids: [],
  };
}

function today(answered: number, within_target: number, unanswered = 0, overdue = 0): Today {
  const triage = { triaged: 0, triaged_in_time: 0 };
  const none = {
    ...triage,
    started: 0,
    exceeded: 0,
    called_instead: 0,
    calls_promised: 0,
    calls_kept: 0,
    calls_late: 0,
    calls_not_reached: 0,
    took_ms: 0,
    median_s: null,
    p90_s: null,
    closed_ms: 0,
    closed_since: null,
  };
  return { client_id: "client", ...none, answered, within_target, unanswered, overdue };
}

test("those who left without an answer count as not answered in time", () => {
  expect(shareOf([today(174, 174, 15)])).toEqual({ kept: 174, of: 189, percent: 92 });
});

test("those who have waited past the target count as not answered in time before anybody answers", () => {
  expect(shareOf([today(19, 19, 0, 1)])).toEqual({ kept: 19, of: 20, percent: 95 });
});

test("left messages that wait are told by how many they are and how long the first has waited", () => {
  const left = (number: number, contact: Partial<ContactRow>) => row(number, { channel: "message", ...contact });
  const rows = [
    left(1, { customer_waits_since: NOW - 5_000 }),
    left(2, { state: "taken", customer_waits_since: NOW - 13 * 3_600_000 }),
    left(3, { state: "taken" }),
    row(4, { customer_waits_since: NOW - 20 * 3_600_000 }),
  ];
  expect(leftOf(rows, NOW)).toEqual({ count: 2, longest_ms: 13 * 3_600_000 });
  expect(leftOf([], NOW)).toEqual({ count: 0, longest_ms: 0 });
});

test("the longest wait in the queue is what its row counts, also of who has been answered before and waits again", () => {
  const back = { state: "waiting", waiting_since: NOW - 353_000, customer_waits_since: NOW - 4_000 } as const;
  expect(queueOf([row(1, back)], NOW)).toEqual({ count: 1, longest_ms: 4_000 });
});

test("nineteen chats are too few for a share", () => {
  expect(shareOf([today(10, 9, 9)]).percent).toBeNull();
  expect(shareOf([today(10, 9, 10)]).percent).toBe(45);
});

test("medians of several clients are told as a range", () => {
  expect(rangeOf([34, null, 37])).toEqual({ from_s: 34, to_s: 37 });
  expect(rangeOf([null, undefined])).toBeNull();
});

test("the queue tells its longest wait", () => {
  const waits = [31_000, 12_000].map((ms, at) => row(at, { waiting_since: NOW - ms }));
  expect(queueOf([...waits, row(3, { state: "taken" })], NOW)).toEqual({ count: 2, longest_ms: 31_000 });
  expect(queueOf([], NOW)).toEqual({ count: 0, longest_ms: null });
});

test("a luukku shows whose turn it is before it shows alarm", () => {
  const waits = (ms: number) => row(1, { state: "taken", customer_waits_since: NOW - ms });
  expect(hatchOf(undefined, NOW)).toBe("free");
  expect(hatchOf(waits(10_000), NOW)).toBe("ours");
  expect(hatchOf(waits(45_000), NOW)).toBe("warn");
  expect(hatchOf(waits(60_000), NOW)).toBe("over");
  expect(hatchOf(row(1, { state: "taken", answered_at: NOW - 1 }), NOW)).toBe("theirs");
});

test("every chat stands in its own luukku, and those who are away show only what they hold", () => {
  const rows = [row(1, { state: "taken", held_by: "bengt", luukku: 3, customer_waits_since: NOW })];
  const team: TeamRow = {
    team_id: "t",
    name: "IT-tuki",
    is_self_directed: false,
    client_ids: [],
    agent_ids: ["bengt"],
  };
  const lines = agentLines([agent("Bengt", "present"), agent("Leena", "away")], [team], rows, NOW, "fi", 25);
  expect(lines.map((line) => line.hatches)).toEqual([["free", "free", "ours", "free"], []]);
  expect(lines[0]?.teams).toEqual(["IT-tuki"]);
  expect(freeOf(lines)).toEqual({ free: 3, all: 4, present: 1, away: 1 });
});

test("people are in the order of presence and name, whatever they have done", () => {
  const people = [agent("Åke", "present"), agent("Oskari", "gone"), agent("Aino", "present"), agent("Leena", "away")];
  const names = agentLines(people, [], [], NOW, "sv", 25).map((line) => line.agent.name);
  expect(names).toEqual(["Aino", "Åke", "Leena", "Oskari"]);
});

test("attention is asked from three quarters of the target on, in the queue too", () => {
  const rows = [
    row(1, { state: "taken", customer_waits_since: NOW - 44_000 }),
    row(2, { state: "taken", customer_waits_since: NOW - 46_000 }),
    row(3, { state: "waiting", customer_waits_since: NOW - 84_000 }),
    row(4, { state: "ended", customer_waits_since: NOW - 84_000 }),
  ];
  expect(attentionOf(rows, NOW).map((one) => one.number)).toEqual([3, 2]);
});

test("cases are stuck when a promise was broken or the third other person has come, until they are solved", () => {
  const promise = { by: "aino", until: 0, is_broken: true };
  const rows = [
    { ...row(1, {}), promise },
    { ...row(2, {}), promise: { ...promise, is_broken: false } },
    { ...row(3, {}), handovers: 3 },
    { ...row(4, {}), handovers: 2 },
    { ...row(5, {}), handovers: 4, state: "solved" as const },
  ];
  expect(stuckOf(rows).map(({ row: { number }, why }) => [number, why])).toEqual([
    [1, "broken"],
    [3, "raised"],
  ]);
});

test("who has a call has no free luukku, as their figure says", () => {
  const rows = [row(1, { state: "taken", channel: "call_back", held_by: "bengt", luukku: 1 })];
  const [bengt] = agentLines([agent("Bengt", "present")], [], rows, NOW, "fi", 25);
  expect(bengt?.hatches).toEqual(["theirs"]);
  expect(freeOf(bengt ? [bengt] : []).free).toBe(0);
});
