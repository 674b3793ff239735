/** An honest estimate: as rough as it is true. Without data there is no sentence. */
export type Estimate =
  | { kind: "under_minute" }
  | { kind: "range"; from: number; to: number }
  | { kind: "about"; minutes: number }
  | { kind: "over_hour" };

export function estimateOf(seconds: number | null | undefined, waited = 0): Estimate | null {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds) || seconds < 0) return null;
  // The words leave a minute open; who has waited longer than that was told wrong.
  if (waited >= seconds + 60) return null;
  if (seconds < 60) return { kind: "under_minute" };
  const minutes = Math.floor(seconds / 60);
  if (minutes < 10) return { kind: "range", from: minutes, to: minutes + 1 };
  if (minutes < 60) return { kind: "about", minutes: Math.ceil(minutes / 5) * 5 };
  return { kind: "over_hour" };
}
