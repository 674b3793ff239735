/**
 * What the desk has not stored yet, kept in this browser: a tab may close in the five seconds of a change of mind, or
 * while there is no line. One key per message, so that two tabs of one agent never write over one another.
 */
import type { Unsent } from "./outbox.ts";
import { type Shelf, shelfOfBrowser } from "./shelf.ts";

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
      const one = key?.startsWith(this.#prefix) ? read(this.#shelf.getItem(key)) : null;
      return one ? [one] : [];
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

  has(id: string): boolean {
    return this.#shelf.getItem(this.#prefix + id) !== null;
  }

  forget(id: string): void {
    this.#shelf.removeItem(this.#prefix + id);
  }

  /** What another tab did to the shelf: kept words, or took them away; `null` when it was something else. */
  news(event: Pick<StorageEvent, "key" | "newValue">): { id: string; one: Unsent | null } | null {
    if (!event.key?.startsWith(this.#prefix)) return null;
    return { id: event.key.slice(this.#prefix.length), one: read(event.newValue) };
  }
}

function read(text: string | null): Unsent | null {
  if (text === null) return null;
  try {
    const found: unknown = JSON.parse(text);
    return isUnsent(found) ? found : null;
  } catch {
    return null;
  }
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
