/** The answer target as a condition of being open, as fields of a form. Pure, both ways. */
import type { OpeningTarget } from "@luukku/wire";

export interface TargetFields {
  isOn: boolean;
  window_min: string;
  least_percent: string;
  longest_wait: string;
}

export type TargetNumber = keyof OpeningTarget;

/** Smallest and largest of each number. */
export const TARGET_LIMITS: Record<TargetNumber, readonly [number, number]> = {
  window_min: [5, 240],
  least_percent: [1, 99],
  longest_wait: [1, 20],
};

/** What somebody begins with who turns it on. */
const USUAL: OpeningTarget = { window_min: 30, least_percent: 50, longest_wait: 5 };

export function fieldsOfTarget(opening_target: OpeningTarget | null): TargetFields {
  const { window_min, least_percent, longest_wait } = opening_target ?? USUAL;
  return {
    isOn: opening_target !== null,
    window_min: String(window_min),
    least_percent: String(least_percent),
    longest_wait: String(longest_wait),
  };
}

/** What is sent; `undefined` while a number can not be read. */
export function targetOf(fields: TargetFields): OpeningTarget | null | undefined {
  if (!fields.isOn) return null;
  const window_min = numberIn("window_min", fields);
  const least_percent = numberIn("least_percent", fields);
  const longest_wait = numberIn("longest_wait", fields);
  if (window_min === null || least_percent === null || longest_wait === null) return undefined;
  return { window_min, least_percent, longest_wait };
}

export function numberIn(field: TargetNumber, fields: TargetFields): number | null {
  const [from, to] = TARGET_LIMITS[field];
  const value = /^\s*\d{1,4}\s*$/.test(fields[field]) ? Number(fields[field]) : -1;
  return value >= from && value <= to ? value : null;
}
