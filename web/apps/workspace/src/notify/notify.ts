/** Which news deserves a sound or a notification of the browser. Pure; `notifier.svelte.ts` makes them happen. */
import type { Notice } from "../live/notices.ts";

export interface Around {
  /** Somebody looks at this screen now. */
  isWatched: boolean;
  /** The case that is open on it. */
  openCase: string | null;
  /** I take chats now. */
  isPresent: boolean;
}

export type Sound = "arrival" | "message" | "nudge" | "warning";

/** A soft sound for what calls the ears, never for what the eyes already see. */
export function soundOf(notice: Notice, around: Around): Sound | null {
  switch (notice.type) {
    case "given":
    case "offered":
    case "came_back":
      return "arrival";
    case "waiting":
      return around.isPresent ? "arrival" : null;
    case "message":
      return around.isWatched && around.openCase === notice.row.case_id ? null : "message";
    case "nudge":
      return around.isPresent ? "nudge" : null;
    case "warning":
    case "hurry":
    case "missed":
    case "flagged":
    case "let_pass":
    case "promise_near":
    case "promise_due":
    case "raised":
    case "broken":
      return "warning";
    // The warning has sounded fifteen seconds ago; a breach shows itself.
    case "breach":
    case "note":
    case "solved":
    case "ended":
    case "lost":
      return null;
  }
}

/** A notification only when nobody looks at the screen. */
export function isNotified(notice: Notice, around: Around): boolean {
  if (around.isWatched) return false;
  switch (notice.type) {
    case "given":
    case "offered":
    case "let_pass":
    case "came_back":
    case "message":
    case "warning":
    case "hurry":
    case "missed":
    case "flagged":
    case "breach":
    case "lost":
    case "promise_near":
    case "promise_due":
    case "raised":
    case "broken":
      return true;
    case "waiting":
      return around.isPresent;
    case "nudge":
    case "ended":
    case "note":
    case "solved":
      return false;
  }
}

/** One notification of the browser for each: a newer one takes the place of the older. Of chats that are not mine there is
 * one at a time, however many wait. */
export function tagOf(notice: Notice): string {
  return notice.type === "hurry" || notice.type === "missed" ? notice.type : notice.row.case_id;
}
