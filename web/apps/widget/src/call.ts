/** Being called instead of waiting: the offer, its form, and how it is cancelled. */
import { load, type Texts } from "virtual:texts/call";
import type { Translate } from "@luukku/texts";
import { isRecord } from "./api";
import { isCallOrdered } from "./call-offer";
import { button, el, icon, isolated, isThere } from "./dom";
import { newId } from "./ids";
import { mask } from "./privacy/mask";
import type { Acts, Scene } from "./scene";
import type { CallTimes, Language } from "./shapes";

type Say = Translate<Texts>;

/** What the visitor has begun; the ids stay the same over tries of the same wish, so that a second one is harmless. */
const begun = { isOpen: false, phone: "", about: "", from: "", wrong: "", isBusy: false };
let ids = fresh();
let times: CallTimes | null = null;
/** What is to have the focus as soon as it is there: the page around may have to be fetched first. */
let wish = "";
let drawn: [HTMLElement, Scene, Acts] | null = null;
const words: Partial<Record<Language, Say>> = {};

function fresh() {
  return { contact_id: newId(), message_id: newId(), about_id: newId() };
}

/** What is written anew is another wish: the one that may have come before it is not what they want now. */
function wrote(what: Partial<typeof begun>): void {
  Object.assign(begun, what);
  ids = fresh();
}

export function drawCall(node: HTMLElement, scene: Scene, acts: Acts): void {
  drawn = [node, scene, acts];
  const say = words[scene.language];
  if (say !== undefined) show(node, scene, acts, say);
  else
    void load(scene.language).then((loaded) => {
      words[scene.language] = loaded;
      again();
    });
}

function again(): void {
  if (drawn !== null) drawCall(...drawn);
}

function show(node: HTMLElement, scene: Scene, acts: Acts, say: Say): void {
  const focused = node.contains(document.activeElement) ? document.activeElement?.id : "";
  const parts = isCallOrdered(scene)
    ? ordered(scene, acts, say)
    : begun.isOpen
      ? [form(scene, acts, say)]
      : [button({ class: "btn btn--wide", id: "call-me" }, () => void open(acts), say("call-me"))];
  node.replaceChildren(...parts);
  if (focused) document.getElementById(focused)?.focus();
  // The page puts this node into its place after it has been drawn.
  queueMicrotask(() => {
    const wished = document.getElementById(wish);
    if (wished === null) return;
    wish = "";
    wished.focus();
  });
}

function ordered(scene: Scene, acts: Acts, say: Say): HTMLElement[] {
  const cancel = async () => {
    begun.wrong = (await acts.tell("/end", { contact_id: scene.talk.standing?.contact_id })) ?? "";
    again();
  };
  return [
    el("p", { class: "big" }, say("call-ordered")),
    ...problem(),
    el(
      "p",
      {},
      button({ class: "btn", id: "call-cancel" }, () => void cancel(), say("call-cancel")),
    ),
  ];
}

function problem(): HTMLElement[] {
  const { wrong } = begun;
  return wrong === ""
    ? []
    : [el("p", { class: "bad", role: "alert", id: "call-bad" }, icon("stop", 16), isolated(wrong))];
}

async function open(acts: Acts): Promise<void> {
  Object.assign(begun, { isOpen: true, wrong: "" });
  wish = "call-phone";
  again();
  const answer = await acts.api.ask("GET", "/call-times", isTimes);
  times = answer.ok ? answer.body : null;
  again();
}

function shut(): void {
  Object.assign(begun, { isOpen: false, wrong: "" });
  wish = "call-me";
  again();
}

const isTimes = (value: unknown): value is CallTimes => isRecord(value) && Array.isArray(value.times);

/** Where nothing has been said yet, whoever calls has to know what it is about. */
function needsWords({ page }: Scene): boolean {
  return page !== "talk";
}

function form(scene: Scene, acts: Acts, say: Say): HTMLElement {
  const described = begun.wrong ? "call-bad" : null;
  const phone = el("input", {
    id: "call-phone",
    class: "field",
    type: "tel",
    autocomplete: "tel",
    maxlength: 40,
    "aria-required": "true",
    "aria-describedby": described,
  });
  phone.value = begun.phone;
  phone.addEventListener("input", () => wrote({ phone: phone.value }));
  const about = el("textarea", { id: "call-about", class: "field", rows: 2, dir: "auto", "aria-required": "true" });
  about.value = begun.about;
  about.addEventListener("input", () => wrote({ about: about.value }));
  const node = el(
    "form",
    { class: "form", novalidate: true },
    el("p", { class: "lead" }, say("call-title")),
    ...problem(),
    el("label", { class: "label", for: "call-phone" }, say("call-phone")),
    phone,
    ...(needsWords(scene) ? [el("label", { class: "label", for: "call-about" }, say("call-about")), about] : []),
    el("label", { class: "label", for: "call-when" }, say("call-when")),
    whenField(scene, say),
    el(
      "div",
      { class: "row form__end" },
      el(
        "button",
        { type: "submit", class: "btn btn--main", id: "call-send" },
        say(begun.isBusy ? "call-sending" : "call-send"),
      ),
      button({ class: "btn", id: "call-not" }, shut, say("call-not")),
    ),
  );
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    void send(scene, acts, say);
  });
  return node;
}

function whenField(scene: Scene, say: Say): HTMLElement {
  const soon = times?.soon ?? null;
  const asSoon = soon === null ? say("call-soon") : say("call-soon-by", { when: shown(scene, soon) });
  const options = (times?.times ?? []).map(
    ({ from, until }) => [String(from), `${shown(scene, from)}–${clock(scene, until)}`] as const,
  );
  const field = el(
    "select",
    { id: "call-when", class: "field" },
    ...([["", asSoon], ...options] as const).map(([value, label]) =>
      el("option", { value, selected: value === begun.from }, label),
    ),
  );
  field.addEventListener("change", () => wrote({ from: field.value }));
  return field;
}

function format({ language, widget }: Scene, at: number, options: Intl.DateTimeFormatOptions): string {
  const tag = { fi: "fi", sv: "sv-FI", en: "en-GB" }[language];
  return new Intl.DateTimeFormat(tag, { timeZone: widget.time_zone, ...options }).format(at);
}

function clock(scene: Scene, at: number): string {
  return format(scene, at, { hour: "numeric", minute: "2-digit" });
}

/** The time by the client's clock, with the day when it is another one. */
function shown(scene: Scene, at: number): string {
  // 1/12 is read in two ways.
  const month = scene.language === "en" ? "short" : "numeric";
  const day = (moment: number) => format(scene, moment, { weekday: "short", day: "numeric", month });
  return [day(at) === day(scene.now) ? null : day(at), clock(scene, at)].filter(isThere).join(" ");
}

async function send(scene: Scene, acts: Acts, say: Say): Promise<void> {
  if (begun.isBusy) return;
  const missing = begun.phone.trim() === "" ? "phone" : needsWords(scene) && begun.about.trim() === "" ? "about" : null;
  if (missing !== null) {
    begun.wrong = say(missing === "phone" ? "call-no-phone" : "call-no-about");
    again();
    document.getElementById(`call-${missing}`)?.focus();
    return;
  }
  begun.isBusy = true;
  const { contact_id, message_id, about_id } = ids;
  const about = needsWords(scene) ? { about_id, about: mask(begun.about).text } : {};
  const from = begun.from === "" ? {} : { from: Number(begun.from) };
  const body = {
    contact_id,
    message_id,
    phone: begun.phone,
    language: scene.language,
    ...acts.visit,
    ...about,
    ...from,
  };
  const no = await acts.tell("/call-backs", body);
  begun.isBusy = false;
  if (no === null) {
    Object.assign(begun, { isOpen: false, about: "", from: "", wrong: "" });
    ids = fresh();
  } else begun.wrong = no || say("call-failed");
  wish = no === null ? "call-cancel" : "call-phone";
  again();
}
