// What visitors read about opening and places, in their language (CC-12).
import en from "virtual:texts/widget/en";
import fi from "virtual:texts/widget/fi";
import sv from "virtual:texts/widget/sv";
import { createTexts } from "@luukku/texts";
import { expect, test } from "vitest";
import { askedDesk, nextOpening, nextOpeningShort } from "../src/format";
import type { Scene } from "../src/scene";
import type { Language } from "../src/shapes";
import { widget } from "./examples";

const texts = { fi, sv, en };
// Monday 23.11.2026, 10.00 in Helsinki.
const now = Date.UTC(2026, 10, 23, 8);

function scene(language: Language, opens: number | null) {
  const given = { ...widget(), availability: { open: false, reason: "hours" as const, next_opening_at: opens } };
  const part: Pick<Scene, "t" | "language" | "now" | "widget"> = {
    t: createTexts(texts[language], language),
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

test("a desk's name is bent where we can, and left out where we cannot", () => {
  const asked = (name: string) => askedDesk({ t: scene("fi", null).t, language: "fi" }, name);
  expect(asked("IT-tuki")).toBe("IT-tuelta");
  expect(asked("Asiakaspalvelu")).toBe("Asiakaspalvelulta");
  expect(asked("Palvelutiimi")).toBe("Palvelutiimiltä");
  expect(asked("Verkkopankki")).toBe("Verkkopankilta");
  expect(asked("Servicedesk")).toBe("Servicedeskiltä");
  expect(asked("Zorp Oy")).toBeNull();
});
