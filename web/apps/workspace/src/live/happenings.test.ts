import type { Happening } from "@luukku/wire";
import { expect, test } from "vitest";
import { rowsOf, withHappenings } from "./happenings.ts";

function happening(at: number, kind: "flagged" | "raised_to_lead", client = "university"): Happening {
  const entry: Happening["entry"] =
    kind === "flagged" ? { seq: at, at, kind, contact_id: "c", by: "aino" } : { seq: at, at, kind, handovers: 3 };
  const customer = { customer_id: "m", visitor_number: 1, verified: false, typed: false };
  return { case_id: client, number: 1, client_id: client, customer, channel: "chat", at, entry };
}

const flood = (count: number, client?: string) =>
  Array.from({ length: count }, (_, number) => happening(100 + number, "flagged", client));

test("a flood of one kind takes three rows and leaves the others in sight", () => {
  const lines = withHappenings([], [happening(1, "raised_to_lead"), ...flood(24), ...flood(2, "library")]);
  const rows = rowsOf(lines);
  const seen = rows.map(({ line, more }) => [line.client_id, line.entry.kind, more.length]);
  expect(seen.filter(([client]) => client === "university")).toEqual([
    ["university", "flagged", 0],
    ["university", "flagged", 0],
    ["university", "flagged", 21],
    ["university", "raised_to_lead", 0],
  ]);
  expect(seen.filter(([client]) => client === "library")).toHaveLength(2);
});

test("a page that has been open shows what a fresh one shows, also after a flood", () => {
  const all = [happening(1, "raised_to_lead"), ...flood(300)];
  const live = all.reduce<readonly Happening[]>((have, one) => withHappenings(have, [one]), []);
  expect(live).toEqual(withHappenings([], all));
  expect(live).toHaveLength(101);
});
