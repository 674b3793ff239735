/** What comes from the desk: the conversation, the client's chat, the state of the connection, the desk's clock. */
import { Connection, type Link } from "./connection";
import { type Applied, applyFrame, NOTHING, type Talk } from "./conversation";
import { inLanguage } from "./scene";
import type { CustomerFrame, Widget } from "./shapes";
import type { Visitor } from "./visitor";
import { worldOf } from "./world";

const BACK_MS = 4000;
/** A chat that has not reached its desk for this long is not offered to anybody. */
const LOST_MS = 30_000;
/** A page may stand open all day; what was measured before it opened says nothing of the afternoon. */
const ESTIMATE_MS = 600_000;

export interface LineListener {
  changed(): void;
  /** Connected, for the first time or again. */
  live(): void;
  /** The conversation went on from `before`. */
  wentOn(before: Talk): void;
  /** The chat opened or closed, or is seen for the first time. */
  availability(before: boolean): void;
}

export class Line {
  readonly #visitor: Visitor;
  readonly #listener: LineListener;
  readonly #connection: Connection;
  talk: Talk = NOTHING;
  /** In the language of the visitor. */
  widget: Widget;
  /** As the desk tells everybody. */
  #told: Widget;
  #link: Link = { state: "opening" };
  /** The desk's clock against this computer's. */
  #offset = 0;
  #grownOld: ReturnType<typeof setTimeout> | undefined;
  #lostAt = 0;
  #backAt = 0;
  #hasKey = false;

  constructor(visitor: Visitor, widget: Widget, listener: LineListener) {
    this.#visitor = visitor;
    this.#listener = listener;
    this.widget = widget;
    this.#told = widget;
    this.#welcomed(widget);
    this.#connection = new Connection(worldOf(visitor.api), {
      have: () => {
        this.#hasKey = visitor.key.known !== null;
        return { epoch: this.talk.epoch, seq: this.talk.seq };
      },
      frame: (frame) => this.#frame(frame),
      link: (link) => this.#linked(link),
    });
  }

  now(): number {
    return Date.now() + this.#offset;
  }

  /** How the connection stands, in the desk's time. */
  get link(): Link {
    const link = this.#link;
    if (link.state !== "lost" || link.retryAt === null) return link;
    return { state: "lost", retryAt: link.retryAt + this.#offset };
  }

  get isBack(): boolean {
    return Date.now() - this.#backAt < BACK_MS;
  }

  /** Nobody should be offered a chat that does not answer. */
  get isOut(): boolean {
    return this.#link.state === "gone" || (this.#link.state === "lost" && Date.now() - this.#lostAt > LOST_MS);
  }

  resume(): void {
    this.#connection.resume();
  }

  wake(): void {
    this.#connection.wake();
  }

  typing(active: boolean): void {
    this.#connection.say({ type: "typing", active });
  }

  /** A line that was opened before there was a key knows nothing of the visitor: it is opened anew. */
  useKey(): void {
    if (this.#visitor.key.known !== null && !this.#hasKey) this.resume();
  }

  apply({ talk, hole }: Applied): void {
    const before = this.talk;
    this.talk = talk;
    this.#listener.wentOn(before);
    if (hole) this.resume();
    this.#listener.changed();
  }

  /** The desk said that the chat is closed before its frame has come. */
  closed(): void {
    this.#setWidget({ ...this.#told, availability: { ...this.#told.availability, open: false } });
  }

  /** The visitor reads another language: the chat may be closed in one and open in the other. */
  spoken(): void {
    this.widget = inLanguage(this.#told, this.#visitor.language);
  }

  #frame(frame: CustomerFrame): void {
    if (frame.type === "welcome") {
      const before = this.widget.availability.open;
      this.#welcomed(frame.widget);
      this.#listener.availability(before);
    } else if (frame.type === "availability") {
      this.#setWidget({ ...this.#told, availability: frame.availability });
    } else if (frame.type === "pong") {
      this.#offset = frame.now - Date.now();
    }
    this.apply(applyFrame(this.talk, frame, this.now()));
  }

  #welcomed(widget: Widget): void {
    this.#offset = widget.now - Date.now();
    this.#told = { ...widget, now: 0 };
    this.spoken();
    clearTimeout(this.#grownOld);
    this.#grownOld = setTimeout(() => {
      this.#told = { ...this.#told, typical_answer_s: null };
      this.spoken();
      this.#listener.changed();
    }, ESTIMATE_MS);
  }

  #setWidget(widget: Widget): void {
    const before = this.widget.availability.open;
    this.#told = widget;
    this.spoken();
    this.#listener.availability(before);
  }

  #linked(link: Link): void {
    const before = this.#link.state;
    this.#link = link;
    if (link.state === "lost" && before !== "lost") this.#lostAt = Date.now();
    if (link.state === "live") {
      if (before === "lost") this.#backAt = Date.now();
      this.#listener.live();
    }
    this.#listener.changed();
  }
}
