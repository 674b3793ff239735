import type { AgentRow, CaseRow } from "@luukku/wire";

/** The names of those who have a skill, in order of the alphabet. */
export function whoHas(skillId: string, agents: Iterable<AgentRow>): string[] {
  const names = [...agents].flatMap((one) => (one.skill_ids.includes(skillId) ? [one.name] : []));
  return names.sort((a, b) => a.localeCompare(b));
}

/** How many wait just now for somebody who has a skill. */
export function whoNeeds(skillId: string, waiting: readonly CaseRow[]): number {
  return waiting.filter((row) => row.contact.needs.skill_id === skillId).length;
}
