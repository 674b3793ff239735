/** The side conversation of a case: what colleagues say to one another beside the customer's thread. */
import type { Entry, MentionRow, NoteEntry } from "@luukku/wire";

export function isAside(entry: Entry): entry is NoteEntry & Entry {
  return entry.kind === "note" && entry.place === "side";
}

/** Its lines in order: those that came with the case, and those that have been told since. */
export function sideLines(side: readonly Entry[], entries: readonly Entry[]): readonly NoteEntry[] {
  const lines = new Map([...side, ...entries].filter(isAside).map((one) => [one.note_id, one]));
  return [...lines.values()].sort((a, b) => a.seq - b.seq);
}

/** How many of its lines I was told of and have not read: nothing for who takes no part. */
export function unreadAside(mentions: ReadonlyMap<string, MentionRow>, caseId: string): number {
  return [...mentions.values()].filter((one) => one.case_id === caseId && one.place === "side" && !one.is_read).length;
}
