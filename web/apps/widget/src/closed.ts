/** When nobody can answer now: the next opening first, then the hours, then a message. Also the hours by themselves. */
import { load, type Texts } from "virtual:texts/closed";
import type { Translate } from "@luukku/texts";
import { isNothing, isRecord } from "./api";
import { beforeWords } from "./before-words";
import { callOffer, isCallOrdered } from "./call-offer";
import { specialName, specialToday } from "./days";
import { button, el, icon, isolated, isThere } from "./dom";
import { cutOffWords, dateOf, nextOpening, slotsOf, whyClosed } from "./format";
import { dayIn, daysBetween } from "./hours";
import { wouldBegin } from "./opening";
import { type Acts, isOnTheWay, isOpenTo, type Scene } from "./scene";
import type { ToldOfMyself } from "./shapes";
import { dayOf, weekLines } from "./week";

/** A scene with the words that only this page has. */
export type ClosedScene = Scene & { say: Translate<Texts> };
export { load };

/** The shape that the desk takes, too. */
const ADDRESS = /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\.][^\s@<>"(),;:\\]*\.[^\s@<>"(),;:\\.]+$/;

/** What became of words that nobody could answer at once. */
export function leftPage(scene: ClosedScene, acts: Acts): HTMLElement[] {
  if (isCallOrdered(scene)) return callOffer(scene, acts);
  const { say, talk } = scene;
  const kept = say("closed-kept", { number: String(talk.caseNumber ?? "") });
  const hasAddress = scene.mailedCase !== null && scene.mailedCase === talk.caseNumber;
  const opening = nextOpening(scene);
  const answer = hasAddress ? `${say("closed-answer")} ${say("closed-address")}` : say("closed-answer");
  const isLetDown = talk.standing?.channel === "chat";
  return [
    isLetDown ? box(el("b", {}, say("closed-while-waiting")), " ", kept) : el("p", { class: "big" }, kept),
    el("p", { class: "soft" }, opening === null ? answer : `${opening}. ${answer}`),
    ...(hasAddress ? [] : [addressForm(scene, acts)]),
    ...callOffer(scene, acts),
  ];
}

function addressForm(scene: ClosedScene, acts: Acts): HTMLElement {
  const { say } = scene;
  const form = el("form", { class: "form", novalidate: true }, el("p", { class: "lead" }, say("closed-kept-mail")));
  form.append(...emailField(scene, acts, null), submit(scene, say("form-send-address")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    tell(acts, { email: !ADDRESS.test(read("form-email")), text: false }, say("closed-my-address"));
  });
  return form;
}

/** What the desk has been told of. Each state of the chat that it sends is an object of its own. */
let told: object | null = null;

/** The desk counts how many meet it closed; whom it has counted already it does not count again. */
function tellMet(scene: Scene, acts: Acts): void {
  const { availability } = scene.widget;
  if (isOpenTo(scene) || availability === told) return;
  told = availability;
  void acts.api.ask("POST", `/met-closed?${wouldBegin(acts.visit)}`, isNothing);
}

export function closedPage(scene: ClosedScene, acts: Acts, files: HTMLElement[]): HTMLElement[] {
  tellMet(scene, acts);
  const { widget } = scene;
  const { reason } = widget.availability;
  const open = isOpenTo(scene);
  // Somebody who is away on a holiday that is open is no matter of the day.
  const special = !open && reason === "hours" ? specialToday(scene) : null;
  return [
    ...banner(scene, acts),
    ...(special === null ? [] : [el("p", { class: "soft", id: "special-day" }, isolated(special))]),
    ...(open ? [] : [el("p", { class: "big" }, whyIn(scene))]),
    ...hint(scene),
    ...otherLanguages(scene, acts),
    hoursList(scene),
    ...(isOpenTo(scene) ? [] : callOffer(scene, acts)),
    ...(takesMessages(scene) ? [...beforeWords(scene, acts), messageForm(scene, acts, files)] : []),
  ];
}

function whyIn(scene: ClosedScene): string {
  const { say, language, widget } = scene;
  if (scene.nobodyKnows !== null) return whyClosed(scene);
  switch (widget.availability.reason) {
    case "target_not_kept":
      return say("closed-target");
    case "no_speaker":
      return say("closed-no-speaker", { language });
    default:
      return whyClosed(scene);
  }
}

/** The languages in which they could ask right now. */
function otherLanguages(scene: ClosedScene, acts: Acts): HTMLElement[] {
  const { say, nobodyKnows } = scene;
  const { availability, languages } = scene.widget;
  const closed = availability.closed_in.map((one) => one.language);
  if (availability.open || nobodyKnows !== null || closed.length === 0) return [];
  const others = languages.filter((one) => !closed.includes(one));
  return [
    el(
      "div",
      { class: "row others" },
      ...others.map((language) =>
        button(
          { class: "btn", id: `ask-${language}` },
          () => acts.speak(language).then(() => acts.toChat()),
          say("closed-other-language", { language }),
        ),
      ),
    ),
  ];
}

/** Whether a message can be left. Where the chat has opened meanwhile, the form stays for who was writing in it. */
function takesMessages(scene: Scene): boolean {
  return isOpenTo(scene) || scene.widget.availability.when_closed === "message";
}

/** What can be done where no hour is known at which it opens. */
function hint(scene: ClosedScene): HTMLElement[] {
  const { say, widget } = scene;
  if (scene.nobodyKnows !== null) {
    const [hint, later] = scene.draft
      ? (["closed-unknown-hint", "closed-unknown-later"] as const)
      : (["closed-unknown-leave", "closed-full-later"] as const);
    return [el("p", { class: "soft" }, say(takesMessages(scene) ? hint : later))];
  }
  switch (widget.availability.reason) {
    case "queue_full":
    case "target_not_kept":
      return [el("p", { class: "soft" }, say(takesMessages(scene) ? "closed-full-hint" : "closed-full-later"))];
    case "no_speaker":
      return [
        el(
          "p",
          { class: "soft" },
          say(takesMessages(scene) ? "closed-no-speaker-hint" : "closed-no-speaker-later", {
            language: scene.language,
          }),
        ),
      ];
    case "nobody_present":
      return [el("p", { class: "soft" }, say(takesMessages(scene) ? "closed-nobody-hint" : "closed-nobody-later"))];
    default:
      return [];
  }
}

/** What has just changed under the visitor's hands. */
function banner(scene: ClosedScene, acts: Acts): HTMLElement[] {
  const { say, isCutOff } = scene;
  if (isOpenTo(scene)) {
    const toChat = button({ class: "btn", id: "to-chat" }, () => acts.toChat(), say("closed-to-chat"));
    return [
      el(
        "div",
        { class: "box box--ok", role: "status" },
        icon("tick", 18),
        el("span", {}, say("closed-reopened")),
        toChat,
      ),
    ];
  }
  if (!isCutOff) return [];
  const words = cutOffWords(scene);
  return [box(takesMessages(scene) ? `${words} ${say("closed-as-message")}` : words)];
}

function box(...words: (Node | string)[]): HTMLElement {
  return el("div", { class: "box box--warn" }, icon("clock", 18), el("span", {}, ...words));
}

export function hoursList(scene: ClosedScene): HTMLElement {
  const { say } = scene;
  const lines = hoursLines(scene).flatMap(([days, hours]) => [el("dt", {}, days), el("dd", {}, isolated(hours))]);
  const zone = isElsewhere(scene) ? el("p", { class: "small" }, say("hours-zone")) : null;
  return el("div", { class: "hours" }, el("dl", { "aria-label": say("hours-title") }, ...lines), zone);
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** The week in lines and the exceptions that come: [what, when]. */
function hoursLines(scene: ClosedScene): [string, string][] {
  const { t, say, widget } = scene;
  const week = weekLines(widget.week).map(({ from, to, slots }): [string, string] => {
    const first = capital(t("weekday", { weekday: from }));
    const days = from === to ? first : `${first}–${t("weekday", { weekday: to })}`;
    return [days, slotsOf(scene, slots)];
  });
  const exceptions = widget.exceptions.map((one): [string, string] => {
    const { year, month, day } = dayOf(one.date);
    const isToday = daysBetween(dayIn(widget.time_zone, scene.now), dayOf(one.date)) === 0;
    const date = dateOf(scene, year, month, day);
    const name = isToday ? t("day-today") : capital(date);
    const hours = slotsOf(scene, one.slots);
    const called = specialName(say, one);
    return [name, called === null ? hours : say("hours-named", { name: called, hours: hours.toLocaleLowerCase() })];
  });
  return [...week, ...exceptions];
}

/** Whether the visitor's clock shows another time than the client's. */
function isElsewhere(scene: Scene): boolean {
  const here = new Date(scene.now);
  const there = dayIn(scene.widget.time_zone, scene.now);
  return scene.widget.time_zone === "Europe/Helsinki" && there.minute !== here.getHours() * 60 + here.getMinutes();
}

function messageForm(scene: ClosedScene, acts: Acts, files: HTMLElement[]): HTMLElement {
  const { say, wrong } = scene;
  const text = el("textarea", {
    id: "form-text",
    class: "field",
    rows: 3,
    dir: "auto",
    "aria-required": "true",
    "aria-invalid": wrong.text ? "true" : null,
    "aria-describedby": wrong.text ? "form-text-bad" : null,
  });
  text.value = scene.draft;
  // Whoever was writing when the chat closed goes on here.
  if (document.activeElement?.id === "field") queueMicrotask(() => text.focus());
  text.addEventListener("input", () => acts.write(text.value));
  const form = el(
    "form",
    { class: "form", novalidate: true },
    el("p", { class: "lead" }, say("form-title")),
    el("label", { class: "label", for: "form-text" }, say("form-text")),
    wrong.text && el("p", { class: "bad", id: "form-text-bad" }, icon("stop", 16), say("form-text-empty")),
    text,
    files.length > 0 && el("ul", { class: "files" }, ...files),
    ...emailField(scene, acts, say("form-optional")),
    submit(scene, say("form-send")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const email = read("form-email");
    const hasFile = scene.uploads.some((one) => one.why === null);
    tell(acts, { email: email !== "" && !ADDRESS.test(email), text: read("form-text") === "" && !hasFile }, "");
  });
  return form;
}

function read(id: string): string {
  const field = document.getElementById(id);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value.trim() : "";
}

/** Errors stand above their fields, and the first wrong field gets the focus. */
function tell(acts: Acts, wrong: Scene["wrong"], fallback: string): void {
  acts.set({ wrong, email: read("form-email") });
  if (wrong.text || wrong.email) document.getElementById(wrong.text ? "form-text" : "form-email")?.focus();
  else void acts.leave(fallback);
}

/** The address that this visitor gave before, until they write another one. */
let mine = "";
let isAsked = false;

/** Who is known to the desk is not asked for the same address again. */
function askMine(acts: Acts): void {
  if (isAsked || acts.api.headers().Authorization === undefined) return;
  isAsked = true;
  void acts.api.ask("GET", "/told", isTold).then((answer) => {
    const field = document.getElementById("form-email");
    if (!answer.ok || !answer.body.email) return;
    if (!(field instanceof HTMLInputElement) || field.value !== "") return;
    mine = answer.body.email;
    field.value = mine;
  });
}

const isTold = (value: unknown): value is ToldOfMyself => isRecord(value) && "email" in value;

/** The address, with a hint where it may be left out. */
function emailField(scene: ClosedScene, acts: Acts, hint: string | null): Node[] {
  const { say, wrong } = scene;
  const described = [hint !== null && "form-email-hint", wrong.email && "form-email-bad"].filter(isThere);
  const email = el("input", {
    id: "form-email",
    class: "field",
    type: "email",
    autocomplete: "email",
    inputmode: "email",
    maxlength: 254,
    "aria-required": hint === null ? "true" : null,
    "aria-invalid": wrong.email ? "true" : null,
    "aria-describedby": described.join(" ") || null,
  });
  askMine(acts);
  email.value = scene.email || mine;
  email.addEventListener("input", () => {
    mine = "";
    acts.set({ email: email.value });
  });
  return [
    el("label", { class: "label", for: "form-email" }, say("form-email")),
    hint !== null && el("p", { class: "hint", id: "form-email-hint" }, hint),
    wrong.email && el("p", { class: "bad", id: "form-email-bad" }, icon("stop", 16), say("form-email-wrong")),
    email,
  ].filter(isThere);
}

function submit(scene: ClosedScene, words: string): HTMLElement {
  const { t, say } = scene;
  const left = scene.unsent.find((one) => one.as === "leave");
  const isBusy = left?.state === "leaving";
  const failed = left && !isBusy ? (left.why ?? say("form-failed")) : null;
  const isHeld = scene.isSendWanted && isOnTheWay(scene.uploads);
  return el(
    "div",
    { class: "form__end" },
    isHeld && el("p", { class: "hint", role: "status" }, t("file-waiting")),
    failed !== null && el("p", { class: "bad", role: "alert" }, icon("stop", 16), isolated(failed)),
    el(
      "button",
      { type: "submit", class: "btn btn--main btn--wide", id: "form-send" },
      isBusy ? say("form-sending") : words,
    ),
  );
}

export function sentPage({ say, talk, mailedCase, email }: ClosedScene, acts: Acts): HTMLElement[] {
  const hasAddress = mailedCase !== null && mailedCase === talk.caseNumber;
  return [
    el("p", { class: "big", tabindex: -1, id: "sent" }, say("sent-title")),
    el(
      "p",
      { class: "soft" },
      ...(talk.caseNumber === null ? [] : [el("b", {}, say("sent-number", { number: String(talk.caseNumber) })), " "]),
      say("closed-answer"),
      ...(hasAddress ? [" ", isolated(say("sent-address", { email }))] : []),
    ),
    el(
      "p",
      {},
      button({ class: "btn", id: "more" }, () => acts.more(), say("sent-more")),
    ),
  ];
}
