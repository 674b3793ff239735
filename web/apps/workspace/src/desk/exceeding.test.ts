import { expect, test } from "vitest";
import { AINO, row } from "../live/samples.ts";
import { mayExceed } from "./exceeding.ts";

const waits = row("w", 1, { state: "waiting", held_by: null, luukku: null });

function desk(held: number, may_exceed: boolean) {
  const self = {
    agent_id: AINO,
    name: "Aino Mäkelä",
    first_name: "Aino",
    role: "agent" as const,
    presence: "present" as const,
    presence_since: 0,
    slots: 2,
    may_exceed,
    speaks: [],
    skill_ids: [],
    is_active: true,
  };
  const mine = Array.from({ length: held }, (_, at) => row(`m${at}`, 1));
  const hasFreeLuukku = held < 2;
  return { self, mine, offers: [], hasFreeLuukku, allowed: [waits], takeable: hasFreeLuukku ? [waits] : [] };
}

test("one more than my luukut is asked for only with the right, when they are full, and never a ninth", () => {
  expect(mayExceed(waits, desk(2, true))).toBe(true);
  expect(mayExceed(waits, desk(1, true))).toBe(false);
  expect(mayExceed(waits, desk(2, false))).toBe(false);
  expect(mayExceed(waits, desk(8, true))).toBe(false);
  expect(mayExceed(row("p", 1, { state: "parked" }), desk(2, true)), "a promise is kept all the same").toBe(true);
  expect(mayExceed(row("other", 1), desk(2, true))).toBe(false);
});
