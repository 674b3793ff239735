import type { T } from "../texts.ts";

/** When luukut become fewer, in the reader's words. */
export function easeWords(value: unknown, t: T): string {
  if (typeof value !== "object" || value === null || !("after_min" in value) || !("least_slots" in value)) {
    return t("ease-never");
  }
  return t("ease-when", { after: Number(value.after_min), least: Number(value.least_slots) });
}
