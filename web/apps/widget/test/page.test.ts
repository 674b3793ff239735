// CC-11: nobody is led into a queue that nobody attends, and no words are lost when the chat opens or closes.
import type { Widget } from "@luukku/wire";
import { expect, test } from "vitest";
import { applyDone, NOTHING } from "../src/conversation";
import type { Unsent } from "../src/outbox";
import { inLanguage, isAttended, isHidden, pageOf, type Scene } from "../src/scene";
import { said, standing, started, widget } from "./examples";

const quiet = {
  talk: NOTHING,
  unsent: [] as Unsent[],
  isOpen: true,
  wasSent: false,
  isFresh: false,
  hasWords: false,
  before: "ask" as const,
};
const closed = { open: false, closed_in: [], when_closed: "message" as const, reason: "nobody_present" as const };
const begun = applyDone(NOTHING, { standing: standing(), entries: [started(1), said(2, "hei")] }).talk;
const unsent = (as: Unsent["as"]): Unsent => ({
  message_id: "m",
  as,
  contact_id: "c",
  text: "hei",
  attachments: [],
  language: "fi",
  email: null,
  visit: { start_page: null, start_title: null, referrer: null },
  at: 0,
  state: "leaving",
  why: null,
});

test("open: the visitor may ask; closed: the visitor may leave a message", () => {
  expect(pageOf(quiet)).toBe("ask");
  expect(pageOf({ ...quiet, isOpen: false })).toBe("closed");
});

test("a conversation stays in sight, whether the chat is open or not", () => {
  expect(pageOf({ ...quiet, talk: begun })).toBe("talk");
  expect(pageOf({ ...quiet, talk: begun, isOpen: false })).toBe("talk");
});

test("first words are shown at once, before the desk has answered (D5)", () => {
  expect(pageOf({ ...quiet, unsent: [unsent("start")] })).toBe("talk");
});

test("a form with words in it is not taken away when the chat opens", () => {
  expect(pageOf({ ...quiet, before: "closed", hasWords: true })).toBe("closed");
  expect(pageOf({ ...quiet, before: "closed", hasWords: false })).toBe("ask");
});

test("a message that is being left stays in its form until it has arrived", () => {
  expect(pageOf({ ...quiet, isOpen: false, unsent: [unsent("leave")] })).toBe("closed");
  expect(pageOf({ ...quiet, talk: begun, isOpen: false, wasSent: true })).toBe("sent");
});

test("a conversation that is over for good makes room for a new one", () => {
  expect(pageOf({ ...quiet, talk: begun, isFresh: true })).toBe("ask");
});

test("a queue that is full, or answers that come too late, take nobody's place away", () => {
  const told = (reason: NonNullable<Widget["availability"]["reason"]>) =>
    isAttended({ talk: begun, widget: { ...widget(), availability: { ...closed, reason } } });
  expect(isAttended({ talk: begun, widget: widget() })).toBe(true);
  expect(told("queue_full")).toBe(true);
  expect(told("target_not_kept")).toBe(true);
  const others = ["nobody_present", "no_speaker", "hours", "by_hand", "not_live"] as const;
  expect(others.map(told)).toEqual([false, false, false, false, false]);
});

test("who waits for a language is told when nobody is left who speaks it, whatever they read (SM-05)", () => {
  const queued = (attended: boolean) => ({ ...begun, queue: { place: 1, estimate_s: null, attended } });
  const noSwedish = {
    ...widget().availability,
    closed_in: [{ language: "sv" as const, reason: "no_speaker" as const }],
  };
  const read = (language: "fi" | "sv") => inLanguage({ ...widget(), availability: noSwedish }, language);
  expect(read("sv").availability).toMatchObject({ open: false, reason: "no_speaker" });
  expect(read("fi").availability.open).toBe(true);
  for (const language of ["fi", "sv"] as const) {
    expect(isAttended({ talk: queued(false), widget: read(language) })).toBe(false);
    expect(isAttended({ talk: queued(true), widget: read(language) })).toBe(true);
  }
});

test("a chat that its client hides while it is closed goes from the website, but not from who is in the middle of one", () => {
  const hides = (open: boolean) => ({
    ...widget(),
    availability: { open, closed_in: [], when_closed: "hidden" as const },
  });
  const seen = (change: Partial<Pick<Scene, "talk" | "unsent" | "widget" | "nobodyKnows">>) =>
    !isHidden({ talk: NOTHING, unsent: [], widget: hides(false), nobodyKnows: null, ...change }, false);
  expect(seen({})).toBe(false);
  expect(seen({ widget: hides(true) })).toBe(true);
  expect(seen({ widget: hides(true), nobodyKnows: "Kukaan ei tunne tätä asiaa" })).toBe(false);
  expect(seen({ widget: { ...widget(), availability: closed } })).toBe(true);
  expect(seen({ talk: begun })).toBe(true);
  expect(seen({ unsent: [unsent("leave")] })).toBe(true);
});
