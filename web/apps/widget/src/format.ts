/** Times, places and sizes as sentences. */
import { type Day, dayIn, daysBetween, today } from "./hours";
import type { Scene } from "./scene";
import type { OpenSlot } from "./shapes";
import { elapsed, estimateOf } from "./wait";

type Words = Pick<Scene, "t" | "language">;

export function clock({ t }: Words, minute: number): string {
  return t("clock", { hour: String(Math.floor(minute / 60)), minute: String(minute % 60).padStart(2, "0") });
}

/** The time of a message, on the visitor's own clock. */
export function timeOf(words: Words, at: number): string {
  const time = new Date(at);
  return clock(words, time.getHours() * 60 + time.getMinutes());
}

const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);

export function isSameDay(one: number, other: number): boolean {
  return midnight(one) === midnight(other);
}

export function dateOf({ language }: Words, year: number, month: number, day: number): string {
  const options: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "numeric" };
  if (language === "en") options.month = "short";
  const tag = { fi: "fi", sv: "sv-FI", en: "en-GB" }[language];
  return new Intl.DateTimeFormat(tag, options).format(new Date(year, month - 1, day));
}

export function dayName(scene: Words & { now: number }, at: number): string {
  if (isSameDay(at, scene.now)) return scene.t("day-today");
  if (isSameDay(at, scene.now - 86_400_000)) return scene.t("day-yesterday");
  const day = new Date(at);
  return dateOf(scene, day.getFullYear(), day.getMonth() + 1, day.getDate());
}

export function slotsOf(words: Words, slots: OpenSlot[]): string {
  if (slots.length === 0) return words.t("hours-none");
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

export function estimate({ t }: Words, seconds: number | null | undefined): string | null {
  const found = estimateOf(seconds);
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

export function waited({ t }: Words, from: number, now: number): string {
  const { hours, minutes, seconds } = elapsed(from, now);
  return hours > 0 ? t("waited-hours", { hours, minutes }) : t("waited-minutes", { minutes, seconds });
}

export function sizeOf({ t }: Words, bytes: number): string {
  if (bytes < 1_000_000) return t("size-kb", { size: Math.max(1, Math.round(bytes / 1000)) });
  return t("size-mb", { size: Math.round(bytes / 100_000) / 10 });
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
