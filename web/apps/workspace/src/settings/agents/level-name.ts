import { unreachable } from "../../live/state.ts";
import type { T } from "../texts.ts";

/** How well a language is written in chat; 0 is not at all. */
export type Level = 0 | 1 | 2 | 3;
export const LEVELS: readonly Level[] = [0, 1, 2, 3];

export function levelName(level: Level, t: T): string {
  switch (level) {
    case 0:
      return t("level-none");
    case 1:
      return t("level-copes");
    case 2:
      return t("level-fluent");
    case 3:
      return t("level-native");
    default:
      return unreachable(level);
  }
}
