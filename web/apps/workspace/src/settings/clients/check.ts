import type { Wrong } from "../draft.svelte.ts";
import { holidaysOf, hoursOf } from "../hours/holidays.ts";
import { problemsOf } from "../hours/hours.ts";
import type { T } from "../texts.ts";
import { parseWebsites } from "../websites.ts";
import { type ClientFields, LIMITS, type NumberField, numberIn } from "./client-form.ts";
import { carriesText, parseColour } from "./colour.ts";
import { EASE_LIMITS, type EaseNumber, easeNumber } from "./ease.ts";
import { TARGET_LIMITS, type TargetNumber, numberIn as targetNumber } from "./opening-target.ts";

/** What is wrong with a client's fields, in the order of the pages. */
export function checkClient(fields: ClientFields, t: T): Wrong {
  const wrong: Record<string, string> = {};
  if (fields.name.trim() === "") wrong.name = t("wrong-client-name");
  if (fields.languages.length === 0) wrong.languages = t("wrong-languages");
  if (fields.time_zone.trim() === "") wrong.time_zone = t("wrong-time-zone");
  const colour = fields.colour.trim() === "" ? null : parseColour(fields.colour);
  if (fields.colour.trim() !== "" && colour === null) wrong.colour = t("wrong-colour");
  else if (colour !== null && !carriesText(colour)) wrong.colour = t("wrong-colour-contrast");
  const website = parseWebsites(fields.websites).wrong;
  if (website !== null) wrong.websites = t("wrong-website", { typed: website });
  if (fields.week.some((day) => problemsOf(day).length > 0)) wrong.week = t("wrong-week");
  if (holidaysOf(fields.holidays) === undefined) wrong.holidays = t("wrong-holidays");
  const exception = fields.exceptions.find((one) => one.date === "" || hoursOf(one.hours) === null);
  if (exception) wrong.exceptions = exception.date === "" ? t("wrong-exception-date") : t("wrong-exception-hours");
  for (const field of Object.keys(LIMITS) as NumberField[]) {
    const [from, to] = LIMITS[field];
    if (numberIn(field, fields[field]) === null) wrong[field] = t("wrong-number", { from, to });
  }
  for (const field of Object.keys(TARGET_LIMITS) as TargetNumber[]) {
    const [from, to] = TARGET_LIMITS[field];
    const isWrong = fields.opening_target.isOn && targetNumber(field, fields.opening_target) === null;
    if (isWrong) wrong[`opening_target.${field}`] = t("wrong-number", { from, to });
  }
  for (const field of Object.keys(EASE_LIMITS) as EaseNumber[]) {
    const [from, to] = EASE_LIMITS[field];
    const isWrong = fields.ease.isOn && easeNumber(field, fields.ease) === null;
    if (isWrong) wrong[`ease.${field}`] = t("wrong-number", { from, to });
  }
  return wrong;
}
