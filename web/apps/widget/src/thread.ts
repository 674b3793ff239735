/** The conversation: a log whose nodes stay when their words stay, so that a screen reader hears each line once. */
import { hasMessage, typist } from "./conversation";
import { button, el, icon, isolated, isThere } from "./dom";
import { Files } from "./files";
import { timeOf } from "./format";
import { dayName, isSameDay } from "./message-day";
import type { Unsent } from "./outbox";
import { type Acts, isAttended, type Scene } from "./scene";
import type { Attachment, CustomerEntry, CustomerMessage } from "./shapes";
import { sizeOf } from "./size";
import { partsOf } from "./words";

interface Line {
  key: string;
  /** What the node shows; it is made anew when this changes. */
  shows: unknown;
  node(): HTMLElement;
  /** The small line under a message, which changes by itself. */
  meta?: { shows: unknown; draw(node: HTMLElement): void };
}

interface Drawn {
  node: HTMLElement;
  shows: string;
  meta: string;
}

/** So near the end counts as being there. */
const AT_END_PX = 24;

export class Thread {
  readonly node: HTMLElement;
  readonly typing = el("p", { class: "typing" });
  readonly #acts: Acts;
  readonly #files: Files;
  /** What scrolls in place of the thread in a very low window. */
  readonly #room: HTMLElement;
  #drawn = new Map<string, Drawn>();
  /** The thread follows new lines only when its end was in view. */
  #isStuck = true;

  constructor(acts: Acts, room: HTMLElement) {
    this.#acts = acts;
    this.#room = room;
    this.#files = new Files(acts.api);
    this.node = el("div", { class: "log", role: "log", "aria-relevant": "additions", tabindex: 0 });
    let height = 0;
    const scrolled = () => {
      // A scroll that comes from a change of the room says nothing about what the visitor wants to see.
      if (this.node.clientHeight === height) this.#isStuck = this.isAtEnd;
      acts.changed();
    };
    for (const one of [this.node, room]) one.addEventListener("scroll", scrolled, { passive: true });
    // What stands around the thread grows and shrinks; who was at the end stays there.
    new ResizeObserver(() => {
      height = this.node.clientHeight;
      if (this.#isStuck) this.toEnd();
    }).observe(this.node);
  }

  get isAtEnd(): boolean {
    return [this.node, this.#room].every(
      ({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight < AT_END_PX,
    );
  }

  toEnd(): void {
    this.#isStuck = true;
    for (const one of [this.node, this.#room]) one.scrollTop = one.scrollHeight;
  }

  draw(scene: Scene): void {
    this.node.setAttribute("aria-label", scene.t("thread-name"));
    const wasStuck = this.#isStuck;
    const before = this.node.scrollHeight;
    this.#place(linesOf(scene, this.#acts, this.#files));
    const name = typist(scene.talk, scene.now);
    const words = name === null ? "" : scene.t("thread-typing", { name });
    if (this.typing.textContent !== words) {
      const dots = el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
      this.typing.replaceChildren(...(words === "" ? [] : [dots, isolated(words)]));
    }
    if (wasStuck && this.node.scrollHeight !== before) this.toEnd();
  }

  #place(lines: Line[]): void {
    const drawn = new Map<string, Drawn>();
    for (const line of lines) {
      const shows = JSON.stringify(line.shows);
      const known = this.#drawn.get(line.key);
      drawn.set(line.key, known?.shows === shows ? known : { node: line.node(), shows, meta: "" });
    }
    // What goes, goes first: then nothing that stays has to move, and nothing is read out twice.
    for (const [key, { node }] of this.#drawn) if (drawn.get(key)?.node !== node) node.remove();
    let at: ChildNode | null = this.node.firstChild;
    for (const line of lines) {
      const one = drawn.get(line.key);
      if (!one) continue;
      const meta = JSON.stringify(line.meta?.shows ?? null);
      const small = one.node.querySelector<HTMLElement>(".said__m");
      if (line.meta && small && one.meta !== meta) line.meta.draw(small);
      one.meta = meta;
      if (one.node === at) at = at.nextSibling;
      else this.node.insertBefore(one.node, at);
    }
    this.#drawn = drawn;
  }
}

function linesOf(scene: Scene, acts: Acts, files: Files): Line[] {
  const { talk, t } = scene;
  const lines: Line[] = [];
  const isQueued = talk.standing?.state === "waiting" && talk.standing.channel === "chat" && isAttended(scene);
  const lastMine = talk.entries.findLast((one) => one.kind === "message" && one.by === "me");
  talk.entries.forEach((entry, index) => {
    const before = talk.entries[index - 1];
    const next = talk.entries[index + 1];
    const isNewDay = !before || !isSameDay(before.at, entry.at);
    const day = dayName(scene, entry.at);
    const isStart = entry.kind === "started" && !isInOne(talk.entries.slice(0, index));
    if (isNewDay && !isStart) lines.push(happened(`day-${entry.seq}`, day, "day"));
    if (entry.kind !== "message") {
      const words = entry.kind === "started" && !isStart ? null : happening(scene, entry);
      if (words !== null) lines.push(happened(String(entry.seq), words, entry.kind));
      return;
    }
    const isFollow = !isNewDay && before?.kind === "message" && isSameSpeaker(before, entry);
    const goesOn = next?.kind === "message" && isSameSpeaker(next, entry) && next.at - entry.at < 120_000;
    const state =
      entry.by !== "me"
        ? ""
        : entry.seq <= talk.deskReadSeq
          ? t("message-read")
          : entry === lastMine && isQueued
            ? t("message-stored-first")
            : t("message-stored");
    const small =
      entry.by === "me" ? (entry === lastMine || !goesOn ? state : "") : goesOn ? "" : authorOf(scene, entry);
    lines.push({
      key: entry.message_id,
      shows: [entry.text, entry.attachments.length, scene.language],
      node: () => messageNode(scene, fetchFor(scene, acts, files), entry, entry.at, isFollow),
      meta: {
        shows: small,
        draw(node) {
          node.parentElement?.classList.remove("said--leaving", "said--failed");
          node.replaceChildren(...(small === "" ? [] : [isolated(small)]));
        },
      },
    });
  });
  const waiting = scene.unsent.filter((one) => one.as !== "leave" && !hasMessage(talk, one.message_id));
  return [...lines, ...waiting.map((one) => unsentLine(scene, acts, files, one))];
}

/** What begins after `before` goes on with what has not ended: who asks to be called has said enough of it. */
function isInOne(before: readonly CustomerEntry[]): boolean {
  return before.findLast((one) => one.kind === "started" || one.kind === "ended")?.kind === "started";
}

function happened(key: string, words: string, kind: string): Line {
  return { key, shows: words, node: () => el("p", { class: `happened happened--${kind}` }, isolated(words)) };
}

function happening(scene: Scene, entry: Exclude<CustomerEntry, { kind: "message" }>): string | null {
  const { t } = scene;
  const time = timeOf(scene, entry.at);
  switch (entry.kind) {
    case "started":
      return t("thread-started", { when: `${dayName(scene, entry.at)} ${time}`, number: String(entry.case_number) });
    case "answering":
      return t("head-answers", { name: entry.first_name, channel: entry.channel });
    case "waiting_again":
      return t("thread-again");
    case "handed_over":
      return entry.first_name ? t("thread-moved-to", { name: entry.first_name }) : t("thread-moved");
    case "ended":
      return entry.by_me ? t("thread-ended-by-me", { time }) : t("thread-ended", { time });
    case "solved":
      return t("thread-solved");
    case "referred":
      return t("thread-referred");
    default:
      // A desk that is newer than this page may tell of things that it does not know.
      return null;
  }
}

function isSameSpeaker(one: CustomerMessage, other: CustomerMessage): boolean {
  return one.by === other.by && one.first_name === other.first_name;
}

function authorOf(scene: Scene, entry: CustomerMessage & { at: number }): string {
  const name = entry.by === "automatic" ? scene.t("thread-automatic") : (entry.first_name ?? scene.t("thread-desk"));
  return `${name} ${timeOf(scene, entry.at)}`;
}

/** How a message gets at its files. */
interface Fetch {
  save(attachment: Attachment): void;
  picture(attachment: Attachment): Promise<string | null>;
}

function fetchFor(scene: Scene, acts: Acts, files: Files): Fetch {
  return {
    save: (attachment) =>
      void files.save(attachment).then((isSaved) => acts.set({ trouble: isSaved ? null : scene.t("file-missing") })),
    picture: (attachment) => files.picture(attachment),
  };
}

function messageNode(
  scene: Scene,
  fetch: Fetch,
  message: Pick<CustomerMessage, "by" | "text" | "attachments"> & { first_name?: string | null },
  at: number,
  isFollow: boolean,
): HTMLElement {
  const { t } = scene;
  const isMine = message.by === "me";
  const speaker = isMine ? t("thread-you") : (message.first_name ?? t("thread-desk"));
  const node = el(
    "div",
    { class: `said${isMine ? " said--me" : ""}${isFollow ? " said--follow" : ""}`, role: "article" },
    el("span", { class: "only-read" }, isolated(`${speaker} ${timeOf(scene, at)}: `)),
  );
  if (message.text !== "") {
    node.append(
      el("div", { class: "said__t", dir: "auto" }, ...partsOf(message.text).map((part) => partNode(scene, part))),
    );
  }
  for (const attachment of message.attachments) node.append(attachmentNode(scene, fetch, attachment));
  node.append(el("div", { class: "said__m" }));
  return node;
}

function partNode(scene: Scene, part: ReturnType<typeof partsOf>[number]): Node {
  switch (part.kind) {
    case "words":
      return document.createTextNode(part.text);
    case "link":
      return el("a", { href: part.address, target: "_blank", rel: "noopener noreferrer nofollow" }, part.text);
    case "masked": {
      // texts: mask-*
      const end = part.text.slice(-4);
      const words =
        part.what === "payment_card" || part.what === "bank_account"
          ? scene.t(`mask-${part.what}`, { end })
          : scene.t(`mask-${part.what}`);
      return el("span", { class: "mask" }, icon("shield", 14), words);
    }
  }
}

function attachmentNode(scene: Scene, fetch: Fetch, attachment: Attachment): HTMLElement {
  const { t } = scene;
  const size = sizeOf(scene, attachment.size_bytes);
  const name = attachment.name;
  const prefix = () => el("span", { class: "only-read" }, t("file-download"));
  if (attachment.shown === "picture") {
    const picture = el("img", {
      alt: t("file-picture", { name }),
      width: attachment.width,
      height: attachment.height,
    });
    // The room is known before the picture comes: nothing jumps.
    const { width, height } = attachment;
    if (width && height) {
      picture.style.width = `${Math.min(width, 280, (240 * width) / height)}px`;
      picture.style.aspectRatio = `${width} / ${height}`;
    }
    const node = button({ class: "picture" }, () => fetch.save(attachment), prefix(), picture);
    void fetch.picture(attachment).then((address) => {
      if (address !== null) picture.src = address;
      else node.replaceWith(fileNode(attachment, size, prefix(), fetch));
    });
    return node;
  }
  return fileNode(attachment, size, prefix(), fetch);
}

function fileNode(attachment: Attachment, size: string, prefix: HTMLElement, fetch: Fetch): HTMLElement {
  return button(
    { class: "file" },
    () => fetch.save(attachment),
    icon("file"),
    prefix,
    el("span", { class: "file__n" }, isolated(attachment.name)),
    el("small", {}, size),
  );
}

/** One's own words are there at once; how far they are stands under them (D5, D8). */
function unsentLine(scene: Scene, acts: Acts, files: Files, unsent: Unsent): Line {
  const { t } = scene;
  return {
    key: unsent.message_id,
    shows: [unsent.text, unsent.attachments.length, scene.language],
    node: () => messageNode(scene, fetchFor(scene, acts, files), { by: "me", ...unsent }, unsent.at, false),
    meta: {
      shows: [unsent.state, unsent.why],
      draw(small) {
        const isOut = unsent.state === "leaving";
        small.parentElement?.classList.toggle("said--leaving", isOut);
        small.parentElement?.classList.toggle("said--failed", !isOut);
        if (isOut) {
          small.replaceChildren(t("message-leaving"));
          return;
        }
        const parts = [
          el(
            "span",
            { class: "fail" },
            icon("stop", 15),
            unsent.state === "refused" && unsent.why ? unsent.why : t("message-not-sent"),
          ),
          button({ class: "link" }, () => acts.retry(unsent.message_id), t("message-again")),
          unsent.state === "refused" &&
            button({ class: "link" }, () => acts.takeBack(unsent.message_id), t("message-take-back")),
        ];
        small.replaceChildren(...parts.filter(isThere));
      },
    },
  };
}
