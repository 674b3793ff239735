import type { Texts } from "virtual:texts/workspace";
import type { Translate } from "@luukku/texts";
import type { LiveDesk } from "../live/desk.svelte.ts";
import type { Notice } from "../live/notices.ts";
import { type Around, isNotified, soundOf, tagOf } from "./notify.ts";
import { Sounds } from "./sound.ts";

interface Wishes {
  sound: boolean;
  notifications: boolean;
}

/** Turns news of the desk into sounds and notifications, as far as I have asked for them. */
export class Notifier {
  readonly #sounds = new Sounds();
  readonly #desk: LiveDesk;
  readonly #wishes: () => Wishes;
  readonly #nameOf: (notice: Notice) => string;
  readonly #t: Translate<Texts>;
  readonly #open: (number: number) => void;

  constructor(parts: {
    desk: LiveDesk;
    wishes: () => Wishes;
    nameOf: (notice: Notice) => string;
    t: Translate<Texts>;
    open: (number: number) => void;
  }) {
    this.#desk = parts.desk;
    this.#wishes = parts.wishes;
    this.#nameOf = parts.nameOf;
    this.#t = parts.t;
    this.#open = parts.open;
  }

  hear = (notice: Notice): void => {
    const around: Around = {
      isWatched: document.visibilityState === "visible" && document.hasFocus(),
      openCase: this.#desk.openCase?.caseId ?? null,
      isPresent: this.#desk.self?.presence === "present",
    };
    const wishes = this.#wishes();
    const sound = soundOf(notice, around);
    if (wishes.sound && sound) this.#sounds.play(sound);
    if (wishes.notifications && isNotified(notice, around)) this.#show(notice);
  };

  #show(notice: Notice): void {
    if (!("Notification" in window) || Notification.permission !== "granted") return;
    const shown = new Notification(this.#title(notice), {
      tag: tagOf(notice),
      body: "text" in notice ? notice.text : "",
      silent: true,
    });
    shown.onclick = () => {
      window.focus();
      this.#open(notice.row.number);
      shown.close();
    };
  }

  #title(notice: Notice): string {
    const name = this.#nameOf(notice);
    switch (notice.type) {
      case "waiting":
        return this.#t("notify-waiting", { name });
      case "offered":
        return this.#t("notify-offered", { name });
      case "let_pass":
        return this.#t("notify-let-pass");
      case "given":
        return this.#t("notify-given", { name });
      case "came_back":
      case "message":
        return this.#t("notify-message", { name });
      case "warning":
        return this.#t("notify-warning", { name });
      case "hurry":
        return this.#t("notify-hurry", { name });
      case "missed":
        return this.#t("notify-missed", { name });
      case "flagged":
        return this.#t("notify-flagged", { name });
      case "breach":
        return this.#t("notify-breach", { name });
      case "raised":
        return this.#t("notify-raised", { name });
      case "broken":
        return this.#t("notify-broken", { name });
      case "promise_near":
        return this.#t("notify-promise-near", { name, channel: notice.row.contact.channel });
      case "promise_due":
        return this.#t("notify-promise-due", { name, channel: notice.row.contact.channel });
      case "lost":
        return this.#t("notify-lost", { name });
      case "nudge":
      case "ended":
      case "note":
      case "solved":
        return name;
    }
  }
}
