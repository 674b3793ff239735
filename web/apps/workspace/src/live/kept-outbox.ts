/**
 * What the desk has not stored yet, kept in this browser: a tab may close in the five seconds of a change of mind, or
 * while there is no line. One key per message, so that two tabs of one agent never write over one another.
 */
import type { Unsent } from "./outbox.ts";
import { type Shelf, shelfOfBrowser } from "./shelf.ts";

/** How long it is known that words were taken back: no tab sleeps longer in the five seconds in which they can be. */
export const MARK_MS = 24 * 60 * 60_000;

/** What the shelf says of words: they are there, or were taken back; `null` when it says nothing, which is no such mark. */
export type OnShelf = Unsent | "taken_back" | null;

export class KeptOutbox {
  readonly #shelf: Shelf;
  readonly #prefix: string;

  /** Each agent has their own: the next one at this computer sends nobody else's words. */
  constructor(agentId: string, shelf: Shelf = shelfOfBrowser()) {
    this.#shelf = shelf;
    this.#prefix = `luukku-unsent-${agentId}-`;
  }

  /** Oldest first. */
  all(): Unsent[] {
    const keys = Array.from({ length: this.#shelf.length }, (_, at) => this.#shelf.key(at));
    const found = keys.flatMap((key) => {
      const one = key?.startsWith(this.#prefix) ? onShelf(this.#shelf.getItem(key)) : null;
      return one && one !== "taken_back" ? [one] : [];
    });
    // A UUIDv7 sorts by when it was made.
    return found.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** False when the browser keeps nothing (it is full, or forbidden): then the draft at the desk has to. */
  keep(one: Unsent): boolean {
    try {
      this.#shelf.setItem(this.#prefix + one.id, JSON.stringify(one));
      return true;
    } catch {
      return false;
    }
  }

  find(id: string): OnShelf {
    return onShelf(this.#shelf.getItem(this.#prefix + id));
  }

  /** The desk has them, or nobody wants them any more. */
  forget(id: string): void {
    this.#shelf.removeItem(this.#prefix + id);
  }

  /** A mark stays instead of the words: a tab that has not heard of it must not take an emptied shelf for it, nor it for one. */
  takeBack(id: string, now: number): void {
    this.forget(id);
    try {
      this.#shelf.setItem(this.#prefix + id, JSON.stringify({ takenBackAt: now } satisfies Mark));
    } catch {
      // A browser that keeps nothing has no words of this tab in another one either.
    }
  }

  /** Takes away what marks are old enough. */
  sweep(now: number): void {
    const keys = Array.from({ length: this.#shelf.length }, (_, at) => this.#shelf.key(at));
    for (const key of keys) {
      if (!key?.startsWith(this.#prefix)) continue;
      const found = parsed(this.#shelf.getItem(key));
      if (isMark(found) && now - found.takenBackAt >= MARK_MS) this.#shelf.removeItem(key);
    }
  }

  /** What another tab did to the shelf; `null` when it was something else. */
  news(event: Pick<StorageEvent, "key" | "newValue">): { id: string; found: OnShelf } | null {
    if (!event.key?.startsWith(this.#prefix)) return null;
    return { id: event.key.slice(this.#prefix.length), found: onShelf(event.newValue) };
  }
}

interface Mark {
  takenBackAt: number;
}

function onShelf(text: string | null): OnShelf {
  const found = parsed(text);
  if (isMark(found)) return "taken_back";
  return isUnsent(found) ? found : null;
}

function parsed(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isMark(found: unknown): found is Mark {
  return typeof found === "object" && found !== null && "takenBackAt" in found && typeof found.takenBackAt === "number";
}

/** Anybody may write into a browser's storage; only what can be sent is taken from it. */
function isUnsent(found: unknown): found is Unsent {
  return (
    typeof found === "object" &&
    found !== null &&
    "id" in found &&
    typeof found.id === "string" &&
    "caseId" in found &&
    typeof found.caseId === "string" &&
    "text" in found &&
    typeof found.text === "string" &&
    "attachments" in found &&
    Array.isArray(found.attachments) &&
    "leavesAt" in found &&
    typeof found.leavesAt === "number"
  );
}
