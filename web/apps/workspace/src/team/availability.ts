/** One day of a client's chat, as the page about it shows it. */
import type { Texts as DeskTexts } from "virtual:texts/desk";
import type { Texts } from "virtual:texts/team";
import type { Translate } from "@luukku/texts";
import type { AvailabilityDay, AvailabilityState, AvailabilityStretch } from "@luukku/wire";
import { closedByWords, closedInWords } from "../parts/doors.ts";
import { minutesOf } from "../parts/words.ts";

/** The day as it is at `now`: what goes on goes on until now. How much of that is within the hours only the desk knows. */
export function upTo(day: AvailabilityDay, now: number): AvailabilityDay {
  const last = day.stretches.at(-1);
  if (!last || now >= day.until || now <= last.until) return day;
  const more = now - last.until;
  return {
    ...day,
    stretches: [...day.stretches.slice(0, -1), { ...last, until: now }],
    open_ms: day.open_ms + (last.state === "open" ? more : 0),
  };
}

/** `2026-11-28` and so many days later. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** `4 min`, `3 h 10 min`; anything shorter than a minute is said to be so. */
export function lengthOf(ms: number, t: Translate<DeskTexts>): string {
  return ms > 0 && ms < 60_000 ? t("span-short") : minutesOf(ms, t);
}

/** Whether the chat was open, and to some it was not. */
export function wasPartlyClosed(one: AvailabilityStretch): boolean {
  return one.state === "open" && one.closed_in.length + one.closed_rules.length > 0;
}

/** What a stretch of the day was, with the languages in which it was not so, and the rules by which. */
export function stretchName(one: AvailabilityStretch, t: Translate<Texts>, say: Translate<DeskTexts>): string {
  return [stateName(one.state, t), ...closedInWords(one.closed_in, say), ...closedByWords(one.closed_rules, say)].join(
    ", ",
  );
}

function stateName(state: AvailabilityState, t: Translate<Texts>): string {
  switch (state) {
    case "open":
      return t("was-open");
    case "hours":
      return t("was-hours");
    case "nobody_present":
      return t("was-nobody");
    case "no_speaker":
      return t("was-no-speaker");
    case "queue_full":
      return t("was-full");
    case "by_hand":
      return t("was-by-hand");
    case "target_not_kept":
      return t("was-target");
    case "not_live":
      return t("was-not-live");
    case "desk_down":
      return t("was-down");
  }
}
