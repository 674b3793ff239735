/** Smallest and largest of a number. */
export type Limits = readonly [from: number, to: number];

/** A whole number within its limits, spaces allowed: `86 400`. None when the text is something else. */
export function wholeIn(text: string, [from, to]: Limits): number | null {
  const tidy = text.replace(/\s/g, "");
  const value = /^\d{1,7}$/.test(tidy) ? Number(tidy) : -1;
  return value >= from && value <= to ? value : null;
}
