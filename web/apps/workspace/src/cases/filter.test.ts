import { expect, test } from "vitest";
import { addressOf, filterOf, isEmpty, numberOf, requestOf } from "./filter.ts";

const CLIENT = "0193c000-0000-7000-8000-000000000101";

test("an address and its filter say the same", () => {
  const filter = filterOf(`state=open&client=${CLIENT}&number=4821`);
  expect(filter).toEqual({ state: "open", client: CLIENT, owner: "", category: "", tag: "", number: "4821" });
  expect(addressOf(filter)).toBe(`/cases?state=open&client=${CLIENT}&number=4821`);
  expect(addressOf(filterOf(""))).toBe("/cases");
});

test("nonsense in an address is not asked for", () => {
  expect(isEmpty(filterOf("state=lost&client=x&owner=%00&number=abc"))).toBe(true);
});

test.each([
  ["4821", "4821"],
  [" #4821 ", "4821"],
  ["Asia 4821", "4821"],
  ["004821", "4821"],
  ["48 21", ""],
  ["Kaisa", ""],
])("a number is found in %s", (text, number) => {
  expect(numberOf(text)).toBe(number);
});

test("the next page is asked with the same filter", () => {
  expect(requestOf(filterOf("state=open"), "abc")).toBe("/api/cases?state=open&cursor=abc&limit=50");
});
