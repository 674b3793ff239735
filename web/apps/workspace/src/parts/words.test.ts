import { expect, test } from "vitest";
import { clockTime, isSameDay, weekdayDate } from "./words.ts";

/** Monday 23 November 2026, 23.30 in Helsinki, which is 22.30 in Stockholm and 16.30 in New York. */
const AT = Date.UTC(2026, 10, 23, 21, 30);

test("an opening hour is told in the client's zone, wherever the reader is", () => {
  expect(clockTime(AT, "fi", "Europe/Helsinki")).toBe("23.30");
  expect(clockTime(AT, "sv", "Europe/Stockholm")).toBe("22.30");
  expect(clockTime(AT, "en", "America/New_York")).toBe("16:30");
  const later = AT + 2 * 3_600_000;
  expect(clockTime(later, "fi", "Europe/Helsinki")).toBe("1.30");
  expect(weekdayDate(later, "fi", AT, "Europe/Helsinki")).toBe("ti 24.11.");
  expect(weekdayDate(later, "fi", AT, "America/New_York")).toBe("ma 23.11.");
  expect(isSameDay(AT, later, "Europe/Helsinki")).toBe(false);
  expect(isSameDay(AT, later, "America/New_York")).toBe(true);
});

test("midnight is zero", () => {
  expect(clockTime(AT + 30 * 60_000, "fi", "Europe/Helsinki")).toBe("0.00");
});
