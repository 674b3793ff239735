/** What a browser remembers of invitations, and what it tells the desk of that. */
import { newId } from "./ids";
import type { MeetApproach } from "./shapes";

export interface Memory {
  /** What this browser is told from others by. */
  id: string;
  /** Whether there was a visit before this one. */
  back: boolean;
  /** When this visitor was invited, or held out: the last week (ms). */
  at: number[];
  /** When they said no (ms). */
  no: number | null;
  /** Whether they were held out. */
  out: boolean | null;
}

export type Seen = Pick<MeetApproach, "browser_id" | "returning" | "in_day" | "in_week" | "said_no_s" | "held_out">;

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** What was kept; anything else is nothing. */
export function readMemory(kept: string | null): Memory | null {
  try {
    const { id, back, at, no, out } = JSON.parse(kept ?? "");
    if (typeof id !== "string" || !Array.isArray(at)) return null;
    return {
      id,
      back: back === true,
      at: at.filter((one) => typeof one === "number"),
      no: typeof no === "number" ? no : null,
      out: typeof out === "boolean" ? out : null,
    };
  } catch {
    return null;
  }
}

/** As it stands now; with a visit that begins, whoever was here is back. */
export function remembered(kept: Memory | null, isNewVisit: boolean, now: number): Memory {
  if (kept === null) return { id: newId(), back: false, at: [], no: null, out: null };
  // A clock that was put back does not keep anybody away for good.
  const at = kept.at.filter((one) => one <= now && now - one < WEEK_MS);
  return { ...kept, at, back: kept.back || isNewVisit, no: kept.no !== null && kept.no > now ? now : kept.no };
}

export function seenBy({ id, back, at, no, out }: Memory, now: number): Seen {
  return {
    browser_id: id,
    returning: back,
    in_day: at.filter((one) => now - one < DAY_MS).length,
    in_week: at.filter((one) => now - one < WEEK_MS).length,
    said_no_s: no === null ? null : Math.max(0, Math.floor((now - no) / 1000)),
    held_out: out,
  };
}
