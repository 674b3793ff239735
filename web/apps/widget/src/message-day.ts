/** The day of a message, on the visitor's own clock. */
import { dateOf, type Words } from "./format";

const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);

export function isSameDay(one: number, other: number): boolean {
  return midnight(one) === midnight(other);
}

export function dayName(scene: Words & { now: number }, at: number): string {
  if (isSameDay(at, scene.now)) return scene.t("day-today");
  if (isSameDay(at, scene.now - 86_400_000)) return scene.t("day-yesterday");
  const day = new Date(at);
  return dateOf(scene, day.getFullYear(), day.getMonth() + 1, day.getDate());
}
