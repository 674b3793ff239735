import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Keys, matches } from "./keys.ts";

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

describe("letters after a field was taken away", () => {
  // The page around: no dialog is open, and the focus is in no field.
  beforeEach(() => {
    vi.stubGlobal("document", { querySelector: () => null });
    vi.stubGlobal("HTMLElement", class {});
  });
  afterEach(() => vi.unstubAllGlobals());

  function desk() {
    const ran: string[] = [];
    const clock = { now: 10_000 };
    const keys = new Keys(() => clock.now);
    keys.register(
      { id: "solve", group: "case", keys: ["R"], label: "", run: () => ran.push("solve") },
      { id: "palette", group: "anywhere", keys: ["Ctrl", "K"], label: "", run: () => ran.push("palette") },
    );
    const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
      keys.hear({ ...pressed(key, more), preventDefault: () => undefined } as KeyboardEvent);
    return { keys, clock, ran, press };
  }

  test("do nothing for three seconds, then they work again", () => {
    const { keys, clock, ran, press } = desk();
    press("r");
    expect(ran).toEqual(["solve"]);
    keys.rest();
    press("r");
    clock.now += 2999;
    press("r");
    expect(ran).toEqual(["solve"]);
    clock.now += 1;
    press("r");
    expect(ran).toEqual(["solve", "solve"]);
  });

  test("keys with a modifier are meant, and work all the time", () => {
    const { keys, ran, press } = desk();
    keys.rest();
    press("k", { ctrlKey: true });
    expect(ran).toEqual(["palette"]);
  });
});
