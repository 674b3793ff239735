import fi from "virtual:texts/settings/fi";
import { createTexts } from "@luukku/texts";
import { expect, test } from "vitest";
import { changeLines } from "./change-words.ts";

const t = createTexts(fi, "fi");
const lines = (field: string, before: unknown, after: unknown) =>
  changeLines({ field, before, after }, t, "fi").map((one) => `${one.field}: ${one.before} → ${one.after}`);

test("a number is told with its unit and a choice in its own words", () => {
  expect(lines("answer_target_s", 60, 90)).toEqual(["Kuinka pian lupaat vastata?: 60 sekuntia → 90 sekuntia"]);
  expect(lines("when_closed", "message", "hidden")).toEqual([
    "Kun chat on kiinni: Kävijä voi jättää viestin → Chattia ei näytetä",
  ]);
  expect(lines("closed_by_hand", false, true)).toEqual(["Chat on suljettu käsin: ei → kyllä"]);
  expect(lines("languages", ["fi"], ["fi", "sv"])).toEqual(["Kielet: Suomi → Suomi, Svenska"]);
});

test("a rule with numbers is told as a sentence, and off as off", () => {
  const target = { window_min: 30, least_percent: 50, longest_wait: 5 };
  expect(lines("opening_target", null, target)).toEqual([
    "Suljetaan uusilta, jos emme ehdi vastata ajoissa: ei suljeta → alle 50 % ajoissa 30 minuutin aikana, tai joku on odottanut yli 5 kertaa vastausajan",
  ]);
  expect(lines("ease", { after_min: 120, least_slots: 2 }, null)).toEqual([
    "Kevennetään, kun neuvoja on ollut pitkään chateissa: 120 minuutin välein, vähintään 2 luukkua → ei kevennetä",
  ]);
});

test("of a week only the days that differ are told", () => {
  const day = [{ from_minute: 540, to_minute: 960 }];
  const week = [day, day, day, day, day, [], []];
  const shorter = [day, day, day, day, [{ from_minute: 540, to_minute: 840 }], [], []];
  expect(lines("week", week, shorter)).toEqual(["Aukioloajat, perjantai: 9.00–16.00 → 9.00–14.00"]);
});

test("a day of its own that came is told with its name", () => {
  const day = { date: "2026-12-07", slots: [], name: "Siivous" };
  expect(lines("exceptions", [], [day])).toEqual(["Poikkeus 2026-12-07: tyhjä → Kiinni (Siivous)"]);
});

test("what was added has nothing before it, and what nobody knows yet is told as it is", () => {
  expect(lines("name", null, "Kirjasto")).toEqual(["Nimi: tyhjä → Kirjasto"]);
  expect(lines("brand_new", 1, 2)).toEqual(["brand_new: 1 → 2"]);
});

test("of invitations only those that differ are told, in words", () => {
  const one = {
    approach_id: "1",
    pages: ["/hinnat"],
    after_s: 30,
    scrolled_percent: 50,
    whom: "everybody",
    words: { fi: "Voinko auttaa?", sv: "", en: "" },
  };
  const other = { ...one, approach_id: "2", pages: [], scrolled_percent: 0 };
  expect(lines("approaches", [one, other], [one, { ...other, pages: ["/tuki"] }])).toEqual([
    "Kutsu 2: ”Voinko auttaa?” · kaikki sivut · aikaa sivulla 30 s · Kaikille → ”Voinko auttaa?” · /tuki · aikaa sivulla 30 s · Kaikille",
  ]);
  expect(lines("approaches", [], [one])).toEqual([
    "Kutsu 1: tyhjä → ”Voinko auttaa?” · /hinnat · aikaa sivulla 30 s, luettu 50 % · Kaikille",
  ]);
  expect(lines("held_out_percent", 10, 0)).toEqual(["Vertailuryhmä: 10 % → 0 %"]);
});

test("how well somebody writes a language is told in words", () => {
  const speaks = (fi: number, sv: number) => [
    { language: "fi", level: fi },
    ...(sv ? [{ language: "sv", level: sv }] : []),
  ];
  expect(lines("speaks", speaks(2, 0), speaks(3, 1))).toEqual([
    "Kielet: Suomi: sujuva → Suomi: äidinkielen tasoinen, Svenska: pärjää",
  ]);
  expect(lines("skills", [], ["Laskut"])).toEqual(["Taidot: tyhjä → Laskut"]);
});
