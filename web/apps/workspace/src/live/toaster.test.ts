import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Toaster } from "./toaster.svelte.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function solved(number: number) {
  const undo = vi.fn();
  return { toast: { text: `Asia ${number} on ratkaistu`, undo }, undo };
}

const texts = (toaster: Toaster) => toaster.shown.map((toast) => toast.text);

test("a sentence goes after five seconds, and what can be pressed stays for ten", () => {
  const toaster = new Toaster();
  toaster.show({ text: "Linkki on kopioitu" });
  toaster.show(solved(1).toast);
  expect(texts(toaster)).toEqual(["Asia 1 on ratkaistu"]);
  vi.advanceTimersByTime(9_999);
  expect(texts(toaster)).toEqual(["Asia 1 on ratkaistu"]);
  vi.advanceTimersByTime(1);
  expect(texts(toaster)).toEqual([]);
  toaster.show({ text: "Linkki on kopioitu" });
  vi.advanceTimersByTime(5_000);
  expect(texts(toaster)).toEqual([]);
});

test("whatever happens meanwhile takes no button away", () => {
  const toaster = new Toaster();
  toaster.show(solved(1).toast);
  toaster.show({ text: "Tämä ei onnistunut" });
  toaster.show({ text: "Matti mainitsi sinut", go: { label: "Avaa", run: () => undefined } });
  expect(texts(toaster)).toEqual(["Asia 1 on ratkaistu", "Matti mainitsi sinut"]);
  toaster.show({ text: "Linkki on kopioitu" });
  vi.advanceTimersByTime(9_000);
  expect(texts(toaster)).toEqual(["Asia 1 on ratkaistu", "Matti mainitsi sinut"]);
});

test("nothing goes while one is hovered or has the focus, and all keep their time after it", () => {
  const toaster = new Toaster();
  toaster.show(solved(1).toast);
  toaster.hold("hovered");
  toaster.hold("focused");
  toaster.show({ text: "Linkki on kopioitu" });
  toaster.resume("hovered");
  vi.advanceTimersByTime(60_000);
  expect(toaster.shown).toHaveLength(2);
  toaster.resume("focused");
  vi.advanceTimersByTime(9_999);
  expect(texts(toaster)).toEqual(["Asia 1 on ratkaistu"]);
  vi.advanceTimersByTime(1);
  expect(toaster.shown).toEqual([]);
});

test("the newest is taken back first, each once, and what is left goes in its time", () => {
  const toaster = new Toaster();
  const [first, second] = [solved(1), solved(2)];
  toaster.show(first.toast);
  toaster.show(second.toast);
  toaster.hold("focused");
  expect(toaster.undo()).toBe(true);
  expect([first.undo.mock.calls.length, second.undo.mock.calls.length]).toEqual([0, 1]);
  vi.advanceTimersByTime(10_000);
  expect(toaster.shown).toEqual([]);
  expect(toaster.undo()).toBe(false);
});
