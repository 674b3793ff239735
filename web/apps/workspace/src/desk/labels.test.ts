import type { Label } from "@luukku/wire";
import { expect, test } from "vitest";
import { choosable, chosen, labelNames, missing } from "./labels.ts";

const label = (label_id: string, kind: Label["kind"], name: string, retired = false): Label => ({
  label_id,
  kind,
  name,
  retired,
});
const client = {
  labels: [
    label("login", "category", "Kirjautuminen"),
    label("print", "category", "Tulostus"),
    label("old", "category", "Faksi", true),
    label("student", "tag", "Opiskelija"),
  ],
  requires: { category: true, tag: false },
};
const bare = { category_id: null, tag_ids: [] };

test("a case lacks what its client requires, unless there is nothing to choose", () => {
  expect(missing(bare, client)).toEqual(["category"]);
  expect(missing({ ...bare, category_id: "print" }, client)).toEqual([]);
  expect(missing(bare, { ...client, labels: [label("old", "category", "Faksi", true)] })).toEqual([]);
  expect(missing(bare, undefined)).toEqual([]);
});

test("a few letters find a label; a retired one is offered only where it is", () => {
  expect(choosable("tul", bare, client).map((one) => one.name)).toEqual(["Tulostus"]);
  expect(choosable("#opi", bare, client).map((one) => one.name)).toEqual(["Opiskelija"]);
  expect(choosable("faksi", bare, client)).toEqual([]);
  expect(choosable("faksi", { ...bare, category_id: "old" }, client)).toHaveLength(1);
});

test("a category takes the place of another, a tag goes on and off", () => {
  const [login, print, , student] = client.labels;
  if (!login || !print || !student) throw new Error("the labels are there");
  expect(chosen({ ...bare, category_id: "login" }, print)).toEqual({ category_id: "print", tag_ids: [] });
  expect(chosen({ ...bare, category_id: "login" }, login)).toEqual({ category_id: null, tag_ids: [] });
  const tagged = chosen(bare, student);
  expect(tagged).toEqual({ category_id: null, tag_ids: ["student"] });
  expect(chosen(tagged, student)).toEqual(bare);
});

test("a retired label is still named", () => {
  expect(labelNames({ category_id: "old", tag_ids: ["student", "gone"] }, client)).toEqual(["Faksi", "#Opiskelija"]);
});
