import { expect, test } from "vitest";
import { EASE, fieldsOfSwitched, OPENING_TARGET, switchedOf } from "./switched.ts";

const target = fieldsOfSwitched(null, OPENING_TARGET);

test("a rule survives the way into fields and back, and none stays none", () => {
  const set = { window_min: 60, least_percent: 75, longest_wait: 3 };
  expect(switchedOf(fieldsOfSwitched(set, OPENING_TARGET), OPENING_TARGET)).toEqual(set);
  expect(switchedOf(target, OPENING_TARGET)).toBeNull();
});

test("who turns a rule on begins with numbers that the desk takes", () => {
  const begun = { window_min: 30, least_percent: 50, longest_wait: 5 };
  expect(switchedOf({ ...target, isOn: true }, OPENING_TARGET)).toEqual(begun);
  const eased = { ...fieldsOfSwitched(null, EASE), isOn: true };
  expect(switchedOf(eased, EASE)).toEqual({ after_min: 120, least_slots: 2 });
});

test.each([{ window_min: "4" }, { least_percent: "100" }, { longest_wait: "monta" }])("%o cannot be sent", (wrong) => {
  expect(switchedOf({ ...target, isOn: true, ...wrong }, OPENING_TARGET)).toBeUndefined();
});
