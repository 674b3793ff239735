import type { CaseRow, CustomerOnPage } from "@luukku/wire";
import { describe, expect, test } from "vitest";
import { inQueue, inTurn } from "./places.ts";
import { row } from "./samples.ts";

function waits(id: string, channel: "chat" | "message" = "chat"): CaseRow {
  const customer = { customer_id: id, visitor_number: 1, verified: false, typed: false };
  return row(id, 1, { state: "waiting", held_by: null, luukku: null, channel }, { customer });
}

function left(customer_id: string, left_at: number): [string, CustomerOnPage] {
  return [customer_id, { customer_id, left_at, yields_from: left_at + 60_000, yields_until: left_at + 600_000 }];
}

const kaisa = waits("kaisa");
const olli = waits("olli");
const pirjo = waits("pirjo", "message");
const turns = (onPage: [string, CustomerOnPage][], now: number) =>
  inTurn([kaisa, olli, pirjo], new Map(onPage), now).map((one) => one.case_id);

describe("the queue", () => {
  const urgent = row("urgent", 1, {
    state: "waiting",
    waiting_since: 9,
    needs: { level: 1, skill_id: null, priority: 1 },
  });
  const idle = row("idle", 1, { state: "waiting", waiting_since: 1, needs: { level: 1, skill_id: null, priority: 3 } });

  test("has what is urgent first and what can wait last, as the desk offers it", () => {
    expect(inQueue([idle, kaisa, pirjo, urgent]).map((one) => one.case_id)).toEqual([
      "urgent",
      "kaisa",
      "idle",
      "pirjo",
    ]);
  });

  test("passes nobody for longer than ten minutes, however many urgent ones come", () => {
    const late = { ...urgent, contact: { ...urgent.contact, waiting_since: 20 * 60_000 + 10 } };
    expect(inQueue([idle, late]).map((one) => one.case_id)).toEqual(["idle", "urgent"]);
  });
});

describe("the next one", () => {
  test("is who waits longest, also when they left a moment ago", () => {
    expect(turns([left("kaisa", 0)], 59_999)).toEqual(["kaisa", "olli", "pirjo"]);
  });

  test("is who has not left, when who waits longest left a minute ago", () => {
    expect(turns([left("kaisa", 0)], 60_000)).toEqual(["olli", "kaisa", "pirjo"]);
  });

  test("is who waits longest again when they have yielded long enough", () => {
    expect(turns([left("kaisa", 0)], 600_000)).toEqual(["kaisa", "olli", "pirjo"]);
  });

  test("is who waits longest when everybody has left", () => {
    expect(turns([left("kaisa", 0), left("olli", 0)], 60_000)).toEqual(["kaisa", "olli", "pirjo"]);
  });

  test("is somebody in a chat before a left message, whoever has left", () => {
    const here: [string, CustomerOnPage] = ["pirjo", { customer_id: "pirjo", since: 0 }];
    expect(turns([left("kaisa", 0), left("olli", 0), here], 60_000)).toEqual(["kaisa", "olli", "pirjo"]);
  });
});
