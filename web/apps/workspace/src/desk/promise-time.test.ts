import english from "virtual:texts/desk/en";
import finnish from "virtual:texts/desk/fi";
import { createTexts } from "@luukku/texts";
import { expect, test } from "vitest";
import { callTime, choiceName, choices, wallClock } from "./promise-time.ts";

const HELSINKI = { time_zone: "Europe/Helsinki" };
const at = (iso: string) => Date.parse(iso);

test("the clock of the client is meant, wherever the agent is", () => {
  expect(wallClock(at("2026-11-28T12:05:00Z"), "Europe/Helsinki")).toBe("2026-11-28T14:05");
});

/** A Friday on which it is open until four. */
const FRIDAY = { come_back_today_at: at("2026-11-27T13:00:00Z"), come_back_next_day_at: at("2026-11-30T07:00:00Z") };

test("the client's own times are offered as its clock shows them, the afternoon while it is ahead", () => {
  const offered = (iso: string) => choices(at(iso), HELSINKI, FRIDAY).map((one) => [one.id, one.when.at]);
  expect(offered("2026-11-27T09:00:00Z")).toContainEqual(["today", "2026-11-27T15:00"]);
  expect(offered("2026-11-27T09:00:00Z")).toContainEqual(["next_day", "2026-11-30T09:00"]);
  expect(offered("2026-11-27T12:55:00Z").map(([id]) => id)).not.toContain("today");
  const closed = choices(at("2026-11-27T09:00:00Z"), HELSINKI, {
    come_back_today_at: null,
    come_back_next_day_at: null,
  });
  expect(closed.map((one) => one.id)).toEqual(["half", "hour", "other"]);
});

test("a time is named by its day: today, tomorrow, or the day of the week with its date", () => {
  const fi = createTexts(finnish, "fi");
  const named = (iso: string) =>
    choices(at(iso), HELSINKI, FRIDAY).map((one) => choiceName(one, at(iso), HELSINKI, "fi", fi));
  expect(named("2026-11-27T09:00:00Z")).toEqual([
    "30 minuutin kuluttua",
    "Tunnin kuluttua",
    "Tänään kello 15.00",
    "ma 30.11. kello 9.00",
    "Muu aika",
  ]);
  expect(named("2026-11-29T12:00:00Z")).toContain("Huomenna kello 9.00");
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
