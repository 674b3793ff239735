import { expect, test } from "vitest";
import type { LaunchPointView } from "../wire.ts";
import { dayAt, stillOpen, yearAfter } from "./points.ts";

function point(is_mandatory: boolean, isDone: boolean): LaunchPointView {
  return {
    point: "hours",
    is_mandatory,
    is_confirmed: false,
    lacks: isDone ? [] : [{ lack: "hours" }],
  };
}

test("only mandatory points that lack something keep a chat shut", () => {
  expect(stillOpen([point(true, true), point(false, false)])).toEqual([]);
  expect(stillOpen([point(true, false)])).toHaveLength(1);
});

test("a year after a leap day is the last day of February", () => {
  expect(yearAfter("2028-02-29")).toBe("2029-02-28");
  expect(yearAfter("2026-11-28")).toBe("2027-11-28");
});

test("the day is that of the client, wherever the reader is", () => {
  const at = Date.UTC(2026, 10, 27, 23, 30);
  expect(dayAt(at, "Europe/Helsinki")).toBe("2026-11-28");
  expect(dayAt(at, "UTC")).toBe("2026-11-27");
});
