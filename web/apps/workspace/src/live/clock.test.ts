import type { CaseRow, Entry } from "@luukku/wire";
import { describe, expect, test } from "vitest";
import { clockFace, figure, urgency } from "./clock.ts";
import { waitMs } from "./connection.ts";
import { newId } from "./ids.ts";
import { crossings, noticesOf } from "./notices.ts";
import { byLuukku, inQueue, myQueue, offerLeft } from "./places.ts";
import { reduce } from "./reduce.ts";
import { AINO, BENGT, row, said, welcome } from "./samples.ts";
import { EMPTY } from "./state.ts";

/** The steps that my own chats reached between two ticks. */
const passed = (mine: CaseRow[], before: number, now: number) =>
  crossings({ mine, offers: [], takeable: [], self: { presence: "present" } }, before, now).map((one) => one.type);

describe("the answer clock (CC-11: 60 s)", () => {
  const waits = row("a", 1, { customer_waits_since: 0 }).contact;

  test.each([
    [0, "calm", 0],
    [29_999, "calm", 0],
    [30_000, "half", 0],
    [44_999, "half", 0],
    [45_000, "warn", 15],
    [48_000, "warn", 12],
    [59_999, "warn", 1],
    [60_000, "over", 0],
    [84_000, "over", 24],
  ])("after %i ms it is %s", (now, form, rest_s) => {
    expect(clockFace(waits, now)).toMatchObject({ form, rest_s });
  });

  test("a wait that has begun since the page's last tick is a wait", () => {
    expect(urgency(row("a", 1, { customer_waits_since: 1500 }).contact, 1000)).toBe(0);
  });

  test("after a first answer in time it says so for a minute, then it is the customer's turn", () => {
    const answered = row("a", 2, { answered_at: 22_000, turn_since: 22_000 }).contact;
    expect(clockFace(answered, 30_000)).toMatchObject({ form: "kept", ms: 22_000 });
    expect(clockFace(answered, 142_000)).toMatchObject({ form: "theirs", ms: 120_000 });
  });

  test("a late first answer is not shown as kept", () => {
    const late = row("a", 2, { answered_at: 84_000, turn_since: 84_000 }).contact;
    expect(clockFace(late, 90_000).form).toBe("theirs");
  });

  test("a left message shows how long it has waited, without a target and without a breach", () => {
    const left = row("a", 1, { channel: "message", customer_waits_since: 0 }).contact;
    expect(clockFace(left, 10 * 3_600_000)).toMatchObject({ form: "unknown", ms: 36_000_000 });
    expect(passed([row("a", 1, { channel: "message", customer_waits_since: 0 })], 59_000, 60_000)).toEqual([]);
  });

  test("a screen whose clock is behind the server's shows no negative time", () => {
    expect(figure(clockFace(row("a", 1, { customer_waits_since: 500 }).contact, 0).ms)).toBe("0:00");
  });
});

test("the longest wait is measured against its own target", () => {
  const chat = row("a", 1, { customer_waits_since: 0, answer_target_s: 60 }).contact;
  const slow = row("b", 1, { customer_waits_since: -60_000, answer_target_s: 600 }).contact;
  expect(urgency(chat, 30_000)).toBeGreaterThan(urgency(slow, 30_000));
});

test("who waits in a chat is taken before a message that was left", () => {
  const waits = { state: "waiting", held_by: null, luukku: null } as const;
  const left = row("left", 1, { ...waits, channel: "message", waiting_since: 0 });
  const late = row("late", 1, { ...waits, waiting_since: 9000 });
  const early = row("early", 1, { ...waits, waiting_since: 8000 });
  expect(inQueue([left, late, early]).map((one) => one.case_id)).toEqual(["early", "late", "left"]);
});

describe("luukut", () => {
  test("a chat keeps its place when others go, and free places stay", () => {
    const rows = [row("b", 1, { luukku: 3 }), row("c", 1, { luukku: 1, held_by: BENGT })];
    expect(byLuukku(rows, AINO, 4, 25).map((one) => one.row?.case_id ?? null)).toEqual([null, null, "b", null]);
  });

  test("what is offered to me waits in my free luukut, and what is offered to others does not", () => {
    const offered = (id: string, agent_id: string, at: number) =>
      row(id, 1, { state: "waiting", held_by: null, luukku: null, offer: { agent_id, at, until: at + 20_000 } });
    const rows = [
      row("b", 1, { luukku: 1 }),
      offered("later", AINO, 900),
      offered("other", BENGT, 1),
      offered("first", AINO, 5),
    ];
    expect(byLuukku(rows, AINO, 3, 25).map((one) => one.offer?.case_id ?? null)).toEqual([null, "first", "later"]);
    expect(offerLeft(offered("first", AINO, 5), 12_005)).toBe(8);
    expect(offerLeft(offered("first", AINO, 5), 99_000)).toBe(0);
  });

  test("a chat above lowered slots is still there", () => {
    const numbers = byLuukku([row("a", 1, { luukku: 6 })], AINO, 4, 25).map((one) => one.number);
    expect(numbers).toEqual([1, 2, 3, 6]);
  });

  test("left messages take as much of them as the organisation says, and free ones are free for a chat", () => {
    const left = [1, 2].map((luukku) => row(`left-${luukku}`, 1, { luukku, channel: "message" }));
    const shown = (message: number) =>
      byLuukku(left, AINO, 3, message).map((one) => `${one.number}${one.row ? "" : " free"}`);
    expect(shown(50)).toEqual(["1", "2", "3 free", "4 free"]);
    expect(shown(51)).toEqual(["1", "2", "3 free"]);
    expect(shown(100)).toEqual(["1", "2", "3 free"]);
  });

  test("when the last chat that fits is taken no place looks free", () => {
    const rows = [1, 2, 3].map((luukku) => row(`chat-${luukku}`, 1, { luukku }));
    const left = row("left", 1, { luukku: 4, channel: "message" });
    expect(byLuukku([...rows, left], AINO, 4, 25).every((one) => one.row !== null)).toBe(true);
  });
});

describe("what is worth a sound", () => {
  const before = reduce(EMPTY, welcome([row("a", 3)]), 0, null).state;
  const heard = (frame: Parameters<typeof reduce>[1], ours: string[] = []) =>
    noticesOf(before, reduce(before, frame, 0, null).state, frame, new Set(ours)).map((one) => one.type);

  test("a customer's words in my chat are, my own are not", () => {
    const words = { last_words: { by: "customer" as const, text: "Hei", at: 4000 } };
    expect(heard({ type: "case", row: row("a", 4, {}, words), after: 3, entries: [said(4)] })).toEqual(["message"]);
    const mine = { last_words: { by: "agent" as const, text: "Hei", at: 4000 } };
    expect(heard({ type: "case", row: row("a", 4, {}, mine), after: 3, entries: [] })).toEqual([]);
  });

  test("a new contact in the queue is, and so is a chat that somebody gave me", () => {
    const waiting = row("n", 1, { state: "waiting", held_by: null, luukku: null });
    expect(heard({ type: "case", row: waiting, after: 0, entries: [] })).toEqual(["waiting"]);
    expect(heard({ type: "case", row: row("n", 2, { luukku: 2 }), after: 1, entries: [] })).toEqual(["given"]);
    expect(heard({ type: "case", row: row("n", 2, { luukku: 2 }), after: 1, entries: [] }, ["n"])).toEqual([]);
  });

  test("a chat that comes to my team only when it has waited is, and stands in my queue from then on", () => {
    const waits = { state: "waiting", held_by: null, luukku: null } as const;
    const known = (also_for: string[], seq: number) => row("n", seq, { ...waits, also_for }, { client_id: "shop" });
    const { me, teams } = before;
    const queue = (one: CaseRow) => myQueue([one], me, teams).map(({ case_id }) => case_id);
    const early = { type: "case" as const, row: known([], 1), after: 0, entries: [] };
    expect([heard(early), queue(early.row)]).toEqual([[], []]);
    const then = reduce(before, early, 0, null).state;
    const late = { type: "case" as const, row: known(["it-team"], 2), after: 1, entries: [] };
    const notices = noticesOf(then, reduce(then, late, 0, null).state, late, new Set());
    expect([notices.map(({ type }) => type), queue(late.row)]).toEqual([["waiting"], ["n"]]);
  });

  test("an offer to me is, and that I let it pass is too, but not what becomes of offers to others", () => {
    const offer = (agent_id: string) => ({ agent_id, at: 0, until: 20_000 });
    const waiting = (seq: number, to: string | null) =>
      row("n", seq, { state: "waiting", held_by: null, luukku: null, offer: to === null ? null : offer(to) });
    expect(heard({ type: "case", row: waiting(2, AINO), after: 1, entries: [] })).toEqual(["offered"]);
    const ended = (to: string): Entry => ({ seq: 3, at: 0, kind: "offer_ended", contact_id: "n", to, why: "let_pass" });
    expect(heard({ type: "case", row: waiting(3, null), after: 2, entries: [ended(AINO)] })).toEqual(["let_pass"]);
    const known = reduce(before, { type: "case", row: waiting(2, BENGT), after: 1, entries: [] }, 0, null).state;
    const frame = { type: "case" as const, row: waiting(3, null), after: 2, entries: [ended(BENGT)] };
    expect(noticesOf(known, reduce(known, frame, 0, null).state, frame, new Set())).toEqual([]);
  });

  test("a customer who writes before I promised to come back is, to me", () => {
    const parked = (by: string) => row("p", 1, { state: "parked", held_by: by, luukku: null });
    const back = {
      type: "case" as const,
      row: row("p", 2, { state: "waiting", held_by: null, luukku: null }),
      after: 1,
      entries: [],
    };
    const told = (by: string) => {
      const known = reduce(before, { type: "case", row: parked(by), after: 0, entries: [] }, 0, null).state;
      return noticesOf(known, reduce(known, back, 0, null).state, back, new Set()).map((one) => one.type);
    };
    expect([told(AINO), told(BENGT)]).toEqual([["came_back"], ["waiting"]]);
  });

  test("each step of my chats is told once, however often the clock ticks", () => {
    const mine = [row("a", 1, { customer_waits_since: 0 })];
    const seconds = Array.from({ length: 90 }, (_, at) => at * 1000);
    const told = seconds.flatMap((at) => passed(mine, at, at + 1000).map((type) => [type, at + 1000]));
    expect(told).toEqual([
      ["nudge", 30_000],
      ["warning", 45_000],
      ["breach", 60_000],
    ]);
    expect(passed(mine, 1000, 50_000), "a page that slept is told how it stands").toEqual(["warning"]);
  });

  test("who could take a chat is called at three quarters, and whom it is offered to is nudged before", () => {
    const waits = { state: "waiting", held_by: null, luukku: null, customer_waits_since: 0 } as const;
    const open = row("open", 1, waits);
    const offered = row("offered", 1, { ...waits, offer: { agent_id: AINO, at: 0, until: 90_000 } });
    const watched = { mine: [], offers: [offered], takeable: [offered, open], self: { presence: "present" as const } };
    const told = (before: number, now: number) => crossings(watched, before, now).map((one) => [one.type, one.row]);
    expect(told(29_000, 30_000)).toEqual([["nudge", offered]]);
    expect(told(44_000, 45_000)).toEqual([
      ["hurry", offered],
      ["hurry", open],
    ]);
    expect(crossings({ ...watched, self: { presence: "away" } }, 44_000, 45_000)).toEqual([]);
    expect(told(59_000, 60_000), "the desk itself tells of the rest").toEqual([]);
  });

  test("a missed target is news to who looks after the desk, unless the chat is their own", () => {
    const entry: Entry = {
      seq: 4,
      at: 60_001,
      kind: "answer_target_missed",
      contact_id: "c",
      waits_since: 0,
      target_s: 60,
    };
    const { number, client_id, customer, contact } = row("b", 4);
    const happened = (case_id: string) => ({
      type: "happened" as const,
      ...{ case_id, number, client_id, customer, channel: contact.channel, at: 60_001, entry },
    });
    const told = (role: "agent" | "supervisor", case_id: string) => {
      const said = welcome([row("a", 3), row("b", 3, { held_by: BENGT })]);
      const { state } = reduce(EMPTY, { ...said, me: { ...said.me, role } }, 0, null);
      const frame = happened(case_id);
      return noticesOf(state, reduce(state, frame, 0, null).state, frame, new Set()).map((one) => one.type);
    };
    expect(told("supervisor", "b")).toEqual(["missed"]);
    expect(told("supervisor", "a")).toEqual([]);
    expect(told("agent", "b")).toEqual([]);
  });
});

test("the wait before a new try doubles up to five seconds, with chance in it", () => {
  expect(waitMs(1, 1)).toBe(500);
  expect(waitMs(1, 0)).toBe(250);
  expect(waitMs(3, 1)).toBe(2000);
  expect(waitMs(30, 1)).toBe(5_000);
});

test("an id is a UUIDv7 that sorts by its time", () => {
  const id = newId(1_700_000_000_000);
  expect(id).toMatch(/^018bcfe5-6800-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(newId(1_700_000_000_001) > id).toBe(true);
});
