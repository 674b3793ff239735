import { describe, expect, test } from "vitest";
import { axisOf, barOf, joined, oneMore, parseSpan, parseTime, problemsOf, spansOf, writeTime } from "./hours.ts";

describe("a time", () => {
  test.each([
    ["9", 540],
    ["9.00", 540],
    ["09:30", 570],
    ["0930", 570],
    [" klo 16.15 ", 975],
    ["kl. 8", 480],
    ["0.00", 0],
    ["24.00", 1440],
  ])("%s is read", (text, minute) => {
    expect(parseTime(text)).toBe(minute);
  });

  test.each(["", "9.0", "9.60", "24.01", "25", "yhdeksän", "9.00 ap", "-1"])("%s is not a time", (text) => {
    expect(parseTime(text)).toBeNull();
  });

  test("is written without a leading zero", () => {
    expect([writeTime(540), writeTime(5), writeTime(1440)]).toEqual(["9.00", "0.05", "24.00"]);
  });
});

test("a pasted span fills both fields", () => {
  expect(parseSpan("9-16")).toEqual({ from: "9.00", to: "16.00" });
  expect(parseSpan("9.00 – 11.30")).toEqual({ from: "9.00", to: "11.30" });
  expect(parseSpan("9.00–11.30, 12–16")).toBeNull();
});

describe("a day", () => {
  test("with a lunch break is in order, whatever the order of the fields", () => {
    const day = [
      { from: "12.30", to: "16.00" },
      { from: "9", to: "11.30" },
    ];
    expect(problemsOf(day)).toEqual([]);
    expect(spansOf(day)).toEqual([
      { from_minute: 540, to_minute: 690 },
      { from_minute: 750, to_minute: 960 },
    ]);
  });

  test("without spans is closed", () => {
    expect(spansOf([])).toEqual([]);
  });

  test("tells where its spans overlap and what they would be together", () => {
    const day = [
      { from: "9.00", to: "12.30" },
      { from: "12.00", to: "18.00" },
    ];
    expect(problemsOf(day)).toEqual([
      { kind: "overlap", index: 1, from: "12.00", to: "12.30", joined: { from: "9.00", to: "18.00" } },
    ]);
    expect(spansOf(day)).toBeNull();
    expect(joined(day)).toEqual([{ from: "9.00", to: "18.00" }]);
  });

  test("tells which field can not be read", () => {
    expect(problemsOf([{ from: "9.00", to: "16.0o" }])).toEqual([{ kind: "unreadable", index: 0, side: "to" }]);
  });

  test("knows a late evening from a slip", () => {
    expect(problemsOf([{ from: "22.00", to: "2.00" }])).toEqual([{ kind: "overnight", index: 0, until: "2.00" }]);
    expect(spansOf([{ from: "18.00", to: "0.00" }]), "the midnight that ends the day").toEqual([
      { from_minute: 1080, to_minute: 1440 },
    ]);
    expect(problemsOf([{ from: "16.00", to: "9.00" }])).toEqual([{ kind: "backwards", index: 0 }]);
  });

  test("gets one more span after the last", () => {
    expect(oneMore([])).toEqual({ from: "9.00", to: "16.00" });
    expect(oneMore([{ from: "9.00", to: "11.30" }])).toEqual({ from: "12.30", to: "14.30" });
  });
});

describe("the drawing", () => {
  const week = [[{ from: "9.00", to: "16.00" }]];
  test("shows six to ten in the evening", () => {
    expect(axisOf(week)).toEqual({ from_minute: 360, to_minute: 1320, marks: [6, 8, 10, 12, 14, 16, 18, 20, 22] });
    expect(barOf({ from_minute: 540, to_minute: 960 }, axisOf(week))).toEqual({ left: 18.75, width: 43.75 });
  });
  test("widens for a night", () => {
    expect(axisOf([[{ from: "22.00", to: "24.00" }]]).to_minute).toBe(1440);
  });
});
