import { describe, expect, test } from "vitest";
import type { Notice } from "../live/notices.ts";
import { type Around, isNotified, soundOf, tagOf } from "./notify.ts";

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
  test("is soft at half, the same for the team's clocks as for one's own, and none for who is on a break", () => {
    expect([soundOf(notice("nudge"), here), soundOf(notice("hurry"), here)]).toEqual(["nudge", "warning"]);
    expect(soundOf(notice("nudge"), { ...here, isPresent: false })).toBeNull();
    expect(soundOf(notice("missed"), { ...here, isPresent: false }), "who looks after the desk takes no chats").toBe(
      "warning",
    );
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
  test("of many who wait too long there is one, of my own one each", () => {
    expect(isNotified(notice("missed"), elsewhere)).toBe(true);
    expect(new Set(["a", "b", "c"].map((id) => tagOf(notice("missed", id)))).size).toBe(1);
    expect(new Set(["a", "b", "c"].map((id) => tagOf(notice("breach", id)))).size).toBe(3);
  });
  test("never tells of a note", () => {
    expect(isNotified(notice("note"), elsewhere)).toBe(false);
  });
});
