/** Empties the outbox, one message after another, until each has been answered. */
import { type Api, isDone, mayPass, type Refused } from "./api";
import { pauseOf } from "./connection";
import { newId } from "./ids";
import type { Outbox, Unsent } from "./outbox";
import type { CustomerDone } from "./shapes";

export interface SenderListener {
  changed(): void;
  sent(item: Unsent, done: CustomerDone): void;
  /**
   * The chat closed before these words got in, or nobody who is there knows the matter, which `why` says then; they are
   * no longer in the outbox.
   */
  closed(item: Unsent, why: string | null): void;
}

export class Sender {
  readonly #outbox: Outbox;
  readonly #api: Api;
  readonly #lock: string;
  readonly #listener: SenderListener;
  #running = false;
  #again = false;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(outbox: Outbox, api: Api, lock: string, listener: SenderListener) {
    this.#outbox = outbox;
    this.#api = api;
    this.#lock = lock;
    this.#listener = listener;
  }

  /** Sends what waits. Another tab of the same visitor may be at it: then this one waits, and finds nothing left. */
  flush(): void {
    clearTimeout(this.#retry);
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    void alone(this.#lock, () => this.#sendAll()).finally(() => {
      this.#running = false;
      if (this.#again) {
        this.#again = false;
        this.flush();
      }
    });
  }

  async #sendAll(): Promise<void> {
    for (;;) {
      const item = this.#outbox.items.find((one) => one.state !== "refused");
      if (!item) return;
      const answer = await this.#api.ask("POST", pathOf(item), isDone, bodyOf(item));
      if (answer.ok) {
        this.#failures = 0;
        this.#outbox.remove(item.message_id);
        this.#listener.sent(item, answer.body);
      } else if (mayPass(answer)) {
        this.#failures += 1;
        this.#outbox.change(item.message_id, { state: "failed", why: answer.sentence });
        const pause = Math.max((answer.retryAfterS ?? 0) * 1000, pauseOf(this.#failures, Math.random()));
        this.#retry = setTimeout(() => this.flush(), pause);
        this.#listener.changed();
        return;
      } else {
        this.#refused(item, answer);
      }
      this.#listener.changed();
    }
  }

  #refused(item: Unsent, refused: Refused): void {
    const isUnknown = refused.code === "nobody_knows";
    if (isUnknown || refused.code === "chat_closed") {
      this.#outbox.remove(item.message_id);
      this.#listener.closed(item, isUnknown ? refused.sentence : null);
    } else if (item.as === "write" && (refused.status === 404 || refused.code === "case_closed")) {
      // The conversation is over for good: the same words begin a new one.
      this.#outbox.change(item.message_id, { as: "start", contact_id: newId() });
    } else {
      this.#outbox.change(item.message_id, { state: "refused", why: refused.sentence });
    }
  }
}

function pathOf(item: Unsent): string {
  return item.as === "start" ? "/chats" : item.as === "leave" ? "/left-messages" : "/messages";
}

function bodyOf(item: Unsent): object {
  const { message_id, contact_id, text, language, email, visit } = item;
  const attachments = item.attachments.map((one) => one.attachment_id);
  switch (item.as) {
    case "start":
      return { contact_id, message_id, text, language, ...visit, attachments };
    case "leave":
      return { contact_id, message_id, text, language, ...visit, email, attachments };
    case "write":
      return { message_id, text, attachments };
  }
}

/** Runs when no other tab does. A tab that the browser has frozen must not hold us up: the ids make doubles harmless. */
async function alone(lock: string, run: () => Promise<void>): Promise<void> {
  let hasRun = false;
  try {
    await navigator.locks.request(lock, { signal: AbortSignal.timeout(5000) }, () => {
      hasRun = true;
      return run();
    });
  } catch {
    if (!hasRun) await run();
  }
}
