import { expect, test } from "vitest";
import { WeekDraft } from "./week.svelte.ts";

const nine = { from_minute: 540, to_minute: 960 };

test("a week comes back as it was read", () => {
  const week = [[nine], [nine], [nine], [nine], [nine], [], []];
  expect(new WeekDraft(week).week).toEqual(week);
});

test("a wrong day keeps the week from being sent and is named", () => {
  const draft = new WeekDraft([[nine], [nine]]);
  draft.type(1, 0, "to", "8.00");
  expect([draft.week, draft.firstWrong]).toEqual([null, 1]);
});

test("a pasted span fills both fields, and a field is tidied when it is left", () => {
  const draft = new WeekDraft([[nine]]);
  draft.type(0, 0, "from", "10–12");
  expect(draft.days[0]).toEqual([{ from: "10.00", to: "12.00" }]);
  draft.type(0, 0, "to", "1230");
  draft.tidy(0, 0, "to");
  expect(draft.days[0]).toEqual([{ from: "10.00", to: "12.30" }]);
});

test("an evening over midnight is divided between two days", () => {
  const draft = new WeekDraft([]);
  draft.add(6);
  draft.type(6, 0, "from", "22.00");
  draft.type(6, 0, "to", "2.00");
  draft.divide(6, 0);
  expect(draft.days[6]).toEqual([{ from: "22.00", to: "24.00" }]);
  expect(draft.days[0]).toEqual([{ from: "0.00", to: "2.00" }]);
});

test("Monday is copied to the working days as a copy", () => {
  const draft = new WeekDraft([[nine]]);
  draft.copyMonday();
  draft.type(4, 0, "to", "15.00");
  expect(draft.days.map((day) => day[0]?.to)).toEqual([
    "16.00",
    "16.00",
    "16.00",
    "16.00",
    "15.00",
    undefined,
    undefined,
  ]);
});
