/** Promises to come back: whose they are, how their time runs, and when it calls. */
import type { CaseRow, CustomerPromise } from "@luukku/wire";

/** Who promised is called so long before. */
export const NEAR_MS = 10 * 60_000;

export type PromiseForm = "calm" | "warn" | "over";

export interface PromiseFace {
  form: PromiseForm;
  /** Milliseconds left, or over. */
  ms: number;
  /** Share of the last hour that has passed, 0–1. */
  share: number;
}

/** What counts instead of the answer clock: when a customer is to be called, or somebody comes back to them. */
export function promiseThatCounts({ contact, promise }: CaseRow): CustomerPromise | null {
  const isCall = contact.channel === "call_back" && contact.state !== "ended";
  return isCall || contact.state === "parked" ? (promise ?? null) : null;
}

export function promiseFace(promise: CustomerPromise, now: number): PromiseFace {
  const left = promise.until - now;
  const share = Math.min(1, Math.max(0, 1 - left / 3_600_000));
  if (left < 0) return { form: "over", ms: -left, share };
  return { form: left <= NEAR_MS ? "warn" : "calm", ms: left, share };
}

/** Parked by me, what is due first first. */
export function parkedBy(rows: Iterable<CaseRow>, me: string): CaseRow[] {
  const until = (row: CaseRow) => row.promise?.until ?? 0;
  return [...rows]
    .filter((row) => row.contact.state === "parked" && row.promise?.by === me)
    .sort((a, b) => until(a) - until(b) || a.number - b.number);
}

/** My promises whose moment lies between two ticks, so long before their time. */
export function reached(
  rows: Iterable<CaseRow>,
  me: string | undefined,
  ahead: number,
  before: number,
  now: number,
): CaseRow[] {
  const isDue = ({ promise }: CaseRow) =>
    promise != null && promise.by === me && before < promise.until - ahead && now >= promise.until - ahead;
  return [...rows].filter(isDue);
}
