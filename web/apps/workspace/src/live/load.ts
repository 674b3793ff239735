/** My own load as the desk has told it to me alone, and what is said of it. */
import type { AgentRow, LoadHints } from "@luukku/wire";

/** For so long in chat that a break is proposed; milliseconds, or `null` when there is nothing to say. */
export function breakProposed(load: LoadHints | null, self: AgentRow | undefined, now: number): number | null {
  // Who is on a break needs no proposal.
  if (self?.presence !== "present" || !load || load.chat_since == null || load.break_proposed_at == null) return null;
  return now >= load.break_proposed_at ? now - load.chat_since : null;
}
