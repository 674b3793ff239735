import english from "virtual:texts/desk/en";
import finnish from "virtual:texts/desk/fi";
import { createTexts } from "@luukku/texts";
import { expect, test } from "vitest";
import { callTime, choices, wallClock } from "./promise-time.ts";

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

test("by when or between which times a call is promised is told as people say it", () => {
  const now = at("2026-11-27T12:00:00Z");
  const told = (from: string | null, until: string) => {
    const promise = { by: null, from: from === null ? null : at(from), until: at(until), is_broken: false };
    const [en, fi] = [createTexts(english, "en"), createTexts(finnish, "fi")];
    return [callTime(promise, now, HELSINKI, "en", en), callTime(promise, now, HELSINKI, "fi", fi)];
  };
  expect(told(null, "2026-11-27T14:30:00Z")).toEqual(["by 16:30", "viimeistään kello 16.30"]);
  expect(told(null, "2026-12-01T07:30:00Z")).toEqual(["by Tue 1 Dec at 9:30", "viimeistään ti 1.12. kello 9.30"]);
  expect(told("2026-12-01T07:00:00Z", "2026-12-01T07:30:00Z")[0]).toBe("Tue 1 Dec at 9:00–9:30");
});
