/** Whether, and why not, a reply can be written: the rules are the desk's, this only saves a refusal. */
import type { CaseRow, Me } from "@luukku/wire";
import { isMine } from "../live/notices.ts";

export type Lock = "read_only" | "ended" | "waiting" | "held";

export function lockOf(row: CaseRow, me: Me | null): Lock | null {
  if (!me || me.role === "read_only") return "read_only";
  if (isMine(row, me.agent_id)) return null;
  if (row.contact.state === "ended") return "ended";
  return row.contact.state === "waiting" ? "waiting" : "held";
}
