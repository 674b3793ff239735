import type { Texts } from "virtual:texts/team";
import type { Translate } from "@luukku/texts";
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
