import type { AgentRow, ContactNeeds, ContactRow, Language } from "@luukku/wire";
import { expect, test } from "vitest";
import { lackOf } from "./knowing.ts";

const skills = new Map([["s1", { skill_id: "s1", name: "Laskut" }]]);
const self = { speaks: [{ language: "fi", level: 2 }], skill_ids: [] as string[] } as AgentRow;

function contact(language: Language, needs: Partial<ContactNeeds> = {}): ContactRow {
  return { language, needs: { level: 1, skill_id: null, priority: 2, ...needs } } as ContactRow;
}

test("a contact in a language that I speak well enough lacks nothing", () => {
  expect(lackOf(contact("fi", { level: 2 }), self, skills)).toBeNull();
});

test("a contact says which language, which level or which skill I lack", () => {
  expect(lackOf(contact("sv"), self, skills)).toEqual({ lacks: "language", language: "sv" });
  expect(lackOf(contact("fi", { level: 3 }), self, skills)).toEqual({ lacks: "level", language: "fi", level: 3 });
  expect(lackOf(contact("fi", { skill_id: "s1" }), self, skills)).toEqual({ lacks: "skill", skill: "Laskut" });
  expect(lackOf(contact("fi", { skill_id: "s1" }), { ...self, skill_ids: ["s1"] }, skills)).toBeNull();
});

test("a skill that has been removed binds nobody", () => {
  expect(lackOf(contact("fi", { skill_id: "gone" }), self, skills)).toBeNull();
});
