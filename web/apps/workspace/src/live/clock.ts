/** The answer clock as screens show it: six forms, told apart by shape, figure and words before colour (design.md §3). */
import type { ContactRow } from "@luukku/wire";

export type Form = "calm" | "half" | "warn" | "over" | "theirs" | "kept" | "unknown";

export interface ClockFace {
  form: Form;
  /** Milliseconds that the figure shows. */
  ms: number;
  /** Seconds left (`warn`) or over (`over`); 0 otherwise. */
  rest_s: number;
  /** Share of the target that has passed, 0–1. */
  share: number;
}

/** For how long a first answer in time is shown as kept before it is simply the customer's turn. */
const KEPT_MS = 60_000;

/** A left message waits for an answer too, but nobody sits and waits for it: the minute is not promised there. */
export function targetMs(contact: ContactRow): number | null {
  return contact.channel === "chat" && contact.answer_target_s > 0 ? contact.answer_target_s * 1000 : null;
}

/** Since when somebody in the queue waits, as their own clock counts it: who has been answered before waits since they came back. */
export function waitsSince(contact: ContactRow): number {
  return contact.customer_waits_since ?? contact.waiting_since;
}

/** `now` is the server's clock. */
export function clockFace(contact: ContactRow, now: number): ClockFace {
  const target = targetMs(contact);
  const since = contact.customer_waits_since;
  if (since != null) {
    const ms = Math.max(0, now - since);
    return target === null ? face("unknown", ms) : running(ms, target);
  }
  if (contact.state === "ended") return face("unknown", 0);
  const answered = contact.answered_at;
  if (answered != null && target !== null) {
    const took = answered - contact.started_at;
    if (now - answered < KEPT_MS && took <= target) return face("kept", took);
  }
  return face("theirs", Math.max(0, now - contact.turn_since));
}

function running(ms: number, target: number): ClockFace {
  const share = Math.min(1, ms / target);
  const passed_s = Math.floor(ms / 1000);
  const target_s = target / 1000;
  if (share >= 1) return { form: "over", ms, rest_s: passed_s - target_s, share };
  if (share >= 0.75) return { form: "warn", ms, rest_s: target_s - passed_s, share };
  return { form: share >= 0.5 ? "half" : "calm", ms, rest_s: 0, share };
}

function face(form: Form, ms: number): ClockFace {
  return { form, ms, rest_s: 0, share: 0 };
}

/** `0:48` under an hour; hours and minutes above. */
export function parts(ms: number): { hours: number; minutes: number; seconds: number } {
  const all = Math.floor(Math.max(0, ms) / 1000);
  return { hours: Math.floor(all / 3600), minutes: Math.floor(all / 60) % 60, seconds: all % 60 };
}

export function figure(ms: number): string {
  const { hours, minutes, seconds } = parts(ms);
  return `${hours * 60 + minutes}:${String(seconds).padStart(2, "0")}`;
}

/** A left message is as urgent after this as a chat is at once. */
const LEFT_MESSAGE_MS = 7 * 24 * 3_600_000;

/** How urgent a wait is: the share of the target used up; the longest against its target first. */
export function urgency(contact: ContactRow, now: number): number {
  if (contact.customer_waits_since == null) return -1;
  // The page's clock ticks by the second: a wait that has just begun may lie ahead of it, and is a wait all the same.
  return Math.max(0, now - contact.customer_waits_since) / (targetMs(contact) ?? LEFT_MESSAGE_MS);
}
