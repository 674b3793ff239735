/**
 * Days with a name. Only the page of a closed chat needs their words, so they come with it and not with the panel: all
 * languages together, because a visitor may change theirs while the page stands.
 */

import en from "virtual:texts/days/en";
import fi from "virtual:texts/days/fi";
import sv from "virtual:texts/days/sv";
import { createTexts } from "@luukku/texts";
import { type Known, slotsOf } from "./format";
import { today } from "./hours";
import type { Language, SpecialDay } from "./shapes";

function wordsIn(language: Language) {
  return createTexts({ fi, sv, en }[language], language);
}

/** "Juhannusaattona olemme kiinni.", when today has a name and hours of its own; null on any other day. */
export function specialToday(scene: Known): string | null {
  const { exception } = today(scene.widget, scene.now);
  const t = wordsIn(scene.language);
  if (!exception) return null;
  const { slots, name, holiday } = exception;
  const hours = slotsOf(scene, slots);
  if (holiday) {
    const day = t("holiday-on", { day: holiday });
    return slots.length === 0 ? t("day-closed", { day }) : t("day-open", { day, hours });
  }
  if (!name) return null;
  return slots.length === 0 ? t("day-closed-named", { name }) : t("day-open-named", { name, hours });
}

/** What a day of its own is called, by the client or by the almanac. */
export function specialName(language: Language, { name, holiday }: SpecialDay): string | null {
  return name ?? (holiday ? wordsIn(language)("holiday", { day: holiday }) : null);
}
