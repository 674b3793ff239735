import { expect, test } from "vitest";
import { loaded } from "./case-news.ts";
import { OpenCases } from "./open-case.ts";
import { reduce } from "./reduce.ts";
import { row, said, welcome } from "./samples.ts";
import type { DeskState } from "./state.ts";
import { EMPTY } from "./state.ts";

function deskWith(...ids: string[]): DeskState {
  const rows = ids.map((id) => row(id, 3));
  return rows.reduce(
    (state, one) =>
      loaded(state, {
        row: one,
        entries: [said(1), said(2), said(3)],
        has_older: false,
        customer_read_seq: 0,
        desk_read_seq: 0,
        contacts: [],
        earlier: [],
        side: [],
        known: [],
        visit_pages: [],
        epoch: "first",
      }),
    reduce(EMPTY, welcome(rows), 0, null).state,
  );
}

const hear = (state: DeskState, frame: Parameters<typeof reduce>[1]) => reduce(state, frame, 1000, null).state;

test("news of another case leaves a case the object that it was", () => {
  const open = new OpenCases();
  const before = deskWith("a", "b");
  const held = open.of("a", before, null);
  const after = hear(before, { type: "case", row: row("b", 4), after: 3, entries: [said(4)] });
  expect(open.of("a", after, null)).toBe(held);
  expect(open.of("b", after, null).entries).toHaveLength(4);
});

test("its row is always the row of the list, also when both say the same", () => {
  const open = new OpenCases();
  const before = deskWith("a");
  open.of("a", before, null);
  const after = hear(before, { type: "case", row: row("a", 3), after: 3, entries: [] });
  expect(after.cases.get("a")).not.toBe(before.cases.get("a"));
  expect(open.of("a", after, null).row).toBe(after.cases.get("a"));
});

test("who types there is told, and told no longer when it is over; the same in another case changes nothing", () => {
  const open = new OpenCases();
  const before = deskWith("a", "b");
  const typing = { type: "typing", agent_id: "bengt", is_note: false } as const;
  const here = hear(before, { ...typing, case_id: "a", active: true });
  const held = open.of("a", here, null);
  expect(held.typing.map((one) => one.agentId)).toEqual(["bengt"]);
  const there = hear(here, { ...typing, case_id: "b", active: true });
  expect(open.of("a", there, null)).toBe(held);
  expect(open.of("a", hear(there, { ...typing, case_id: "a", active: false }), null).typing).toEqual([]);
});
