/** Times, places and sizes as sentences. */
import { type Day, dayIn, daysBetween, today } from "./hours";
import type { Scene } from "./scene";
import type { OpenSlot } from "./shapes";
import { estimateOf } from "./wait";

export type Words = Pick<Scene, "t" | "language">;

export function clock({ t }: Words, minute: number): string {
  return t("clock", { hour: String(Math.floor(minute / 60)), minute: String(minute % 60).padStart(2, "0") });
}

/** The time of a message, on the visitor's own clock. */
export function timeOf(words: Words, at: number): string {
  const time = new Date(at);
  return clock(words, time.getHours() * 60 + time.getMinutes());
}

export function dateOf({ language }: Words, year: number, month: number, day: number): string {
  const options: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "numeric" };
  if (language === "en") options.month = "short";
  const tag = { fi: "fi", sv: "sv-FI", en: "en-GB" }[language];
  return new Intl.DateTimeFormat(tag, options).format(new Date(year, month - 1, day));
}

export function slotsOf(words: Words, slots: OpenSlot[]): string {
  if (slots.length === 0) return words.t("hours-none");
  if (slots[0]?.from_minute === 0 && slots[0].to_minute === 1440) return words.t("hours-all-day");
  return slots.map((slot) => `${clock(words, slot.from_minute)}–${clock(words, slot.to_minute)}`).join(", ");
}

export type Known = Words & Pick<Scene, "now" | "widget">;

/** "Avaamme huomenna tiistaina kello 9.00", when the next opening is known. */
export function nextOpening(scene: Known): string | null {
  const at = scene.widget.availability.next_opening_at;
  if (at === null || at === undefined) return null;
  const { t } = scene;
  const { day, away, time } = openingAt(scene, at);
  const name = t("weekday-on", { weekday: day.weekday });
  if (away <= 0) return t("closed-today", { time });
  if (away === 1) return t("closed-tomorrow", { day: name, time });
  if (away < 7) return t("closed-weekday", { day: name, time });
  return t("closed-date", { date: dateOf(scene, day.year, day.month, day.day), time });
}

/** Why the chat takes nobody now, or when it opens again: whichever is known and helps more. */
export function whyClosed(scene: Known & Pick<Scene, "nobodyKnows">): string {
  const { t, nobodyKnows } = scene;
  if (nobodyKnows !== null) return nobodyKnows;
  switch (scene.widget.availability.reason) {
    case "queue_full":
      return t("closed-full");
    case "nobody_present":
      return t("closed-nobody");
    default:
      return nextOpening(scene) ?? t("head-closed");
  }
}

/** To those who were still writing when the chat stopped taking anybody. */
export function cutOffWords({ t, widget }: Known): string {
  return t(widget.availability.reason === "queue_full" ? "closed-while-filling" : "closed-while-writing");
}

/** "ti 9.00", for the launcher. */
export function nextOpeningShort(scene: Known): string | null {
  const at = scene.widget.availability.next_opening_at;
  if (at === null || at === undefined) return null;
  const { t } = scene;
  const { day, away, time } = openingAt(scene, at);
  if (away <= 0) return t("when-today", { time });
  const name = away < 7 ? t("weekday", { weekday: day.weekday }) : dateOf(scene, day.year, day.month, day.day);
  return `${name} ${time}`;
}

function openingAt(scene: Known, at: number): { day: Day; away: number; time: string } {
  const day = dayIn(scene.widget.time_zone, at);
  const away = daysBetween(dayIn(scene.widget.time_zone, scene.now), day);
  return { day, away, time: clock(scene, day.minute) };
}

export function hoursToday(scene: Known): string {
  const { slots } = today(scene.widget, scene.now);
  if (slots.length > 0) return scene.t("hours-today", { hours: slotsOf(scene, slots) });
  return scene.widget.availability.open ? scene.t("launcher-open") : scene.t("hours-today-closed");
}

export function estimate({ t }: Words, seconds: number | null | undefined, waited = 0): string | null {
  const found = estimateOf(seconds, waited);
  switch (found?.kind) {
    case undefined:
      return null;
    case "under_minute":
      return t("wait-under");
    case "range":
      return t("wait-range", { from: found.from, to: found.to });
    case "about":
      return t("wait-about", { minutes: found.minutes });
    case "over_hour":
      return t("wait-hour");
  }
}

/** "IT-tuki" as it stands after "Kysy": Finnish puts it in the ablative. A name that we cannot bend stays out. */
export function askedDesk({ language }: Words, desk: string | null | undefined): string | null {
  if (!desk || language !== "fi") return null;
  const ENDINGS: [RegExp, string][] = [
    [/tuki$/, "tuelta"],
    [/(palvelu|tiimi|toimisto|kirjasto|myymälä|asema|pankki)$/, "$1lta"],
    [/neuvonta$/, "neuvonnalta"],
    [/hoito$/, "hoidolta"],
    [/keskus$/, "keskukselta"],
    [/(desk|chat)$/, "$1iltä"],
  ];
  const found = ENDINGS.find(([ending]) => ending.test(desk));
  if (!found) return null;
  const bent = desk
    .replace(...found)
    .replace(/(tiimi|myymälä)lta$/, "$1ltä")
    .replace(/chatiltä$/, "chatilta");
  return bent.replace("pankkilta", "pankilta");
}
