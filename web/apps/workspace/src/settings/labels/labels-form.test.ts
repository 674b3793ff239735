import { expect, test } from "vitest";
import type { Label } from "../wire.ts";
import { added, fieldId, fieldsOf, sent, wrongIn } from "./labels-form.ts";

const label = (label_id: string, name: string, kind: Label["kind"] = "category"): Label => ({
  label_id,
  kind,
  name,
  retired: false,
});
const requires = { category: false, tag: false };
const say = { empty: "empty", twice: "twice" };

test("an added label without a name is not sent, a kept one without a name is wrong", () => {
  const fields = fieldsOf({ labels: [label("a", " ")], requires });
  const now = { ...fields, tag: [added("tag")] };
  const kept = new Set(["a"]);
  expect(sent(now, kept).labels.map((one) => one.label_id)).toEqual(["a"]);
  expect(wrongIn(now, kept, say)).toEqual({ "label-a": "empty" });
});

test("a name stands once in its kind, however it is written", () => {
  const twice = label("b", "tulostus ");
  const fields = fieldsOf({ labels: [label("a", "Tulostus"), twice, label("c", "Tulostus", "tag")], requires });
  expect(wrongIn(fields, new Set(), say)).toEqual({ [fieldId(twice)]: "twice" });
});
