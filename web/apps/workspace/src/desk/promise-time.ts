/** When somebody comes back, in the client's clock, and what can be promised by one press. */
import type { Texts } from "virtual:texts/desk";
import type { Translate } from "@luukku/texts";
import type { ClientRow, CustomerPromise, Language, Today } from "@luukku/wire";
import { clockTime, isSameDay, weekdayDate } from "../parts/words.ts";

type Zoned = Pick<ClientRow, "time_zone">;
type ComeBack = Pick<Today, "come_back_today_at" | "come_back_next_day_at">;

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
  id: "half" | "hour" | "today" | "next_day" | "other";
  when: When;
  /** The moment, where it is one of the client's opening hours. */
  at?: number;
}

/** What is nearly here is not offered as "this afternoon". */
const NEARLY_MS = 10 * 60_000;
const DAY_MS = 86_400_000;

/** `2026-11-28T14:05`: what the clock shows in a zone. */
export function wallClock(at: number, timeZone: string | undefined): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  const shown = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", ...zone }).format(at);
  return shown.replace(" ", "T");
}

/** `today` tells when the client is open this afternoon and next; who is not told of it names a time themselves. */
export function choices(now: number, client: Zoned | undefined, today: ComeBack | undefined): Choice[] {
  const onClock = (id: Choice["id"], at: number | null | undefined): Choice[] =>
    at == null || at <= now + NEARLY_MS ? [] : [{ id, at, when: { at: wallClock(at, client?.time_zone) } }];
  return [
    { id: "half", when: { in_minutes: 30 } },
    { id: "hour", when: { in_minutes: 60 } },
    ...onClock("today", today?.come_back_today_at),
    ...onClock("next_day", today?.come_back_next_day_at),
    { id: "other", when: { at: "" } },
  ];
}

/** `Tänään kello 15.00`, `ma 30.11. kello 9.00`: what the agent chooses from. */
export function choiceName(
  choice: Choice,
  now: number,
  client: Zoned | undefined,
  language: Language,
  t: Translate<Texts>,
): string {
  const { id, at } = choice;
  if (at === undefined) return t("park-choice", { choice: id });
  const zone = client?.time_zone;
  const time = clockTime(at, language, zone);
  if (isSameDay(at, now, zone)) return t("park-today", { time });
  if (daysAhead(at, now, zone) === 1) return t("park-tomorrow", { time });
  return t("promise-on", { day: weekdayDate(at, language, now, zone), time });
}

/** How many days of the calendar lie between them. */
function daysAhead(at: number, now: number, zone: string | undefined): number {
  const noon = (moment: number) => Date.parse(`${wallClock(moment, zone).slice(0, 10)}T12:00Z`);
  return Math.round((noon(at) - noon(now)) / DAY_MS);
}
