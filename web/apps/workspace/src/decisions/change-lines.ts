/** The rules of a team as people read them, and what a proposal would make of them. */
import type { ProposalRow, TeamRow, TeamRules } from "@luukku/wire";
import { offersWords, overflowWords } from "../settings/audit/hour-words.ts";
import type { T } from "../settings/texts.ts";

export interface RuleLine {
  field: "name" | "offers" | "overflow";
  label: string;
  words: string;
}

export interface ChangeLine extends RuleLine {
  before: string;
}

export function ruleLines(rules: TeamRules, teams: ReadonlyMap<string, TeamRow>, t: T): RuleLine[] {
  const overflow = rules.overflow && {
    after_s: rules.overflow.after_s,
    team: teams.get(rules.overflow.team_id)?.name ?? t("team-overflow-removed"),
  };
  return [
    { field: "name", label: t("team-name"), words: rules.name },
    { field: "offers", label: t("team-offers"), words: offersWords(rules.offers, t) },
    { field: "overflow", label: t("team-overflow"), words: overflowWords(overflow, t) },
  ];
}

/** Only what would be otherwise. */
export function changeLines(
  { before, after }: Pick<ProposalRow, "before" | "after">,
  teams: ReadonlyMap<string, TeamRow>,
  t: T,
): ChangeLine[] {
  const old = ruleLines(before, teams, t);
  const isOther = (field: RuleLine["field"]) => JSON.stringify(before[field]) !== JSON.stringify(after[field]);
  return ruleLines(after, teams, t).flatMap((line, at) =>
    isOther(line.field) ? [{ ...line, before: old[at]?.words ?? "" }] : [],
  );
}
