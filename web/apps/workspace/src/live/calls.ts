/** Customers who have asked to be called: who still waits for it, and how a number is written. */
import type { CaseRow } from "@luukku/wire";
import type { LiveDesk } from "./desk.svelte.ts";
import { isInMyQueue } from "./places.ts";

/** What nobody has in their hands: it waits, or is tried again later. What is due first first. */
export function callsOf(rows: Iterable<CaseRow>): CaseRow[] {
  const until = (row: CaseRow) => row.promise?.until ?? row.contact.waiting_since;
  return [...rows]
    .filter(
      ({ contact }) => contact.channel === "call_back" && (contact.state === "waiting" || contact.state === "parked"),
    )
    .sort((a, b) => until(a) - until(b) || a.number - b.number);
}

/** Those of them that stand before me: of my teams' clients, and of those whom they help. */
export function callsFor({ cases, me, teams }: Pick<LiveDesk, "cases" | "me" | "teams">): CaseRow[] {
  return me === null ? [] : callsOf(cases.values()).filter((row) => isInMyQueue(row, me, teams));
}

/** `+358 40 123 4567`: in groups, so that it can be read out and keyed in. */
export function spacedNumber(phone: string): string {
  const [, code = "", rest = ""] =
    /^(\+(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3}))(\d+)$/.exec(phone) ?? [];
  if (code === "") return phone;
  const groups = [rest.slice(0, 2)];
  let left = rest.slice(2);
  // Two or three digits are kept together, and no digit stands alone at the end.
  while (left.length > 4) {
    groups.push(left.slice(0, 3));
    left = left.slice(3);
  }
  groups.push(left);
  return [code, ...groups].join(" ");
}
