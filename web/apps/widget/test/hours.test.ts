// CC-12: hours, today's exceptions and the next opening, in the client's own time zone.
import { expect, test } from "vitest";
import { elapsed } from "../src/elapsed";
import { dayIn, daysBetween, today } from "../src/hours";
import { estimateOf } from "../src/wait";
import { dayOf, weekLines } from "../src/week";
import { widget } from "./examples";

const office = { from_minute: 540, to_minute: 960 };

test("the wall clock of the client counts, not that of the visitor", () => {
  const at = Date.UTC(2026, 5, 30, 21, 30);
  expect(dayIn("Europe/Helsinki", at)).toEqual({ year: 2026, month: 7, day: 1, weekday: 3, minute: 30 });
  expect(dayIn("UTC", at)).toMatchObject({ month: 6, day: 30, weekday: 2 });
});

test("days are counted by midnights, also over the change to winter time", () => {
  const before = dayIn("Europe/Helsinki", Date.UTC(2026, 9, 24, 21, 30));
  const after = dayIn("Europe/Helsinki", Date.UTC(2026, 9, 26, 7, 0));
  expect(daysBetween(before, after)).toBe(1);
});

test("equal days stand together", () => {
  const lines = weekLines([[office], [office], [office], [office], [{ from_minute: 540, to_minute: 900 }], [], []]);
  expect(lines.map(({ from, to }) => [from, to])).toEqual([
    [1, 4],
    [5, 5],
    [6, 7],
  ]);
});

test("an exception replaces the hours of its day", () => {
  const day = { date: "2026-12-06", slots: [], name: null, holiday: "independence_day" as const };
  const closed = { ...widget(), exceptions: [day], week: Array(7).fill([office]) };
  expect(today(closed, Date.UTC(2026, 11, 6, 10)).exception).toEqual(day);
  expect(today(closed, Date.UTC(2026, 11, 6, 10)).slots).toEqual([]);
  expect(today(closed, Date.UTC(2026, 11, 7, 10)).slots).toEqual([office]);
  expect(dayOf("2026-12-06").weekday).toBe(7);
});

test("an estimate is never more exact than it is true, and without data there is none", () => {
  expect(estimateOf(null)).toBeNull();
  expect(estimateOf(59)).toEqual({ kind: "under_minute" });
  expect(estimateOf(90)).toEqual({ kind: "range", from: 1, to: 2 });
  expect(estimateOf(120)).toEqual({ kind: "range", from: 2, to: 3 });
  expect(estimateOf(12 * 60)).toEqual({ kind: "about", minutes: 15 });
  expect(estimateOf(3600)).toEqual({ kind: "over_hour" });
});

test("no estimate stands beside a wait that it did not foresee", () => {
  expect(estimateOf(30, 89)).toEqual({ kind: "under_minute" });
  expect(estimateOf(30, 90)).toBeNull();
  expect(estimateOf(200, 250)).toEqual({ kind: "range", from: 3, to: 4 });
});

test("waiting is shown as minutes and seconds", () => {
  expect(elapsed(0, 31_999)).toEqual({ hours: 0, minutes: 0, seconds: "31" });
  expect(elapsed(0, 11_400_000)).toEqual({ hours: 3, minutes: 10, seconds: "00" });
  expect(elapsed(5000, 0).seconds).toBe("00");
});
