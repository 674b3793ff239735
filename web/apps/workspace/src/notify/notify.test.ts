import { describe, expect, test } from "vitest";
import type { Notice } from "../live/desk.svelte.ts";
import { type Around, isNotified, soundOf } from "./notify.ts";

const notice = (type: string, case_id = "a") => ({ type, row: { case_id }, text: "hei" }) as unknown as Notice;
const here: Around = { isWatched: true, openCase: "a", isPresent: true };
const elsewhere: Around = { ...here, isWatched: false };

describe("a sound", () => {
  test("is not made for words one is just reading", () => {
    expect(soundOf(notice("message", "a"), here)).toBeNull();
    expect(soundOf(notice("message", "b"), here)).toBe("message");
    expect(soundOf(notice("message", "a"), elsewhere)).toBe("message");
  });
  test("is made once for a clock: at three quarters", () => {
    expect([soundOf(notice("warning"), here), soundOf(notice("breach"), here)]).toEqual(["warning", null]);
  });
  test("does not call those who are on a break to the queue", () => {
    expect(soundOf(notice("waiting"), { ...here, isPresent: false })).toBeNull();
    expect(soundOf(notice("waiting"), here)).toBe("arrival");
  });
});

describe("a notification", () => {
  test("comes only when nobody looks", () => {
    expect(isNotified(notice("given"), here)).toBe(false);
    expect(isNotified(notice("given"), elsewhere)).toBe(true);
  });
  test("never tells of a note", () => {
    expect(isNotified(notice("note"), elsewhere)).toBe(false);
  });
});
