/** The button on the site: words before icons, and never more than was measured. */
import { unread } from "./conversation";
import { button, el, isolated, mark, Region, set } from "./dom";
import { askedDesk, estimate, nextOpeningShort, whyClosed } from "./format";
import { type Acts, isAttended, isOpenTo, type Scene } from "./scene";

interface Words {
  look: "open" | "off" | "new";
  title: string;
  small: string;
}

export class Launcher {
  readonly node: HTMLButtonElement;
  readonly #words: Region;
  /** What stands in its place while the panel is closed. */
  beside: (scene: Scene) => HTMLElement | null = () => null;
  #beside: HTMLElement | null = null;
  /** Hears of each drawing. */
  heard: (scene: Scene) => void = () => {};

  constructor(acts: Acts) {
    this.#words = new Region(el("span", { class: "launch__words" }));
    this.node = button(
      { class: "launch", "aria-expanded": "false", hidden: true },
      () => acts.open(),
      mark(),
      this.#words.node,
    );
  }

  get shown(): HTMLElement {
    return this.#beside ?? this.node;
  }

  draw(scene: Scene): void {
    this.heard(scene);
    this.#beside = this.beside(scene);
    this.node.hidden = scene.isOpen || this.#beside !== null;
    // Behind the panel it says nothing.
    if (scene.isOpen) return;
    const { look, title, small } = wordsOf(scene);
    set(this.node, { class: `launch launch--${look}` });
    this.#words.draw([title, small], () => [el("b", {}, isolated(title)), el("small", {}, small)]);
  }
}

function wordsOf(scene: Scene): Words {
  const { t, talk, widget } = scene;
  const standing = talk.standing;
  const fresh = unread(talk);
  if (fresh.count > 0) {
    const name = fresh.firstName;
    const title = name === null ? t("launcher-replied-somebody") : t("launcher-replied", { name });
    return { look: "new", title, small: t("thread-new", { count: fresh.count }) };
  }
  if (standing?.state === "taken") {
    const small = standing.answered_by
      ? t("head-answers", { name: standing.answered_by, channel: standing.channel })
      : "";
    return { look: "open", title: t("launcher-continue"), small };
  }
  if (standing?.state === "waiting" && talk.queue && isAttended(scene)) {
    const wait = estimate(scene, talk.queue.estimate_s);
    const small = wait === null ? t("launcher-continue") : t("launcher-estimate", { wait });
    return { look: "open", title: t("queue-place", { place: talk.queue.place }), small };
  }
  const { availability } = widget;
  if (!isOpenTo(scene)) {
    const when = nextOpeningShort(scene);
    const small = when === null ? whyClosed(scene) : t("launcher-opens", { when });
    const title = t(availability.when_closed === "message" ? "launcher-leave" : "head-closed");
    return { look: "off", title, small };
  }
  const desk = askedDesk(scene, widget.desk_name);
  const title = desk === null ? t("launcher-ask-us") : t("launcher-ask", { desk });
  const wait = estimate(scene, widget.typical_answer_s);
  return { look: "open", title, small: wait === null ? t("launcher-open") : t("launcher-estimate", { wait }) };
}
