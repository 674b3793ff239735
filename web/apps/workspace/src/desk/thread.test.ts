import type { Entry } from "@luukku/wire";
import { describe, expect, test } from "vitest";
import { row, said, welcome } from "../live/samples.ts";
import { pageName } from "./happened.ts";
import { lockOf } from "./lock.ts";
import { partsOf } from "./text-parts.ts";
import { thread } from "./thread.ts";

const started: Entry = { seq: 2, at: 2000, kind: "contact_started", contact_id: "c", channel: "chat", language: "fi" };

describe("the thread", () => {
  test("begins with the day, tells the start, and keeps one speaker's words together", () => {
    const items = thread([{ seq: 1, at: 1000, kind: "case_opened", number: 1 }, started, said(3), said(4)], [], 0);
    expect(items.map((one) => one.type)).toEqual(["day", "happened", "said", "said"]);
    expect(items[3]).toMatchObject({ said: { follows: true } });
  });

  test("another day has a line of its own", () => {
    const later = said(4, { at: 3 * 24 * 3_600_000 });
    expect(thread([said(3), later], [], 0).map((one) => one.type)).toEqual(["day", "said", "day", "said"]);
  });

  test("the first human answer tells how long it took; automatic words do not stop the clock", () => {
    const entries = [
      started,
      said(3),
      said(4, { by: "automatic" }),
      said(24, { by: "agent", agent_id: "aino" }),
      said(30, { by: "agent", agent_id: "aino" }),
    ];
    const answered = thread(entries, [], 24).flatMap((one) => (one.type === "said" ? [one.said.answeredMs] : []));
    expect(answered).toEqual([null, null, 22_000, null]);
  });

  test("our message is read when the customer's mark has passed it", () => {
    const entries = [said(3, { by: "agent" }), said(9, { by: "agent", at: 900_000 })];
    expect(thread(entries, [], 5).flatMap((one) => (one.type === "said" ? [one.said.isRead] : []))).toEqual([
      true,
      false,
    ]);
  });

  test("who asks for a call instead of waiting is told once, and the rule that decided is named", () => {
    const instead: Entry = { seq: 4, at: 3000, kind: "contact_ended", contact_id: "c", by: "call_back" };
    const called: Entry = { ...started, seq: 5, at: 3000, contact_id: "d", channel: "call_back" };
    const told = (entries: Entry[]) =>
      thread(entries, [], 0).flatMap((one) => (one.type === "happened" ? [one.entry] : []));
    expect(told([started, instead, called])).toEqual([started, instead]);
    const byRule = { ...called, by_rule: "Laskut" };
    expect(told([started, instead, byRule])).toEqual([started, byRule]);
    expect(told([called]), "who asks at once is told as well").toEqual([called]);
  });

  test("what the desk did by rule is not told", () => {
    const state: Entry = { seq: 4, at: 3000, kind: "state_changed", from: "new", to: "open", by: null };
    expect(thread([said(3), state], [], 0)).toHaveLength(2);
  });
});

describe("what people write", () => {
  test("addresses become links without the signs around them", () => {
    expect(partsOf("Katso (https://oodi.fi/a_(b)), kiitos.").filter((one) => one.type === "link")).toEqual([
      { type: "link", text: "https://oodi.fi/a_(b)", href: "https://oodi.fi/a_(b)" },
    ]);
    expect(partsOf("www.esimerkki.fi.")[0]).toMatchObject({ type: "link", href: "https://www.esimerkki.fi/" });
  });

  test("nothing else becomes anything: no scripts, no markup, no mail of others", () => {
    for (const text of ["javascript:alert(1)", "<b>hei</b>", "data:text/html,x", "a@b.fi"]) {
      expect(partsOf(text)).toEqual([{ type: "words", text }]);
    }
  });

  test("masked places are told apart by their form", () => {
    const kinds = (text: string) => partsOf(text).flatMap((one) => (one.type === "masked" ? [one.kind] : []));
    expect(kinds("tunnus ●●●●●●-●●●● jos tarvii")).toEqual(["personal_identity_code"]);
    expect(kinds("●●●●●●●●-●●●●")).toEqual(["swedish_personal_number"]);
    expect(kinds("kortti ●●●● ●●●● ●●●● 1234")).toEqual(["payment_card"]);
    expect(kinds("tili FI●● ●●●● 0785")).toEqual(["bank_account"]);
  });

  test("all the words are still there", () => {
    const text = "Moi 😟 https://a.fi ●●●●●●-●●●● ja loput\nuusi rivi";
    expect(
      partsOf(text)
        .map((one) => one.text)
        .join(""),
    ).toBe(text);
  });
});

test("a reply is locked with its reason", () => {
  const { me } = welcome([]);
  expect(lockOf(row("a", 1), me, false)).toBeNull();
  expect(lockOf(row("a", 1, { held_by: "bengt" }), me, true)).toBe("held");
  expect(lockOf(row("a", 1, { state: "waiting", held_by: null }), me, true)).toBe("waiting");
  expect(lockOf(row("a", 1, { state: "ended" }), me, true)).toBeNull();
  expect(lockOf(row("a", 1, { state: "ended" }), me, false)).toBe("full");
  expect(lockOf(row("a", 1, { state: "parked" }), me, false), "what is promised has not ended").toBe("parked_full");
  expect(lockOf(row("a", 1, { state: "ended" }, { state: "closed" }), me, true)).toBe("closed");
  expect(lockOf(row("a", 1), { ...me, role: "read_only" }, true)).toBe("read_only");
});

test("a page is named as people would", () => {
  expect(pageName("https://www.koskela.fi/tuki/")).toBe("koskela.fi/tuki");
});
