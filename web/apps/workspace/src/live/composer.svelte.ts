/** What is being written in one case: the reply, the note, the files, and whether the desk has kept them. */
import type { Attachment, Draft, MessageLimits, Problem } from "@luukku/wire";
import { upload } from "./api.ts";
import { echoOf, exactly, haveSame, isNothing, type Keeping, NOTHING } from "./draft-words.ts";
import { newId } from "./ids.ts";
import { KeptSide } from "./kept-side.ts";
import { type Mode, modeOf, type Unsent } from "./outbox.ts";

export type { Mode } from "./outbox.ts";

/** A file on its way up, or there. */
export interface Upload {
  id: string;
  name: string;
  sizeBytes: number;
  /** Share that has left, 0–1. */
  share: number;
  attachment: Attachment | null;
  problem: Problem | null;
  /** Why it is not going: the desk or the line, its size, or too many beside it. */
  failed: "desk" | "size" | "count" | null;
  /** For another try; `null` when only the desk has it. */
  file: File | null;
}

/** So many echoes of the own draft are waited for; older ones are taken to be lost. */
const MOST_ECHOES = 20;
const KEEP_MS = 800;
/** Typing is told again every three seconds and taken back after four without a key. */
const TELL_MS = 3000;
const QUIET_MS = 4000;

/** What a composer needs from the desk around it. */
export interface Surroundings {
  keep: (what: Keeping, leaving: boolean) => Promise<number | null>;
  type: (active: boolean, isNote: boolean) => void;
  lastSeq: () => number;
  /** What the desk takes with one message; `null` while that is not known. */
  limits: () => MessageLimits | null;
  /** Who writes: what only this browser keeps is theirs alone. */
  me: () => string;
}

export class Composer {
  readonly caseId: string;
  mode = $state<Mode>("reply");
  uploads = $state.raw<readonly Upload[]>([]);
  /** When the desk kept the draft last (ms); `null` while there is none. */
  keptAt = $state<number | null>(null);
  /** A colleague answered since the writing began, and the writer has not decided yet. */
  collided = $state(false);
  /** Last seq that was there when the writing began; `null` when nothing is being written. */
  seenSeq: number | null = null;
  /** Where the caret was when the field was left. */
  caret: [number, number] | null = null;

  #texts = $state({ reply: "", note: "", side: "" });
  /** A line of the side conversation is no draft of the desk: this browser keeps it. */
  readonly #keptSide: KeptSide;
  #around: Surroundings;
  /** What the desk has; `null` while that is not known. */
  #kept: Keeping | null = NOTHING;
  #keptEcho = echoOf(NOTHING);
  /** What the desk is being asked to keep just now; `null` when it has answered. */
  #asking: string | null = null;
  /** What the desk was asked to keep and has not told back yet, oldest first. */
  #echoes: string[] = [];
  #keeping: ReturnType<typeof setTimeout> | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #toldAt = 0;
  /** The writer is on the side where they want to be: words from elsewhere turn nothing any more. */
  #isSettled = false;

  constructor(caseId: string, around: Surroundings, draft: Draft | null) {
    this.caseId = caseId;
    this.#around = around;
    this.#keptSide = new KeptSide(around.me(), caseId);
    this.#texts.side = this.#keptSide.text;
    if (draft) this.#fill(draft, NOTHING);
  }

  /** Only the desk reads it. */
  get isInside(): boolean {
    return this.mode !== "reply";
  }

  get #writing(): Keeping {
    return { text: this.#texts.reply, note: this.#texts.note, attachments: this.attachments };
  }

  /** Something stands on that side and has not been sent. */
  holds(mode: Mode): boolean {
    return this.#texts[mode].trim() !== "" || (mode === "reply" && this.attachments.length > 0);
  }

  get text(): string {
    return this.#texts[this.mode];
  }

  get attachments(): Attachment[] {
    return this.uploads.flatMap((one) => (one.attachment ? [one.attachment] : []));
  }

  get isUploading(): boolean {
    return this.uploads.some((one) => !one.attachment && !one.failed);
  }

  /** A file that will not go: sending without it would promise the customer what is not there. */
  get hasFailed(): boolean {
    return this.uploads.some((one) => one.failed !== null);
  }

  get isEmpty(): boolean {
    return !this.holds(this.mode);
  }

  /** Characters that the desk would not take, counted as it counts them; nothing or less when all go. */
  get tooMany(): number {
    const limit = this.#around.limits()?.text ?? Number.POSITIVE_INFINITY;
    return [...this.text.trim()].length - limit;
  }

  /** The largest file, in bytes. */
  get largestFile(): number {
    return this.#around.limits()?.file_bytes ?? Number.POSITIVE_INFINITY;
  }

  write(text: string): void {
    this.#isSettled = true;
    if (this.mode === "side") {
      this.#texts.side = text;
      this.#keptSide.keep(text);
      return;
    }
    if (this.seenSeq === null && text !== "") this.seenSeq = this.#around.lastSeq();
    if (text === "") this.#settle();
    this.#texts[this.mode] = text;
    this.#tell(text !== "");
    this.#keepSoon();
  }

  #keepSoon(): void {
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => void this.keep(), KEEP_MS);
  }

  /** Both sides keep their own words. */
  turn(mode: Mode): void {
    this.#isSettled = true;
    if (mode === this.mode) return;
    this.#tell(false);
    this.mode = mode;
  }

  /** The words are about to leave: from here on the outbox has them. */
  empty(): void {
    if (this.mode === "side") {
      this.write("");
      return;
    }
    clearTimeout(this.#keeping);
    this.#texts[this.mode] = "";
    if (this.mode === "reply") this.uploads = [];
    this.#settle();
    this.#tell(false);
  }

  /** Puts words back that did not leave, in front of what has been written since. */
  giveBack(one: Unsent): void {
    const { text, attachments } = one;
    this.mode = modeOf(one);
    const since = this.text.trim();
    this.write(since === "" ? text : `${text}\n${since}`);
    this.uploads = [...attachments.map(there), ...this.uploads];
  }

  /** The colleague's answer has been read: from here on it is known. */
  seen(): void {
    this.seenSeq = this.#around.lastSeq();
    this.collided = false;
  }

  /** News of the draft from another screen of mine; what is being written here is not overwritten. */
  hear(draft: Draft | null): void {
    if (this.#kept === null || this.#isEcho(draft)) return;
    this.#fill(draft, this.#kept);
    // What was being written here as well has to reach the desk beside what came.
    if (exactly(this.#writing) !== exactly(this.#kept)) this.#keepSoon();
  }

  /** What the desk is thought to have kept may be wrong: it is told as it is now. */
  keepAnew(): void {
    this.#kept = null;
    void this.keep();
  }

  async keep(leaving = false): Promise<void> {
    clearTimeout(this.#keeping);
    const what = this.#writing;
    const exact = exactly(what);
    if (exact === (this.#asking ?? (this.#kept && exactly(this.#kept)))) return;
    this.#asking = exact;
    const echo = echoOf(what);
    this.#echoes = [...this.#echoes, echo].slice(-MOST_ECHOES);
    const at = await this.#around.keep(what, leaving);
    if (this.#asking === exact) this.#asking = null;
    if (at === null) {
      this.#echoes = this.#echoes.filter((one) => one !== echo);
      return;
    }
    this.#kept = what;
    this.#keptEcho = echo;
    if (exactly(this.#writing) === exact) this.keptAt = isNothing(what) ? null : at;
  }

  async add(files: Iterable<File>): Promise<void> {
    await Promise.all([...files].map((file) => this.#upload(file)));
  }

  remove(id: string): void {
    this.uploads = this.uploads.filter((one) => one.id !== id);
    void this.keep();
  }

  async #upload(file: File): Promise<void> {
    const id = newId();
    const going = this.uploads.filter((one) => one.failed === null).length;
    const most = this.#around.limits()?.files ?? Number.POSITIVE_INFINITY;
    const failed = file.size > this.largestFile ? "size" : going >= most ? "count" : null;
    this.uploads = [...this.uploads, { ...fresh(id, file.name, file.size), failed, file }];
    if (failed) return;
    if (this.seenSeq === null) this.seenSeq = this.#around.lastSeq();
    await this.#send(id, file);
  }

  /** The same file once more, under the same id. */
  async again(id: string): Promise<void> {
    const file = this.uploads.find((one) => one.id === id)?.file;
    if (!file) return;
    this.#change(id, { failed: null, problem: null, share: 0 });
    await this.#send(id, file);
  }

  async #send(id: string, file: File): Promise<void> {
    const result = await upload(this.caseId, id, file, (share) => this.#change(id, { share }));
    if (result.ok) {
      this.#change(id, { attachment: result.value, share: 1 });
      void this.keep();
    } else this.#change(id, { problem: result.problem, failed: "desk" });
  }

  #change(id: string, to: Partial<Upload>): void {
    this.uploads = this.uploads.map((one) => (one.id === id ? { ...one, ...to } : one));
  }

  /** Takes over what the desk has wherever nothing newer than `known` is being written here. */
  #fill(draft: Draft | null, known: Keeping): void {
    const told = draft ?? NOTHING;
    if (this.#texts.reply === known.text) this.#texts.reply = told.text;
    if (this.#texts.note === known.note) this.#texts.note = told.note;
    if (haveSame(this.attachments, known.attachments))
      this.uploads = [...told.attachments.map(there), ...this.uploads.filter((one) => one.attachment === null)];
    this.#kept = { text: told.text, note: told.note, attachments: told.attachments };
    this.#keptEcho = echoOf(told);
    this.keptAt = draft?.at ?? null;
    if (draft) this.seenSeq ??= this.#around.lastSeq();
    if (this.#isSettled || this.mode === "side" || this.holds(this.mode)) return;
    const other = this.mode === "reply" ? "note" : "reply";
    if (this.holds(other)) this.mode = other;
  }

  /**
   * The desk tells a kept draft to every screen, this one too, without the spaces and empty lines at its ends, and
   * perhaps after newer words were kept. Filling the field with it would eat what the writer has just typed.
   */
  #isEcho(draft: Draft | null): boolean {
    const heard = echoOf(draft ?? NOTHING);
    const at = this.#echoes.indexOf(heard);
    if (at >= 0) this.#echoes = this.#echoes.slice(at + 1);
    return at >= 0 || heard === this.#keptEcho;
  }

  #settle(): void {
    this.seenSeq = null;
    this.collided = false;
    this.caret = null;
  }

  #tell(active: boolean): void {
    clearTimeout(this.#quiet);
    const now = Date.now();
    if (!active) {
      if (this.#toldAt > 0) this.#around.type(false, this.mode === "note");
      this.#toldAt = 0;
      return;
    }
    if (now - this.#toldAt > TELL_MS) {
      this.#toldAt = now;
      this.#around.type(true, this.mode === "note");
    }
    this.#quiet = setTimeout(() => this.#tell(false), QUIET_MS);
  }
}

/** A file that the desk has. */
function there(attachment: Attachment): Upload {
  return { ...fresh(attachment.attachment_id, attachment.name, attachment.size_bytes), attachment, share: 1 };
}

function fresh(id: string, name: string, sizeBytes: number): Upload {
  return { id, name, sizeBytes, share: 0, attachment: null, problem: null, failed: null, file: null };
}
