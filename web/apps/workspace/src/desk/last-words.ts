/** What was said last, as a row of a list tells it: the customer's words bare, and ours as ours. */
import type { Texts } from "virtual:texts/desk";
import type { Translate } from "@luukku/texts";
import type { CaseRow } from "@luukku/wire";

export function lastWords({ last_words: last }: CaseRow, t: Translate<Texts>): string {
  if (!last) return "";
  const text = last.text || t("row-file");
  return last.by === "agent" ? t("row-answer", { text }) : text;
}
