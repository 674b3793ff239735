/** What goes to the desk: messages through the outbox, and files. */
import { newId } from "./ids";
import { Outbox, type Unsent } from "./outbox";
import type { Parts } from "./parts";
import type { Upload } from "./scene";
import type { Sender, SenderListener } from "./sender";
import type { Attachment } from "./shapes";
import type { Uploads } from "./uploads";
import type { Visitor } from "./visitor";

export interface OutgoingListener extends SenderListener {
  /** A file went further, arrived or was refused. */
  files(): void;
}

export class Outgoing {
  readonly #outbox: Outbox;
  readonly #visitor: Visitor;
  readonly #parts: Parts;
  readonly #listener: OutgoingListener;
  #sender: Sender | null = null;
  #uploads: Uploads | null = null;

  constructor(visitor: Visitor, parts: Parts, listener: OutgoingListener) {
    this.#outbox = new Outbox(visitor.store);
    this.#visitor = visitor;
    this.#parts = parts;
    this.#listener = listener;
  }

  get items(): Unsent[] {
    return this.#outbox.items;
  }

  /** The message that is being left while the chat is closed. */
  get left(): Unsent | undefined {
    return this.items.find((one) => one.as === "leave");
  }

  get uploads(): readonly Upload[] {
    return this.#uploads?.items ?? [];
  }

  /** Written down first, then sent: a tab that closes now loses nothing (trust 17). */
  put(item: Omit<Unsent, "message_id" | "contact_id" | "language" | "state" | "why">): void {
    const before = item.as === "leave" ? this.left : undefined;
    if (before && isSame(before, item)) {
      if (before.state !== "leaving") this.retry(before.message_id);
      return;
    }
    // What was changed in the form goes instead of what did not get through.
    if (before) this.remove(before.message_id);
    const { language } = this.#visitor;
    this.#outbox.put({ ...item, language, message_id: newId(), contact_id: newId(), state: "leaving", why: null });
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
  async attach(files: File[], limit: number): Promise<boolean> {
    const uploads = await this.#filing();
    for (const file of files) uploads?.add(file, limit, this.#visitor);
    return uploads !== null;
  }

  detach(id: string): void {
    this.#uploads?.remove(id);
  }

  /** Files that can go with a message. */
  get arrivedFiles(): Attachment[] {
    return this.uploads.flatMap((one) => one.attachment ?? []);
  }

  /** Forgets the files that went; what was refused stays with its reason until the visitor has seen to it. */
  clearUploads(): void {
    this.#uploads?.clear();
  }

  /** Files of words that were not taken stand above the field again. */
  giveBack(files: Attachment[]): void {
    if (files.length === 0) return;
    void this.#filing().then((uploads) => uploads?.giveBack(files));
  }

  async #filing(): Promise<Uploads | null> {
    const writing = await this.#parts.writing.ask();
    if (writing !== null) this.#uploads ??= new writing.Uploads(this.#visitor.api, () => this.#listener.files());
    return this.#uploads;
  }
}

type Said = Pick<Unsent, "text" | "email" | "attachments">;

function isSame(one: Said, other: Said): boolean {
  const said = ({ text, email, attachments }: Said) => JSON.stringify([text, email, attachments]);
  return said(one) === said(other);
}
