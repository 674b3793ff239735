/** When a client invites visitors to its chat, as fields of a form. Pure, both ways. */
import { type Limits, wholeIn } from "../../forms/whole-number.ts";
import { newId } from "../../live/ids.ts";
import type { Wrong } from "../draft.svelte.ts";
import type { T } from "../texts.ts";
import type { Approach, Approaches, Whom } from "../wire.ts";

export interface ApproachFields {
  approach_id: string;
  /** A page on each line. */
  pages: string;
  after_s: string;
  scrolled_percent: string;
  whom: Whom;
  fi: string;
  sv: string;
  en: string;
}

export interface ApproachesFields {
  on: boolean;
  per_visit: string;
  per_day: string;
  per_week: string;
  peace_days: string;
  held_out_percent: string;
  approaches: readonly ApproachFields[];
}

export const MOST = 10;
export const WHOM: readonly Whom[] = ["everybody", "new", "returning"];
export const LANGUAGES = ["fi", "sv", "en"] as const;

export type CapField = "per_visit" | "per_day" | "per_week" | "peace_days" | "held_out_percent";

/** Smallest and largest of each number. */
export const CAPS: Record<CapField, Limits> = {
  per_visit: [1, 5],
  per_day: [1, 10],
  per_week: [1, 20],
  peace_days: [1, 365],
  held_out_percent: [0, 50],
};
const AFTER_S = [5, 600] as const;
const PERCENT = [0, 100] as const;

export function fieldsOf(settings: Approaches): ApproachesFields {
  const { on, per_visit, per_day, per_week, peace_days, held_out_percent } = settings;
  return {
    on,
    per_visit: String(per_visit),
    per_day: String(per_day),
    per_week: String(per_week),
    peace_days: String(peace_days),
    held_out_percent: String(held_out_percent),
    approaches: settings.approaches.map((one) => ({
      approach_id: one.approach_id,
      pages: one.pages.join("\n"),
      after_s: String(one.after_s),
      scrolled_percent: String(one.scrolled_percent),
      whom: one.whom,
      ...one.words,
    })),
  };
}

export function added(): ApproachFields {
  const words = { fi: "", sv: "", en: "" };
  return { approach_id: newId(), pages: "", after_s: "30", scrolled_percent: "0", whom: "everybody", ...words };
}

export const fieldId = (place: number, field: string) => `approaches.${place}.${field}`;

/** What this page can see to be wrong, in its order. */
export function wrongIn(fields: ApproachesFields, t: T): Wrong {
  const wrong: Record<string, string> = {};
  const range = (id: string, typed: string, [from, to]: Limits) => {
    if (wholeIn(typed, [from, to]) === null) wrong[id] = t("wrong-number", { from, to });
  };
  for (const [place, one] of fields.approaches.entries()) {
    if (LANGUAGES.every((language) => one[language].trim() === ""))
      wrong[fieldId(place, "words.fi")] = t("approach-wrong-words");
    range(fieldId(place, "after_s"), one.after_s, AFTER_S);
    range(fieldId(place, "scrolled_percent"), one.scrolled_percent, PERCENT);
  }
  for (const field of Object.keys(CAPS) as CapField[]) range(field, fields[field], CAPS[field]);
  return wrong;
}

/** What is sent; `null` while a number cannot be read. */
export function sent(fields: ApproachesFields): Approaches | null {
  const caps = (Object.keys(CAPS) as CapField[]).map((field) => wholeIn(fields[field], CAPS[field]));
  const approaches = fields.approaches.map(approachOf);
  if (caps.includes(null) || approaches.includes(null)) return null;
  const [per_visit = 1, per_day = 1, per_week = 1, peace_days = 1, held_out_percent = 0] = caps.map(Number);
  const isThere = (one: Approach | null): one is Approach => one !== null;
  const { on } = fields;
  return { on, per_visit, per_day, per_week, peace_days, held_out_percent, approaches: approaches.filter(isThere) };
}

function approachOf({ approach_id, pages, whom, fi, sv, en, ...typed }: ApproachFields): Approach | null {
  const after_s = wholeIn(typed.after_s, AFTER_S);
  const scrolled_percent = wholeIn(typed.scrolled_percent, PERCENT);
  if (after_s === null || scrolled_percent === null) return null;
  const lines = pages.split("\n").map((line) => line.trim());
  const words = { fi, sv, en };
  return { approach_id, pages: lines.filter((line) => line !== ""), after_s, scrolled_percent, whom, words };
}
