import { expect, test } from "vitest";
import type { KnownField } from "../wire.ts";
import { added, inUse, moved, wrongIn } from "./known-form.ts";

const field = (known_field_id: string, name_fi: string, name_sv: string): KnownField => ({
  known_field_id,
  name_fi,
  name_sv,
  name_en: "",
  retired: false,
});
const say = {
  emptyRow: (place: number) => `row ${place} is empty`,
  empty: (language: string) => `no name in ${language}`,
  twice: "twice",
};
const both = ["fi", "sv"] as const;

test("a name is asked for in each of the client's languages, and the language is said", () => {
  const now = { fields: [field("a", "Laite", "")] };
  expect(wrongIn(now, both, say)).toEqual({ "known-a-sv": "no name in sv" });
  expect(wrongIn(now, ["fi"], say)).toEqual({});
});

test("an empty row is said once, by its place, and never left out unsaid", () => {
  const empty = added();
  const now = { fields: [field("a", "Laite", "Apparat"), empty] };
  expect(wrongIn(now, both, say)).toEqual({ [`known-${empty.known_field_id}-fi`]: "row 2 is empty" });
});

test("a name stands once in its language, however it is written", () => {
  const now = { fields: [field("a", "Laite", "Apparat"), field("b", "Kone", "apparat ")] };
  expect(wrongIn(now, both, say)).toEqual({ "known-b-sv": "twice" });
});

test("a field moves by one place, and never out of the list", () => {
  const fields = [field("a", "A", "A"), field("b", "B", "B")];
  expect(moved(fields, "a", 1).map((one) => one.known_field_id)).toEqual(["b", "a"]);
  expect(moved(fields, "a", -1)).toBe(fields);
  expect(inUse({ fields: [...fields, { ...field("c", "C", "C"), retired: true }] })).toBe(2);
});
