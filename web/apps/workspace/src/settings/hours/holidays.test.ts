import { expect, test } from "vitest";
import { fieldsOfHolidays, type HolidayFields, holidaysOf } from "./holidays.ts";

const noon = [{ from_minute: 540, to_minute: 720 }];
const settings = { country: "finland" as const, on_holidays: [], on_eves: noon, on_short_days: null };

test("holidays survive the way into fields and back", () => {
  for (const one of [null, settings, { ...settings, country: "sweden" as const, on_short_days: [] }]) {
    expect(holidaysOf(fieldsOfHolidays(one))).toEqual(one);
  }
});

test("hours on eves are written as people write them, and empty means closed", () => {
  expect(fieldsOfHolidays(settings)).toMatchObject({ on_holidays: "", on_eves: "9.00–12.00" });
});

test("hours of short days are kept in their field, and sent only when they are their own", () => {
  const fields: HolidayFields = { ...fieldsOfHolidays(settings), on_short_days: "9-13" };
  expect(holidaysOf(fields)).toMatchObject({ on_short_days: null });
  const theirs = holidaysOf({ ...fields, short_days_differ: true });
  expect(theirs).toMatchObject({ on_short_days: [{ from_minute: 540, to_minute: 780 }] });
});

test("nothing is sent while hours can not be read", () => {
  const fields = fieldsOfHolidays(settings);
  expect(holidaysOf({ ...fields, on_eves: "aamu" })).toBeUndefined();
  expect(holidaysOf({ ...fields, on_short_days: "aamu" })).not.toBeUndefined();
  expect(holidaysOf({ ...fields, on_short_days: "aamu", short_days_differ: true })).toBeUndefined();
  expect(holidaysOf({ ...fields, country: "none", on_eves: "aamu" })).toBeNull();
});
