/** What self-directed teams propose, as far as it concerns me. The desk decides; this only finds it again. */
import type { AgentRow, Me, ProposalRow, TeamRow } from "@luukku/wire";
import { looksAfter } from "./places.ts";

/** Where a proposal is at `now`: nothing has to be pushed for one to expire. */
export function stateAt(proposal: ProposalRow, now: number): ProposalRow["state"] {
  return proposal.state === "open" && now >= proposal.open_until ? "expired" : proposal.state;
}

/** The self-directed teams whose decisions I see: those that I am in, and all for who looks after the desk. */
export function teamsThatDecide(teams: Iterable<TeamRow>, me: Me | null): TeamRow[] {
  if (!me) return [];
  const sees = (team: TeamRow) => team.agent_ids.includes(me.agent_id) || looksAfter(me.role);
  return [...teams].filter((team) => team.is_self_directed && sees(team));
}

/** Whether I am in any of them: then their page is one of my main ones. */
export function isInOne(teams: readonly TeamRow[], me: Me | null): boolean {
  return me !== null && teams.some((team) => team.agent_ids.includes(me.agent_id));
}

/** Whether I decide with the team. */
export function decides(team: TeamRow | undefined, self: Pick<AgentRow, "agent_id" | "role"> | undefined): boolean {
  return self?.role === "agent" && team !== undefined && team.agent_ids.includes(self.agent_id);
}

/** Open proposals of colleagues to which I have not said my word. */
export function awaitingMe(
  proposals: Iterable<ProposalRow>,
  teams: ReadonlyMap<string, TeamRow>,
  self: Pick<AgentRow, "agent_id" | "role"> | undefined,
  now: number,
): ProposalRow[] {
  return [...proposals].filter(
    (one) =>
      stateAt(one, now) === "open" &&
      decides(teams.get(one.team_id), self) &&
      one.agent_id !== self?.agent_id &&
      !one.words.some((word) => word.agent_id === self?.agent_id),
  );
}

/** What is news for me between what was known and what is known now; the most telling one. */
export type ProposalNews =
  | { type: "proposed"; proposal: ProposalRow }
  | { type: "taken_effect"; proposal: ProposalRow }
  | { type: "objected"; proposal: ProposalRow }
  | { type: "direct"; proposal: ProposalRow };

export function newsOf(
  before: ReadonlyMap<string, ProposalRow>,
  after: ReadonlyMap<string, ProposalRow>,
  awaiting: readonly ProposalRow[],
  me: string,
): ProposalNews | null {
  let found: ProposalNews | null = null;
  for (const [id, proposal] of after) {
    const old = before.get(id);
    if (old === proposal) continue;
    const isMine = proposal.agent_id === me;
    if (proposal.state === "taken_effect" && old?.state === "open") return { type: "taken_effect", proposal };
    if (proposal.state === "direct" && !old && !isMine) found = { type: "direct", proposal };
    else if (isMine && proposal.is_stopped && old && !old.is_stopped) found = { type: "objected", proposal };
    else if (awaiting.includes(proposal) && old?.version !== proposal.version) found = { type: "proposed", proposal };
  }
  return found;
}
