import { expect, test } from "vitest";
import type { KnownField } from "../wire.ts";
import { added, inUse, moved, sent, wrongIn } from "./known-form.ts";

const field = (known_field_id: string, name_fi: string, name_sv: string): KnownField => ({
  known_field_id,
  name_fi,
  name_sv,
  name_en: "",
  retired: false,
});
const say = { empty: "empty", twice: "twice" };
const both = ["fi", "sv"] as const;

test("an added field without a name is not sent, and a name is asked for in each of the client's languages", () => {
  const now = { fields: [field("a", "Laite", ""), added()] };
  expect(sent(now, new Set(["a"]), both).fields.map((one) => one.known_field_id)).toEqual(["a"]);
  expect(wrongIn(now, new Set(["a"]), both, say)).toEqual({ "known-a-sv": "empty" });
  expect(wrongIn(now, new Set(["a"]), ["fi"], say)).toEqual({});
});

test("a name stands once in its language, however it is written", () => {
  const now = { fields: [field("a", "Laite", "Apparat"), field("b", "Kone", "apparat ")] };
  expect(wrongIn(now, new Set(), both, say)).toEqual({ "known-b-sv": "twice" });
});

test("a field moves by one place, and never out of the list", () => {
  const fields = [field("a", "A", "A"), field("b", "B", "B")];
  expect(moved(fields, "a", 1).map((one) => one.known_field_id)).toEqual(["b", "a"]);
  expect(moved(fields, "a", -1)).toBe(fields);
  expect(inUse({ fields: [...fields, { ...field("c", "C", "C"), retired: true }] })).toBe(2);
});
