/** What I lack for a contact. The desk refuses it in the claim; the list says so before anybody tries. */
import type { AgentRow, CaseRow, ContactRow, Language, Me, SkillRow, TeamRow } from "@luukku/wire";
import { mayTake } from "./places.ts";

export type Lack =
  | { lacks: "language"; language: Language }
  | { lacks: "level"; language: Language; level: number }
  | { lacks: "skill"; skill: string };

export function lackOf(
  contact: ContactRow,
  self: AgentRow | undefined,
  skills: ReadonlyMap<string, SkillRow>,
): Lack | null {
  const { language, needs } = contact;
  if (!self) return null;
  const spoken = self.speaks.find((one) => one.language === language);
  if (!spoken) return { lacks: "language", language };
  if (spoken.level < needs.level) return { lacks: "level", language, level: needs.level };
  // A skill that has been removed since binds nobody.
  const skill = needs.skill_id == null ? undefined : skills.get(needs.skill_id);
  return skill && !self.skill_ids.includes(skill.skill_id) ? { lacks: "skill", skill: skill.name } : null;
}

interface Known {
  me: Me | null;
  /** My row. */
  self: AgentRow | undefined;
  teams: ReadonlyMap<string, TeamRow>;
  skills: ReadonlyMap<string, SkillRow>;
}

/** Of those who wait, the ones whom the desk would let me take, a free luukku given. */
export function allowedTo({ me, self, teams, skills }: Known, waiting: readonly CaseRow[]): CaseRow[] {
  return waiting.filter((row) => me && mayTake(row, me, teams) && !lackOf(row.contact, self, skills));
}
