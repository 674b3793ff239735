import type { ProposalRow, TeamRow } from "@luukku/wire";
import { expect, test } from "vitest";
import { awaitingMe, newsOf, stateAt, teamsThatDecide } from "./proposals.ts";
import { AINO, BENGT, welcome } from "./samples.ts";

const me = { ...welcome([]).me };
const team: TeamRow = {
  team_id: "it",
  name: "Tuki",
  is_self_directed: true,
  client_ids: [],
  agent_ids: [AINO, BENGT],
};
const teams = new Map([["it", team]]);
const self = { agent_id: AINO, role: "agent" } as const;

function proposal(more: Partial<ProposalRow> = {}): ProposalRow {
  const rules = { name: "Tuki", offers: null, overflow: null };
  return {
    proposal_id: "one",
    team_id: "it",
    agent_id: BENGT,
    version: 1,
    at: 0,
    reason: "Lyhyempi",
    before: rules,
    after: { ...rules, name: "Lähituki" },
    words: [],
    needed: 2,
    missing: 1,
    is_stopped: false,
    state: "open",
    open_until: 1000,
    ended_at: null,
    ...more,
  };
}

const known = (...all: ProposalRow[]) => new Map(all.map((one) => [one.proposal_id, one]));

test("a colleague's open proposal waits for my word until I have said it, or it is over", () => {
  expect(awaitingMe([proposal()], teams, self, 0)).toHaveLength(1);
  const word = { agent_id: AINO, word: "consents", reason: "", at: 1, counts: true } as const;
  expect(awaitingMe([proposal({ words: [word] })], teams, self, 0)).toEqual([]);
  expect(awaitingMe([proposal({ agent_id: AINO })], teams, self, 0)).toEqual([]);
  expect(awaitingMe([proposal()], teams, self, 1000)).toEqual([]);
  expect(stateAt(proposal(), 1000)).toBe("expired");
});

test("only agents of the team are waited for", () => {
  expect(awaitingMe([proposal()], teams, { agent_id: AINO, role: "supervisor" }, 0)).toEqual([]);
  expect(awaitingMe([proposal()], teams, { agent_id: "celia", role: "agent" }, 0)).toEqual([]);
});

test("who looks after the desk sees what every self-directed team decides, others that of their own", () => {
  const others = [team, { ...team, team_id: "shop", agent_ids: [BENGT] }, { ...team, is_self_directed: false }];
  expect(teamsThatDecide(others, me).map((one) => one.team_id)).toEqual(["it"]);
  expect(teamsThatDecide(others, { ...me, role: "owner" }).map((one) => one.team_id)).toEqual(["it", "shop"]);
});

test("a new proposal, a decision and a change without the team are news; one's own are not", () => {
  const one = proposal();
  expect(newsOf(known(), known(one), [one], AINO)?.type).toBe("proposed");
  expect(newsOf(known(one), known(one), [one], AINO)).toBeNull();
  expect(newsOf(known(), known(proposal({ agent_id: AINO })), [], AINO)).toBeNull();
  expect(newsOf(known(one), known(proposal({ state: "taken_effect" })), [], AINO)?.type).toBe("taken_effect");
  expect(newsOf(known(), known(proposal({ state: "direct" })), [], AINO)?.type).toBe("direct");
  const mine = proposal({ agent_id: AINO });
  expect(newsOf(known(mine), known({ ...mine, is_stopped: true }), [], AINO)?.type).toBe("objected");
});
