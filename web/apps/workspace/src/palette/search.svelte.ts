/** What the desk finds by the typed words, asked when the typing rests. */

import type { Found } from "@luukku/wire";
import { ask } from "../live/api.ts";
import { withQuery } from "../shell/problem.ts";

/** So long nobody has typed when the desk is asked. */
const REST_MS = 150;
/** One letter begins nearly every word; one digit is a number. */
const WORTH_ASKING = /[\p{L}\p{N}]{2}|^\D*\d$/u;

/** Whether the desk is asked for what is typed. */
export const isWorthAsking = (typed: string) => WORTH_ASKING.test(typed);

export class Search {
  found = $state.raw<Found | null>(null);
  standing = $state<"idle" | "waiting" | "found" | "failed">("idle");
  #words = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: AbortController | undefined;

  /** Looks for `typed` as soon as no more is typed. What was found stays until then. */
  type(typed: string): void {
    const words = typed.trim();
    if (words === this.#words) return;
    this.stop();
    this.#words = words;
    if (!isWorthAsking(words)) {
      this.found = null;
      this.standing = "idle";
      return;
    }
    this.standing = "waiting";
    this.#timer = setTimeout(() => void this.again(), REST_MS);
  }

  /** Asks for the same words now. */
  async again(): Promise<void> {
    this.stop();
    const asked = new AbortController();
    this.#asked = asked;
    this.standing = "waiting";
    const answer = await ask<Found>("GET", withQuery("/api/search", { words: this.#words }), undefined, {
      signal: asked.signal,
    });
    // An answer to an earlier question says nothing about this one.
    if (asked.signal.aborted) return;
    this.found = answer.ok ? answer.value : null;
    this.standing = answer.ok ? "found" : "failed";
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#asked?.abort();
  }
}
