import { expect, test } from "vitest";
import { hoursOf } from "../hours/holidays.ts";
import { fieldsOfClient, newClient, settingsOf } from "./client-form.ts";

const settings = {
  ...newClient(),
  name: "Koskelan yliopisto",
  desk_name: "IT-tuki",
  colour: "#005970",
  exceptions: [
    { date: "2026-12-06", slots: [], name: "Itsenäisyyspäivä" },
    { date: "2026-12-24", slots: [{ from_minute: 540, to_minute: 720 }], name: null },
  ],
  websites: ["https://www.koskela.example"],
};

test("settings survive the way into fields and back", () => {
  expect(settingsOf(fieldsOfClient(settings))).toEqual(settings);
});

test("exceptions are written as hours and sent in the order of days", () => {
  const fields = fieldsOfClient(settings);
  expect(fields.exceptions[1]?.hours).toBe("9.00–12.00");
  fields.exceptions.push({ date: "2026-12-01", hours: "10-12, 13-15", name: "" });
  expect(settingsOf(fields)?.exceptions[0]).toEqual({
    date: "2026-12-01",
    slots: [
      { from_minute: 600, to_minute: 720 },
      { from_minute: 780, to_minute: 900 },
    ],
    name: null,
  });
});

test.each([
  { queue_ceiling: "501" },
  { answer_target_s: "minuutti" },
  { websites: "kotisivu" },
  { exceptions: [{ date: "", hours: "", name: "" }] },
  { exceptions: [{ date: "2026-12-06", hours: "aamu", name: "" }] },
  { holidays: { ...fieldsOfClient(settings).holidays, on_eves: "aamu" } },
  { week: [[{ from: "9", to: "8" }], [], [], [], [], [], []] },
])("nothing is sent while %o can not be read", (change) => {
  expect(settingsOf({ ...fieldsOfClient(settings), ...change })).toBeNull();
});

test("an empty field of hours means closed", () => {
  expect([hoursOf(""), hoursOf("9–16"), hoursOf("16–9")]).toEqual([[], [{ from_minute: 540, to_minute: 960 }], null]);
});
