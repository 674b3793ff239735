/** What is worth a sound, a notification or a title: decided by comparing what was known with what is known now. */
import type { AgentFrame, AgentRow, CaseRow, Me } from "@luukku/wire";
import { targetMs, urgency } from "./clock.ts";
import { isInMyQueue, looksAfter } from "./places.ts";
import { NEAR_MS, reached as promisesReached } from "./promises.ts";
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
  /** Half of the answer target has passed in one of my chats, or in one that is offered to me. */
  | { type: "nudge"; row: CaseRow }
  /** 75 % of it has in a chat that waits and that I could take. */
  | { type: "hurry"; row: CaseRow }
  /** The desk has noted that a chat which is not mine waits past its answer target; told to who looks after the desk. */
  | { type: "missed"; row: CaseRow }
  /** A colleague marked what a customer wrote as hostile; told to who looks after the desk. */
  | { type: "flagged"; row: CaseRow }
  /** 75 % of the answer target has passed in one of my chats. */
  | { type: "warning"; row: CaseRow }
  /** All of it has. */
  | { type: "breach"; row: CaseRow }
  /** A reply that also solves has been stored. */
  | { type: "solved"; row: CaseRow }
  /** One of my chats was ended by the customer, or by silence. */
  | { type: "ended"; row: CaseRow }
  /** One of my chats is no longer mine. */
  | { type: "lost"; row: CaseRow }
  /** A customer wrote in a chat that I had parked: it waits in the queue. */
  | { type: "came_back"; row: CaseRow }
  /** A third handover in a case; told to who looks after the desk. */
  | { type: "raised"; row: CaseRow }
  /** Nobody has come back by the time that a colleague promised; told to who looks after the desk. */
  | { type: "broken"; row: CaseRow }
  /** I have promised to come back in ten minutes. */
  | { type: "promise_near"; row: CaseRow }
  /** I have promised to come back now. */
  | { type: "promise_due"; row: CaseRow };

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
  if (frame.type === "happened" && after.me) return looksAfter(after.me.role) ? missed(after, frame, after.me) : [];
  if (frame.type !== "case" || me === undefined) return [];
  const id = frame.row.case_id;
  const old = before.cases.get(id);
  const row = after.cases.get(id);
  if (!row || old === row) return [];
  if (old && isMine(old, me) && !isMine(row, me)) {
    if (row.contact.state === "parked" && row.contact.held_by === me) return [];
    if (row.contact.state !== "ended") return [{ type: "lost", row }];
    return row.contact.ended_by === "agent" ? [] : [{ type: "ended", row }];
  }
  if (isMine(row, me)) {
    if (!old || !isMine(old, me)) return ours.has(id) ? [] : [{ type: "given", row }];
    return said(old, row, frame, me);
  }
  const isParkedByMe = old?.contact.state === "parked" && old.contact.held_by === me;
  if (isParkedByMe && row.contact.state === "waiting") return [{ type: "came_back", row }];
  const isOfferedTo = (one: CaseRow | undefined) => one?.contact.offer?.agent_id === me;
  if (isOfferedTo(row) && !isOfferedTo(old)) return [{ type: "offered", row }];
  if (frame.entries.some((one) => one.kind === "offer_ended" && one.to === me && one.why === "let_pass"))
    return [{ type: "let_pass", row }];
  // What only comes to my team when it has waited for some time is news then, and not before.
  const stands = (one: CaseRow | undefined) =>
    one?.contact.state === "waiting" && after.me !== null && isInMyQueue(one, after.me, after.teams);
  const isNew = !stands(old) || old?.contact.contact_id !== row.contact.contact_id;
  return stands(row) && isNew ? [{ type: "waiting", row }] : [];
}

function missed(after: DeskState, frame: AgentFrame & { type: "happened" }, me: Me): Notice[] {
  const row = after.cases.get(frame.case_id);
  if (!row) return [];
  if (frame.entry.kind === "raised_to_lead") return [{ type: "raised", row }];
  // My own clocks tell me themselves.
  if (frame.entry.kind === "promise_broken") return frame.entry.by === me.agent_id ? [] : [{ type: "broken", row }];
  if (frame.entry.kind === "flagged" && !isMine(row, me.agent_id)) return [{ type: "flagged", row }];
  if (frame.entry.kind !== "answer_target_missed" || isMine(row, me.agent_id)) return [];
  return [{ type: "missed", row }];
}

function said(old: CaseRow, row: CaseRow, frame: AgentFrame & { type: "case" }, me: string): Notice[] {
  const fresh = frame.entries.filter((one) => one.seq > old.seq);
  const notes = fresh.flatMap((one): Notice[] =>
    one.kind === "note" && one.place === "thread" && one.agent_id !== me ? [{ type: "note", row, text: one.text }] : [],
  );
  const words = row.last_words;
  const spoke = words?.by === "customer" && words.at !== old.last_words?.at;
  return spoke ? [...notes, { type: "message", row, text: words.text }] : notes;
}

/** Whose clocks are watched on this screen. */
export interface Watched {
  mine: readonly CaseRow[];
  offers: readonly CaseRow[];
  /** What waits that I could take now. */
  takeable: readonly CaseRow[];
  self: Pick<AgentRow, "presence"> | undefined;
  /** All that this screen knows, for what I have promised in them. */
  cases?: ReadonlyMap<string, CaseRow>;
  me?: Pick<Me, "agent_id"> | null;
}

/** Which steps before and at the answer target were reached between two ticks, the most urgent first. */
export function crossings({ mine, offers, takeable, self, cases, me }: Watched, before: number, now: number): Notice[] {
  const reached = (rows: readonly CaseRow[], share: number, until: number) =>
    rows.filter(({ contact }) => {
      const is = urgency(contact, now);
      return targetMs(contact) !== null && urgency(contact, before) < share && is >= share && is < until;
    });
  // Who is on a break is not called to the queue.
  const called = self?.presence === "present" ? takeable : [];
  const promised = (ahead: number) => promisesReached(cases?.values() ?? [], me?.agent_id, ahead, before, now);
  return [
    ...promised(0).map((row): Notice => ({ type: "promise_due", row })),
    ...promised(NEAR_MS).map((row): Notice => ({ type: "promise_near", row })),
    ...reached(mine, 1, Infinity).map((row): Notice => ({ type: "breach", row })),
    ...reached(mine, 0.75, 1).map((row): Notice => ({ type: "warning", row })),
    ...reached(called, 0.75, 1).map((row): Notice => ({ type: "hurry", row })),
    ...reached([...mine, ...offers], 0.5, 0.75).map((row): Notice => ({ type: "nudge", row })),
  ];
}
