/** How well somebody writes which language, as the log tells it. */
import { LEVELS, levelName } from "../agents/level-name.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "../prepared/groups.ts";
import type { T } from "../texts.ts";

export function speaksWords(value: unknown, t: T): string {
  const spoken = Array.isArray(value) ? value.map((one: unknown) => spokenWords(one, t)) : [];
  return spoken.filter((one) => one !== "").join(", ") || t("audit-empty");
}

function spokenWords(value: unknown, t: T): string {
  if (typeof value !== "object" || value === null || !("language" in value) || !("level" in value)) return "";
  const language = LANGUAGES.find((one) => one === value.language);
  const level = LEVELS.find((one) => one === value.level);
  return language && level !== undefined ? `${LANGUAGE_NAMES[language]}: ${levelName(level, t)}` : "";
}
