import type { Texts } from "virtual:texts/desk";
import type { Translate } from "@luukku/texts";
import type { Lack } from "../live/knowing.ts";
import { unreachable } from "../live/state.ts";

/** Why I cannot take a contact, in words. */
export function lackName(lack: Lack, t: Translate<Texts>): string {
  switch (lack.lacks) {
    case "language":
      return t("lack-language", { language: lack.language });
    case "level":
      return t("lack-level", { language: lack.language, level: levelWord(lack.level) });
    case "skill":
      return t("lack-skill", { skill: lack.skill });
    default:
      return unreachable(lack);
  }
}

function levelWord(level: number): string {
  if (level >= 3) return "native";
  return level === 2 ? "fluent" : "copes";
}
