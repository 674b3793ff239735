import type { AgentRow, TeamRow } from "@luukku/wire";
import { expect, test } from "vitest";
import { AINO, BENGT, row, welcome } from "../live/samples.ts";
import { answering, atBefore, mentionsIn, type Nameable, nameable, pieces } from "./mentions.ts";

function agent(agent_id: string, name: string, more: Partial<AgentRow> = {}): [string, AgentRow] {
  const first_name = name.split(" ")[0] ?? name;
  return [
    agent_id,
    {
      agent_id,
      name,
      first_name,
      role: "agent",
      presence: "present",
      presence_since: 0,
      slots: 4,
      speaks: [],
      skill_ids: [],
      is_active: true,
      may_exceed: false,
      ...more,
    },
  ];
}

const it: TeamRow = {
  team_id: "tuki",
  name: "Tuki",
  is_self_directed: false,
  client_ids: ["it"],
  agent_ids: [AINO, BENGT, "cecilia"],
};
const library: TeamRow = {
  team_id: "kirjasto",
  name: "Kirjasto",
  is_self_directed: false,
  client_ids: ["kirjasto"],
  agent_ids: ["dan"],
};
const people = {
  me: welcome([]).me,
  agents: new Map([
    agent(AINO, "Aino Mäkelä"),
    agent(BENGT, "Bengt Nyman"),
    agent("cecilia", "Cecilia Lind", { presence: "away" }),
    agent("dan", "Dan Berg"),
    agent("eeva", "Eeva Salo", { role: "supervisor", presence: "gone" }),
    agent("frans", "Frans Lahti", { role: "owner", is_active: false }),
  ]),
  teams: new Map([it, library].map((one) => [one.team_id, one])),
};
const names = (all: readonly Nameable[]) => all.map((one) => one.name);

test("those can be named who may read the case, and not I", () => {
  expect(names(nameable(row("a", 1), people))).toEqual(["Bengt Nyman", "Cecilia Lind", "Eeva Salo", "Tuki"]);
  const held = row("a", 1, { held_by: "dan" });
  expect(names(nameable(held, people))).toContain("Dan Berg");
});

test("a team says how many of it are there to be told", () => {
  expect(nameable(row("a", 1), people).find((one) => one.kind === "team")?.present).toBe(1);
});

test("what is typed after an @ finds names, first of those who are there", () => {
  const all = nameable(row("a", 1), people);
  expect(names(answering("", all))).toEqual(["Bengt Nyman", "Tuki", "Cecilia Lind", "Eeva Salo"]);
  expect(names(answering("ny", all))).toEqual(["Bengt Nyman"]);
});

test("an @ asks for a name at the beginning of a word, not in an address", () => {
  expect(atBefore("@", 1)).toBe(0);
  expect(atBefore("Kysy @be", 8)).toBe(5);
  expect(atBefore("Kysy @Bengt Ny", 14)).toBe(5);
  expect(atBefore("maija@esimerkki", 15)).toBeNull();
  expect(atBefore("@aino\nmuuta", 11)).toBeNull();
});

test("a text names whom it says by the whole name, each once", () => {
  const all = nameable(row("a", 1), people);
  const text = "@Bengt Nyman, kysy @Tuki tai (@Bengt Nyman). @Dan Berg ja @Tukihenkilö eivät näe.";
  expect(mentionsIn(text, all)).toEqual({ agent_ids: [BENGT], team_ids: ["tuki"] });
  expect(mentionsIn("maija@Tuki", all)).toEqual({ agent_ids: [], team_ids: [] });
});

test("two of the same name are both meant, and a longer name wins over the shorter one in it", () => {
  const all: Nameable[] = [
    { id: "1", kind: "agent", name: "Aino", present: 1 },
    { id: "2", kind: "agent", name: "Aino Salo", present: 1 },
    { id: "3", kind: "agent", name: "Aino Salo", present: 0 },
  ];
  expect(mentionsIn("@Aino Salo", all).agent_ids).toEqual(["2", "3"]);
  expect(mentionsIn("@Aino", all).agent_ids).toEqual(["1"]);
  expect(pieces("Hei @Aino!", all).map((one) => one.text)).toEqual(["Hei ", "@Aino", "!"]);
});
