import { wholeIn } from "../../forms/whole-number.ts";
import type { Wrong } from "../draft.svelte.ts";
import { holidaysOf, hoursOf } from "../hours/holidays.ts";
import { problemsOf } from "../hours/hours.ts";
import type { T } from "../texts.ts";
import { parseWebsites } from "../websites.ts";
import { type ClientFields, LIMITS, type Limited } from "./client-form.ts";
import { carriesText, parseColour } from "./colour.ts";
import { CALL_BACK, EASE, OPENING_TARGET, type Rule, type SwitchedFields, unread } from "./switched.ts";

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
  if (exception?.date === "") wrong.exceptions = t("wrong-exception-date");
  else if (exception) wrong.exceptions = t("wrong-exception-hours", { typed: exception.hours });
  else if (new Set(fields.exceptions.map((one) => one.date)).size < fields.exceptions.length)
    wrong.exceptions = t("wrong-exception-twice");
  for (const field of Object.keys(LIMITS) as Limited[]) {
    const [from, to] = LIMITS[field];
    if (wholeIn(fields[field], LIMITS[field]) === null) wrong[field] = t("wrong-number", { from, to });
  }
  const unreadIn = <Name extends string>(id: string, switched: SwitchedFields<Name>, rule: Rule<Name>) => {
    for (const name of unread(switched, rule)) {
      const [from, to] = rule[name].limits;
      wrong[`${id}.${name}`] = t("wrong-number", { from, to });
    }
  };
  unreadIn("opening_target", fields.opening_target, OPENING_TARGET);
  unreadIn("ease", fields.ease, EASE);
  unreadIn("call_back", fields.call_back, CALL_BACK);
  return wrong;
}
