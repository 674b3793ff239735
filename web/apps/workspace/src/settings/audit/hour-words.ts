/** Hours, days of their own and offers as the log tells them: a line for each day that differs. */
import type { Language } from "@luukku/wire";
import { type Span, writeSpan } from "../hours/hours.ts";
import type { T } from "../texts.ts";
import type { ChangeLine } from "./change-words.ts";

const LOCALES: Record<Language, string> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };
/** 2026-01-05 was a Monday. */
const A_MONDAY = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function isSpan(value: unknown): value is Span {
  return isFields(value) && typeof value.from_minute === "number" && typeof value.to_minute === "number";
}

function hours(value: unknown, t: T): string {
  const spans = list(value).filter(isSpan);
  return spans.length === 0 ? t("exception-closed") : spans.map(writeSpan).join(", ");
}

/** The days of the week whose hours differ. */
export function dayLines(before: unknown, after: unknown, t: T, language: Language): ChangeLine[] {
  const day = (at: number) =>
    new Date(A_MONDAY + at * DAY_MS).toLocaleDateString(LOCALES[language], { weekday: "long", timeZone: "UTC" });
  const told = (week: unknown, at: number) => (Array.isArray(week) ? hours(week[at], t) : t("audit-empty"));
  return [0, 1, 2, 3, 4, 5, 6]
    .map((at) => ({ field: `${t("nav-hours")}, ${day(at)}`, before: told(before, at), after: told(after, at) }))
    .filter((line) => line.before !== line.after);
}

/** The days of their own that came, went or changed. */
export function exceptionLines(before: unknown, after: unknown, t: T): ChangeLine[] {
  const byDate = (value: unknown) =>
    new Map(
      list(value)
        .filter(isFields)
        .map((one) => [String(one.date), exception(one, t)]),
    );
  const [was, is] = [byDate(before), byDate(after)];
  const dates = [...new Set([...was.keys(), ...is.keys()])].sort();
  const told = (days: Map<string, string>, date: string) => days.get(date) ?? t("audit-empty");
  return dates
    .map((date) => ({ field: t("audit-exception", { date }), before: told(was, date), after: told(is, date) }))
    .filter((line) => line.before !== line.after);
}

function exception(one: Fields, t: T): string {
  return typeof one.name === "string" && one.name !== "" ? `${hours(one.slots, t)} (${one.name})` : hours(one.slots, t);
}

export function holidayWords(value: unknown, t: T): string {
  if (!isFields(value)) return t("holidays-none");
  const country = value.country === "sweden" ? t("holidays-sweden") : t("holidays-finland");
  const parts = [
    `${t("holidays-on-holidays")}: ${hours(value.on_holidays, t)}`,
    `${t("holidays-on-eves")}: ${hours(value.on_eves, t)}`,
  ];
  if (Array.isArray(value.on_short_days))
    parts.push(`${t("holidays-on-short-days")}: ${hours(value.on_short_days, t)}`);
  return `${country}. ${parts.join(". ")}`;
}

export function overflowWords(value: unknown, t: T): string {
  if (!isFields(value)) return t("team-overflow-none");
  return `${t("team-overflow-after")} ${String(value.after_s)} ${t("unit-seconds")}: ${String(value.team)}`;
}

export function offersWords(value: unknown, t: T): string {
  if (!isFields(value)) return t("team-offers-by-hand");
  const seconds = (number: unknown) => `${String(number)} ${t("unit-seconds")}`;
  const within = `${t("team-offers-within")}: ${seconds(value.within_s)}`;
  if (value.after_s === 0) return `${t("team-offers-at-once")}. ${within}`;
  return `${t("team-offers-after")} ${seconds(value.after_s)}. ${within}`;
}
