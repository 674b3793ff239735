import { expect, test } from "vitest";
import type { Label } from "../wire.ts";
import { added, byLabel, canBeOffered, fieldId, fieldsOf, sent, wrongIn } from "./labels-form.ts";

const label = (label_id: string, name: string, kind: Label["kind"] = "category"): Label => ({
  label_id,
  kind,
  name,
  retired: false,
  offered: null,
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

test("customers can be offered a category that is in use, and nothing else", () => {
  const category = label("a", "Tulostus");
  const fax = { ...label("b", "Faksi"), retired: true };
  expect([category, fax, label("c", "Opiskelija", "tag")].map(canBeOffered)).toEqual([true, false, false]);
  expect(added("category").offered).toBeNull();
});

test("what customers read of a category is sent as it was written", () => {
  const offered = { fi: "Tulostin ei toimi", sv: "", en: "" };
  const fields = fieldsOf({ labels: [{ ...label("a", "Tulostus"), offered }], requires });
  expect(sent(fields, new Set(["a"])).labels[0]?.offered).toEqual(offered);
});

test("what the desk says of one label stands at that label", () => {
  const problem = {
    type: "",
    title: "",
    status: 422,
    code: "invalid",
    fields: [
      { field: "labels.1", sentence: "too long" },
      { field: "labels", sentence: "too many" },
    ],
  };
  const told = byLabel(problem, [label("a", "Tulostus"), label("b", "Palkat")]);
  expect(told?.fields?.map((one) => one.field)).toEqual(["label-b", "labels"]);
});
