/** Who can take a chat over right now: colleagues with a free luukku, first those who speak the customer's language,
 * then teams that serve the client. */
import type { AgentRow, CaseRow } from "@luukku/wire";
import type { LiveDesk } from "../live/desk.svelte.ts";
import { lackOf } from "../live/knowing.ts";
import { isMine } from "../live/notices.ts";
import { freeBeside, loadOf } from "../live/weights.ts";

export type Receiver =
  | {
      kind: "agent";
      key: string;
      id: string;
      name: string;
      firstName: string;
      free: number;
      slots: number;
      /** Whether the customer's language is among theirs. */
      agent: AgentRow;
    }
  | { kind: "team"; key: string; id: string; name: string; present: number };

export function receivers(row: CaseRow, desk: LiveDesk): Receiver[] {
  const serving = [...desk.teams.values()].filter((team) => team.client_ids.includes(row.client_id));
  const members = new Set(serving.flatMap((team) => team.agent_ids));
  const isThere = (id: string) => desk.agents.get(id)?.presence === "present";
  const agents = [...desk.agents.values()]
    .filter((one) => members.has(one.agent_id) && isThere(one.agent_id) && one.agent_id !== desk.me?.agent_id)
    .map((agent) => {
      const held = [...desk.cases.values()].filter((other) => isMine(other, agent.agent_id));
      const free = freeBeside(loadOf(held, desk.messageWeight), agent.slots, held.length);
      const { agent_id: id, name, first_name: firstName, slots } = agent;
      return { kind: "agent" as const, key: `agent-${id}`, id, name, firstName, free, slots, agent };
    })
    .filter((one) => one.free > 0 && lackOf(row.contact, one.agent, desk.skills) === null)
    .sort((a, b) => b.free - a.free || a.name.localeCompare(b.name));
  const teams = serving.map((team): Receiver => {
    const present = team.agent_ids.filter((id) => isThere(id)).length;
    return { kind: "team", key: `team-${team.team_id}`, id: team.team_id, name: team.name, present };
  });
  return [...agents, ...teams.filter((one) => one.kind === "team" && one.present > 0)];
}
