/**
 * Words on their way: between the agent's Enter and the desk's answer. Pure; who sends is `sender.svelte.ts`.
 * A reply waits five seconds for a change of mind, a note leaves at once. Ids are made here, so sending again is safe (D2).
 */
import type { Attachment, Entry, Mentions, NotePlace } from "@luukku/wire";

export const UNDO_MS = 5000;
/** Another tab's words are sent from here when that tab has not done it by then: it was closed. */
export const ELSEWHERE_MS = 4000;
/** Words that are older than this are not sent by themselves: the customer may have gone, and the agent decides. */
export const STALE_MS = 10 * 60_000;

export type Where =
  /** May still be taken back; leaves at `leavesAt`. */
  | "leaving"
  /** The same, in another tab of mine, or in one that was closed before the desk answered. */
  | "elsewhere"
  /** On its way. */
  | "sending"
  /** No line to the desk: will go by itself. */
  | "waiting"
  /** The desk said no; the text is safe. */
  | "refused";

export interface Unsent {
  /** The message's or note's id. */
  id: string;
  caseId: string;
  isNote: boolean;
  text: string;
  /** Where a note stands: in the thread when it is not said. */
  place?: NotePlace;
  /** Whom a note names. */
  mentions?: Mentions;
  attachments: readonly Attachment[];
  solve: boolean;
  /** Last seq the writer had seen; `null` sends in spite of a colleague's answer. */
  seenSeq: number | null;
  where: Where;
  leavesAt: number;
  /** The desk's sentence, when refused. */
  why: string | null;
  code: string | null;
}

/** Whom words are for: the customer, whoever reads the case, or colleagues in the side conversation. */
export type Mode = "reply" | "note" | "side";

/** In which field it was written. */
export function modeOf(one: Unsent): Mode {
  if (!one.isNote) return "reply";
  return one.place === "side" ? "side" : "note";
}

export type Outbox = readonly Unsent[];

/**
 * The same case's earlier words leave now: order is kept, and whoever goes on writing has decided. What another tab counts
 * down is that tab's: it may still be taken back there, and these words wait for it.
 */
export function add(outbox: Outbox, one: Unsent, now: number): Outbox {
  const earlier = outbox.map((other) =>
    other.caseId === one.caseId && other.where === "leaving"
      ? { ...other, leavesAt: Math.min(other.leavesAt, now) }
      : other,
  );
  return [...earlier, one];
}

/** Whether it may still be taken back. A note has left at once. */
export function isLeaving(one: Unsent, now: number): boolean {
  return !one.isNote && (one.where === "leaving" || one.where === "elsewhere") && one.leavesAt > now;
}

/** Until it leaves. The screen's clock ticks once a second, so just after Enter it would still show one too many. */
export function secondsLeft(one: Unsent, now: number): number {
  return Math.min(UNDO_MS / 1000, Math.max(0, Math.ceil((one.leavesAt - now) / 1000)));
}

/**
 * The newest reply that may still be taken back: of this case, or else of any, because the wrong chat is noticed in the
 * next one.
 */
export function newestLeaving(outbox: Outbox, caseId: string | null, now: number): Unsent | null {
  const leaving = outbox.filter((one) => isLeaving(one, now));
  return leaving.findLast((one) => one.caseId === caseId) ?? leaving.at(-1) ?? null;
}

/**
 * Words that this browser kept, from another tab or from an earlier life of this one; or what became of them there. What is on
 * its way there has left, whatever this tab's clock says, also when it was counted down here.
 */
export function adopt(outbox: Outbox, kept: Unsent, now: number): Outbox {
  const isOver = kept.where === "refused" || now - kept.leavesAt > STALE_MS;
  const isSent = kept.where === "sending";
  const leavesAt = isSent ? Math.min(kept.leavesAt, now) : kept.leavesAt;
  const adopted: Unsent = { ...kept, where: isOver ? "refused" : "elsewhere", leavesAt };
  if (!outbox.some((one) => one.id === kept.id)) return [...outbox, adopted];
  const follows = (one: Unsent) =>
    one.where === "elsewhere" || (isSent && (one.where === "leaving" || one.where === "refused"));
  return outbox.map((one) => (one.id === kept.id && follows(one) ? adopted : one));
}

export function without(outbox: Outbox, id: string): Outbox {
  return outbox.filter((one) => one.id !== id);
}

export function moved(outbox: Outbox, id: string, to: Partial<Omit<Unsent, "id">>): Outbox {
  return outbox.map((one) => (one.id === id ? { ...one, ...to } : one));
}

/** What may leave now: per case only the first, so that the desk gets them in the order they were written. */
export function due(outbox: Outbox, now: number): Unsent[] {
  const seen = new Set<string>();
  return outbox.filter((one) => {
    if (one.where === "refused") return false;
    if (seen.has(one.caseId)) return false;
    seen.add(one.caseId);
    if (one.where === "elsewhere") return one.leavesAt + ELSEWHERE_MS <= now;
    return one.where === "waiting" || (one.where === "leaving" && one.leavesAt <= now);
  });
}

/** What the desk has stored is no longer unsent, by whichever way the news came. */
export function settle(outbox: Outbox, entries: readonly Entry[]): Outbox {
  const stored = new Set(
    entries.flatMap((one) => (one.kind === "message" ? [one.message_id] : one.kind === "note" ? [one.note_id] : [])),
  );
  return outbox.some((one) => stored.has(one.id)) ? outbox.filter((one) => !stored.has(one.id)) : outbox;
}

/** Whether a refusal can change by waiting: no answer, overload and storage trouble can, a 4xx cannot. */
export function goesAgain(status: number | null): boolean {
  return status === null || status === 408 || status === 429 || status >= 500;
}

/** The first message of a colleague after `seenSeq`: whoever writes should read it first. */
export function colleagueAnswered(entries: readonly Entry[], seenSeq: number, me: string) {
  return entries.find(
    (one) => one.seq > seenSeq && one.kind === "message" && one.by === "agent" && one.agent_id !== me,
  );
}
