/** What goes to the desk: messages through the outbox, and files. */
import { newId } from "./ids";
import { Outbox, type Unsent } from "./outbox";
import type { Parts } from "./parts";
import type { Upload } from "./scene";
import type { Sender, SenderListener } from "./sender";
import type { Uploads } from "./uploads";
import type { Visitor } from "./visitor";

export class Outgoing {
  readonly #outbox: Outbox;
  readonly #visitor: Visitor;
  readonly #parts: Parts;
  readonly #listener: SenderListener;
  #sender: Sender | null = null;
  #uploads: Uploads | null = null;

  constructor(visitor: Visitor, parts: Parts, listener: SenderListener) {
    this.#outbox = new Outbox(visitor.store);
    this.#visitor = visitor;
    this.#parts = parts;
    this.#listener = listener;
  }

  get items(): Unsent[] {
    return this.#outbox.items;
  }

  /** The message that is being left for an answer by e-mail. */
  get left(): Unsent | undefined {
    return this.items.find((one) => one.as === "leave");
  }

  get uploads(): readonly Upload[] {
    return this.#uploads?.items ?? [];
  }

  /** Written down first, then sent: a tab that closes now loses nothing (trust 17). */
  put(item: Omit<Unsent, "message_id" | "contact_id" | "state" | "why">): void {
    this.#outbox.put({ ...item, message_id: newId(), contact_id: newId(), state: "leaving", why: null });
    this.#listener.changed();
    void this.flush();
  }

  remove(messageId: string): void {
    this.#outbox.remove(messageId);
  }

  retry(messageId: string): void {
    this.#outbox.change(messageId, { state: "leaving", why: null });
    this.#listener.changed();
    void this.flush();
  }

  /** Sends what is in the outbox, when there is something. */
  async flush(): Promise<void> {
    if (this.items.length === 0) return;
    const writing = await this.#parts.writing.ask();
    if (writing === null) return;
    this.#sender ??= new writing.Sender(this.#outbox, this.#visitor.api, this.#visitor.prefix, this.#listener);
    this.#sender.flush();
  }

  /** The words without what must not be sent. The desk masks again whatever comes. */
  async masked(text: () => string): Promise<string> {
    const writing = await this.#parts.writing.ask();
    return (writing?.mask(text()).text ?? text()).trimEnd();
  }

  /** Takes files in; false when that is not possible now. */
  async attach(files: File[], limit: number, changed: () => void): Promise<boolean> {
    const writing = await this.#parts.writing.ask();
    if (writing === null) return false;
    this.#uploads ??= new writing.Uploads(this.#visitor.api, changed);
    for (const file of files) this.#uploads.add(file, limit, this.#visitor);
    return true;
  }

  detach(id: string): void {
    this.#uploads?.remove(id);
  }

  clearUploads(): void {
    this.#uploads?.clear();
  }
}
