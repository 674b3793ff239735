// What visitors read about opening and places, in their language (CC-12).
import closedEn from "virtual:texts/closed/en";
import closedFi from "virtual:texts/closed/fi";
import closedSv from "virtual:texts/closed/sv";
import en from "virtual:texts/widget/en";
import fi from "virtual:texts/widget/fi";
import sv from "virtual:texts/widget/sv";
import { createTexts } from "@luukku/texts";
import { expect, test } from "vitest";
import type { ClosedScene } from "../src/closed";
import { specialName, specialToday } from "../src/days";
import { askedDesk, cutOffWords, hoursToday, nextOpening, nextOpeningShort, whyClosed } from "../src/format";
import type { Language, SpecialDay } from "../src/shapes";
import { widget } from "./examples";

const texts = { fi, sv, en };
const ofClosed = { fi: closedFi, sv: closedSv, en: closedEn };
// Monday 23.11.2026, 10.00 in Helsinki.
const now = Date.UTC(2026, 10, 23, 8);

function scene(language: Language, opens: number | null) {
  const given = {
    ...widget(),
    availability: {
      open: false,
      closed_in: [],
      when_closed: "message" as const,
      reason: "hours" as const,
      next_opening_at: opens,
    },
  };
  const part: Pick<ClosedScene, "t" | "say" | "language" | "now" | "widget" | "nobodyKnows"> = {
    t: createTexts(texts[language], language),
    say: createTexts(ofClosed[language], language),
    nobodyKnows: null,
    language,
    now,
    widget: given,
  };
  return part;
}

const day = 86_400_000;
const at9 = Date.UTC(2026, 10, 23, 7);

test.each([
  ["fi", at9 + 4 * 3_600_000, "Avaamme tänään kello 13.00"],
  ["fi", at9 + day, "Avaamme huomenna tiistaina kello 9.00"],
  ["fi", at9 + 3 * day, "Avaamme torstaina kello 9.00"],
  ["fi", at9 + 14 * day, "Avaamme ma 7.12. kello 9.00"],
  ["sv", at9 + day, "Vi öppnar i morgon tisdag klockan 9.00"],
  ["sv", at9 + 3 * day, "Vi öppnar på torsdag klockan 9.00"],
  ["en", at9 + day, "We open tomorrow, Tuesday, at 9:00"],
] as const)("%s: the next opening in words", (language, opens, words) => {
  expect(nextOpening(scene(language, opens))).toBe(words);
});

test("without a known opening nothing is promised", () => {
  expect(nextOpening(scene("fi", null))).toBeNull();
  expect(nextOpeningShort(scene("fi", null))).toBeNull();
  expect(nextOpeningShort(scene("fi", at9 + day))).toBe("ti 9.00");
});

test.each([
  ["fi", "nobody_present", "Neuvojat ovat juuri nyt poissa", "Chat meni juuri kiinni."],
  ["fi", "queue_full", "Jono on juuri nyt täynnä", "Jono ehti juuri täyttyä."],
  ["fi", "by_hand", "Chat on nyt kiinni", "Chat meni juuri kiinni."],
  ["sv", "queue_full", "Kön är full just nu", "Kön hann just bli full."],
  ["en", "nobody_present", "The advisers are away right now", "The chat has just closed."],
] as const)("%s, %s: what is said of a chat that takes nobody is what is so", (language, reason, why, cutOff) => {
  const given = scene(language, null);
  const told = {
    ...given,
    widget: { ...given.widget, availability: { open: false, closed_in: [], when_closed: "message" as const, reason } },
  };
  expect(whyClosed(told)).toBe(why);
  expect(cutOffWords(told).startsWith(cutOff)).toBe(true);
});

test("after hours the next opening is said first", () => {
  expect(whyClosed(scene("fi", at9 + day))).toBe("Avaamme huomenna tiistaina kello 9.00");
  expect(whyClosed(scene("fi", null))).toBe("Chat on nyt kiinni");
});

test.each([
  ["fi", "Auki tänään ympäri vuorokauden"],
  ["sv", "Öppet i dag dygnet runt"],
  ["en", "Open today around the clock"],
] as const)("%s: a day without a closing time is said as people say it", (language, words) => {
  const given = scene(language, null);
  const week = Array.from({ length: 7 }, () => [{ from_minute: 0, to_minute: 1440 }]);
  expect(hoursToday({ ...given, widget: { ...given.widget, week } })).toBe(words);
});

test("a desk's name is bent where we can, and left out where we cannot", () => {
  const asked = (name: string) => askedDesk({ t: scene("fi", null).t, language: "fi" }, name);
  expect(asked("IT-tuki")).toBe("IT-tuelta");
  expect(asked("Asiakaspalvelu")).toBe("Asiakaspalvelulta");
  expect(asked("Palvelutiimi")).toBe("Palvelutiimiltä");
  expect(asked("Verkkopankki")).toBe("Verkkopankilta");
  expect(asked("Servicedesk")).toBe("Servicedeskiltä");
  expect(asked("Zorp Oy")).toBeNull();
});

// Friday 19.6.2026, noon in Helsinki.
const midsummerEve = Date.UTC(2026, 5, 19, 9);
const eve = (change: Partial<SpecialDay> = {}): SpecialDay => ({
  date: "2026-06-19",
  slots: [],
  name: null,
  holiday: "midsummer_eve",
  ...change,
});

function onMidsummerEve(language: Language, day: SpecialDay) {
  const monday = Date.UTC(2026, 5, 22, 6);
  const given = scene(language, monday);
  return { ...given, now: midsummerEve, widget: { ...given.widget, exceptions: [day] } };
}

test.each([
  ["fi", "Juhannusaattona olemme kiinni.", "Avaamme maanantaina kello 9.00"],
  ["sv", "På midsommarafton har vi stängt.", "Vi öppnar på måndag klockan 9.00"],
  ["en", "We are closed on Midsummer Eve.", "We open on Monday at 9:00"],
] as const)("%s: on a holiday the closing sentence names the day", (language, closed, opens) => {
  const given = onMidsummerEve(language, eve());
  expect([specialToday(given), nextOpening(given)]).toEqual([closed, opens]);
});

test("a shorter day says its hours, and the client's own words stand as they are", () => {
  const slots = [{ from_minute: 540, to_minute: 720 }];
  expect(specialToday(onMidsummerEve("fi", eve({ slots })))).toBe("Juhannusaattona olemme auki 9.00–12.00.");
  const own = eve({ holiday: null, name: "Henkilöstöpäivä" });
  expect(specialToday(onMidsummerEve("fi", own))).toBe("Tänään kiinni: Henkilöstöpäivä.");
  expect(specialToday({ ...onMidsummerEve("fi", own), now: midsummerEve + day })).toBeNull();
  expect(specialName(scene("sv", null).say, eve())).toBe("Midsommarafton");
});
