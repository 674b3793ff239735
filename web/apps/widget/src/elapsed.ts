/** How long somebody has waited. */
import type { Words } from "./format";

/** `0:48` under an hour, hours and minutes above. */
export function elapsed(from: number, now: number): { hours: number; minutes: number; seconds: string } {
  const seconds = Math.max(0, Math.floor((now - from) / 1000));
  return {
    hours: Math.floor(seconds / 3600),
    minutes: Math.floor(seconds / 60) % 60,
    seconds: String(seconds % 60).padStart(2, "0"),
  };
}

export function waited({ t }: Words, from: number, now: number): string {
  const { hours, minutes, seconds } = elapsed(from, now);
  return hours > 0 ? t("waited-hours", { hours, minutes }) : t("waited-minutes", { minutes, seconds });
}
