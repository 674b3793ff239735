/** Holidays of a client as fields of a form: hours as people write them, empty for closed. Pure, both ways. */
import type { Country, HolidaySettings } from "../wire.ts";
import { parseSpan, type Span, spansOf, writeSpan } from "./hours.ts";

export interface HolidayFields {
  /** `none` where holidays are days like any other. */
  country: Country | "none";
  on_holidays: string;
  on_eves: string;
  /** Whether short days have hours of their own; otherwise those of their weekday. */
  short_days_differ: boolean;
  on_short_days: string;
}

const written = (slots: readonly Span[] | null) => (slots ?? []).map(writeSpan).join(", ");

export function fieldsOfHolidays(settings: HolidaySettings | null): HolidayFields {
  return {
    country: settings?.country ?? "none",
    on_holidays: written(settings?.on_holidays ?? []),
    on_eves: written(settings?.on_eves ?? []),
    short_days_differ: (settings?.on_short_days ?? null) !== null,
    on_short_days: written(settings?.on_short_days ?? []),
  };
}

/** What is sent; `undefined` while hours can not be read. */
export function holidaysOf(fields: HolidayFields): HolidaySettings | null | undefined {
  if (fields.country === "none") return null;
  const [on_holidays, on_eves] = [hoursOf(fields.on_holidays), hoursOf(fields.on_eves)];
  const on_short_days = fields.short_days_differ ? hoursOf(fields.on_short_days) : null;
  if (on_holidays === null || on_eves === null) return undefined;
  if (fields.short_days_differ && on_short_days === null) return undefined;
  return { country: fields.country, on_holidays, on_eves, on_short_days };
}

/** The hours of one day, such as `9.00–12.00, 13.00–15.00`; `null` when they can not be read. */
export function hoursOf(text: string): Span[] | null {
  const parts = text.split(/[,;]/).filter((part) => part.trim() !== "");
  const spans = parts.map((part) => parseSpan(part.trim()));
  return spans.every((span) => span !== null) ? spansOf(spans) : null;
}
