import { expect, test } from "vitest";
import { callsOf, spacedNumber } from "./calls.ts";
import { row } from "./samples.ts";

test("a number is written so that it can be read out", () => {
  expect(spacedNumber("+358401234567")).toBe("+358 40 123 4567");
  expect(spacedNumber("+46701234567")).toBe("+46 70 123 4567");
  expect(spacedNumber("+35893101691")).toBe("+358 93 101 691");
  expect(spacedNumber("abc")).toBe("abc");
});

test("what is due first is called first, and what somebody has is not in the list", () => {
  const call = (number: number, state: "waiting" | "parked" | "taken" | "ended", until: number) => {
    const promise = { by: null, from: null, until, is_broken: false };
    return row(String(number), 1, { channel: "call_back", state }, { number, promise });
  };
  const rows = [
    call(1, "waiting", 300),
    call(2, "parked", 100),
    call(3, "taken", 50),
    call(4, "ended", 10),
    row("5", 1),
  ];
  expect(callsOf(rows).map((one) => one.number)).toEqual([2, 1]);
});
