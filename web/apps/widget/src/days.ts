/** Days with a name, and how a sentence about one begins or ends. */
import type { Texts } from "virtual:texts/closed";
import type { Translate } from "@luukku/texts";
import { type Known, slotsOf } from "./format";
import { today } from "./hours";
import type { SpecialDay } from "./shapes";

type Say = Translate<Texts>;

/** "Juhannusaattona olemme kiinni.", when today has a name and hours of its own; null on any other day. */
export function specialToday(scene: Known & { say: Say }): string | null {
  const { say } = scene;
  const { exception } = today(scene.widget, scene.now);
  if (!exception) return null;
  const { slots, name, holiday } = exception;
  const hours = slotsOf(scene, slots);
  if (holiday) {
    const day = say("holiday-on", { day: holiday });
    return slots.length === 0 ? say("day-closed", { day }) : say("day-open", { day, hours });
  }
  if (!name) return null;
  return slots.length === 0 ? say("day-closed-named", { name }) : say("day-open-named", { name, hours });
}

/** What a day of its own is called, by the client or by the almanac. */
export function specialName(say: Say, { name, holiday }: SpecialDay): string | null {
  return name ?? (holiday ? say("holiday", { day: holiday }) : null);
}
