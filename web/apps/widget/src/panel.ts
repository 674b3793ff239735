/** The panel: header, what stands between, and the foot. It draws; `app.ts` decides. */
import { Composer } from "./composer";
import { button, el, icon, isolated, mark, Region, set } from "./dom";
import { estimate, hoursToday, timeOf, whyClosed } from "./format";
import type { Parts } from "./parts";
import { type Acts, isAttended, type Scene } from "./scene";
import type { Language } from "./shapes";
import type { Thread } from "./thread";

const LANGUAGES: Record<Language, string> = { fi: "Suomi", sv: "Svenska", en: "English" };

export class Panel {
  readonly node: HTMLElement;
  readonly composer: Composer;
  readonly title = el("h1", { class: "head__t", tabindex: -1 });
  readonly #acts: Acts;
  readonly #parts: Parts;
  /** Here once there is a conversation. */
  #thread: Thread | null = null;
  readonly #threadPlace = el("div", { class: "log" });
  readonly #sub = el("p", { class: "head__s" });
  readonly #head: HTMLElement;
  readonly #languages = new Region(el("select", { class: "head__l", id: "language" }));
  readonly #minimise: HTMLButtonElement;
  readonly #banner = new Region(el("div", { class: "banner" }));
  readonly #page = new Region(el("div", { class: "page" }));
  readonly #waited = el("p", { class: "waited" });
  readonly #end = new Region(el("div", { class: "end" }));
  readonly #jump = new Region(el("div", { class: "jump" }));
  readonly #foot = new Region(el("div", { class: "foot" }));
  readonly #hours = new Region(el("div", { class: "foot__hours", id: "hours" }));

  constructor(acts: Acts, parts: Parts) {
    this.#acts = acts;
    this.#parts = parts;
    this.composer = new Composer(acts, parts);
    this.#minimise = button({ class: "head__b", id: "minimise" }, () => acts.close(), icon("down"));
    this.#languages.node.addEventListener("change", () => {
      const chosen = this.#languages.node.value;
      if (chosen === "fi" || chosen === "sv" || chosen === "en") acts.speak(chosen);
    });
    const names = el("div", { class: "head__n" }, this.title, this.#sub);
    this.#head = el("header", { class: "head" }, names, this.#languages.node, this.#minimise);
    this.node = el(
      "main",
      { class: "panel", hidden: true },
      this.#head,
      this.#banner.node,
      el("div", { class: "body" }, this.#page.node, this.#waited, this.#threadPlace, this.#jump.node, this.#end.node),
      this.composer.node,
      this.#hours.node,
      this.#foot.node,
    );
    this.#takeDrops();
  }

  draw(scene: Scene): void {
    this.#drawHead(scene);
    this.#drawBanner(scene);
    const isDrawn = this.#drawPage(scene);
    const isTalk = scene.page === "talk";
    const standing = scene.talk.standing;
    const isOver = isTalk && standing?.state === "ended" && !scene.isContinuing && scene.unsent.length === 0;
    this.#drawThread(scene, isTalk);
    const talk = isOver ? this.#parts.talk.now : null;
    this.#end.draw(
      talk !== null && [scene.language, scene.talk.caseNumber, standing, (standing?.blocked_until ?? 0) > scene.now],
      () => (talk === null ? [] : talk.endPage(scene, this.#acts)),
    );
    // Whoever writes goes on writing until the form is there.
    if (isDrawn) this.composer.node.hidden = isOver || scene.page === "closed" || scene.page === "sent";
    if (!this.composer.node.hidden) this.composer.draw(scene);
    this.#drawFoot(scene, isTalk && mayEnd(scene));
  }

  get isAtEnd(): boolean {
    return this.#thread?.isAtEnd ?? true;
  }

  toEnd(): void {
    this.#thread?.toEnd();
  }

  #drawThread(scene: Scene, isTalk: boolean): void {
    this.#threadPlace.hidden = !isTalk;
    const talk = isTalk ? this.#parts.talk.now : null;
    if (talk !== null && this.#thread === null) {
      const thread = new talk.Thread(this.#acts, this.node);
      this.#thread = thread;
      this.#threadPlace.replaceWith(thread.node, thread.typing);
    }
    if (this.#thread === null) return;
    this.#thread.node.hidden = !isTalk;
    this.#thread.typing.hidden = !isTalk || scene.talk.standing?.state !== "taken";
    if (isTalk) this.#thread.draw(scene);
  }

  /** How many messages came below what the visitor is reading. */
  showBelow(words: string | null): void {
    this.#jump.draw(words, () =>
      words === null ? [] : [button({ class: "btn", id: "jump" }, () => this.toEnd(), words, icon("down", 18))],
    );
  }

  #drawHead(scene: Scene): void {
    const { t, widget, talk, page } = scene;
    const standing = talk.standing;
    const desk = widget.desk_name ?? widget.name;
    const whole = widget.desk_name ? `${widget.desk_name} · ${widget.name}` : widget.name;
    const rest = widget.desk_name ? widget.name : "";
    const last = talk.entries.findLast((entry) => entry.kind === "ended");
    let [title, sub] = [desk, rest];
    if (page === "closed" && !isAttended(scene)) [title, sub] = [t("head-closed"), whole];
    else if (page === "sent") [title, sub] = [t("head-sent"), whole];
    else if (page === "talk" && standing?.state === "taken" && standing.answered_by)
      [title, sub] = [t("head-answers", { name: standing.answered_by, channel: standing.channel }), whole];
    else if (page === "talk" && standing?.state === "ended" && last && !scene.isContinuing)
      [title, sub] = [
        t("head-ended", { time: timeOf(scene, last.at) }),
        `${t("head-case", { number: String(talk.caseNumber) })} · ${desk}`,
      ];
    if (this.title.textContent !== title) this.title.replaceChildren(isolated(title));
    if (this.#sub.textContent !== sub) this.#sub.replaceChildren(isolated(sub));
    set(this.#minimise, { "aria-label": t("head-minimise"), title: t("head-minimise") });
    set(this.#languages.node, { "aria-label": t("head-language") });
    this.#languages.draw([widget.languages, scene.language], () =>
      widget.languages.map((one) =>
        el("option", { value: one, lang: one, selected: one === scene.language }, LANGUAGES[one]),
      ),
    );
    this.#languages.node.hidden = widget.languages.length < 2;
    this.#head.style.setProperty("--head", widget.colour ?? "");
    this.#head.style.setProperty("--on-head", widget.ink ?? "");
  }

  #drawBanner({ t, link, now, isBack, language }: Scene): void {
    const seconds =
      link.state === "lost" && link.retryAt !== null ? Math.max(1, Math.ceil((link.retryAt - now) / 1000)) : null;
    this.#banner.draw([link.state === "lost", seconds, isBack, language], () => {
      if (link.state === "lost") {
        const rest = seconds === null ? t("link-trying") : t("link-retry", { seconds });
        const again = button({ class: "link", id: "again" }, () => this.#acts.reconnect(), t("link-now"));
        return [
          el(
            "div",
            { class: "box box--warn" },
            icon("warn", 18),
            el("span", {}, el("b", {}, t("link-lost")), " ", rest, " ", again),
          ),
        ];
      }
      return isBack ? [el("div", { class: "box box--ok" }, icon("tick", 18), el("span", {}, t("link-back")))] : [];
    });
  }

  #drawPage(scene: Scene): boolean {
    const { page, language, talk, widget, wrong, unsent, mailedCase, isCutOff, isSendWanted } = scene;
    const isWaiting = page === "talk" && talk.standing?.state === "waiting";
    const isLeft = isWaiting && (talk.standing?.channel !== "chat" || !isAttended(scene));
    const needsClosed = page === "closed" || page === "sent" || isLeft;
    const left = unsent.find((one) => one.as === "leave");
    const closed = needsClosed ? this.#parts.closed(language) : null;
    const rows = scene.uploads.length > 0 ? this.#parts.writing.now : null;
    const files = rows !== null && [scene.uploads, isSendWanted];
    const ask = page === "ask" && (widget.rules[language] || widget.matters[0]) ? this.#parts.writing.now : null;
    const waiting = isWaiting && !isLeft ? this.#parts.talk.now : null;
    // The words in the form are not among what it shows: it would be drawn anew under the visitor's hands.
    const shows = [
      page,
      language,
      closed !== null && [widget, whyClosed(scene), wrong, left?.state, left?.why, mailedCase, isCutOff, files],
      waiting !== null && [talk.queue, waiting.hopedWait(scene)],
      page === "ask"
        ? [widget.typical_answer_s, ask !== null && [widget.rules, widget.matters]]
        : [talk.caseNumber, talk.standing?.channel],
    ];
    // Until its part has come, what stood here stays, and the focus with it.
    const isHere = closed !== null || !needsClosed;
    if (isHere)
      this.#page.draw(shows, () => {
        if (page === "ask") return [...askPage(scene), ...(ask?.beforeWords(scene, this.#acts) ?? [])];
        if (waiting !== null) return waiting.waitingPage(scene, this.#acts);
        if (closed === null) return [];
        const shown = { ...scene, say: closed.say };
        if (page === "talk") return closed.leftPage(shown, this.#acts);
        if (page === "sent") return closed.sentPage(shown, this.#acts);
        return closed.closedPage(shown, this.#acts, rows?.uploadRows(scene, this.#acts) ?? []);
      });
    const waited = waiting === null ? "" : waiting.waitedWords(scene);
    if (this.#waited.textContent !== waited)
      this.#waited.replaceChildren(...(waited ? [icon("clock", 16), waited] : []));
    this.#waited.hidden = waited === "";
    return isHere;
  }

  #drawFoot(scene: Scene, mayEnd: boolean): void {
    const { t } = scene;
    const isQueue = scene.talk.standing?.state === "waiting";
    const hasHours = scene.page !== "closed";
    const words = hoursToday(scene);
    const closed = scene.areHoursShown && hasHours ? this.#parts.closed(scene.language) : null;
    this.#hours.draw(closed !== null && [scene.language, scene.widget], () =>
      closed === null ? [] : [closed.hoursList({ ...scene, say: closed.say })],
    );
    this.#foot.draw([scene.language, scene.isEnding, mayEnd, isQueue, words, hasHours, scene.areHoursShown], () => {
      if (scene.isEnding && mayEnd) {
        return [
          el("span", { class: "foot__q", id: "sure" }, t(isQueue ? "end-sure-queue" : "end-sure")),
          button(
            { class: "btn btn--danger", id: "end-yes", "aria-describedby": "sure" },
            () => void this.#acts.end(),
            t(isQueue ? "end-yes-queue" : "end-yes"),
          ),
          button({ class: "btn", id: "end-no" }, () => this.#acts.askEnd(false), t("end-no")),
        ];
      }
      const toggle = () => this.#acts.set({ areHoursShown: !scene.areHoursShown });
      const state = { "aria-expanded": String(scene.areHoursShown), "aria-controls": "hours" };
      return [
        hasHours && button({ class: "bare", id: "hours-shown", ...state }, toggle, icon("clock", 16), words),
        mayEnd &&
          button(
            { class: "bare", id: "end-ask" },
            () => this.#acts.askEnd(true),
            t(isQueue ? "end-ask-queue" : "end-ask"),
          ),
      ];
    });
  }

  #takeDrops(): void {
    const { node } = this;
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      // Also where no file is taken: the browser would open it in place of the chat.
      event.preventDefault();
      node.classList.toggle("is-drop", event.type === "dragover" && !this.composer.node.hidden);
    };
    node.addEventListener("dragover", over);
    node.addEventListener("dragleave", over);
    node.addEventListener("drop", (event) => {
      over(event);
      if (event.dataTransfer && !this.composer.node.hidden) this.#acts.attach(event.dataTransfer.files);
    });
  }
}

/** A question that waits for the desk to open again is in no queue that one could leave. */
function mayEnd(scene: Scene): boolean {
  const { talk } = scene;
  const state = talk.standing?.state;
  return state === "taken" || (state === "waiting" && talk.standing?.channel === "chat" && isAttended(scene));
}

function askPage(scene: Scene): Node[] {
  const { t, widget } = scene;
  const wait = estimate(scene, widget.typical_answer_s);
  return [
    el("p", { class: "hatch" }, mark(56)),
    el("p", { class: "big" }, t("ask-title")),
    el("p", { class: "soft" }, t("ask-person"), wait !== null && ` ${t("queue-estimate", { wait })}`),
  ];
}
