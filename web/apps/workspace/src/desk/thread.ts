/** Turns a case's entries into what the thread shows: days, messages that belong together, quiet events, words on their way. */
import type { Entry, MessageEntry, NoteEntry } from "@luukku/wire";
import type { Unsent } from "../live/outbox.ts";
import { isSame } from "../live/same.ts";
import { isAside } from "../live/side.ts";

export type Event = Exclude<Entry, { kind: "message" | "note" | "case_opened" }>;

export type Item =
  | { type: "day"; key: string; at: number }
  | { type: "said"; key: string; entry: MessageEntry; said: Said }
  | { type: "note"; key: string; entry: NoteEntry }
  | { type: "happened"; key: string; entry: Event }
  | { type: "unsent"; key: string; one: Unsent };

export interface Said {
  /** Same speaker as just before: stands closer and needs no corner of its own. */
  follows: boolean;
  /** The time is told below the next one of the same minute. */
  isTimeBelow: boolean;
  /** Milliseconds that the customer waited for this first human answer of the contact. */
  answeredMs: number | null;
  isRead: boolean;
}

/** Messages of one speaker closer than this belong together. */
const TOGETHER_MS = 3 * 60_000;

export function thread(entries: readonly Entry[], unsent: readonly Unsent[], customerReadSeq: number): Item[] {
  const answers = firstAnswers(entries);
  const shown = entries.filter((entry, at) => isShown(entry, entries, at));
  const items: Item[] = [];
  shown.forEach((entry, at) => {
    const before = shown[at - 1];
    if (!before || new Date(before.at).toDateString() !== new Date(entry.at).toDateString()) {
      items.push({ type: "day", key: `day-${entry.seq}`, at: entry.at });
    }
    const after = shown[at + 1];
    items.push(itemOf(entry, before, after, answers.get(entry.seq) ?? null, customerReadSeq));
  });
  const stored = new Set(entries.flatMap((one) => (one.kind === "message" ? [one.message_id] : [])));
  for (const one of unsent) if (!stored.has(one.id)) items.push({ type: "unsent", key: one.id, one });
  return items;
}

/** Whether nothing has to be drawn again. */
export function isSameItem(one: Item, other: Item): boolean {
  if (one.type !== "said" || other.type !== "said") return isSame(one, other);
  return one.entry === other.entry && isSame(one.said, other.said);
}

function itemOf(
  entry: Entry,
  before: Entry | undefined,
  after: Entry | undefined,
  answeredMs: number | null,
  customerReadSeq: number,
): Item {
  if (entry.kind === "note") return { type: "note", key: entry.note_id, entry };
  if (entry.kind !== "message") {
    // `case_opened` is not shown (see `isShown`); the contact that began with it says the same.
    if (entry.kind === "case_opened") return { type: "day", key: `opened-${entry.seq}`, at: entry.at };
    return { type: "happened", key: `event-${entry.seq}`, entry };
  }
  const isRead = entry.by !== "customer" && entry.seq <= customerReadSeq;
  const nextIsRead = after !== undefined && after.seq <= customerReadSeq;
  const said: Said = {
    follows: belongs(entry, before),
    isTimeBelow:
      after?.kind === "message" &&
      belongs(after, entry) &&
      minute(after.at) === minute(entry.at) &&
      answeredMs === null &&
      entry.masked.length === 0 &&
      (entry.by === "customer" || isRead === nextIsRead),
    answeredMs,
    isRead,
  };
  return { type: "said", key: entry.message_id, entry, said };
}

function minute(at: number): number {
  return Math.floor(at / 60_000);
}

function belongs(entry: MessageEntry, before: Entry | undefined): boolean {
  return (
    before?.kind === "message" &&
    before.by === entry.by &&
    before.agent_id === entry.agent_id &&
    entry.at - before.at < TOGETHER_MS &&
    new Date(before.at).toDateString() === new Date(entry.at).toDateString()
  );
}

/** What an act brought with it by rule is not told a second time. */
function isShown(entry: Entry, entries: readonly Entry[], at: number): boolean {
  if (entry.kind === "case_opened" || isAside(entry)) return false;
  if (entry.kind === "owner_changed") return entry.by != null && entries[at - 1]?.kind !== "transferred";
  if (entry.kind === "state_changed") return entry.by != null;
  // Who asks for a call instead of waiting is told once. The line of the new contact stands where it names a rule.
  if (isCalledInstead(entry)) return !namesRule(entries[at + 1]);
  if (entry.kind === "contact_started") return namesRule(entry) || !isCalledInstead(entries[at - 1]);
  return true;
}

function isCalledInstead(entry: Entry | undefined): boolean {
  return entry?.kind === "contact_ended" && entry.by === "call_back";
}

function namesRule(entry: Entry | undefined): boolean {
  return entry?.kind === "contact_started" && entry.by_rule != null;
}

/** Seq of each contact's first human answer → how long the customer had waited for it. */
function firstAnswers(entries: readonly Entry[]): Map<number, number> {
  const answers = new Map<number, number>();
  let startedAt: number | null = null;
  for (const entry of entries) {
    if (entry.kind === "contact_started") startedAt = entry.at;
    if (entry.kind === "message" && entry.by === "agent" && startedAt !== null) {
      answers.set(entry.seq, entry.at - startedAt);
      startedAt = null;
    }
  }
  return answers;
}
