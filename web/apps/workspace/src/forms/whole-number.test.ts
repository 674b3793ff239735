import { expect, test } from "vitest";
import { wholeIn } from "./whole-number.ts";

test("a whole number may be written with spaces and has to be within its limits", () => {
  expect(wholeIn("86 400", [10, 86_400])).toBe(86_400);
  expect(wholeIn(" 0 ", [0, 5])).toBe(0);
  for (const text of ["9", "1,5", "", "-3", "kymmenen", "86 401"]) expect(wholeIn(text, [10, 86_400]), text).toBeNull();
});
