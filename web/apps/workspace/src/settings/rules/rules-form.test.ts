import { expect, test } from "vitest";
import type { RoutingRule } from "../wire.ts";
import { fieldId, moved, newRule, onto, wrongIn } from "./rules-form.ts";

const rule = (rule_id: string, name = rule_id): RoutingRule => ({ ...newRule(), rule_id, name });
const ids = (rules: readonly RoutingRule[]) => rules.map((one) => one.rule_id).join("");
const say = { name: "name", page: "page", path: "path" };

test("a rule goes up and down and stays at the ends", () => {
  const rules = [rule("a"), rule("b"), rule("c")];
  expect(ids(moved(rules, "b", -1))).toBe("bac");
  expect(ids(moved(rules, "b", 1))).toBe("acb");
  expect(moved(rules, "a", -1)).toBe(rules);
  expect(moved(rules, "c", 1)).toBe(rules);
});

test("a rule has a name, and a page that is looked for is written", () => {
  const nameless = rule("a", " ");
  const pageless = { ...rule("b"), page: { how: "containing" as const, text: "" } };
  const pathless = { ...rule("c"), page: { how: "under" as const, text: "palkka" } };
  expect(wrongIn({ rules: [nameless, pageless, pathless] }, say)).toEqual({
    [fieldId(nameless, "name")]: "name",
    [fieldId(pageless, "page")]: "page",
    [fieldId(pathless, "page")]: "path",
  });
});

test("two who save at once lose nothing of each other", () => {
  const kept = [rule("a"), rule("b"), rule("c")];
  const theirs = [rule("c"), rule("a", "renamed by them"), rule("n")];
  const mine = [rule("a"), rule("b"), rule("c", "renamed by me"), rule("m")];
  const both = onto(kept, mine, theirs);
  expect(ids(both)).toBe("canm");
  expect(both.map((one) => one.name)).toEqual(["renamed by me", "renamed by them", "n", "m"]);
});

test("who has moved rules keeps their order, and what I removed stays removed", () => {
  const kept = [rule("a"), rule("b"), rule("c")];
  expect(ids(onto(kept, [rule("c"), rule("a")], [rule("a"), rule("b"), rule("c"), rule("n")]))).toBe("can");
  expect(ids(onto(kept, [rule("a"), rule("c")], [rule("c"), rule("b"), rule("a")]))).toBe("ca");
});
