/** What one drawing of the widget is made from, and what people can do in it. */

import type { Texts } from "virtual:texts/widget";
import type { Translate } from "@luukku/texts";
import type { Api } from "./api";
import type { Link } from "./connection";
import { type Talk, unread } from "./conversation";
import type { Unsent } from "./outbox";
import type { Attachment, Language, Visit, Widget } from "./shapes";

export type Page = "ask" | "closed" | "talk" | "sent";

export interface Scene {
  t: Translate<Texts>;
  language: Language;
  widget: Widget;
  /** The desk's clock (ms). */
  now: number;
  link: Link;
  /** The connection was lost and is back since a moment ago. */
  isBack: boolean;
  talk: Talk;
  unsent: readonly Unsent[];
  page: Page;
  isOpen: boolean;
  /** The visitor goes on with an ended conversation. */
  isContinuing: boolean;
  /** The chat closed while the visitor wrote the first words. */
  isCutOff: boolean;
  /** What the desk said when nobody who is there knew the matter. */
  nobodyKnows: string | null;
  /** Words that have not been sent: the same in the chat and in the form. */
  draft: string;
  email: string;
  /** What is wrong with the form, as keys of sentences. */
  wrong: { email: boolean; text: boolean };
  /** The case for which an address was given. */
  mailedCase: number | null;
  uploads: readonly Upload[];
  /** Sends as soon as the files have arrived. */
  isSendWanted: boolean;
  /** A sentence about something that did not work, to be seen until the next act. */
  trouble: string | null;
  isEnding: boolean;
  areHoursShown: boolean;
}

export interface Upload {
  id: string;
  name: string;
  /** 0–1 while it travels. */
  progress: number;
  attachment: Attachment | null;
  /** Why it did not arrive, in words. */
  why: string | null;
}

export interface Acts {
  readonly api: Api;
  /** Notes something that the desk does not know of, and draws. */
  set(change: Partial<Begun>): void;
  open(): void;
  /** Draws soon. */
  changed(): void;
  close(): void;
  speak(language: Language): Promise<void>;
  write(text: string): void;
  send(): Promise<void>;
  retry(messageId: string): void;
  takeBack(messageId: string): void;
  attach(files: Iterable<File>): Promise<void>;
  detach(id: string): void;
  /** Leaves the draft, or these words when there is none, for when somebody is there. */
  leave(fallback: string): Promise<void>;
  toChat(): void;
  more(): void;
  reconnect(): void;
  askEnd(asked: boolean): void;
  end(): Promise<void>;
  /** Tells the desk, and shows what follows; answers what it says against it, `null` when nothing. */
  tell(path: string, body: object): Promise<string | null>;
  goOn(): void;
  begin(): void;
  /** On which page the visitor is. */
  readonly visit: Visit;
}

/** What the visitor has begun here and the desk does not know of. */
export type Begun = Omit<
  Scene,
  "t" | "language" | "widget" | "now" | "link" | "isBack" | "talk" | "unsent" | "page" | "isOpen" | "uploads"
> & {
  /** The form is on its way to the desk. */
  isLeaving: boolean;
  wasSent: boolean;
  isFresh: boolean;
};

export function nothingYet(): Begun {
  return {
    draft: "",
    email: "",
    wrong: { email: false, text: false },
    trouble: null,
    mailedCase: null,
    isContinuing: false,
    isCutOff: false,
    nobodyKnows: null,
    isSendWanted: false,
    isEnding: false,
    areHoursShown: false,
    isLeaving: false,
    wasSent: false,
    isFresh: false,
  };
}

/** Whether a file has not arrived yet, and may. */
export function isOnTheWay(uploads: readonly Upload[]): boolean {
  return uploads.some((one) => one.attachment === null && one.why === null);
}

/** Somebody is there for those who wait. A full queue, or answers that come too late, let nobody new in and take nobody's place away. */
export function isAttended({ widget, talk: { queue } }: Pick<Scene, "widget" | "talk">): boolean {
  const { open, reason } = widget.availability;
  if (open || reason === "queue_full" || reason === "target_not_kept") return queue?.attended !== false;
  // What is needed for who waits only the desk knows: they may have asked in another language than they read now.
  return reason === "no_speaker" && queue?.attended === true;
}

/** The client's chat as it is for who reads `language`. */
export function inLanguage(widget: Widget, language: Language): Widget {
  const { availability } = widget;
  const closed = availability.closed_in.find((one) => one.language === language);
  return closed ? { ...widget, availability: { ...availability, open: false, reason: closed.reason } } : widget;
}

/** Whether this visitor would reach a person: it may be open for others while nobody knows their matter. */
export function isOpenTo({ widget, nobodyKnows }: Pick<Scene, "widget" | "nobodyKnows">): boolean {
  return widget.availability.open && nobodyKnows === null;
}

/** Whether the website shows no launcher. Whoever is in the middle of a conversation, or has not seen an answer, keeps it. */
export function isHidden(scene: Pick<Scene, "talk" | "unsent" | "widget" | "nobodyKnows">, isOut: boolean): boolean {
  const { talk, unsent, widget } = scene;
  const isAway = isOut || (!isOpenTo(scene) && widget.availability.when_closed === "hidden");
  return isAway && (talk.standing?.state ?? "ended") === "ended" && unread(talk).count + unsent.length === 0;
}

/** Which page is shown. A form that has words in it is not taken away when the chat opens. */
export function pageOf(at: {
  talk: Talk;
  unsent: readonly Unsent[];
  isOpen: boolean;
  wasSent: boolean;
  isFresh: boolean;
  hasWords: boolean;
  before: Page;
}): Page {
  if (at.wasSent) return "sent";
  if (at.unsent.some((one) => one.as !== "leave")) return "talk";
  if (at.talk.standing !== null && !at.isFresh) return "talk";
  if (at.unsent.length > 0 || !at.isOpen) return "closed";
  return at.before === "closed" && at.hasWords ? "closed" : "ask";
}
