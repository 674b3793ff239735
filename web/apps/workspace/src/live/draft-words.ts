/** What a draft is made of: the words of both sides, and the files of the reply. Pure. */
import type { Attachment, Draft } from "@luukku/wire";
import { type Mode, modeOf, type Outbox } from "./outbox.ts";

/** What the desk is asked to keep. Files belong to the reply. */
export interface Keeping {
  text: string;
  note: string;
  attachments: readonly Attachment[];
}

export const NOTHING: Keeping = { text: "", note: "", attachments: [] };

export function isNothing({ text, note, attachments }: Keeping): boolean {
  return text === "" && note === "" && attachments.length === 0;
}

/** Two drafts are the same when these are. */
export function exactly({ text, note, attachments }: Keeping): string {
  return JSON.stringify([text, note, ids(attachments)]);
}

/** How a draft looks when the desk tells it back: without the spaces and empty lines at its ends. */
export function echoOf({ text, note, attachments }: Keeping): string {
  return exactly({ text: text.trim(), note: note.trim(), attachments });
}

export function haveSame(some: readonly Attachment[], others: readonly Attachment[]): boolean {
  return ids(some) === ids(others);
}

/** The draft without the side that is on its way already, though the desk still has it; `null` when nothing is left. */
export function withoutSent(draft: Draft, going: Outbox): Draft | null {
  const isGoing = (mode: Mode, text: string) => going.some((one) => modeOf(one) === mode && one.text === text.trim());
  const reply = isGoing("reply", draft.text) ? { text: "", attachments: [] } : null;
  const note = isGoing("note", draft.note) ? { note: "" } : null;
  if (!reply && !note) return draft;
  const left = { ...draft, ...reply, ...note };
  return isNothing(left) ? null : left;
}

function ids(attachments: readonly Attachment[]): string {
  return attachments.map((one) => one.attachment_id).join(" ");
}
