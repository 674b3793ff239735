/**
 * The widget's state and what can be done with it. Read in this order: `scene.ts` (what is drawn and what can be
 * done), `conversation.ts` (how the thread grows), `line.ts` and `outgoing.ts` (how things come and go), this page
 * (how they meet), then `panel.ts` and the pages it draws.
 */
import { Announcer } from "./announce";
import { type Api, isDone, isNothing } from "./api";
import { applyDone, hasMessage, isAnswered, NOTHING, type Talk, unread } from "./conversation";
import { Host } from "./host";
import { Launcher } from "./launcher";
import { Line } from "./line";
import { listen } from "./listen";
import type { Unsent } from "./outbox";
import { Outgoing } from "./outgoing";
import { Panel } from "./panel";
import { Parts } from "./parts";
import { Reading } from "./reading";
import { type Acts, type Begun, isHidden, isOnTheWay, nothingYet, type Page, pageOf, type Scene } from "./scene";
import type { Attachment, CustomerDone, Language, Visit, Widget } from "./shapes";
import { Typing } from "./typing";
import { moveTo, type Place } from "./visit";
import type { Visitor } from "./visitor";

export class App implements Acts {
  readonly #place: Place;
  readonly #visitor: Visitor;
  readonly #line: Line;
  readonly #outgoing: Outgoing;
  readonly #typing: Typing;
  readonly #reading: Reading;
  readonly #host: Host;
  readonly launcher = new Launcher(this);
  readonly #parts = new Parts(() => this.changed());
  readonly #panel = new Panel(this, this.#parts);
  readonly #announcer = new Announcer();
  #page: Page = "ask";
  #isOpen = false;
  #isDue = false;
  /** The left message that arrived last. */
  #left = "";
  /** Messages that came below what the visitor was reading. */
  #below = 0;
  readonly #at = nothingYet();

  constructor(place: Place, widget: Widget, visitor: Visitor) {
    this.#place = place;
    this.#visitor = visitor;
    this.#line = new Line(visitor, widget, {
      changed: () => this.changed(),
      live: () => void this.#outgoing.flush(),
      wentOn: (before) => this.#wentOn(before),
      availability: (before) => this.#availability(before),
    });
    this.#outgoing = new Outgoing(visitor, this.#parts, {
      changed: () => this.changed(),
      sent: (item, done) => this.#sent(item, done),
      closed: (item, why) => this.#tooLate(item, why),
      files: () => {
        if (this.#at.isSendWanted) void (this.#page === "closed" ? this.leave("") : this.send());
        this.changed();
      },
    });
    this.#typing = new Typing((active) => this.#line.typing(active));
    this.#reading = new Reading(
      () => this.#isOpen && document.hasFocus() && !document.hidden && this.#panel.isAtEnd,
      (seq) => this.#read(seq),
    );
    this.#host = new Host(place.host, (says) => {
      if (says.luukku === "open") this.open();
      else if (says.luukku === "close") this.close();
      else moveTo(place, says.page, says.title);
    });
  }

  /** Draws for the first time and opens the line. Nothing is stored or told about the visitor by this. */
  start(): void {
    document.body.append(this.launcher.node, this.#panel.node, this.#announcer.node);
    document.body.classList.toggle("is-alone", this.#place.host === null);
    this.#at.mailedCase = Number(this.#visitor.store.read("mailed")) || null;
    const left = this.#outgoing.left;
    this.#at.email = left?.email ?? "";
    this.#setDraft(left?.text ?? this.#visitor.recall("draft") ?? "");
    listen({
      back: () => {
        this.#line.wake();
        void this.#outgoing.flush();
        this.changed();
      },
      otherTab: () => {
        this.#line.useKey();
        this.changed();
      },
      escape: () => this.#escape(),
      // Waiting, typing and the next try are told by the second.
      second: () => (this.#isOpen || this.#line.link.state === "lost") && this.#draw(),
    });
    new ResizeObserver(() => this.#draw()).observe(this.launcher.node);
    this.#line.resume();
    void this.#outgoing.flush();
    if (this.#place.host === null || this.#visitor.recall("open") !== null) this.#show(true);
    this.#draw();
  }

  #escape(): void {
    if (!this.#isOpen || this.#panel.composer.closeMenu()) return;
    if (this.#at.isEnding) this.askEnd(false);
    else this.close();
  }

  // ---- what comes in

  #wentOn(before: Talk): void {
    const { talk } = this.#line;
    const fresh = talk.entries.filter((one) => one.seq > before.seq && one.kind === "message" && one.by !== "me");
    if (this.#isOpen && !this.#panel.isAtEnd && before.seq > 0) this.#below += fresh.length;
    const [was, is] = [before.standing?.state, talk.standing?.state];
    if (was === "ended" && is !== "ended") this.#at.isContinuing = false;
    if (was !== "ended" && is === "ended") this.#at.isEnding = false;
    for (const one of this.#outgoing.items) {
      if (!hasMessage(talk, one.message_id)) continue;
      this.#outgoing.remove(one.message_id);
      this.#arrived(one);
    }
  }

  #availability(before: boolean): void {
    const { open, closed_by_rules } = this.#line.widget.availability;
    if (open && !closed_by_rules) this.#at.nobodyKnows = null;
    if (before && !open && this.#page === "ask" && this.#at.draft.trim() !== "") this.#at.isCutOff = true;
    if (open) this.#at.isCutOff = false;
  }

  #sent(item: Unsent, done: CustomerDone): void {
    this.#line.apply(applyDone(this.#line.talk, done));
    this.#arrived(item);
    this.#line.useKey();
    this.changed();
  }

  /** By the answer or by a push, whichever is first; nothing changes the second time. */
  #arrived({ as, email, message_id }: Unsent): void {
    const { caseNumber } = this.#line.talk;
    if (as !== "leave" || message_id === this.#left) return;
    this.#left = message_id;
    if (email !== null) {
      this.#at.mailedCase = caseNumber;
      this.#visitor.store.write("mailed", String(caseNumber));
    }
    this.#outgoing.clearUploads();
    this.#at.wasSent = this.#at.isLeaving;
    this.#at.isLeaving = false;
    this.#setDraft("");
    this.#draw();
    if (this.#at.wasSent) document.getElementById("sent")?.focus();
  }

  /** The chat closed before the first words got in: they go back into the visitor's hands. */
  #tooLate(item: Unsent, why: string | null): void {
    if (why === null) this.#line.closed();
    Object.assign(this.#at, { isCutOff: why === null, nobodyKnows: why });
    this.#giveBack(item);
  }

  /** Words and files: the visitor may change them and send them anew. */
  #giveBack(item: Unsent): void {
    this.#setDraft([item.text, this.#at.draft].filter((words) => words !== "").join("\n"));
    this.#outgoing.giveBack(item.attachments);
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
    this.launcher.node.focus();
  }

  #show(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#visitor.remember("open", isOpen ? "1" : null);
  }

  async speak(language: Language): Promise<void> {
    await this.#visitor.speak(language);
    this.#line.spoken();
    this.#draw();
  }

  write(text: string): void {
    const before = this.#at.draft;
    this.#at.draft = text;
    this.#at.trouble = null;
    this.#visitor.remember("draft", text || null);
    if (text === "") this.#typing.rest();
    else if (text !== before && this.#line.talk.standing !== null) this.#typing.typed(Date.now());
    this.changed();
  }

  #setDraft(text: string): void {
    this.#at.draft = text;
    this.#panel.composer.put(text);
    this.#visitor.remember("draft", text || null);
  }

  async send(): Promise<void> {
    const text = await this.#outgoing.masked(() => this.#at.draft);
    const { uploads } = this.#outgoing;
    const isTooLong = [...text].length > this.#line.widget.text_limit;
    if (isTooLong || (text.trim() === "" && uploads.every((one) => one.why !== null)) || this.#isHeld()) return;
    const isBegun = this.#outgoing.items.some((one) => one.as === "start");
    const goesOn = isBegun || (this.#line.talk.standing?.may_write === true && !this.#at.isFresh);
    if (this.#at.isFresh) this.#line.talk = { ...NOTHING, epoch: this.#line.talk.epoch };
    Object.assign(this.#at, { isFresh: false, nobodyKnows: null });
    const attachments = this.#outgoing.arrivedFiles;
    this.#outgoing.clearUploads();
    this.#typing.rest();
    this.#setDraft("");
    this.#put(goesOn ? "write" : "start", text, attachments);
    this.#draw();
    this.#panel.toEnd();
  }

  /** A message waits for its files. */
  #isHeld(): boolean {
    this.#at.isSendWanted = isOnTheWay(this.#outgoing.uploads);
    if (this.#at.isSendWanted) this.changed();
    return this.#at.isSendWanted;
  }

  #put(as: Unsent["as"], text: string, attachments: Attachment[]): void {
    this.#firstUse();
    const email = as === "leave" ? this.#at.email.trim() || null : null;
    this.#outgoing.put({ as, text, attachments, email, visit: { ...this.visit }, at: this.#line.now() });
  }

  #firstUse(): void {
    if (this.#visitor.firstUse()) this.#show(this.#isOpen);
  }

  retry(messageId: string): void {
    this.#outgoing.retry(messageId);
  }

  takeBack(messageId: string): void {
    const item = this.#outgoing.items.find((one) => one.message_id === messageId);
    if (!item) return;
    this.#outgoing.remove(messageId);
    this.#giveBack(item);
    this.#draw();
    this.#panel.composer.field.focus();
  }

  async attach(files: Iterable<File>): Promise<void> {
    // The list that a field hands out is emptied at once.
    const list = [...files];
    this.#firstUse();
    const isTaken = await this.#outgoing.attach(list, this.#line.widget.file_limit_bytes);
    if (!isTaken) this.set({ trouble: this.#visitor.t("file-failed", { name: list[0]?.name ?? "" }) });
  }

  detach(id: string): void {
    this.#outgoing.detach(id);
    const field = this.#page === "closed" ? document.getElementById("form-text") : this.#panel.composer.field;
    field?.focus();
  }

  set(change: Partial<Begun>): void {
    Object.assign(this.#at, change);
    this.#draw();
  }

  get visit(): Visit {
    return this.#place.visit;
  }

  get api(): Api {
    return this.#visitor.api;
  }

  async leave(fallback: string): Promise<void> {
    const text = (await this.#outgoing.masked(() => this.#at.draft)) || fallback;
    if (this.#page === "closed" && this.#isHeld()) return;
    this.#at.isLeaving = this.#page === "closed";
    this.#put("leave", text, this.#outgoing.arrivedFiles);
  }

  toChat(): void {
    this.#page = "ask";
    this.#panel.composer.put(this.#at.draft);
    this.#goTo();
  }

  more(): void {
    this.#at.wasSent = false;
    this.#goTo();
  }

  goOn(): void {
    this.#at.isContinuing = true;
    this.#goTo();
    this.#panel.toEnd();
  }

  begin(): void {
    this.#at.isFresh = true;
    this.#goTo();
  }

  #goTo(): void {
    this.#draw();
    this.#panel.composer.field.focus();
  }

  reconnect(): void {
    this.#line.resume();
    void this.#outgoing.flush();
  }

  askEnd(asked: boolean): void {
    this.set({ isEnding: asked });
    document.getElementById(asked ? "end-yes" : "end-ask")?.focus();
  }

  async end(): Promise<void> {
    const contact_id = this.#line.talk.standing?.contact_id;
    if (contact_id === undefined) return;
    const no = await this.tell("/end", { contact_id });
    this.#at.isEnding = false;
    if (no !== null) return this.set({ trouble: no || this.#visitor.t("end-failed") });
    this.#draw();
    document.getElementById("end")?.focus();
  }

  async tell(path: string, body: object): Promise<string | null> {
    this.#firstUse();
    const answer = await this.api.ask("POST", path, isDone, body);
    if (!answer.ok) return answer.sentence ?? "";
    this.#line.apply(applyDone(this.#line.talk, answer.body));
    this.#line.useKey();
    return null;
  }

  #read(seq: number): void {
    const { talk } = this.#line;
    this.#line.talk = { ...talk, readSeq: Math.max(talk.readSeq, seq) };
    void this.api.ask("PUT", "/read", isNothing, { contact_id: talk.standing?.contact_id, seq });
    this.changed();
  }

  // ---- drawing

  /** Draws soon, once for everything that happens now. Not by animation frames: a hidden frame has none. */
  changed(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => this.#isDue && this.#draw());
  }

  #scene(): Scene {
    const { talk, widget, link, isBack } = this.#line;
    const unsent = this.#outgoing.items;
    // The answer to a left message is shown where it was left.
    if (isAnswered(talk)) this.#at.wasSent = false;
    const { wasSent, isFresh, draft, email } = this.#at;
    const hasWords = draft.trim() !== "" || email !== "";
    const nobodyKnows = this.#nobodyKnows();
    const isOpen = widget.availability.open && nobodyKnows === null;
    this.#page = pageOf({ talk, unsent, isOpen, wasSent, isFresh, hasWords, before: this.#page });
    return {
      t: this.#visitor.t,
      language: this.#visitor.language,
      widget,
      now: this.#line.now(),
      link,
      isBack,
      talk,
      unsent,
      page: this.#page,
      isOpen: this.#isOpen,
      uploads: this.#outgoing.uploads,
      ...this.#at,
      nobodyKnows,
    };
  }

  /** By what the desk says of this page and this matter; until it has, by how it refused their words. */
  #nobodyKnows(): string | null {
    const mark = this.#line.widget.availability.closed_by_rules;
    const why = mark ? this.#parts.opening.now?.whyNot(this, this.#visitor.language, mark) : undefined;
    return why === undefined ? this.#at.nobodyKnows : why;
  }

  #draw(): void {
    this.#isDue = false;
    const scene = this.#scene();
    const { isOpen, talk } = scene;
    document.documentElement.lang = scene.language;
    this.launcher.draw(scene);
    this.#panel.node.hidden = !isOpen;
    if (isOpen) this.#panel.draw(scene);
    this.#announcer.draw(scene);
    if (this.#panel.isAtEnd) this.#below = 0;
    this.#panel.showBelow(this.#below === 0 ? null : scene.t("thread-new", { count: this.#below }));
    this.#reading.watch(talk.seq, talk.readSeq);
    const node = isOpen ? this.#panel.node : this.launcher.shown;
    const as = isOpen ? "panel" : isHidden(scene, this.#line.isOut) ? "hidden" : "launcher";
    this.#host.show(as, node, unread(talk).count);
  }
}
