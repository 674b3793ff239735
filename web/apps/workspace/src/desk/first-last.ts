/** First and last words that a client has prepared for its agents: which of them is offered now, and what it says. */
import type { CaseRow, ClientSpeech, Entry } from "@luukku/wire";
import type { LiveDesk } from "../live/desk.svelte.ts";
import type { Actions } from "./actions.svelte.ts";
import { filled, type Values, valuesOf } from "./prepared.ts";

export interface FirstOrLast {
  which: "greeting" | "closing";
  /** As it would be put in. */
  text: string;
}

/** What is in the field, on its way, and said already. */
export interface SaidSoFar {
  writing: string;
  leaving: readonly string[];
  entries: readonly Entry[];
}

/** The first words until somebody has answered, then the last ones until they are said. Only in a chat: it is there that one meets. */
export function firstOrLast(row: CaseRow, speech: ClientSpeech, values: Values, said: SaidSoFar): FirstOrLast | null {
  const { contact_id, channel, state, language, answered_at } = row.contact;
  if (channel !== "chat" || state === "ended") return null;
  const isFirst = answered_at == null && said.leaving.length === 0;
  const words = (isFirst ? speech.greeting : speech.closing).find((one) => one.language === language);
  const text = words ? filled(words.text, values)?.trim() : null;
  if (!text) return null;
  const own = said.entries.flatMap((one) =>
    one.kind === "message" && one.by === "agent" && one.contact_id === contact_id ? [one.text] : [],
  );
  const isThere = [said.writing, ...said.leaving, ...(isFirst ? [] : own)].some((one) => one.includes(text));
  return isThere ? null : { which: isFirst ? "greeting" : "closing", text };
}

/** What is offered to me in this case now. */
export function offeredNow(desk: LiveDesk, actions: Actions, row: CaseRow): FirstOrLast | null {
  const client = desk.clients.get(row.client_id);
  const composer = desk.composer(row.case_id);
  if (!client || composer.isInside || !actions.on(row).isMine) return null;
  return firstOrLast(row, client.speech, valuesOf(row, desk.self?.first_name ?? null, client.name), {
    writing: composer.text,
    leaving: desk.sender.of(row.case_id).flatMap((one) => (one.isNote ? [] : [one.text])),
    entries: desk.caseOf(row.case_id).entries,
  });
}

/** First words go before what has been written, last ones after it; the agent reads and may change them. */
export function putIn(desk: LiveDesk, actions: Actions, row: CaseRow): void {
  const offered = offeredNow(desk, actions, row);
  if (!offered) return;
  const composer = desk.composer(row.case_id);
  const written = composer.text.trim();
  const both = offered.which === "greeting" ? [offered.text, written] : [written, offered.text];
  composer.write(both.filter(Boolean).join("\n"));
  composer.caret = null;
  actions.wishToWrite(row.case_id);
}
