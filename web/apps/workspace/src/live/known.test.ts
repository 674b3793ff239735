import type { KnownValue } from "@luukku/wire";
import { expect, test } from "vitest";
import { heard, learned, remembered } from "./known.ts";
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
  expect(remembered({ ...EMPTY, known }).size).toBe(0);
  const held = new Map([["a", {} as never]]);
  expect(remembered({ ...EMPTY, known, held, cases: new Map([["a", row("a", 1)]]) }).size).toBe(1);
});
