import type { Texts } from "virtual:texts/team";
import type { Translate } from "@luukku/texts";
import type { Availability } from "@luukku/wire";
import type { Hatch } from "./figures.ts";

type T = Translate<Texts>;

export function hatchName(hatch: Hatch, t: T): string {
  switch (hatch) {
    case "free":
      return t("hatch-free");
    case "ours":
      return t("hatch-ours");
    case "theirs":
      return t("hatch-theirs");
    case "warn":
      return t("hatch-warn");
    case "over":
      return t("hatch-over");
  }
}

/** Whether a client's chat is open, and why not. `time` writes when it closes, `when` when it opens. */
export function availabilityName(
  one: Availability,
  t: T,
  time: (at: number) => string,
  when: (at: number) => string,
): string {
  if (one.open) return one.closes_at == null ? t("open-now") : t("open-until", { time: time(one.closes_at) });
  switch (one.reason) {
    case "nobody_present":
      return t("closed-nobody");
    case "queue_full":
      return t("closed-full");
    case "by_hand":
      return t("closed-by-hand");
    case "hours":
      break;
  }
  return one.next_opening_at == null ? t("closed-hours") : t("closed-hours-next", { when: when(one.next_opening_at) });
}
