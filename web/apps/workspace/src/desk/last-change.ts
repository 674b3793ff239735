/** A colleague's newest change to state or owner, while it is news: "Mikko muutti tämän: Ratkaistu". */
import type { Entry } from "@luukku/wire";

const NEWS_MS = 20_000;

export interface Change {
  by: string;
  /** The new owner; `null` when it was the state. */
  to: string | null;
}

export function lastChange(entries: readonly Entry[], me: string, now: number): Change | null {
  const last = entries.findLast((one) => one.kind === "state_changed" || one.kind === "owner_changed");
  if (!last || now - last.at > NEWS_MS) return null;
  if (last.kind === "state_changed") return last.by && last.by !== me ? { by: last.by, to: null } : null;
  if (last.kind === "owner_changed") return last.by && last.by !== me ? { by: last.by, to: last.to ?? "" } : null;
  return null;
}
