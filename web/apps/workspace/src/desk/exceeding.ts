/** Taking a chat although my luukut are full. The rules are the desk's; this only saves refusals. */
import type { CaseRow } from "@luukku/wire";
import type { LiveDesk } from "../live/desk.svelte.ts";

/** Nobody has more at once, whatever their right. */
const MOST = 8;
/** So many names are read at a glance. */
const NAMED = 3;

type Around = Pick<LiveDesk, "self" | "hasFreeLuukku" | "mine" | "offers" | "allowed" | "takeable">;

export function mayExceed(row: CaseRow, desk: Around): boolean {
  if (desk.hasFreeLuukku || !desk.self?.may_exceed) return false;
  if (desk.mine.length + desk.offers.length >= MOST) return false;
  // What somebody has promised to come back to is theirs to go on with, like what waits.
  const isParked = row.contact.state === "parked";
  return isParked || (desk.allowed.includes(row) && !desk.takeable.includes(row));
}

/** Who is here and could take one more than they have luukut. */
export function whoMayExceed({ agents, me }: Pick<LiveDesk, "agents" | "me">): string[] {
  return [...agents.values()]
    .filter((one) => one.may_exceed && one.presence === "present" && one.agent_id !== me?.agent_id)
    .map((one) => one.name)
    .slice(0, NAMED);
}
