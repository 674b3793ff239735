// What was measured is said while it is fresh: a page may stand open all day.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Line } from "../src/line";
import type { Area } from "../src/storage";
import { Visitor } from "../src/visitor";
import { widget } from "./examples";

const nowhere: Area = { getItem: () => null, setItem() {}, removeItem() {} };

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test("an estimated wait is left out once it is ten minutes old, and the screen is drawn without it", () => {
  const place = {
    widgetKey: "w",
    language: null,
    visit: { start_page: null, start_title: null, referrer: null },
    host: null,
    mayInvite: false,
    tellsPages: false,
  };
  const changed = vi.fn();
  const listener = { changed, live() {}, wentOn() {}, availability() {} };
  const line = new Line(
    new Visitor(place, { lasting: nowhere, tab: nowhere }),
    { ...widget(), typical_answer_s: 40 },
    listener,
  );
  vi.advanceTimersByTime(599_000);
  expect(line.widget.typical_answer_s).toBe(40);
  expect(changed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(line.widget.typical_answer_s).toBeNull();
  expect(changed).toHaveBeenCalledOnce();
});
