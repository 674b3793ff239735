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

/** `now` is the server's clock. */
export function clockFace(contact: ContactRow, now: number): ClockFace {
  const target = contact.answer_target_s * 1000;
  const since = contact.customer_waits_since;
  if (since != null) return target > 0 ? running(Math.max(0, now - since), target) : face("unknown", now - since);
  if (contact.state === "ended") return face("unknown", 0);
  const answered = contact.answered_at;
  if (answered != null) {
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

/** How urgent a wait is: the share of the target used up; the longest against its target first. */
export function urgency(contact: ContactRow, now: number): number {
  if (contact.customer_waits_since == null) return -1;
  return (now - contact.customer_waits_since) / Math.max(1000, contact.answer_target_s * 1000);
}
