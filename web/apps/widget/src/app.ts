/**
 * The widget's state and what can be done with it. Read in this order: `scene.ts` (what is drawn and what can be
 * done), `conversation.ts` (how the thread grows), `connection.ts` and `sender.ts` (how things come and go), this
 * page (how they meet), then `panel.ts` and the pages it draws.
 */
import { load, type Texts } from "virtual:texts/widget";
import type { Translate } from "@luukku/texts";
import { Announcer } from "./announce";
import { Api, isDone, isNothing } from "./api";
import { Connection, type Link } from "./connection";
import { type Applied, applyDone, applyFrame, NOTHING, type Talk, unread } from "./conversation";
import type { Files } from "./files";
import { Host } from "./host";
import { newId } from "./ids";
import { VisitorKey } from "./key";
import { Launcher } from "./launcher";
import { Outbox, type Unsent } from "./outbox";
import { Panel } from "./panel";
import { Parts } from "./parts";
import { Reading } from "./reading";
import { type Acts, type Page, pageOf, type Scene } from "./scene";
import type { Sender } from "./sender";
import type { Attachment, CustomerFrame, Language, Widget } from "./shapes";
import { openStore, type Store } from "./storage";
import { Typing } from "./typing";
import type { Uploads } from "./uploads";
import { languageOf, type Place, withoutQuery } from "./visit";
import { worldOf } from "./world";

const ADDRESS = /^[^\s@]+@[^\s@.][^\s@]*\.[^\s@]{2,}$/;
const BACK_MS = 4000;
/** A chat that has not reached its desk for this long is not offered to anybody. */
const LOST_MS = 30_000;

export class App implements Acts {
  readonly #place: Place;
  readonly #store: Store;
  readonly #session: Store;
  readonly #key: VisitorKey;
  readonly #api: Api;
  readonly #outbox: Outbox;
  #sender: Sender | null = null;
  readonly #connection: Connection;
  readonly #typing: Typing;
  #uploads: Uploads | null = null;
  #files: Files | null = null;
  readonly #reading: Reading;
  readonly #host: Host;
  readonly #launcher = new Launcher(this);
  readonly #parts = new Parts(() => this.#changed());
  readonly #panel = new Panel(this, this.#parts);
  readonly #announcer = new Announcer();
  #t: Translate<Texts>;
  #language: Language;
  #widget: Widget;
  /** The desk's clock against this computer's. */
  #offset = 0;
  #talk: Talk = NOTHING;
  #link: Link = { state: "opening" };
  #lostAt = 0;
  #backAt = 0;
  #page: Page = "ask";
  #isOpen = false;
  #hasKeyOnLine = false;
  #isDue = false;
  #below = 0;
  #at = {
    draft: "",
    email: "",
    wrong: { email: false, text: false },
    trouble: null as string | null,
    mailedCase: null as number | null,
    isContinuing: false,
    isCutOff: false,
    isSendWanted: false,
    isEnding: false,
    areHoursShown: false,
    wasSent: false,
    isFresh: false,
  };

  constructor(place: Place, widget: Widget, language: Language, t: Translate<Texts>) {
    this.#place = place;
    this.#widget = widget;
    this.#language = language;
    this.#t = t;
    const prefix = `luukku:${place.widgetKey}:`;
    this.#store = openStore(() => localStorage, prefix);
    this.#session = openStore(() => sessionStorage, prefix);
    this.#key = new VisitorKey(this.#store);
    this.#api = new Api(place.widgetKey, this.#key);
    this.#api.language = language;
    this.#outbox = new Outbox(this.#store);
    this.#connection = new Connection(worldOf(this.#api), {
      have: () => {
        this.#hasKeyOnLine = this.#key.known !== null;
        return { epoch: this.#talk.epoch, seq: this.#talk.seq };
      },
      frame: (frame) => this.#frame(frame),
      link: (link) => this.#linked(link),
    });
    this.#typing = new Typing((active) => this.#connection.say({ type: "typing", active }));
    this.#reading = new Reading(
      () => this.#isOpen && document.hasFocus() && !document.hidden && this.#panel.isAtEnd,
      (seq) => this.#read(seq),
    );
    this.#host = new Host(place.host, (says) => {
      if (says.luukku === "open") this.open();
      else if (says.luukku === "close") this.close();
      else this.#moved(says.page, says.title);
    });
  }

  /** Draws for the first time and opens the line. Nothing is stored or told about the visitor by this. */
  start(): void {
    document.body.append(this.#launcher.node, this.#panel.node, this.#announcer.node);
    document.body.classList.toggle("is-alone", this.#place.host === null);
    this.#at.mailedCase = Number(this.#store.read("mailed")) || null;
    this.#setDraft(this.#session.read("draft") ?? "");
    const left = this.#outbox.items.find((one) => one.as === "leave");
    if (left) {
      this.#at.email = left.email ?? "";
      this.#setDraft(left.text);
    }
    this.#listen();
    this.#connection.resume();
    void this.#flush();
    if (this.#place.host === null || this.#session.read("open") !== null) this.#show(true);
    this.#draw();
  }

  #listen(): void {
    const back = () => {
      this.#connection.wake();
      this.#changed();
    };
    for (const happening of ["focus", "online", "pageshow"]) addEventListener(happening, back);
    document.addEventListener("visibilitychange", () => !document.hidden && back());
    addEventListener("online", () => void this.#flush());
    // Another tab of the same visitor began, wrote or sent something.
    addEventListener("storage", () => {
      if (this.#key.known !== null && !this.#hasKeyOnLine) this.#connection.resume();
      this.#changed();
    });
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing || !this.#isOpen || event.defaultPrevented) return;
      if (this.#panel.composer.closeMenu()) return;
      if (this.#at.isEnding) this.askEnd(false);
      else if (this.#place.host !== null) this.close();
    });
    // Waiting, typing and the next try are told by the second.
    setInterval(() => {
      if (this.#isOpen || this.#link.state === "lost") this.#draw();
    }, 1000);
    new ResizeObserver(() => this.#draw()).observe(this.#launcher.node);
  }

  // ---- what comes in

  #frame(frame: CustomerFrame): void {
    if (frame.type === "welcome") {
      this.#offset = frame.widget.now - Date.now();
      this.#availability({ ...frame.widget, now: 0 });
    } else if (frame.type === "availability") {
      this.#availability({ ...this.#widget, availability: frame.availability });
    } else if (frame.type === "pong") {
      this.#offset = frame.now - Date.now();
    }
    this.#apply(applyFrame(this.#talk, frame, this.#now()));
  }

  #apply({ talk, hole }: Applied): void {
    const fresh = talk.entries.filter((one) => one.seq > this.#talk.seq && one.kind === "message" && one.by !== "me");
    if (this.#isOpen && !this.#panel.isAtEnd && this.#talk.seq > 0) this.#below += fresh.length;
    if (this.#talk.standing?.state === "ended" && talk.standing?.state !== "ended") this.#at.isContinuing = false;
    if (talk.standing?.state === "ended" && this.#talk.standing?.state !== "ended") this.#at.isEnding = false;
    this.#talk = talk;
    for (const unsent of this.#outbox.items) {
      const isHere = talk.entries.some((one) => one.kind === "message" && one.message_id === unsent.message_id);
      if (isHere) this.#outbox.remove(unsent.message_id);
    }
    if (hole) this.#connection.resume();
    this.#changed();
  }

  #availability(widget: Widget): void {
    const closes = this.#widget.availability.open && !widget.availability.open;
    if (closes && this.#page === "ask" && this.#at.draft.trim() !== "") this.#at.isCutOff = true;
    if (widget.availability.open) this.#at.isCutOff = false;
    this.#widget = widget;
  }

  #linked(link: Link): void {
    if (link.state === "lost" && this.#link.state !== "lost") this.#lostAt = Date.now();
    if (link.state === "live") {
      if (this.#link.state === "lost") this.#backAt = Date.now();
      void this.#flush();
    }
    this.#link = link;
    this.#changed();
  }

  #sent(item: Unsent, applied: Applied): void {
    if (item.as === "leave") {
      this.#at.wasSent = this.#page === "closed";
      this.#setDraft("");
    }
    this.#apply(applied);
    if (item.as === "leave" && this.#talk.caseNumber !== null) {
      this.#at.mailedCase = this.#talk.caseNumber;
      this.#store.write("mailed", String(this.#talk.caseNumber));
    }
    if (!this.#hasKeyOnLine) this.#connection.resume();
    this.#draw();
    if (this.#at.wasSent) document.getElementById("sent")?.focus();
  }

  /** The chat closed before the first words got in: they go back into the visitor's hands. */
  #tooLate(item: Unsent): void {
    this.#widget = { ...this.#widget, availability: { ...this.#widget.availability, open: false } };
    this.#at.isCutOff = true;
    this.#setDraft([item.text, this.#at.draft].filter((words) => words !== "").join("\n"));
  }

  #moved(page: string, title: string): void {
    const start_page = withoutQuery(page);
    if (start_page === null || new URL(start_page).origin !== this.#place.host) return;
    Object.assign(this.#place.visit, { start_page, start_title: title.slice(0, 200) || null });
  }

  // ---- what the visitor does

  open(): void {
    this.#show(true);
    this.#draw();
    this.#panel.toEnd();
    // A touch keyboard would cover what is to be read first.
    const isTouch = matchMedia("(pointer:coarse)").matches;
    if (this.#panel.composer.node.hidden || isTouch) this.#panel.title.focus();
    else this.#panel.composer.field.focus();
  }

  close(): void {
    if (this.#place.host === null) return;
    this.#show(false);
    this.#draw();
    this.#launcher.node.focus();
  }

  scrolled(): void {
    this.#changed();
  }

  #show(isOpen: boolean): void {
    this.#isOpen = isOpen;
    if (this.#key.known !== null) this.#session.write("open", isOpen ? "1" : null);
  }

  speak(language: Language): void {
    void load(language).then((t) => {
      this.#t = t;
      this.#language = language;
      this.#api.language = language;
      if (this.#key.known !== null) this.#store.write("language", language);
      this.#draw();
    });
  }

  write(text: string): void {
    const before = this.#at.draft;
    this.#at.draft = text;
    this.#at.trouble = null;
    if (this.#key.known !== null) this.#session.write("draft", text || null);
    if (text === "") this.#typing.rest();
    else if (text !== before && this.#talk.standing !== null) this.#typing.typed(Date.now());
    this.#changed();
  }

  #setDraft(text: string): void {
    this.#at.draft = text;
    this.#panel.composer.put(text);
    if (this.#key.known !== null) this.#session.write("draft", text || null);
  }

  send(): void {
    void this.#masked().then((text) => this.#send(text));
  }

  /** The draft without what must not be sent. The desk masks again whatever comes. */
  async #masked(): Promise<string> {
    const writing = await this.#parts.writing.ask();
    const { draft } = this.#at;
    return (writing?.mask(draft).text ?? draft).trimEnd();
  }

  #send(text: string): void {
    const uploads = this.#uploads?.items ?? [];
    const isTooLong = [...text].length > this.#widget.text_limit;
    if (isTooLong || (text.trim() === "" && uploads.every((one) => one.why !== null))) return;
    if (uploads.some((one) => one.attachment === null && one.why === null)) {
      this.#at.isSendWanted = true;
      this.#changed();
      return;
    }
    const goesOn = this.#unsent().some((one) => one.as === "start") || this.#talk.standing?.may_write === true;
    if (this.#at.isFresh) this.#talk = { ...NOTHING, epoch: this.#talk.epoch };
    this.#at.isFresh = false;
    this.#at.isSendWanted = false;
    this.#uploads?.clear();
    this.#typing.rest();
    this.#setDraft("");
    this.#put(
      goesOn ? "write" : "start",
      text,
      uploads.flatMap((one) => one.attachment ?? []),
    );
    this.#draw();
    this.#panel.toEnd();
  }

  /** Sends what is in the outbox, when there is something. */
  async #flush(): Promise<void> {
    if (this.#outbox.items.length === 0) return;
    const writing = await this.#parts.writing.ask();
    if (writing === null) return;
    this.#sender ??= new writing.Sender(this.#outbox, this.#api, `luukku:${this.#place.widgetKey}`, {
      changed: () => this.#changed(),
      sent: (item, done) => this.#sent(item, applyDone(this.#talk, done)),
      closed: (item) => this.#tooLate(item),
    });
    this.#sender.flush();
  }

  #put(as: Unsent["as"], text: string, attachments: Attachment[]): void {
    this.#firstUse();
    this.#outbox.put({
      message_id: newId(),
      as,
      contact_id: newId(),
      text,
      attachments,
      language: this.#language,
      email: as === "leave" ? this.#at.email.trim() : null,
      visit: { ...this.#place.visit },
      at: this.#now(),
      state: "leaving",
      why: null,
    });
    void this.#flush();
  }

  #firstUse(): void {
    if (this.#key.known !== null) return;
    this.#key.forUse();
    this.#store.write("language", this.#language);
    this.#session.write("open", this.#isOpen ? "1" : null);
  }

  retry(messageId: string): void {
    this.#outbox.change(messageId, { state: "leaving", why: null });
    this.#changed();
    void this.#flush();
  }

  takeBack(messageId: string): void {
    const item = this.#unsent().find((one) => one.message_id === messageId);
    if (!item) return;
    this.#outbox.remove(messageId);
    this.#setDraft([item.text, this.#at.draft].filter((words) => words !== "").join("\n"));
    this.#draw();
    this.#panel.composer.field.focus();
  }

  attach(files: Iterable<File>): void {
    const t = this.#t;
    // The list that a field hands out is emptied at once.
    const list = [...files];
    void this.#parts.writing.ask().then((writing) => {
      if (writing === null) return this.#trouble(t("file-failed", { name: list[0]?.name ?? "" }));
      this.#firstUse();
      this.#uploads ??= new writing.Uploads(this.#api, () => this.#uploaded());
      const words = { t, language: this.#language };
      for (const file of list) this.#uploads.add(file, this.#widget.file_limit_bytes, words);
    });
  }

  detach(id: string): void {
    this.#uploads?.remove(id);
  }

  #uploaded(): void {
    if (this.#at.isSendWanted && this.#uploads?.areAllDone) this.send();
    this.#changed();
  }

  async #opened(): Promise<Files | null> {
    const talk = await this.#parts.talk.ask();
    if (talk !== null) this.#files ??= new talk.Files(this.#api);
    return this.#files;
  }

  async picture(attachment: Attachment): Promise<string | null> {
    return (await this.#opened())?.picture(attachment) ?? null;
  }

  async download(attachment: Attachment): Promise<void> {
    const isSaved = await (await this.#opened())?.save(attachment);
    this.#trouble(isSaved ? null : this.#t("file-missing"));
  }

  async saveConversation(): Promise<void> {
    const name = this.#t("save-file", { number: String(this.#talk.caseNumber ?? "") });
    const isSaved = await (await this.#opened())?.saveTranscript(this.#language, name);
    this.#trouble(isSaved ? null : this.#t("save-failed"));
  }

  setEmail(email: string): void {
    this.#at.email = email;
  }

  leaveMessage(): void {
    void this.#masked().then((text) => this.#leave(text));
  }

  leaveAddress(): void {
    void this.#masked().then((text) => this.#leave(text || this.#t("closed-answer-by-mail")));
  }

  #leave(text: string): void {
    const wrong = { email: !ADDRESS.test(this.#at.email.trim()), text: text === "" };
    this.#at.wrong = wrong;
    if (wrong.email || wrong.text) {
      this.#draw();
      document.getElementById(wrong.email ? "form-email" : "form-text")?.focus();
      return;
    }
    const known = this.#unsent().find((one) => one.as === "leave");
    if (known && known.text === text && known.email === this.#at.email.trim()) {
      if (known.state !== "leaving") this.retry(known.message_id);
      return;
    }
    if (known) this.#outbox.remove(known.message_id);
    this.#put("leave", text, []);
  }

  toChat(): void {
    this.#page = "ask";
    this.#panel.composer.put(this.#at.draft);
    this.#draw();
    this.#panel.composer.field.focus();
  }

  more(): void {
    this.#at.wasSent = false;
    this.#draw();
    this.#panel.composer.field.focus();
  }

  reconnect(): void {
    this.#connection.resume();
    void this.#flush();
  }

  showHours(shown: boolean): void {
    this.#at.areHoursShown = shown;
    this.#draw();
  }

  askEnd(asked: boolean): void {
    this.#at.isEnding = asked;
    this.#draw();
    document.getElementById(asked ? "end-yes" : "end-ask")?.focus();
  }

  end(): void {
    void this.#api.ask("POST", "/end", isDone).then((answer) => {
      this.#at.isEnding = false;
      if (!answer.ok) {
        this.#trouble(answer.sentence ?? this.#t("end-failed"));
        return;
      }
      this.#apply(applyDone(this.#talk, answer.body));
      this.#draw();
      document.getElementById("end")?.focus();
    });
  }

  goOn(): void {
    this.#at.isContinuing = true;
    this.#draw();
    this.#panel.toEnd();
    this.#panel.composer.field.focus();
  }

  begin(): void {
    this.#at.isFresh = true;
    this.#draw();
    this.#panel.composer.field.focus();
  }

  // ---- drawing

  #read(seq: number): void {
    this.#talk = { ...this.#talk, readSeq: Math.max(this.#talk.readSeq, seq) };
    void this.#api.ask("PUT", "/read", isNothing, { seq });
    this.#changed();
  }

  #trouble(sentence: string | null): void {
    this.#at.trouble = sentence;
    this.#draw();
  }

  #now(): number {
    return Date.now() + this.#offset;
  }

  #unsent(): Unsent[] {
    return this.#outbox.items;
  }

  /** Draws soon, once for everything that happens now. Not by animation frames: a hidden frame has none. */
  #changed(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => this.#isDue && this.#draw());
  }

  #scene(): Scene {
    const unsent = this.#unsent();
    const { wasSent, isFresh, draft } = this.#at;
    const { availability } = this.#widget;
    const hasWords = draft.trim() !== "" || this.#at.email !== "";
    const at = { talk: this.#talk, unsent, availability, wasSent, isFresh, hasWords, before: this.#page };
    this.#page = pageOf(at);
    return {
      t: this.#t,
      language: this.#language,
      widget: this.#widget,
      now: this.#now(),
      link: this.#link.state === "lost" ? this.#inDeskTime(this.#link) : this.#link,
      isBack: Date.now() - this.#backAt < BACK_MS,
      talk: this.#talk,
      unsent,
      page: this.#page,
      isOpen: this.#isOpen,
      uploads: this.#uploads?.items ?? [],
      ...this.#at,
    };
  }

  #inDeskTime(link: Link & { state: "lost" }): Link {
    return { ...link, retryAt: link.retryAt === null ? null : link.retryAt + this.#offset };
  }

  #draw(): void {
    this.#isDue = false;
    const scene = this.#scene();
    document.documentElement.lang = scene.language;
    this.#launcher.node.hidden = scene.isOpen;
    this.#panel.node.hidden = !scene.isOpen;
    if (scene.isOpen) this.#panel.draw(scene);
    else this.#launcher.draw(scene);
    this.#announcer.draw(scene);
    if (this.#panel.isAtEnd) this.#below = 0;
    this.#panel.showBelow(this.#below === 0 ? null : scene.t("thread-new", { count: this.#below }));
    this.#reading.watch(scene.talk.seq, scene.talk.readSeq);
    const count = unread(scene.talk).count;
    const node = scene.isOpen ? this.#panel.node : this.#launcher.node;
    this.#host.show(this.#isHidden(scene) ? "hidden" : scene.isOpen ? "panel" : "launcher", node, count);
  }

  #isHidden({ isOpen, talk, unsent }: Scene): boolean {
    if (isOpen || talk.standing !== null || unsent.length > 0) return false;
    const isLost = this.#link.state === "lost" && Date.now() - this.#lostAt > LOST_MS;
    return this.#link.state === "gone" || isLost;
  }
}

/** The first language that is known here: the visitor's own choice, the page's, the client's. */
export function firstLanguage(place: Place, widget: Widget): Language {
  const chosen = languageOf(openStore(() => localStorage, `luukku:${place.widgetKey}:`).read("language"));
  const wanted = [chosen, place.language].find((one) => one !== null && widget.languages.includes(one));
  return wanted ?? widget.languages[0] ?? "fi";
}
