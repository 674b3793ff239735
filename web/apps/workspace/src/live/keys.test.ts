import { describe, expect, test } from "vitest";
import { matches } from "./keys.ts";

function pressed(key: string, more: Partial<KeyboardEvent> = {}): Parameters<typeof matches>[1] {
  return { key, code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more };
}

describe("keys", () => {
  test("a letter is a letter, not a letter with something", () => {
    expect(matches(["R"], pressed("r"))).toBe(true);
    expect(matches(["R"], pressed("r", { ctrlKey: true }))).toBe(false);
    expect(matches(["R"], pressed("R", { shiftKey: true }))).toBe(false);
  });

  test("the command key of a Mac counts as Ctrl", () => {
    expect(matches(["Ctrl", "K"], pressed("k", { metaKey: true }))).toBe(true);
  });

  test("Alt and a letter are found by the key when Alt makes another sign of it", () => {
    expect(matches(["Alt", "N"], pressed("˜", { altKey: true, code: "KeyN" }))).toBe(true);
    expect(matches(["Alt", "N"], pressed("n", { altKey: true, ctrlKey: true, code: "KeyN" }))).toBe(false);
  });

  test("a sign is found however the keyboard makes it", () => {
    expect(matches(["?"], pressed("?", { shiftKey: true }))).toBe(true);
    expect(matches(["?"], pressed("?"))).toBe(true);
  });
});
