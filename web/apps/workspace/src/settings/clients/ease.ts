/** When the luukut of whoever has been in chat for long become fewer, as fields of a form. Pure, both ways. */
import type { Ease } from "@luukku/wire";

export interface EaseFields {
  isOn: boolean;
  after_min: string;
  least_slots: string;
}

export type EaseNumber = keyof Ease;

/** Smallest and largest of each number. */
export const EASE_LIMITS: Record<EaseNumber, readonly [number, number]> = {
  after_min: [30, 480],
  least_slots: [1, 8],
};

/** What somebody begins with who turns it on. */
const USUAL: Ease = { after_min: 120, least_slots: 2 };

export function fieldsOfEase(ease: Ease | null): EaseFields {
  const { after_min, least_slots } = ease ?? USUAL;
  return { isOn: ease !== null, after_min: String(after_min), least_slots: String(least_slots) };
}

/** What is sent; `undefined` while a number can not be read. */
export function easeOf(fields: EaseFields): Ease | null | undefined {
  if (!fields.isOn) return null;
  const after_min = easeNumber("after_min", fields);
  const least_slots = easeNumber("least_slots", fields);
  return after_min === null || least_slots === null ? undefined : { after_min, least_slots };
}

export function easeNumber(field: EaseNumber, fields: EaseFields): number | null {
  const [from, to] = EASE_LIMITS[field];
  const value = /^\s*\d{1,4}\s*$/.test(fields[field]) ? Number(fields[field]) : -1;
  return value >= from && value <= to ? value : null;
}
