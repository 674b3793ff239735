import { expect, test } from "vitest";
import { readMemory, remembered, seenBy } from "../src/approach-memory";

const DAY = 86_400_000;
const NOW = 1_800_000_000_000;

test("who comes for the first time is not returning, and is from the next visit on", () => {
  const first = remembered(null, true, NOW);
  expect(seenBy(first, NOW).returning).toBe(false);
  expect(remembered(first, false, NOW).back).toBe(false);
  expect(remembered(first, true, NOW + DAY).back).toBe(true);
});

test("invitations of the last day and of the last week are told, older ones forgotten", () => {
  const kept = { id: "a", back: true, at: [NOW - 8 * DAY, NOW - 2 * DAY, NOW - 1000], no: NOW - 5000, out: false };
  const now = remembered(kept, false, NOW);
  expect(now.at).toEqual([NOW - 2 * DAY, NOW - 1000]);
  expect(seenBy(now, NOW)).toEqual({
    browser_id: "a",
    returning: true,
    in_day: 1,
    in_week: 2,
    said_no_s: 5,
    held_out: false,
  });
});

test("a clock that was put back keeps nobody away for good", () => {
  const now = remembered({ id: "a", back: true, at: [NOW + DAY], no: NOW + DAY, out: null }, false, NOW);
  expect(seenBy(now, NOW)).toMatchObject({ in_day: 0, said_no_s: 0 });
});

test("what somebody else has written there is nothing", () => {
  for (const kept of [null, "", "{", "[]", '{"id":"a","at":1}', "null"]) expect(readMemory(kept)).toBeNull();
});
