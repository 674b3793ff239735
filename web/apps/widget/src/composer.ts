/** The field that the visitor writes in, with files, smileys and the warning before sending. */
import { button, el, icon, isolated, Region, set } from "./dom";
import type { Parts } from "./parts";
import { type Acts, isOnTheWay, type Scene } from "./scene";

const TALLEST_PX = 152;

export class Composer {
  readonly node: HTMLElement;
  readonly field = el("textarea", { id: "field", class: "field", rows: 1, dir: "auto", enterkeyhint: "send" });
  readonly #acts: Acts;
  readonly #parts: Parts;
  readonly #above = new Region(el("div", { class: "above" }));
  readonly #files = new Region(el("ul", { class: "files" }));
  readonly #smileys = new Region(el("div", { class: "smileys", id: "smileys", role: "group" }));
  readonly #picker = el("input", { type: "file", multiple: true, hidden: true, tabindex: -1 });
  readonly #clip: HTMLButtonElement;
  readonly #smile: HTMLButtonElement;
  readonly #send = el("button", { type: "submit", class: "btn btn--main" });
  #areSmileysShown = false;
  #label = "";

  constructor(acts: Acts, parts: Parts) {
    this.#acts = acts;
    this.#parts = parts;
    this.#clip = button({ class: "tool" }, () => this.#picker.click(), icon("clip"));
    this.#smile = button(
      { class: "tool tool--smile", "aria-controls": "smileys", "aria-expanded": "false" },
      () => void parts.writing.ask().then(() => this.#showSmileys(!this.#areSmileysShown)),
      icon("smile"),
    );
    const form = el("form", { class: "write" }, this.#clip, this.#smile, this.#picker, this.field, this.#send);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#listen();
    this.node = el("div", { class: "composer" }, this.#above.node, this.#files.node, this.#smileys.node, form);
  }

  /** Puts words into the field that did not come from typing. */
  put(words: string): void {
    this.field.value = words;
    this.#grow();
  }

  /** Esc closes the smileys first. */
  closeMenu(): boolean {
    const wasShown = this.#areSmileysShown;
    this.#showSmileys(false);
    return wasShown;
  }

  draw(scene: Scene): void {
    const { t } = scene;
    const isWaiting = scene.talk.standing?.state === "waiting";
    set(this.field, {
      "aria-label": t("write-label"),
      placeholder: t(isWaiting ? "write-hint-waiting" : "write-hint"),
      "aria-describedby": "above",
    });
    this.#above.node.id = "above";
    set(this.#clip, { "aria-label": t("write-attach"), title: t("write-attach") });
    set(this.#smile, { "aria-label": t("write-smile"), title: t("write-smile") });
    this.#label = t("write-smile");
    this.#send.textContent = t("write-send");
    this.#drawAbove(scene);
    const writing = scene.uploads.length > 0 ? this.#parts.writing.now : null;
    this.#files.draw([scene.uploads, scene.language], () =>
      writing === null ? [] : writing.uploadRows(scene, this.#acts),
    );
  }

  #drawAbove(scene: Scene): void {
    const { t } = scene;
    const kind = scene.draft === "" ? undefined : this.#parts.writing.now?.mask(scene.draft).kinds[0];
    const over = [...scene.draft].length - scene.widget.text_limit;
    const number = scene.talk.caseNumber;
    const isLeft = number !== null && scene.isContinuing && !scene.widget.availability.open;
    const isHeld = scene.isSendWanted && isOnTheWay(scene.uploads);
    this.#above.draw([kind, over > 0 ? over : 0, isLeft, isHeld, scene.trouble, scene.language, number], () => [
      isLeft && el("p", { class: "hint" }, t("write-closed", { number: String(number) })),
      // texts: warn-*
      kind !== undefined &&
        el(
          "p",
          { class: "box box--warn", role: "status" },
          icon("shield", 18),
          el("span", {}, el("b", {}, t(`warn-${kind}`)), " ", t("warn-mask")),
        ),
      over > 0 && el("p", { class: "bad", role: "alert" }, icon("stop", 16), t("write-too-long", { count: over })),
      scene.trouble !== null && el("p", { class: "bad", role: "alert" }, icon("stop", 16), isolated(scene.trouble)),
      isHeld && el("p", { class: "hint", role: "status" }, t("file-waiting")),
    ]);
  }

  #listen(): void {
    const { field } = this;
    field.addEventListener("focus", () => void this.#parts.writing.ask());
    field.addEventListener("input", () => {
      this.#grow();
      this.#acts.write(field.value);
    });
    field.addEventListener("keydown", (event) => {
      // On a touch keyboard Enter is the only way to a new line; the button sends.
      const sends =
        event.key === "Enter" && !event.shiftKey && !event.isComposing && !matchMedia("(pointer:coarse)").matches;
      if (!sends) return;
      event.preventDefault();
      this.#submit();
    });
    field.addEventListener("paste", (event) => {
      const files = event.clipboardData?.files;
      if (!files || files.length === 0) return;
      event.preventDefault();
      this.#acts.attach(files);
    });
    this.#picker.addEventListener("change", () => {
      this.#acts.attach([...(this.#picker.files ?? [])]);
      this.#picker.value = "";
      field.focus();
    });
  }

  #submit(): void {
    this.#showSmileys(false);
    this.#acts.send();
    this.field.focus();
  }

  #grow(): void {
    const { style } = this.field;
    style.height = "auto";
    const height = this.field.scrollHeight + 2;
    style.height = `${Math.min(TALLEST_PX, height)}px`;
    style.overflowY = height > TALLEST_PX ? "auto" : "hidden";
  }

  #showSmileys(shown: boolean): void {
    this.#areSmileysShown = shown;
    this.#smile.setAttribute("aria-expanded", String(shown));
    set(this.#smileys.node, { "aria-label": this.#label });
    const writing = shown ? this.#parts.writing.now : null;
    this.#smileys.draw(shown, () => writing?.smileyButtons((one) => this.#insert(one)) ?? []);
  }

  #insert(smiley: string): void {
    const { field } = this;
    field.setRangeText(smiley, field.selectionStart, field.selectionEnd, "end");
    this.#acts.write(field.value);
    this.#showSmileys(false);
    field.focus();
  }
}
