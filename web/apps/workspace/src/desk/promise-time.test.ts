import { expect, test } from "vitest";
import { choices, wallClock } from "./promise-time.ts";

const HELSINKI = { time_zone: "Europe/Helsinki" };
const at = (iso: string) => Date.parse(iso);

test("the clock of the client is meant, wherever the agent is", () => {
  expect(wallClock(at("2026-11-28T12:05:00Z"), "Europe/Helsinki")).toBe("2026-11-28T14:05");
});

test("the afternoon is offered while it is ahead, and the next morning by the calendar", () => {
  const shown = (iso: string) => choices(at(iso), HELSINKI).map((one) => [one.id, one.when.at]);
  expect(shown("2026-11-28T09:00:00Z")).toContainEqual(["today", "2026-11-28T15:00"]);
  expect(shown("2026-11-28T12:55:00Z").map(([id]) => id)).not.toContain("today");
  expect(shown("2026-10-24T21:30:00Z")).toContainEqual(["tomorrow", "2026-10-26T09:00"]);
});
