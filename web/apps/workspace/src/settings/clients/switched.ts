/** A rule of a client that is off, or on with some numbers, as fields of a form. Pure, both ways. */
import type { CallBack, Ease, OpeningTarget } from "@luukku/wire";
import { type Limits, wholeIn } from "../../forms/whole-number.ts";

/** Whether it is on, and beside it the numbers as they were typed: one group, each field named as the desk names it. */
export type SwitchedFields<Name extends string> = { isOn: boolean } & Record<Name, string>;

/** Of each number its limits, and what somebody begins with who turns the rule on. */
export type Rule<Name extends string> = Record<Name, { limits: Limits; usual: number }>;

/** The answer target as a condition of being open. */
export const OPENING_TARGET: Rule<keyof OpeningTarget> = {
  window_min: { limits: [5, 240], usual: 30 },
  least_percent: { limits: [1, 99], usual: 50 },
  longest_wait: { limits: [1, 20], usual: 5 },
};

/** When the luukut of whoever has been in chat for long become fewer. */
export const EASE: Rule<keyof Ease> = {
  after_min: { limits: [30, 480], usual: 120 },
  least_slots: { limits: [1, 8], usual: 2 },
};

/** How customers can ask to be called. */
export const CALL_BACK: Rule<keyof CallBack> = {
  within_min: { limits: [5, 2_880], usual: 60 },
  tries: { limits: [1, 10], usual: 3 },
};

export const namesOf = <Name extends string>(rule: Rule<Name>) => Object.keys(rule) as Name[];

export function fieldsOfSwitched<Name extends string>(
  given: Record<Name, number> | null,
  rule: Rule<Name>,
): SwitchedFields<Name> {
  const typed = namesOf(rule).map((name) => [name, String(given?.[name] ?? rule[name].usual)]);
  return { isOn: given !== null, ...(Object.fromEntries(typed) as Record<Name, string>) };
}

/** What is sent: none while the rule is off; `undefined` while a number can not be read. */
export function switchedOf<Name extends string>(
  fields: SwitchedFields<Name>,
  rule: Rule<Name>,
): Record<Name, number> | null | undefined {
  if (!fields.isOn) return null;
  if (unread(fields, rule).length > 0) return undefined;
  const numbers = namesOf(rule).map((name) => [name, wholeIn(fields[name], rule[name].limits)]);
  return Object.fromEntries(numbers) as Record<Name, number>;
}

/** The numbers of a rule that is on which can not be read. */
export function unread<Name extends string>(fields: SwitchedFields<Name>, rule: Rule<Name>): Name[] {
  if (!fields.isOn) return [];
  return namesOf(rule).filter((name) => wholeIn(fields[name], rule[name].limits) === null);
}
