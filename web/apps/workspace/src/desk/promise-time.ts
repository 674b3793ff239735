/** When somebody comes back, in the client's clock, and what can be promised by one press. */
import type { Texts } from "virtual:texts/desk";
import type { Translate } from "@luukku/texts";
import type { ClientRow, CustomerPromise, Language } from "@luukku/wire";
import { clockTime, isSameDay, weekdayDate } from "../parts/words.ts";

type Zoned = Pick<ClientRow, "time_zone">;

/** `kello 15.00`, or with the day when it is another one. */
export function promiseTime(
  until: number,
  now: number,
  client: Zoned | undefined,
  language: Language,
  t: Translate<Texts>,
): string {
  const zone = client?.time_zone;
  const time = clockTime(until, language, zone);
  if (isSameDay(until, now, zone)) return t("promise-at", { time });
  return t("promise-on", { day: weekdayDate(until, language, now, zone), time });
}

/** When a customer was promised a call: from when to when, or by when. */
export function callTime(
  promise: CustomerPromise,
  now: number,
  client: Zoned | undefined,
  language: Language,
  t: Translate<Texts>,
): string {
  const zone = client?.time_zone;
  const time = clockTime(promise.until, language, zone);
  if (promise.from != null) return `${promiseTime(promise.from, now, client, language, t)}–${time}`;
  if (isSameDay(promise.until, now, zone)) return t("call-by", { time });
  return t("call-by-on", { day: weekdayDate(promise.until, language, now, zone), time });
}

/** What is sent: a span, or a time of the client's clock. */
export interface When {
  in_minutes?: number;
  at?: string;
}

export interface Choice {
  id: "half" | "hour" | "today" | "tomorrow" | "other";
  when: When;
}

const DAY_MS = 86_400_000;
/** What is said to be in the afternoon is not promised when that is nearly here. */
const AFTERNOON = "15:00";
const MORNING = "09:00";

/** `2026-11-28T14:05`: what the clock shows in a zone. */
export function wallClock(at: number, timeZone: string | undefined): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  const shown = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", ...zone }).format(at);
  return shown.replace(" ", "T");
}

export function choices(now: number, client: Zoned | undefined): Choice[] {
  const zone = client?.time_zone;
  const shown = wallClock(now + 10 * 60_000, zone);
  const today = `${wallClock(now, zone).slice(0, 10)}T${AFTERNOON}`;
  // A day later by the clock: noon is far from every turn of the clocks.
  const tomorrow = `${wallClock(Date.parse(`${today.slice(0, 10)}T12:00Z`) + DAY_MS, "UTC").slice(0, 10)}T${MORNING}`;
  return [
    { id: "half", when: { in_minutes: 30 } },
    { id: "hour", when: { in_minutes: 60 } },
    ...(shown < today ? [{ id: "today" as const, when: { at: today } }] : []),
    { id: "tomorrow", when: { at: tomorrow } },
    { id: "other", when: { at: "" } },
  ];
}
