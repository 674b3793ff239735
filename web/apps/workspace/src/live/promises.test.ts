import { expect, test } from "vitest";
import { NEAR_MS, parkedBy, promiseFace, promiseThatCounts, reached } from "./promises.ts";
import { AINO, BENGT, row } from "./samples.ts";

const MINUTE = 60_000;
const parked = (id: string, until: number, by = AINO) =>
  row(id, 1, { state: "parked", luukku: null, held_by: by }, { promise: { by, until, is_broken: false } });

test("my parked chats are listed by their time, and nobody else's", () => {
  const rows = [parked("late", 90 * MINUTE), parked("soon", 30 * MINUTE), parked("theirs", 1, BENGT), row("held", 1)];
  expect(parkedBy(rows, AINO).map((one) => one.case_id)).toEqual(["soon", "late"]);
});

test("the time of a promise is calm, near and over", () => {
  const promise = { by: AINO, until: 60 * MINUTE, is_broken: false };
  expect(promiseFace(promise, 0)).toEqual({ form: "calm", ms: 60 * MINUTE, share: 0 });
  expect(promiseFace(promise, 50 * MINUTE).form).toBe("warn");
  expect(promiseFace(promise, 63 * MINUTE)).toEqual({ form: "over", ms: 3 * MINUTE, share: 1 });
});

test("in a call and for whom somebody comes back to, the promise counts and no answer clock", () => {
  const promise = { by: null, until: 60 * MINUTE, is_broken: false };
  const of = (contact: Parameters<typeof row>[2]) => promiseThatCounts(row("a", 1, contact, { promise }));
  expect(of({ channel: "call_back", state: "taken" })).toBe(promise);
  expect(of({ state: "parked" })).toBe(promise);
  expect(of({ channel: "call_back", state: "ended" })).toBeNull();
  expect(of({ state: "taken" }), "a chat that goes on beside a promise").toBeNull();
});

test("who promised is called once ten minutes before and once at the time", () => {
  const rows = [parked("a", 60 * MINUTE), parked("b", 60 * MINUTE, BENGT)];
  const called = (ahead: number, before: number, now: number) =>
    reached(rows, AINO, ahead, before, now).map((one) => one.case_id);
  expect(called(NEAR_MS, 50 * MINUTE - 1, 50 * MINUTE)).toEqual(["a"]);
  expect(called(NEAR_MS, 50 * MINUTE, 50 * MINUTE + 1)).toEqual([]);
  expect(called(0, 59 * MINUTE, 61 * MINUTE), "a page that slept is told").toEqual(["a"]);
});
