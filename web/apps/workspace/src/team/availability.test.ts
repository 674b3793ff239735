import desk from "virtual:texts/desk/fi";
import team from "virtual:texts/team/fi";
import { createTexts } from "@luukku/texts";
import type { AvailabilityDay } from "@luukku/wire";
import { describe, expect, it } from "vitest";
import { dayAfter, stretchName, upTo } from "./availability.ts";

const day: AvailabilityDay = {
  date: "2026-11-28",
  from: 0,
  until: 86_400_000,
  stretches: [
    { from: 0, until: 1000, state: "hours", closed_in: [], closed_rules: [], met_closed: 2 },
    { from: 1000, until: 5000, state: "open", closed_in: [], closed_rules: [], met_closed: 0 },
  ],
  open_ms: 4000,
  closed_in_hours_ms: 0,
  met_closed: 2,
};

describe("a day of a chat", () => {
  it("goes on by the clock while it lasts", () => {
    const later = upTo(day, 9000);
    expect(later.stretches.at(-1)).toEqual({
      from: 1000,
      until: 9000,
      state: "open",
      closed_in: [],
      closed_rules: [],
      met_closed: 0,
    });
    expect(later.open_ms).toBe(8000);
  });

  it("is what it was when it is over, and when nothing is known of it", () => {
    expect(upTo(day, 90_000_000)).toBe(day);
    expect(upTo({ ...day, stretches: [] }, 9000).stretches).toEqual([]);
  });

  it("has a day before and a day after, over months and years", () => {
    expect([dayAfter("2026-03-01", -1), dayAfter("2026-12-31", 1)]).toEqual(["2026-02-28", "2027-01-01"]);
  });
});

it("a stretch says in which languages the open chat took nobody, and why", () => {
  const closed_in = [
    { language: "sv" as const, reason: "no_speaker" as const },
    { language: "en" as const, reason: "queue_full" as const },
  ];
  const open = { from: 0, until: 1000, state: "open" as const, closed_in, closed_rules: [], met_closed: 1 };
  expect(stretchName(open, createTexts(team, "fi"), createTexts(desk, "fi"))).toBe(
    "Auki, ei ruotsiksi, jono on täynnä englanniksi",
  );
});

it("a stretch names the rules that closed the open chat to some", () => {
  const open = { from: 0, until: 1000, state: "open" as const, closed_in: [], met_closed: 1 };
  const name = (...closed_rules: string[]) =>
    stretchName({ ...open, closed_rules }, createTexts(team, "fi"), createTexts(desk, "fi"));
  expect(name()).toBe("Auki");
  expect(name("Palkka-asiat")).toBe("Auki, osittain kiinni säännön ”Palkka-asiat” takia");
  expect(name("Palkka-asiat", "Ruotsi")).toBe("Auki, osittain kiinni sääntöjen ”Palkka-asiat”, ”Ruotsi” takia");
});
