/** Whether, and why not, a reply can be written: the rules are the desk's, this only saves a refusal. */
import type { CaseRow, Me } from "@luukku/wire";
import { isMine } from "../live/notices.ts";

export type Lock = "read_only" | "closed" | "full" | "parked_full" | "waiting" | "held";

/** `hasFree`: whether I have a free luukku. An answer to what is over makes it go on, and needs one. */
export function lockOf(row: CaseRow, me: Me | null, hasFree: boolean): Lock | null {
  if (!me || me.role === "read_only") return "read_only";
  if (isMine(row, me.agent_id)) return null;
  if (row.state === "closed") return "closed";
  if (row.contact.state === "ended") return hasFree ? null : "full";
  if (row.contact.state === "parked") return hasFree ? null : "parked_full";
  return row.contact.state === "waiting" ? "waiting" : "held";
}
