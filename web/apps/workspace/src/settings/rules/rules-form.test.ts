import { expect, test } from "vitest";
import type { Label, RoutingRule } from "../wire.ts";
import { categoriesFor, clash, fieldId, insteadOf, moved, newRule, offeredIn, onto, wrongIn } from "./rules-form.ts";

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

test("the same rule changed by two is a clash, and other rules are none", () => {
  const kept = [rule("a"), rule("b")];
  const mine = [rule("a", "renamed by me"), rule("b")];
  expect(clash(kept, mine, [rule("a", "renamed by them"), rule("b")])).toBe(true);
  expect(clash(kept, mine, [rule("b")])).toBe(true);
  expect(clash(kept, [rule("b")], [rule("a", "renamed by them"), rule("b")])).toBe(true);
  expect(clash(kept, mine, [rule("a"), rule("b", "renamed by them")])).toBe(false);
  expect(clash(kept, mine, mine)).toBe(false);
});

test("who has moved rules keeps their order, and what I removed stays removed", () => {
  const kept = [rule("a"), rule("b"), rule("c")];
  expect(ids(onto(kept, [rule("c"), rule("a")], [rule("a"), rule("b"), rule("c"), rule("n")]))).toBe("can");
  expect(ids(onto(kept, [rule("a"), rule("c")], [rule("c"), rule("b"), rule("a")]))).toBe("ca");
});

test("a rule asks for what customers can choose, and keeps what they can choose no more", () => {
  const words = { fi: "", sv: "", en: "" };
  const label = (label_id: string, to: Partial<Label> = {}): Label => ({
    label_id,
    kind: "category",
    name: label_id,
    retired: false,
    offered: words,
    ...to,
  });
  const labels = [
    label("pay"),
    label("inside", { offered: null }),
    label("fax", { retired: true }),
    label("print"),
    label("student", { kind: "tag", offered: null }),
  ];
  const names = (one: RoutingRule) => categoriesFor(one, labels).map(({ label, isOffered }) => [label.name, isOffered]);
  expect(offeredIn(labels).map((one) => one.name)).toEqual(["pay", "print"]);
  expect(names(rule("a"))).toEqual([
    ["pay", true],
    ["print", true],
  ]);
  expect(names({ ...rule("a"), category_ids: ["print", "fax"] })).toEqual([
    ["pay", true],
    ["fax", false],
    ["print", true],
  ]);
});

test("which rules come first instead is told as it was saved, with their places, until one of them is another", () => {
  const [all, third, last] = [rule("a", "Kaikki"), rule("b"), rule("c")] as const;
  const kept = { rules: [all, third, last], never_reached: [{ rule_id: "c", above: ["a"] }] };
  const told = (rules: readonly RoutingRule[]) =>
    insteadOf(rules.find((one) => one.rule_id === "c") ?? last, rules, kept);
  expect(told([all, third, last])).toEqual([{ place: 1, name: "Kaikki" }]);
  expect(told([third, all, last])).toEqual([{ place: 2, name: "Kaikki" }]);
  expect(told([third, last, all]), "it has gone above it").toEqual([]);
  expect(told([{ ...all, languages: ["sv"] }, third, last]), "that one asks for more now").toEqual([]);
  expect(told([all, third, { ...last, name: "Muuta" }]), "it is another itself").toEqual([]);
  expect(told([third, last]), "that one goes").toEqual([]);
  expect(insteadOf(third, kept.rules, kept)).toEqual([]);
});
