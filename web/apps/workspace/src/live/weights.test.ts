import { expect, test } from "vitest";
import { freeBeside, roomBeside } from "./weights.ts";

test("eight left messages leave no luukku for a chat, however little they weigh", () => {
  expect(freeBeside(7 * 25, 8, 7)).toBe(1);
  expect(freeBeside(8 * 25, 8, 8)).toBe(0);
  expect(roomBeside(0, 8, 8)).toBeLessThan(0);
  expect(freeBeside(4 * 25, 3, 4)).toBe(2);
});
