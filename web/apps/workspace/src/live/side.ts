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

/** So many lines of one side conversation are kept, like at the desk (`desk::mention`). */
export const KEPT_ASIDE = 20;

/** With a new one. A long side conversation makes room by what was told first, the read ones before the unread. */
export function withMention(
  mentions: ReadonlyMap<string, MentionRow>,
  told: MentionRow,
): ReadonlyMap<string, MentionRow> {
  const next = new Map(mentions).set(told.note_id, told);
  if (told.place === "side") {
    const aside = asideOf(next, told.case_id).sort((a, b) => Number(a.is_read) - Number(b.is_read) || b.at - a.at);
    for (const old of aside.slice(KEPT_ASIDE)) next.delete(old.note_id);
  }
  return next;
}

/** What I was told of, newest first: each note that names me, and each side conversation by its newest line. */
export function mentionList(mentions: ReadonlyMap<string, MentionRow>): readonly { row: MentionRow; more: number }[] {
  const newest = [...mentions.values()].sort((a, b) => b.at - a.at);
  const shown = new Set<string>();
  return newest.flatMap((row) => {
    if (row.place === "thread") return [{ row, more: 0 }];
    if (shown.has(row.case_id)) return [];
    shown.add(row.case_id);
    return [{ row, more: asideOf(mentions, row.case_id).length - 1 }];
  });
}

function asideOf(mentions: ReadonlyMap<string, MentionRow>, caseId: string): MentionRow[] {
  return [...mentions.values()].filter((one) => one.case_id === caseId && one.place === "side");
}

/** How many of its lines I was told of and have not read: nothing for who takes no part. */
export function unreadAside(mentions: ReadonlyMap<string, MentionRow>, caseId: string): number {
  return [...mentions.values()].filter((one) => one.case_id === caseId && one.place === "side" && !one.is_read).length;
}
