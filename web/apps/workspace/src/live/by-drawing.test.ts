import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ByDrawing } from "./by-drawing.ts";

let drawings: (() => void)[] = [];
const draw = () => {
  for (const one of drawings.splice(0)) one();
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("requestAnimationFrame", (run: () => void) => drawings.push(run));
  vi.stubGlobal("cancelAnimationFrame", (number: number) => drawings.splice(number - 1, 1));
});

afterEach(() => {
  drawings = [];
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function listening(isDrawn = () => true) {
  const heard: string[] = [];
  const pushed: ByDrawing<string> = new ByDrawing((one) => heard.push(one), isDrawn);
  return { heard, pushed };
}

test("what comes between two drawings is handed on together, in its order and once", () => {
  const { heard, pushed } = listening();
  pushed.add("a");
  pushed.add("b");
  expect(heard).toEqual([]);
  draw();
  expect(heard).toEqual(["a", "b"]);
  pushed.add("c");
  draw();
  vi.runAllTimers();
  expect(heard).toEqual(["a", "b", "c"]);
});

test("a page that nobody sees waits for no drawing, and hands on first what waited for one", () => {
  let isSeen = true;
  const { heard, pushed } = listening(() => isSeen);
  pushed.add("a");
  isSeen = false;
  pushed.add("b");
  expect(heard).toEqual(["a", "b"]);
  draw();
  expect(heard).toEqual(["a", "b"]);
});

test("a drawing that does not come is not waited for longer than a tenth of a second", () => {
  const { heard, pushed } = listening();
  pushed.add("a");
  vi.advanceTimersByTime(100);
  expect(heard).toEqual(["a"]);
});

test("one that cannot be heard does not keep the others back", () => {
  const heard: string[] = [];
  const pushed = new ByDrawing<string>(
    (one) => {
      if (one === "?") throw new Error("unknown");
      heard.push(one);
    },
    () => true,
  );
  for (const one of ["a", "?", "b"]) pushed.add(one);
  expect(draw).toThrow("unknown");
  draw();
  expect(heard).toEqual(["a", "b"]);
});

test("a line that is given up takes with it what had come by it, also while it is being heard", () => {
  const { heard, pushed } = listening();
  pushed.add("a");
  pushed.drop();
  draw();
  expect(heard).toEqual([]);

  const until: string[] = [];
  const last: ByDrawing<string> = new ByDrawing(
    (one) => {
      until.push(one);
      if (one === "b") last.drop();
    },
    () => true,
  );
  for (const one of ["a", "b", "c"]) last.add(one);
  draw();
  expect(until).toEqual(["a", "b"]);
});
