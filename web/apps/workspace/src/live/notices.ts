/** What is worth a sound, a notification or a title: decided by comparing what was known with what is known now. */
import type { AgentFrame, CaseRow, Me } from "@luukku/wire";
import { urgency } from "./clock.ts";
import type { DeskState } from "./state.ts";

export type Notice =
  /** A contact began to wait that I may take. */
  | { type: "waiting"; row: CaseRow }
  /** A chat is offered to me. */
  | { type: "offered"; row: CaseRow }
  /** I let an offered chat pass. */
  | { type: "let_pass"; row: CaseRow }
  /** A chat opened in one of my luukut without my taking it. */
  | { type: "given"; row: CaseRow }
  /** The customer wrote in one of my chats. */
  | { type: "message"; row: CaseRow; text: string }
  /** A colleague noted something in one of my chats. */
  | { type: "note"; row: CaseRow; text: string }
  /** 75 % of the answer target has passed in one of my chats. */
  | { type: "warning"; row: CaseRow }
  /** All of it has. */
  | { type: "breach"; row: CaseRow }
  /** A reply that also solves has been stored. */
  | { type: "solved"; row: CaseRow }
  /** One of my chats was ended by the customer, or by silence. */
  | { type: "ended"; row: CaseRow }
  /** One of my chats is no longer mine. */
  | { type: "lost"; row: CaseRow };

export function isMine(row: CaseRow, me: string): boolean {
  return row.contact.state === "taken" && row.contact.held_by === me;
}

/** Whether the desk takes what I have seen as read: mine, or last words of what is over. Its rule; this only saves requests. */
export function reads(row: CaseRow, me: Me): boolean {
  if (isMine(row, me.agent_id)) return true;
  return me.role !== "read_only" && row.contact.state === "ended" && row.unread > 0;
}

/** `ours` are cases that this screen has just taken by itself: they are no news. */
export function noticesOf(before: DeskState, after: DeskState, frame: AgentFrame, ours: ReadonlySet<string>): Notice[] {
  const me = after.me?.agent_id;
  if (frame.type !== "case" || me === undefined) return [];
  const id = frame.row.case_id;
  const old = before.cases.get(id);
  const row = after.cases.get(id);
  if (!row || old === row) return [];
  if (old && isMine(old, me) && !isMine(row, me)) {
    if (row.contact.state !== "ended") return [{ type: "lost", row }];
    return row.contact.ended_by === "agent" ? [] : [{ type: "ended", row }];
  }
  if (isMine(row, me)) {
    if (!old || !isMine(old, me)) return ours.has(id) ? [] : [{ type: "given", row }];
    return said(old, row, frame, me);
  }
  const isOfferedTo = (one: CaseRow | undefined) => one?.contact.offer?.agent_id === me;
  if (isOfferedTo(row) && !isOfferedTo(old)) return [{ type: "offered", row }];
  if (frame.entries.some((one) => one.kind === "offer_ended" && one.to === me && one.why === "let_pass"))
    return [{ type: "let_pass", row }];
  const waits = row.contact.state === "waiting";
  return waits && (old?.contact.state !== "waiting" || old.contact.contact_id !== row.contact.contact_id)
    ? [{ type: "waiting", row }]
    : [];
}

function said(old: CaseRow, row: CaseRow, frame: AgentFrame & { type: "case" }, me: string): Notice[] {
  const fresh = frame.entries.filter((one) => one.seq > old.seq);
  const notes = fresh.flatMap((one): Notice[] =>
    one.kind === "note" && one.agent_id !== me ? [{ type: "note", row, text: one.text }] : [],
  );
  const words = row.last_words;
  const spoke = words?.by === "customer" && words.at !== old.last_words?.at;
  return spoke ? [...notes, { type: "message", row, text: words.text }] : notes;
}

/** Which of my clocks have crossed 75 % or 100 % between two ticks. */
export function crossings(mine: readonly CaseRow[], before: number, now: number): Notice[] {
  return mine.flatMap((row): Notice[] => {
    const was = urgency(row.contact, before);
    const is = urgency(row.contact, now);
    if (was < 1 && is >= 1) return [{ type: "breach", row }];
    return was < 0.75 && is >= 0.75 ? [{ type: "warning", row }] : [];
  });
}
