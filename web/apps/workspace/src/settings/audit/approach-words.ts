/** What was changed about a client's invitations: one line for each invitation that came, went or is otherwise. */

import { LANGUAGES } from "../prepared/groups.ts";
import type { T } from "../texts.ts";
import type { Approach } from "../wire.ts";
import type { ChangeLine } from "./change-words.ts";

export function approachLines(before: unknown, after: unknown, t: T): ChangeLine[] {
  const [old, now] = [approachesOf(before), approachesOf(after)];
  const ids = [...new Set([...now, ...old].map((one) => one.approach_id))];
  const of = (list: readonly Approach[], id: string) => list.find((one) => one.approach_id === id);
  const words = (one: Approach | undefined) => (one ? inWords(one, t) : t("audit-empty"));
  const place = (id: string) => {
    const at = now.findIndex((one) => one.approach_id === id);
    return (at >= 0 ? at : old.findIndex((one) => one.approach_id === id)) + 1;
  };
  const lines = ids.map((id) => ({
    field: t("approach-title", { number: place(id) }),
    before: words(of(old, id)),
    after: words(of(now, id)),
  }));
  return lines.filter((line) => line.before !== line.after);
}

function inWords(one: Approach, t: T): string {
  const pages = one.pages.length === 0 ? t("approach-all-pages") : one.pages.join(", ");
  const said = LANGUAGES.map((language) => one.words[language]).filter(Boolean);
  const whom = t("approach-whom-is", { whom: one.whom });
  const when = t("approach-when", { seconds: one.after_s, percent: one.scrolled_percent });
  return [said.map((text) => `”${text}”`).join(" "), pages, when, whom].join(" · ");
}

/** As the log has them; what is no invitation is left out. */
function approachesOf(value: unknown): Approach[] {
  return Array.isArray(value) ? value.filter(isApproach) : [];
}

function isApproach(value: unknown): value is Approach {
  return typeof value === "object" && value !== null && "approach_id" in value && "words" in value && "pages" in value;
}
