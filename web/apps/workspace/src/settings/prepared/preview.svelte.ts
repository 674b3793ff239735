/** How a text will read, asked from the desk while it is being written: what a variable is and what is wrong is its rule. */
import type { Language, PreparedText } from "@luukku/wire";
import { ask } from "../../live/api.ts";
import { fieldsOf } from "../../shell/problem.ts";

/** So long after the last key the desk is asked. */
const PAUSE_MS = 300;

export class Preview {
  text = $state.raw<PreparedText | null>(null);
  /** What the desk says against the text as it stands; empty while there is nothing. */
  wrong = $state("");

  /** Gives the function that stops it; call it again for every change. */
  follow(text: string, language: Language): () => void {
    if (text.trim() === "") {
      this.text = null;
      this.wrong = "";
      return () => undefined;
    }
    const stop = new AbortController();
    const pause = setTimeout(() => void this.#ask(text, language, stop.signal), PAUSE_MS);
    return () => {
      clearTimeout(pause);
      stop.abort();
    };
  }

  async #ask(text: string, language: Language, signal: AbortSignal): Promise<void> {
    const answer = await ask<PreparedText>("POST", "/api/prepared-reply-preview", { text, language }, { signal });
    if (signal.aborted) return;
    // Without an answer the last preview stays: saving will tell more.
    if (answer.ok) this.text = answer.value;
    this.wrong = answer.ok ? "" : (fieldsOf(answer.problem).text ?? "");
  }
}
