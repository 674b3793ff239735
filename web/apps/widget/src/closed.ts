/** When nobody can answer now: the next opening first, then the hours, then a message. Also the hours by themselves. */
import { specialName, specialToday } from "./days";
import { button, el, icon, isolated } from "./dom";
import { dateOf, nextOpening, slotsOf } from "./format";
import { dayIn, dayOf, daysBetween, weekLines } from "./hours";
import type { Acts, Scene } from "./scene";

/** The shape that the desk takes, too. */
const ADDRESS = /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\.][^\s@<>"(),;:\\]*\.[^\s@<>"(),;:\\.]+$/;

/** What became of a question that nobody could answer before the chat closed. */
export function leftPage(scene: Scene, acts: Acts): HTMLElement[] {
  const { t, talk } = scene;
  const number = String(talk.caseNumber ?? "");
  const isMailed = scene.mailedCase !== null && scene.mailedCase === talk.caseNumber;
  const opening = nextOpening(scene);
  const kept = t("closed-kept", { number });
  return [
    isMailed
      ? el("p", { class: "big" }, kept)
      : el(
          "div",
          { class: "box box--warn" },
          icon("clock", 18),
          el("span", {}, el("b", {}, t("closed-while-waiting")), " ", kept),
        ),
    el(
      "p",
      { class: "soft" },
      `${opening === null ? "" : `${opening}. `}${t(isMailed ? "closed-kept-mailed" : "closed-kept-here")}`,
    ),
    ...(isMailed ? [] : [addressForm(scene, acts)]),
  ];
}

function addressForm(scene: Scene, acts: Acts): HTMLElement {
  const { t } = scene;
  const form = el("form", { class: "form", novalidate: true }, el("p", { class: "lead" }, t("closed-kept-mail")));
  form.append(...emailField(scene, acts), submit(scene, t("form-send-address")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    leave(acts, t("closed-answer-by-mail"));
  });
  return form;
}

export function closedPage(scene: Scene, acts: Acts): HTMLElement[] {
  const { t, widget } = scene;
  const { reason, open } = widget.availability;
  const opening = nextOpening(scene);
  const isFull = reason === "queue_full";
  // Somebody who is away on a holiday that is open is no matter of the day.
  const special = !open && reason === "hours" ? specialToday(scene) : null;
  const title = isFull ? t("closed-full") : (opening ?? (reason === "hours" ? t("head-closed") : t("closed-nobody")));
  const banner = open
    ? el(
        "div",
        { class: "box box--ok" },
        icon("tick", 18),
        el("span", {}, t("closed-reopened")),
        button({ class: "btn", id: "to-chat" }, () => acts.toChat(), t("closed-to-chat")),
      )
    : scene.isCutOff
      ? el("div", { class: "box box--warn" }, icon("clock", 18), el("span", {}, t("closed-while-writing")))
      : null;
  return [
    ...(banner ? [banner] : []),
    ...(special === null ? [] : [el("p", { class: "soft", id: "special-day" }, isolated(special))]),
    ...(open ? [] : [el("p", { class: "big" }, title)]),
    ...(isFull ? [el("p", { class: "soft" }, t("closed-full-hint"))] : []),
    hoursList(scene),
    messageForm(scene, acts),
  ];
}

export function hoursList(scene: Scene): HTMLElement {
  const { t } = scene;
  const lines = hoursLines(scene).flatMap(([days, hours]) => [el("dt", {}, days), el("dd", {}, isolated(hours))]);
  const zone = isElsewhere(scene) ? el("p", { class: "small" }, t("hours-zone")) : null;
  return el("div", { class: "hours" }, el("dl", { "aria-label": t("hours-title") }, ...lines), zone);
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** The week in lines and the exceptions that come: [what, when]. */
function hoursLines(scene: Scene): [string, string][] {
  const { t, widget } = scene;
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
    const called = specialName(scene.language, one);
    return [name, called === null ? hours : t("hours-named", { name: called, hours: hours.toLocaleLowerCase() })];
  });
  return [...week, ...exceptions];
}

/** Whether the visitor's clock shows another time than the client's. */
function isElsewhere(scene: Scene): boolean {
  const here = new Date(scene.now);
  const there = dayIn(scene.widget.time_zone, scene.now);
  return scene.widget.time_zone === "Europe/Helsinki" && there.minute !== here.getHours() * 60 + here.getMinutes();
}

function messageForm(scene: Scene, acts: Acts): HTMLElement {
  const { t, wrong } = scene;
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
  text.addEventListener("input", () => acts.write(text.value));
  const form = el(
    "form",
    { class: "form", novalidate: true },
    el("p", { class: "lead" }, t("form-title")),
    ...emailField(scene, acts),
    el("label", { class: "label", for: "form-text" }, t("form-text")),
    wrong.text && el("p", { class: "bad", id: "form-text-bad" }, icon("stop", 16), t("form-text-empty")),
    text,
    submit(scene, t("form-send")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    leave(acts, "");
  });
  return form;
}

/** Errors stand above their fields, and the first wrong field gets the focus. */
function leave(acts: Acts, fallback: string): void {
  const read = (id: string) => {
    const field = document.getElementById(id);
    return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value.trim() : null;
  };
  const email = !ADDRESS.test(read("form-email") ?? "");
  const text = fallback === "" && read("form-text") === "";
  acts.set({ wrong: { email, text } });
  if (email || text) document.getElementById(email ? "form-email" : "form-text")?.focus();
  else void acts.leave(fallback);
}

function emailField(scene: Scene, acts: Acts): Node[] {
  const { t, wrong } = scene;
  const email = el("input", {
    id: "form-email",
    class: `field${wrong.email ? " field--bad" : ""}`,
    type: "email",
    autocomplete: "email",
    inputmode: "email",
    maxlength: 254,
    "aria-required": "true",
    "aria-invalid": wrong.email ? "true" : null,
    "aria-describedby": wrong.email ? "form-email-bad" : null,
  });
  email.value = scene.email;
  email.addEventListener("input", () => acts.set({ email: email.value }));
  return [
    el("label", { class: "label", for: "form-email" }, t("form-email")),
    ...(wrong.email ? [el("p", { class: "bad", id: "form-email-bad" }, icon("stop", 16), t("form-email-wrong"))] : []),
    email,
  ];
}

function submit(scene: Scene, words: string): HTMLElement {
  const { t } = scene;
  const left = scene.unsent.find((one) => one.as === "leave");
  const isBusy = left?.state === "leaving";
  const failed = left && !isBusy ? (left.why ?? t("form-failed")) : null;
  return el(
    "div",
    { class: "form__end" },
    failed !== null && el("p", { class: "bad", role: "alert" }, icon("stop", 16), isolated(failed)),
    el(
      "button",
      { type: "submit", class: "btn btn--main btn--wide", id: "form-send" },
      isBusy ? t("form-sending") : words,
    ),
  );
}

export function sentPage({ t, talk, email }: Scene, acts: Acts): HTMLElement[] {
  return [
    el("p", { class: "big", tabindex: -1, id: "sent" }, t("sent-title")),
    el(
      "p",
      { class: "soft" },
      ...(talk.caseNumber === null ? [] : [el("b", {}, t("sent-number", { number: String(talk.caseNumber) })), " "]),
      isolated(t("sent-answer", { email })),
    ),
    el(
      "p",
      {},
      button({ class: "btn", id: "more" }, () => acts.more(), t("sent-more")),
    ),
  ];
}
