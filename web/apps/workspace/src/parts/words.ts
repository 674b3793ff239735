/** Words for times and names, the same on every screen. */

import type { Texts } from "virtual:texts/desk";
import type { Translate } from "@luukku/texts";
import type { AgentRow, CustomerBrief, Language } from "@luukku/wire";
import { parts } from "../live/clock.ts";

type T = Translate<Texts>;

/** The locale behind a language: Swedish and Finnish as in Finland. */
const LOCALES: Record<Language, string> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

const two = (value: number): string => String(value).padStart(2, "0");

/** In which zone a time is told: opening hours in the client's, everything else in the reader's own. */
type Zone = { timeZone?: string };

const zoned = (timeZone: string | undefined): Zone => (timeZone === undefined ? {} : { timeZone });

/** Made once each: making one takes longer than everything else about a message, and a busy screen tells many times. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

/** `14.04` in Finnish and Swedish, `14:04` in English. */
export function clockTime(at: number, language: Language, timeZone?: string): string {
  const time = { hour: "numeric", minute: "2-digit", hourCycle: "h23", ...zoned(timeZone) } as const;
  const parts = format("en-GB", time).formatToParts(at);
  const part = (type: "hour" | "minute") => Number(parts.find((one) => one.type === type)?.value);
  return `${part("hour")}${language === "en" ? ":" : "."}${two(part("minute"))}`;
}

/** `ma 23.11.` – with the year when it is another one. */
export function shortDate(at: number, now: number, language: Language, timeZone?: string): string {
  const year = yearOf(at, timeZone) === yearOf(now, timeZone) ? {} : ({ year: "numeric" } as const);
  const day = { day: "numeric", ...year, ...zoned(timeZone) } as const;
  if (language === "en") return format("en-GB", { ...day, month: "short" }).format(at);
  return format(LOCALES[language], { ...day, month: "numeric" }).format(at);
}

function yearOf(at: number, timeZone?: string): string {
  return format("en-GB", { year: "numeric", ...zoned(timeZone) }).format(at);
}

/** `ma 23.11.`: a day in a sentence or a table; with the year when it is not that of `now`. */
export function weekdayDate(at: number, language: Language, now: number = at, timeZone?: string): string {
  const day = format(LOCALES[language], { weekday: "short", ...zoned(timeZone) }).format(at);
  return `${day.replace(".", "")} ${shortDate(at, now, language, timeZone)}`;
}

/** `Maanantai 23.11.`: the words of a day separator. */
export function longDate(at: number, now: number, language: Language): string {
  const day = format(LOCALES[language], { weekday: "long" }).format(at);
  return `${day.charAt(0).toLocaleUpperCase(LOCALES[language])}${day.slice(1)} ${shortDate(at, now, language)}`;
}

export function isSameDay(a: number, b: number, timeZone?: string): boolean {
  const day = (at: number) => format("en-GB", zoned(timeZone)).format(at);
  return day(a) === day(b);
}

/** The time for something of today, otherwise the date. */
export function timeOrDate(at: number, now: number, language: Language): string {
  return isSameDay(at, now) ? clockTime(at, language) : shortDate(at, now, language);
}

/** `0:48` under an hour, `3 h 10 min` above. */
export function duration(ms: number, t: T): string {
  const { hours, minutes, seconds } = parts(ms);
  return hours === 0 ? `${minutes}:${two(seconds)}` : t("span-hours", { hours, minutes });
}

/** `4 min`, `3 h 10 min`: a span without seconds. */
export function minutesOf(ms: number, t: T): string {
  const { hours, minutes } = parts(ms);
  return hours === 0 ? t("span-minutes", { minutes }) : t("span-hours", { hours, minutes });
}

/** A span as it is read aloud. */
export function spoken(ms: number, t: T): string {
  const { hours, minutes, seconds } = parts(ms);
  if (hours > 0) return t("spoken-hours", { hours, minutes }).trimEnd();
  // Nobody has waited for nothing: the first second counts from its beginning.
  return minutes > 0
    ? t("spoken-minutes", { minutes, seconds }).trimEnd()
    : t("spoken-seconds", { seconds: Math.max(1, seconds) });
}

/** What the customer is called: a name, an address, or a visitor's number. */
export function customerName(customer: CustomerBrief, t: T): string {
  return customer.name || customer.email || t("visitor", { number: String(customer.visitor_number) });
}

/** Whether a mark beside the name may say that the website has confirmed who this is: not beside what they have typed. */
export function isConfirmed(customer: CustomerBrief): boolean {
  return customer.verified && !customer.typed;
}

/** As somebody would be called in a sentence. */
export function firstName(customer: CustomerBrief, t: T): string {
  return customer.name?.split(" ")[0] || customerName(customer, t);
}

export function agentName(agents: ReadonlyMap<string, AgentRow>, id: string | null | undefined, t: T): string {
  return (id && agents.get(id)?.name) || t("someone");
}

/** `850 kB`, `2,4 MB`. */
export function sizeWords(bytes: number, language: Language): string {
  const [value, unit] = bytes < 950_000 ? [Math.max(1, bytes / 1000), "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  const digits = unit === "kilobyte" ? 0 : 1;
  return value.toLocaleString(LOCALES[language], { style: "unit", unit, maximumFractionDigits: digits });
}
