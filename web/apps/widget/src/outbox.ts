/**
 * Words that have not reached the desk yet. They are written down before they are sent, with the ids they will keep,
 * so that neither a closed tab nor a second tab loses or doubles them (trust 16, 17; D2, D8).
 */
import type { Attachment, Language, Visit } from "./shapes";
import type { Store } from "./storage";

export interface Unsent {
  message_id: string;
  /** What it is sent as: first words, a message left while closed, or a line of the conversation. */
  as: "start" | "leave" | "write";
  contact_id: string;
  text: string;
  attachments: Attachment[];
  language: Language;
  email: string | null;
  visit: Visit;
  /** When it was written (ms). */
  at: number;
  /** `refused`: the desk said no; only the visitor sends it again. `failed`: it could not be reached. */
  state: "leaving" | "failed" | "refused";
  /** Why it was refused, in words. */
  why: string | null;
}

export class Outbox {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Everything unsent, oldest first. Read anew each time: another tab writes here too. */
  get items(): Unsent[] {
    const kept = this.#store.read("outbox");
    if (kept === null) return [];
    try {
      const items: unknown = JSON.parse(kept);
      return Array.isArray(items) ? items.filter(isUnsent) : [];
    } catch {
      return [];
    }
  }

  put(item: Unsent): void {
    const others = this.items;
    const index = others.findIndex((one) => one.message_id === item.message_id);
    if (index < 0) others.push(item);
    else others[index] = item;
    this.#write(others);
  }

  /** Changes an item that is still here; one that another tab has sent stays gone. */
  change(messageId: string, change: Partial<Unsent>): void {
    const items = this.items;
    if (!items.some((one) => one.message_id === messageId)) return;
    this.#write(items.map((one) => (one.message_id === messageId ? { ...one, ...change } : one)));
  }

  remove(messageId: string): void {
    const items = this.items;
    const left = items.filter((one) => one.message_id !== messageId);
    if (left.length < items.length) this.#write(left);
  }

  #write(items: Unsent[]): void {
    this.#store.write("outbox", items.length > 0 ? JSON.stringify(items) : null);
  }
}

function isUnsent(value: unknown): value is Unsent {
  return (
    typeof value === "object" &&
    value !== null &&
    "message_id" in value &&
    typeof value.message_id === "string" &&
    "text" in value &&
    typeof value.text === "string" &&
    "attachments" in value &&
    Array.isArray(value.attachments)
  );
}
