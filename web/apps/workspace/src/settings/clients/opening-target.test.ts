import { expect, test } from "vitest";
import { fieldsOfTarget, targetOf } from "./opening-target.ts";

test("an opening target survives the way into fields and back, and none stays none", () => {
  const target = { window_min: 60, least_percent: 75, longest_wait: 3 };
  expect(targetOf(fieldsOfTarget(target))).toEqual(target);
  expect(targetOf(fieldsOfTarget(null))).toBeNull();
});

test("who turns it on begins with numbers that the desk takes", () => {
  expect(targetOf({ ...fieldsOfTarget(null), isOn: true })).toEqual({
    window_min: 30,
    least_percent: 50,
    longest_wait: 5,
  });
});

test.each([{ window_min: "4" }, { least_percent: "100" }, { longest_wait: "monta" }])("%o cannot be sent", (wrong) => {
  expect(targetOf({ ...fieldsOfTarget(null), isOn: true, ...wrong })).toBeUndefined();
});
