import type { AgentRow, LoadHints } from "@luukku/wire";
import { describe, expect, it } from "vitest";
import { breakProposed } from "./load.ts";
import { slotsNow } from "./places.ts";

const load = (more: Partial<LoadHints> = {}): LoadHints => ({
  chat_since: 1000,
  break_proposed_at: 8000,
  break_ended_at: null,
  load: 300,
  load_of_late: 287,
  answers: null,
  slots_eased: 0,
  ...more,
});
const self = (presence: AgentRow["presence"]) => ({ presence }) as AgentRow;

describe("a break", () => {
  it("is proposed from the moment that the desk has said, with how long it has been", () => {
    expect(breakProposed(load(), self("present"), 7999)).toBeNull();
    expect(breakProposed(load(), self("present"), 8000)).toBe(7000);
  });

  it("is not proposed to somebody who is on one, or in no chat", () => {
    expect(breakProposed(load(), self("away"), 9000)).toBeNull();
    expect(breakProposed(load({ chat_since: null, break_proposed_at: null }), self("present"), 9000)).toBeNull();
    expect(breakProposed(null, self("present"), 9000)).toBeNull();
  });
});

it("luukut are fewer while the desk spares me, and never none", () => {
  const four = { presence: "present", slots: 4 } as AgentRow;
  expect(slotsNow(four, null)).toBe(4);
  expect(slotsNow(four, load({ slots_eased: 1 }))).toBe(3);
  expect(slotsNow(four, load({ slots_eased: 9 }))).toBe(1);
  expect(slotsNow(undefined, null)).toBe(0);
});
