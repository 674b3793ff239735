import type { CallBack, Ease, OpeningTarget } from "@luukku/wire";
import type { T } from "../texts.ts";

/** When luukut become fewer, in the reader's words. */
export function easeWords(value: unknown, t: T): string {
  const ease = numbersOf<keyof Ease>(value, ["after_min", "least_slots"]);
  return ease ? t("ease-when", { after: ease.after_min, least: ease.least_slots }) : t("ease-never");
}

/** How customers can ask to be called, in the reader's words. */
export function callBackWords(value: unknown, t: T): string {
  const kept = numbersOf<keyof CallBack>(value, ["within_min", "tries"]);
  return kept ? t("call-when", { within: kept.within_min, tries: kept.tries }) : t("call-never");
}

/** When the answer target closes the chat, in the reader's words. */
export function openingTargetWords(value: unknown, t: T): string {
  const target = numbersOf<keyof OpeningTarget>(value, ["window_min", "least_percent", "longest_wait"]);
  if (!target) return t("target-never");
  return t("target-when", { window: target.window_min, least: target.least_percent, longest: target.longest_wait });
}

/** The numbers of a rule; none when it is off. */
function numbersOf<Name extends string>(value: unknown, names: readonly Name[]): Record<Name, number> | null {
  if (typeof value !== "object" || value === null) return null;
  const there = new Map<string, unknown>(Object.entries(value));
  const numbers = names.map((name) => [name, there.get(name)] as const);
  if (numbers.some(([, number]) => typeof number !== "number")) return null;
  return Object.fromEntries(numbers) as Record<Name, number>;
}
