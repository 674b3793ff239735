import type { KnownValue } from "@luukku/wire";
import { expect, test } from "vitest";
import { caseChanged } from "./case-news.ts";
import { heard, learned, remembered, visited } from "./known.ts";
import { row } from "./samples.ts";
import { type DeskState, EMPTY } from "./state.ts";

const value = (known_field_id: string, text: string, version: number): KnownValue => ({
  known_field_id,
  text,
  version,
  agent_id: "aino",
  at: 0,
});
const texts = (state: DeskState) => state.known.get("kaisa")?.map((one) => one.text);

test("the newest of each field stands, whatever order it came in", () => {
  const loaded = { ...EMPTY, known: learned(EMPTY.known, "kaisa", [value("device", "ThinkPad", 1)]) };
  const newer = heard(loaded, {
    customer_id: "kaisa",
    values: [value("device", "MacBook", 3), value("place", "Turku", 1)],
  });
  expect(texts(newer)).toEqual(["MacBook", "Turku"]);
  const late = heard(newer, { customer_id: "kaisa", values: [value("device", "Dell", 2)] });
  expect(texts(late)).toEqual(["MacBook", "Turku"]);
});

test("of a customer whose cases are not held nothing is kept", () => {
  const told = heard(EMPTY, { customer_id: "kaisa", values: [value("device", "ThinkPad", 1)] });
  expect(told.known.size).toBe(0);
  const known = learned(EMPTY.known, "kaisa", [value("device", "ThinkPad", 1)]);
  expect(remembered({ ...EMPTY, known }).known.size).toBe(0);
  const held = new Map([["a", {} as never]]);
  expect(remembered({ ...EMPTY, known, held, cases: new Map([["a", row("a", 1)]]) }).known.size).toBe(1);
});

test("the pages of a visit are forgotten with the contact", () => {
  const known = learned(EMPTY.known, "kaisa", []);
  const pages = [{ address: "https://example.fi/hinnat", title: "Hinnat", at: 0 }];
  const told = visited({ ...EMPTY, known }, "kaisa", pages);
  expect(told.visitPages.get("kaisa")).toEqual(pages);
  expect(visited(EMPTY, "kaisa", pages).visitPages.size).toBe(0);
  const ended = caseChanged(told, { row: row("a", 2, { state: "ended" }), after: 1, entries: [] }, null).state;
  expect(ended.visitPages.size).toBe(0);
});
