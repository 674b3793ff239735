/** A client's settings as fields of a form: texts as people write them. Pure, both ways. */
import type { CallBack, Ease, Language, OpeningTarget, WhenClosed } from "@luukku/wire";
import { type Limits, wholeIn } from "../../forms/whole-number.ts";
import { fieldsOfHolidays, type HolidayFields, holidaysOf, hoursOf } from "../hours/holidays.ts";
import { type SpanText, spansOf, textOf, writeSpan } from "../hours/hours.ts";
import { parseWebsites } from "../websites.ts";
import type { ClientSettings, OpenException } from "../wire.ts";
import { parseColour } from "./colour.ts";
import { fieldsOfSpeech, type SpeechFields, speechOf } from "./speech.ts";
import { CALL_BACK, EASE, fieldsOfSwitched, OPENING_TARGET, type SwitchedFields, switchedOf } from "./switched.ts";

export interface ExceptionText {
  /** `2026-12-06` */
  date: string;
  /** `9.00–12.00, 13.00–15.00`; empty = closed. */
  hours: string;
  name: string;
}

/** Named as the desk names them, so that its sentences find their fields. */
export interface ClientFields {
  name: string;
  desk_name: string;
  languages: Language[];
  colour: string;
  time_zone: string;
  week: SpanText[][];
  exceptions: ExceptionText[];
  holidays: HolidayFields;
  closed_by_hand: boolean;
  when_closed: WhenClosed;
  queue_ceiling: string;
  opening_target: SwitchedFields<keyof OpeningTarget>;
  ease: SwitchedFields<keyof Ease>;
  call_back: SwitchedFields<keyof CallBack>;
  answer_target_s: string;
  silence_min: string;
  thanks_grace_min: string;
  websites: string;
  greeting_fi: string;
  greeting_sv: string;
  greeting_en: string;
  speech: SpeechFields;
}

/** Smallest and largest of each number. */
export const LIMITS = {
  queue_ceiling: [0, 500],
  answer_target_s: [10, 86_400],
  silence_min: [2, 1_440],
  thanks_grace_min: [0, 10_080],
} as const satisfies Record<string, Limits>;

export type Limited = keyof typeof LIMITS;

export function fieldsOfClient(settings: ClientSettings): ClientFields {
  return {
    ...settings,
    desk_name: settings.desk_name ?? "",
    languages: [...settings.languages],
    colour: settings.colour ?? "",
    week: settings.week.map((day) => day.map(textOf)),
    exceptions: settings.exceptions.map((one) => ({
      date: one.date,
      hours: one.slots.map(writeSpan).join(", "),
      name: one.name ?? "",
    })),
    holidays: fieldsOfHolidays(settings.holidays ?? null),
    when_closed: settings.when_closed ?? "message",
    queue_ceiling: String(settings.queue_ceiling),
    opening_target: fieldsOfSwitched(settings.opening_target ?? null, OPENING_TARGET),
    ease: fieldsOfSwitched(settings.ease ?? null, EASE),
    call_back: fieldsOfSwitched(settings.call_back ?? null, CALL_BACK),
    answer_target_s: String(settings.answer_target_s),
    silence_min: String(settings.silence_min),
    thanks_grace_min: String(settings.thanks_grace_min),
    websites: settings.websites.join("\n"),
    speech: fieldsOfSpeech(settings.speech),
  };
}

/** What is sent; `null` while a text can not be read. */
export function settingsOf(fields: ClientFields): ClientSettings | null {
  const week = fields.week.map((day) => spansOf(day));
  const exceptions = fields.exceptions.map(exceptionOf);
  const holidays = holidaysOf(fields.holidays);
  const numbers = Object.fromEntries(
    (Object.keys(LIMITS) as Limited[]).map((field) => [field, wholeIn(fields[field], LIMITS[field])]),
  ) as Record<Limited, number | null>;
  const { origins, wrong } = parseWebsites(fields.websites);
  const { queue_ceiling, answer_target_s, silence_min, thanks_grace_min } = numbers;
  if (queue_ceiling === null || answer_target_s === null || silence_min === null || thanks_grace_min === null) {
    return null;
  }
  const opening_target = switchedOf(fields.opening_target, OPENING_TARGET);
  const ease = switchedOf(fields.ease, EASE);
  const call_back = switchedOf(fields.call_back, CALL_BACK);
  if (holidays === undefined || opening_target === undefined || ease === undefined || call_back === undefined)
    return null;
  if (!week.every((day) => day !== null) || !exceptions.every((one) => one !== null) || wrong !== null) return null;
  return {
    ...fields,
    name: fields.name.trim(),
    desk_name: fields.desk_name.trim() || null,
    colour: fields.colour.trim() === "" ? null : parseColour(fields.colour),
    time_zone: fields.time_zone.trim(),
    week,
    exceptions: exceptions.toSorted((a, b) => a.date.localeCompare(b.date)),
    holidays,
    websites: origins,
    speech: speechOf(fields.speech),
    queue_ceiling,
    opening_target,
    ease,
    call_back,
    answer_target_s,
    silence_min,
    thanks_grace_min,
  };
}

function exceptionOf(one: ExceptionText): OpenException | null {
  const slots = hoursOf(one.hours);
  if (slots === null || !/^\d{4}-\d{2}-\d{2}$/.test(one.date)) return null;
  return { date: one.date, slots, name: one.name.trim() || null };
}

/** A new client: an ordinary week, and limits that fit most. */
export function newClient(): ClientSettings {
  const day = [{ from_minute: 9 * 60, to_minute: 16 * 60 }];
  return {
    name: "",
    desk_name: null,
    languages: ["fi"],
    colour: null,
    time_zone: "Europe/Helsinki",
    week: [day, day, day, day, day, [], []],
    exceptions: [],
    holidays: { country: "finland", on_holidays: [], on_eves: [], on_short_days: null },
    closed_by_hand: false,
    when_closed: "message",
    queue_ceiling: 10,
    opening_target: null,
    ease: null,
    call_back: null,
    answer_target_s: 60,
    silence_min: 15,
    thanks_grace_min: 1_440,
    websites: [],
    greeting_fi: "",
    greeting_sv: "",
    greeting_en: "",
    speech: speechOf(fieldsOfSpeech(undefined)),
  };
}
