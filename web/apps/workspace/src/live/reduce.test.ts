import type { AgentFrame, CaseRow, CaseView, Entry } from "@luukku/wire";
import { describe, expect, test } from "vitest";
import { append, behind, done, forget, loaded, older } from "./case-news.ts";
import { add, colleagueAnswered, due, newestLeaving, settle, type Unsent } from "./outbox.ts";
import { forgetTyping, reduce } from "./reduce.ts";
import { AINO, BENGT, row, said, welcome } from "./samples.ts";
import { type DeskState, EMPTY } from "./state.ts";

function view(id: string, entries: Entry[], more: Partial<CaseView> = {}): CaseView {
  return {
    epoch: "first",
    row: row(id, entries.at(-1)?.seq ?? 0),
    entries,
    has_older: false,
    customer_read_seq: 0,
    desk_read_seq: 0,
    contacts: [],
    earlier: [],
    known: [],
    visit_pages: [],
    side: [],
    ...more,
  };
}

function news(id: string, after: number, entries: Entry[], more: Partial<CaseRow> = {}): AgentFrame {
  return { type: "case", row: row(id, entries.at(-1)?.seq ?? after, {}, more), after, entries };
}

/** A desk that shows case "a" with entries 1–3. */
function shown(): DeskState {
  return loaded(reduce(EMPTY, welcome([row("a", 3)]), 0, null).state, view("a", [said(1), said(2), said(3)]));
}

const seqs = (state: DeskState) => state.held.get("a")?.entries.map((one) => one.seq);

test("whoever is kept out is so in all their cases, and nobody else is", () => {
  const other = { customer_id: "olli", name: "Olli", visitor_number: 213, verified: false, typed: false };
  const before = reduce(
    EMPTY,
    welcome([row("a", 3), row("b", 1), row("c", 1, {}, { customer: other })]),
    0,
    null,
  ).state;
  const blocked = (state: DeskState) => [...state.cases.values()].map((one) => one.blocked_until ?? null);
  const out = reduce(before, { type: "blocked", customer_id: "kaisa", until: 60 }, 0, null).state;
  expect(blocked(out)).toEqual([60, 60, null]);
  const lifted = reduce(out, { type: "blocked", customer_id: "kaisa", until: null }, 0, null).state;
  expect(blocked(lifted)).toEqual([null, null, null]);
});

describe("entries of an open case", () => {
  test("what follows is appended", () => {
    const { state, asks } = reduce(shown(), news("a", 3, [said(4), said(5)]), 0, "a");
    expect(seqs(state)).toEqual([1, 2, 3, 4, 5]);
    expect(asks).toEqual([]);
  });

  test("what came twice is there once", () => {
    const once = reduce(shown(), news("a", 3, [said(4)]), 0, "a").state;
    expect(seqs(reduce(once, news("a", 2, [said(3), said(4)]), 0, "a").state)).toEqual([1, 2, 3, 4]);
  });

  test("the order inside a frame does not matter", () => {
    expect(seqs(reduce(shown(), news("a", 3, [said(5), said(4)]), 0, "a").state)).toEqual([1, 2, 3, 4, 5]);
  });

  test("a hole is never shown: the missing ones are asked for from where we are", () => {
    const { state, asks } = reduce(shown(), news("a", 5, [said(6)]), 0, "a");
    expect(seqs(state)).toEqual([1, 2, 3]);
    expect(asks).toEqual([{ ask: "entries", caseId: "a", seq: 3 }]);
    const filled = reduce(state, news("a", 3, [said(4), said(5), said(6)]), 0, "a");
    expect(seqs(filled.state)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(filled.asks).toEqual([]);
  });

  test("beside it, those are behind that were never loaded or whose row is ahead of their entries", () => {
    expect(behind(shown(), ["a"])).toEqual([]);
    expect(behind(shown(), ["a", "b"])).toEqual(["b"]);
    const ahead = reduce(shown(), news("a", 4, []), 0, null).state;
    expect(behind(ahead, ["a"])).toEqual(["a"]);
  });

  test("a row that is ahead of its entries is a hole too", () => {
    const ahead: AgentFrame = { type: "case", row: row("a", 5), after: 5, entries: [] };
    expect(reduce(shown(), ahead, 0, "a").asks).toEqual([{ ask: "entries", caseId: "a", seq: 3 }]);
    // A case that is not on the screen can wait until it is opened.
    expect(reduce(shown(), ahead, 0, "b").asks).toEqual([]);
  });

  test("the contacts of the case follow without asking", () => {
    const again: Entry = {
      seq: 4,
      at: 4000,
      kind: "contact_started",
      contact_id: "n",
      channel: "chat",
      language: "fi",
    };
    const answer = said(10, { seq: 5, by: "agent", agent_id: AINO, contact_id: "n", at: 26_000 });
    const ended: Entry = { seq: 6, at: 30_000, kind: "contact_ended", contact_id: "n", by: "customer" };
    const { state } = reduce(shown(), news("a", 3, [again, answer, ended]), 0, "a");
    expect(state.held.get("a")?.contacts).toEqual([
      { contact_id: "n", channel: "chat", started_at: 4000, answered_in_s: 22, ended_at: 30_000 },
    ]);
  });

  test("older ones come in front, once", () => {
    const state = loaded(reduce(EMPTY, welcome([]), 0, null).state, view("a", [said(3), said(4)], { has_older: true }));
    const page = { epoch: "first", entries: [said(1), said(2), said(3)], more: false };
    expect(seqs(older(state, "a", page))).toEqual([1, 2, 3, 4]);
  });
});

describe("rows", () => {
  test("a newer seq wins, whatever comes last", () => {
    const now = reduce(shown(), news("a", 3, [said(4)], { state: "solved" }), 0, null).state;
    const late = reduce(now, { type: "case", row: row("a", 3), after: 3, entries: [] }, 0, null).state;
    expect(late.cases.get("a")?.state).toBe("solved");
  });

  test("at the same seq the later news wins, because unread counts are not entries", () => {
    const frame: AgentFrame = { type: "case", row: row("a", 3, {}, { unread: 2 }), after: 3, entries: [] };
    expect(reduce(shown(), frame, 0, null).state.cases.get("a")?.unread).toBe(2);
  });

  test("a row that nothing happened to stays the same object", () => {
    const state = reduce(EMPTY, welcome([row("a", 1), row("b", 1)]), 0, null).state;
    const next = reduce(state, news("a", 1, [said(2)]), 0, null).state;
    expect(next.cases.get("b")).toBe(state.cases.get("b"));
  });
});

describe("coming back", () => {
  test("snapshot and frames give what a newer snapshot gives", () => {
    const all = [said(1), said(2), said(3), said(4), said(5)];
    const newest = loaded(reduce(EMPTY, welcome([row("a", 5)]), 0, null).state, view("a", all));
    // The same news with duplicates, out of order, and with a hole that is filled on demand.
    const frames = [news("a", 4, [said(5)]), news("a", 3, [said(4)]), news("a", 3, [said(4), said(5)])];
    let state = shown();
    for (const frame of frames) state = reduce(state, frame, 0, "a").state;
    expect(seqs(state)).toEqual(seqs(newest));
    expect(state.cases).toEqual(newest.cases);
  });

  test("a welcome of the same epoch keeps what is held and forgets what is over", () => {
    const before = reduce(shown(), { type: "case", row: row("b", 1), after: 0, entries: [] }, 0, "a").state;
    expect(before.cases.has("b")).toBe(true);
    const { state, asks } = reduce(before, welcome([]), 0, "a");
    expect(seqs(state)).toEqual([1, 2, 3]);
    expect(state.cases.has("b")).toBe(false);
    expect(asks).toEqual([]);
  });

  test("another epoch is another history: the shown case is loaded anew", () => {
    const { state, asks } = reduce(shown(), welcome([row("a", 1)], "second"), 0, "a");
    expect(state.held.size).toBe(0);
    expect(asks).toEqual([{ ask: "case", caseId: "a" }]);
  });

  test("a resync of one case loads that one, a resync of all greets again", () => {
    const one = reduce(shown(), { type: "resync", case_id: "a" }, 0, "a");
    expect(one.state.held.has("a")).toBe(false);
    expect(one.asks).toEqual([{ ask: "case", caseId: "a" }]);
    const all = reduce(shown(), { type: "resync" }, 0, "a");
    expect(all.state.epoch).toBeNull();
    expect(all.asks).toEqual([{ ask: "everything" }]);
  });

  test("cases that were only looked at are let go, oldest first; mine stay", () => {
    let state = reduce(EMPTY, welcome([]), 0, null).state;
    for (const id of ["a", "b", "c", "d"]) state = loaded(state, view(id, [said(1)]));
    expect([...forget(state, new Set(["a"]), 2).held.keys()]).toEqual(["a", "c", "d"]);
    expect(forget(state, new Set(["a"]), 3)).toBe(state);
  });

  test("entries that were pushed while the case was loading are not lost", () => {
    const pushed = reduce(shown(), news("a", 3, [said(4)]), 0, "a").state;
    expect(seqs(loaded(pushed, view("a", [said(1), said(2), said(3)])))).toEqual([1, 2, 3, 4]);
  });
});

describe("read marks, typing, drafts", () => {
  test("read marks only move forwards", () => {
    const mark = { type: "read", case_id: "a", unread: 0 } as const;
    const far = reduce(shown(), { ...mark, customer_read_seq: 3, desk_read_seq: 2 }, 0, "a").state;
    const late = reduce(far, { ...mark, customer_read_seq: 1, desk_read_seq: 3 }, 0, "a").state;
    expect(late.held.get("a")).toMatchObject({ customerReadSeq: 3, deskReadSeq: 3 });
  });

  test("typing is forgotten after six seconds without news, and at once when the words come", () => {
    const frame: AgentFrame = { type: "typing", case_id: "a", is_note: false, active: true };
    const typing = reduce(shown(), frame, 1000, "a").state;
    expect(typing.typing).toHaveLength(1);
    expect(forgetTyping(typing, 6999).typing).toHaveLength(1);
    expect(forgetTyping(typing, 7000).typing).toHaveLength(0);
    expect(reduce(typing, news("a", 3, [said(4)]), 2000, "a").state.typing).toHaveLength(0);
  });

  test("a colleague who types is not silenced by the customer's words", () => {
    const frame: AgentFrame = { type: "typing", case_id: "a", agent_id: BENGT, is_note: true, active: true };
    const typing = reduce(shown(), frame, 1000, "a").state;
    expect(reduce(typing, news("a", 3, [said(4)]), 2000, "a").state.typing).toHaveLength(1);
  });

  test("a draft from another screen of mine comes and goes", () => {
    const draft = { case_id: "a", text: "Hei", note: "", at: 1, attachments: [] };
    const with_one = reduce(shown(), { type: "draft", case_id: "a", draft }, 0, "a").state;
    expect(with_one.drafts.get("a")).toEqual(draft);
    expect(reduce(with_one, { type: "draft", case_id: "a" }, 0, "a").state.drafts.size).toBe(0);
  });
});

describe("words on their way", () => {
  const unsent = (id: string, more: Partial<Unsent> = {}): Unsent => ({
    id,
    caseId: "a",
    isNote: false,
    text: id,
    attachments: [],
    solve: false,
    seenSeq: 3,
    where: "leaving",
    leavesAt: 5000,
    why: null,
    code: null,
    ...more,
  });

  test("D5: the stored message replaces the one on its way, whichever news is first", () => {
    const outbox = add([], unsent("message-4"), 0);
    expect(settle(outbox, [said(4)])).toEqual([]);
    const answered = done(shown(), { row: row("a", 4), entries: [said(4)] }, "a").state;
    expect(seqs(reduce(answered, news("a", 3, [said(4)]), 0, "a").state)).toEqual([1, 2, 3, 4]);
  });

  test("a reply waits five seconds and can be taken back until then", () => {
    const outbox = add([], unsent("x"), 0);
    expect(due(outbox, 4999)).toEqual([]);
    expect(due(outbox, 5000)).toHaveLength(1);
    expect(newestLeaving(outbox, "a", 4999)).toMatchObject({ id: "x" });
    expect(newestLeaving(outbox, "a", 5000)).toBeNull();
  });

  test("going on writing sends the one before, and the desk gets them in order", () => {
    const outbox = add(add([], unsent("first"), 0), unsent("second", { leavesAt: 9000 }), 50);
    expect(due(outbox, 100).map((one) => one.id)).toEqual(["first"]);
    // While the first is on its way, the second waits even after its time.
    const sending = outbox.map((one) => (one.id === "first" ? { ...one, where: "sending" as const } : one));
    expect(due(sending, 10_000)).toEqual([]);
  });

  test("a refused one holds nobody up and leaves nothing by itself", () => {
    const outbox = [unsent("no", { where: "refused" }), unsent("next", { leavesAt: 0 })];
    expect(due(outbox, 1).map((one) => one.id)).toEqual(["next"]);
  });

  test("only a colleague's public answer after what was seen is a collision", () => {
    const entries = [
      said(4, { by: "agent", agent_id: AINO }),
      said(5, { by: "automatic" }),
      said(6, { by: "agent", agent_id: BENGT }),
    ];
    expect(colleagueAnswered(entries, 3, AINO)?.seq).toBe(6);
    expect(colleagueAnswered(entries, 6, AINO)).toBeUndefined();
  });
});

test("appending to nothing accepts a history that begins later", () => {
  expect(append([], [said(41), said(42)])).toMatchObject({ hole: false });
});

test("a prepared reply that was changed is there as it is now, and one that is gone is not", () => {
  const reply = (text: string) => ({
    prepared_reply_id: "hei",
    language: "fi" as const,
    name: "hei",
    text: { parts: [{ kind: "words" as const, text }] },
    kind: "reply" as const,
  });
  const before = reduce(EMPTY, { ...welcome([]), prepared: [reply("Hei!")] }, 0, null).state;
  expect(before.prepared.get("hei")).toEqual(reply("Hei!"));
  const changed: AgentFrame = { type: "prepared_reply", prepared_reply_id: "hei", reply: reply("Moi!") };
  const after = reduce(before, changed, 0, null).state;
  expect(after.prepared.get("hei")).toEqual(reply("Moi!"));
  const gone: AgentFrame = { type: "prepared_reply", prepared_reply_id: "hei", reply: null };
  expect(reduce(after, gone, 0, null).state.prepared.size).toBe(0);
});

describe("whether a customer is still there", () => {
  const here = { customer_id: "kaisa", since: 1000 };

  test("the newer news replaces the older, and a welcome says it all anew", () => {
    const there = reduce(EMPTY, { ...welcome([row("a", 1)]), on_page: [here] }, 0, null).state;
    expect(there.onPage.get("kaisa")).toMatchObject({ since: 1000 });
    const left = reduce(there, { type: "on_page", customer_id: "kaisa", left_at: 2000 }, 0, null).state;
    expect(left.onPage.get("kaisa")).not.toHaveProperty("since");
    expect(reduce(left, welcome([row("a", 1)]), 0, null).state.onPage.size).toBe(0);
  });

  test("is forgotten when their contact is over", () => {
    const there = reduce(EMPTY, { ...welcome([row("a", 1)]), on_page: [here] }, 0, null).state;
    const over: AgentFrame = { type: "case", row: row("a", 2, { state: "ended" }), after: 1, entries: [] };
    expect(reduce(there, over, 0, null).state.onPage.size).toBe(0);
  });
});
