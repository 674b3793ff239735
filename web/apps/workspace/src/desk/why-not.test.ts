import finnish from "virtual:texts/desk/fi";
import { createTexts } from "@luukku/texts";
import type { AgentRow, Me, TeamRow } from "@luukku/wire";
import { expect, test } from "vitest";
import { row } from "../live/samples.ts";
import { whyNotMine } from "./why-not.ts";

const t = createTexts(finnish, "fi");
const me = { agent_id: "aino", role: "agent" } as Me;
const self = { speaks: [{ language: "fi", level: 2 }], skill_ids: [] as string[] } as AgentRow;
const team = (team_id: string, name: string, agent_ids: string[]): TeamRow => ({
  team_id,
  name,
  is_self_directed: false,
  client_ids: ["it"],
  agent_ids,
});
const teams = new Map([
  ["support", team("support", "Tuki", ["aino"])],
  ["network", team("network", "Verkko", ["bengt"])],
]);
const desk = { me, self, teams, skills: new Map() };

test("what is for another team says for which, and what I lack comes first", () => {
  const waiting = (contact: object) => row("a", 1, { state: "waiting", ...contact });
  expect(whyNotMine(waiting({ for_team: "support" }), desk, t)).toBeNull();
  expect(whyNotMine(waiting({ for_team: "network" }), desk, t)).toBe("kuuluu tiimille Verkko");
  expect(whyNotMine(waiting({ for_team: "network", also_for: ["support"] }), desk, t)).toBeNull();
  expect(whyNotMine(waiting({ for_team: "network", language: "sv" }), desk, t)).not.toContain("Verkko");
});

test("who only looks is told of nothing", () => {
  const reader = { ...desk, me: { ...me, role: "read_only" } as Me };
  expect(whyNotMine(row("a", 1, { state: "waiting", language: "sv" }), reader, t)).toBeNull();
});
