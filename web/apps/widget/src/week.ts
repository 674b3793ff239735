/** A client's week and its dates, for the list of opening hours. */
import { type Day, weekdayOf } from "./hours";
import type { OpenSlot } from "./shapes";

export interface WeekLine {
  /** 1 = Monday. */
  from: number;
  to: number;
  slots: OpenSlot[];
}

/** The week with equal neighbours together: "ma–to", "pe", "la–su". */
export function weekLines(week: OpenSlot[][]): WeekLine[] {
  const lines: WeekLine[] = [];
  week.forEach((slots, index) => {
    const last = lines.at(-1);
    if (last && JSON.stringify(last.slots) === JSON.stringify(slots)) last.to = index + 1;
    else lines.push({ from: index + 1, to: index + 1, slots });
  });
  return lines;
}

/** A date such as `2026-12-06` as a day. */
export function dayOf(date: string): Day {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return { year, month, day, weekday: weekdayOf(year, month, day), minute: 0 };
}
