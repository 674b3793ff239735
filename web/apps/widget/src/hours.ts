/** Opening hours as people read them, in the client's own time zone (CC-12). */
import type { OpenSlot, SpecialDay, Widget } from "./shapes";

export interface Day {
  year: number;
  month: number;
  day: number;
  /** 1 = Monday. */
  weekday: number;
  /** Minutes from midnight. */
  minute: number;
}

/** What a clock on the wall of `zone` shows at `at` (ms). */
export function dayIn(zone: string, at: number): Day {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(at);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const [year, month, day] = [read("year"), read("month"), read("day")];
  return { year, month, day, weekday: weekdayOf(year, month, day), minute: read("hour") * 60 + read("minute") };
}

export function weekdayOf(year: number, month: number, day: number): number {
  return ((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7) + 1;
}

/** How many midnights lie between two days. */
export function daysBetween(from: Day, to: Day): number {
  const count = (day: Day) => Date.UTC(day.year, day.month - 1, day.day) / 86_400_000;
  return count(to) - count(from);
}

/** Today's hours, and the holiday or exception that made them, when there is one. */
export function today(widget: Widget, now: number): { slots: OpenSlot[]; exception: SpecialDay | null } {
  const day = dayIn(widget.time_zone, now);
  const pad = (value: number) => String(value).padStart(2, "0");
  const date = `${day.year}-${pad(day.month)}-${pad(day.day)}`;
  const exception = widget.exceptions.find((one) => one.date === date) ?? null;
  return { slots: exception?.slots ?? widget.week[day.weekday - 1] ?? [], exception };
}
