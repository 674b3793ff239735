// D3, D4, D5: one order, no silent hole, one's own words once.
import { expect, test } from "vitest";
import { applyDone, applyFrame, hasMessage, NOTHING, type Talk, TYPING_MS, typist, unread } from "../src/conversation";
import type { CustomerFrame } from "../src/shapes";
import { conversation, said, standing, started, widget } from "./examples";

const welcome = (entries: Parameters<typeof conversation>[0], epoch = "e1", caseNumber = 4821): CustomerFrame => ({
  type: "welcome",
  epoch,
  widget: widget(),
  conversation: { ...conversation(entries, caseNumber), epoch },
  queue: { place: 2, estimate_s: 90, attended: true },
});

const begun: Talk = applyFrame(NOTHING, welcome([started(1), said(2, "hei")]), 0).talk;
const seqs = (talk: Talk) => talk.entries.map((entry) => entry.seq);

test("the whole conversation comes with the welcome", () => {
  expect(seqs(begun)).toEqual([1, 2]);
  expect(begun).toMatchObject({ epoch: "e1", seq: 2, caseNumber: 4821, queue: { place: 2 } });
});

test("what is here already is ignored, what follows is appended", () => {
  const frame: CustomerFrame = {
    type: "entries",
    after: 0,
    entries: [started(1), said(2, "hei"), said(3, "vastaus", "agent")],
    standing: standing("taken"),
  };
  const once = applyFrame(begun, frame, 0);
  expect(once.hole).toBe(false);
  expect(seqs(once.talk)).toEqual([1, 2, 3]);
  expect(seqs(applyFrame(once.talk, frame, 0).talk)).toEqual([1, 2, 3]);
});

test("a hole asks for a resume and changes nothing", () => {
  const ahead = applyFrame(begun, { type: "entries", after: 4, entries: [said(5, "x")], standing: standing() }, 0);
  expect(ahead.hole).toBe(true);
  expect(ahead.talk).toBe(begun);
  const torn = applyFrame(
    begun,
    { type: "entries", after: 2, entries: [said(3, "x"), said(5, "y")], standing: standing() },
    0,
  );
  expect(torn.hole).toBe(true);
});

test("an answer by HTTP and a push of the same message are one message, in either order", () => {
  const done = { standing: standing(), entries: [said(3, "lisää")] };
  const push: CustomerFrame = { type: "entries", after: 2, entries: [said(3, "lisää")], standing: standing() };
  const answered = applyFrame(applyDone(begun, done).talk, push, 0).talk;
  const pushed = applyDone(applyFrame(begun, push, 0).talk, done).talk;
  expect(seqs(answered)).toEqual([1, 2, 3]);
  expect(seqs(pushed)).toEqual([1, 2, 3]);
  expect(hasMessage(answered, "lisää")).toBe(true);
});

test("an old answer does not undo what the socket has brought meanwhile", () => {
  const taken = applyFrame(
    begun,
    { type: "entries", after: 2, entries: [said(3, "lisää"), said(4, "moi", "agent")], standing: standing("taken") },
    0,
  ).talk;
  const late = applyDone(taken, { standing: standing("waiting"), entries: [said(3, "lisää")] });
  expect(late.talk.standing?.state).toBe("taken");
});

test("after a resume only what was missing comes", () => {
  const frame = welcome([said(3, "uusi", "agent")]);
  expect(seqs(applyFrame(begun, frame, 0).talk)).toEqual([1, 2, 3]);
});

test("another epoch forgets everything and asks from the beginning", () => {
  const restored = applyFrame(begun, welcome([said(3, "uusi")], "e2"), 0);
  expect(restored.hole).toBe(true);
  expect(restored.talk).toMatchObject({ epoch: "e2", seq: 0, entries: [] });
  const whole = applyFrame(begun, welcome([started(1), said(2, "toinen")], "e2"), 0);
  expect(whole.hole).toBe(false);
  expect(hasMessage(whole.talk, "hei")).toBe(false);
});

test("a new case begins on an empty page", () => {
  const next = applyDone(begun, { standing: standing(), entries: [started(1, 4900), said(2, "uusi asia")] });
  expect(next.talk).toMatchObject({ caseNumber: 4900, seq: 2 });
  expect(hasMessage(next.talk, "hei")).toBe(false);
});

test("resync loads everything anew", () => {
  expect(applyFrame(begun, { type: "resync" }, 0)).toEqual({ talk: NOTHING, hole: true });
});

test("nothing of the queue or of typing stays when it is over", () => {
  const typing = applyFrame(
    { ...begun, standing: standing("taken") },
    { type: "typing", first_name: "Aino", active: true },
    1000,
  ).talk;
  expect(typist(typing, 1000 + TYPING_MS - 1)).toBe("Aino");
  expect(typist(typing, 1000 + TYPING_MS)).toBeNull();
  const answered = applyFrame(
    typing,
    { type: "entries", after: 2, entries: [said(3, "moi", "agent")], standing: standing("taken") },
    2000,
  ).talk;
  expect(typist(answered, 2000)).toBeNull();
  expect(answered.queue).toBeNull();
});

test("only messages of people are unread", () => {
  const talk = applyFrame(
    begun,
    {
      type: "entries",
      after: 2,
      entries: [said(3, "auto", "automatic"), said(4, "moi", "agent"), said(5, "vielä", "agent")],
      standing: standing("taken"),
    },
    0,
  ).talk;
  expect(unread(talk)).toEqual({ count: 2, firstName: "Aino" });
  expect(unread({ ...talk, readSeq: 4 }).count).toBe(1);
});
