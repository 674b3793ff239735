import { expect, test } from "vitest";
import { type Answers, errorsOf } from "./steps.ts";

const right: Answers = {
  organisation: "Yhteinen luukku",
  client: "Koskelan yliopisto",
  languages: ["fi"],
  timeZone: "Europe/Helsinki",
  isWeekRight: true,
  websites: "www.koskela.example",
  ownerName: "Päivi Rautio",
  ownerEmail: "paivi@yhteinenluukku.example",
  ownerPassword: "neljä tavallista sanaa",
};
const kinds = (step: 1 | 2 | 3 | 4, change: Partial<Answers>) =>
  errorsOf(step, { ...right, ...change }).map((one) => `${one.id}: ${one.kind}`);

test("right answers pass every step", () => {
  expect(([1, 2, 3, 4] as const).flatMap((step) => errorsOf(step, right))).toEqual([]);
});

test("each step tells all that is wrong with it at once", () => {
  expect(kinds(1, { organisation: "  " })).toEqual(["organisation: empty"]);
  expect(kinds(2, { client: "", languages: [] })).toEqual(["client: empty", "languages: no_language"]);
  expect(kinds(3, { isWeekRight: false, websites: "kotisivu" })).toEqual(["week: week", "websites: website"]);
  expect(kinds(4, { ownerName: "", ownerEmail: "paivi", ownerPassword: "lyhyt" })).toEqual([
    "owner_name: empty",
    "owner_email: email",
    "owner_password: password_short",
  ]);
});

test("a website is not required yet", () => {
  expect(kinds(3, { websites: "" })).toEqual([]);
});
