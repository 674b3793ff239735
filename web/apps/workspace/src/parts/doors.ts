/** Whether a client's chat is open, in words. */
import type { Texts } from "virtual:texts/desk";
import type { Translate } from "@luukku/texts";
import type { ClientRow, ClosedLanguage, ClosedReason, Language } from "@luukku/wire";
import { unreachable } from "../live/state.ts";
import { clockTime, isSameDay, weekdayDate } from "./words.ts";

/** Whether it is open, or why not and until when, in the client's own time, wherever the reader is. */
export function doorWords(client: ClientRow, now: number, language: Language, t: Translate<Texts>): string {
  const { open, reason, closes_at, next_opening_at } = client.availability;
  const zone = client.time_zone;
  if (open) {
    const words = closes_at == null ? t("open-now") : t("open-until", { time: clockTime(closes_at, language, zone) });
    return [words, ...closedInWords(client.availability.closed_in, t), ...closedByWords(client.closed_rules, t)].join(
      ", ",
    );
  }
  if (reason != null && reason !== "hours") return closedWords(reason, t);
  if (next_opening_at == null) return t("closed-hours");
  const time = clockTime(next_opening_at, language, zone);
  const isToday = isSameDay(next_opening_at, now, zone);
  const day = weekdayDate(next_opening_at, language, now, zone);
  return t("closed-hours-next", { when: isToday ? time : t("on-day-at", { day, time }) });
}

/** Why it is closed. */
export function closedWords(reason: ClosedReason, t: Translate<Texts>): string {
  switch (reason) {
    case "nobody_present":
      return t("closed-nobody");
    case "no_speaker":
      return t("closed-no-speaker");
    case "queue_full":
      return t("closed-full");
    case "by_hand":
      return t("closed-by-hand");
    case "target_not_kept":
      return t("closed-target");
    case "not_live":
      return t("closed-not-live");
    case "hours":
      return t("closed-hours");
    default:
      return unreachable(reason);
  }
}

/** In which languages an open chat takes nobody: "ei ruotsiksi". */
export function closedInWords(closed: readonly ClosedLanguage[], t: Translate<Texts>): string[] {
  return closed.map(({ language, reason }) =>
    t(reason === "queue_full" ? "closed-in-full" : "closed-in", { language }),
  );
}

/** Whether an open chat takes nobody in some languages, or nobody for whom some rules decide. */
export function isPartlyClosed({ availability, closed_rules }: ClientRow): boolean {
  return availability.open && availability.closed_in.length + closed_rules.length > 0;
}

/** The rules that close an open chat to those for whom they decide: "osittain kiinni säännön ”Palkka-asiat” takia". */
export function closedByWords(rules: readonly string[], t: Translate<Texts>): string[] {
  if (rules.length === 0) return [];
  const names = rules.map((rule) => t("quoted", { text: rule }));
  return [t("closed-by-rules", { count: rules.length, rules: names.join(", ") })];
}
