// CC-11, NV-08: a visitor hears before they write that nobody who is there knows their matter, and the desk is not asked in vain.
import { afterEach, expect, test, vi } from "vitest";
import type { Answer } from "../src/api";
import type { Acts } from "../src/scene";
import type { Opening, Visit } from "../src/shapes";

afterEach(() => vi.useRealTimers());

const NOBODY = "Tämän aiheen osaaja ei ole juuri nyt paikalla";

/** A visitor whose desk answers so, in order. */
async function visitor(...answers: Answer<Opening>[]) {
  vi.useFakeTimers();
  vi.resetModules();
  const { whyNot } = await import("../src/opening");
  const asked: string[] = [];
  let drawn = 0;
  const visit: Visit = { start_page: "https://yliopisto.example/palkka", start_title: null, referrer: null };
  const ask = (_: string, path: string) => {
    asked.push(path);
    return Promise.resolve(answers.shift());
  };
  const acts = { visit, api: { headers: () => ({}), ask }, changed: () => (drawn += 1) } as unknown as Acts;
  return { asked, visit, why: (mark: string) => whyNot(acts, "fi", mark), drawn: () => drawn };
}

const no: Answer<Opening> = { ok: true, body: { open: false, why: NOBODY } };
const yes: Answer<Opening> = { ok: true, body: { open: true, why: null } };
const lost: Answer<Opening> = { ok: false, status: 0, code: "unreachable", sentence: null, retryAfterS: null };

test("the desk is asked once, at once, and what it says is drawn", async () => {
  const { why, asked, drawn } = await visitor(no);
  expect([why("a"), why("a")]).toEqual([undefined, undefined]);
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual(["/opening?page=https%3A%2F%2Fyliopisto.example%2Fpalkka"]);
  expect([why("a"), drawn()]).toEqual([NOBODY, 1]);
});

test("another page or matter is asked about at once; a change at the desk within two seconds, as thousands hear of it", async () => {
  const { why, visit, asked } = await visitor(no, yes, no);
  why("a");
  await vi.advanceTimersByTimeAsync(0);
  visit.category_id = "pay";
  expect(why("a")).toBe(NOBODY);
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.at(-1)).toMatch(/category_id=pay$/);
  expect(why("a")).toBe(null);
  vi.spyOn(Math, "random").mockReturnValueOnce(0.99);
  expect(why("b")).toBe(null);
  await vi.advanceTimersByTimeAsync(1900);
  expect(asked.length).toBe(2);
  await vi.advanceTimersByTimeAsync(100);
  expect(why("b")).toBe(NOBODY);
});

test("an answer to what has changed meanwhile is not believed, and a lost question is asked again", async () => {
  const { why, visit, asked } = await visitor(lost, no, yes);
  why("a");
  await vi.advanceTimersByTimeAsync(0);
  expect(why("a")).toBe(undefined);
  await vi.advanceTimersByTimeAsync(15_000);
  expect([asked.length, why("a")]).toEqual([2, NOBODY]);
  visit.start_page = "https://yliopisto.example/";
  why("a");
  visit.start_page = "https://yliopisto.example/palkka";
  why("a");
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.length).toBe(3);
});
