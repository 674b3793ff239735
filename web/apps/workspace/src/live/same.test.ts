import { expect, test } from "vitest";
import { isSame, keeping, withSame } from "./same.ts";

interface Line {
  id: string;
  text: string;
  isRead?: boolean;
}
const line = (id: string, text: string): Line => ({ id, text });
const key = (one: Line) => one.id;

test("what says the same is the object of before, also in another place; what has changed is the new one", () => {
  const before = [line("a", "Hei"), line("b", "Moi")];
  const [changed, kept] = withSame(before, [line("b", "Moi moi"), line("a", "Hei")], key);
  expect(changed?.text).toBe("Moi moi");
  expect(kept).toBe(before[0]);
});

test("a list in which nothing has changed is the list of before", () => {
  const before = [line("a", "Hei"), line("b", "Moi")];
  expect(withSame(before, [line("a", "Hei"), line("b", "Moi")], key)).toBe(before);
  expect(withSame(before, [line("a", "Hei")], key)).not.toBe(before);
  expect(withSame(before, [line("b", "Moi"), line("a", "Hei")], key)).not.toBe(before);
});

test("something more that is said, or said no longer, is a change", () => {
  const unread = line("a", "Hei");
  const read: Line = { id: "a", text: "Hei", isRead: true };
  expect(withSame([unread], [read], key)[0]).toBe(read);
  expect(withSame([read], [unread], key)[0]).toBe(unread);
});

test("a member that is made anew is a change, though it says the same: rows are asked for by identity", () => {
  const same = keeping<{ number: number; row: Line }>((one) => one.number);
  same([{ number: 1, row: line("a", "Hei") }]);
  const newest = line("a", "Hei");
  expect(same([{ number: 1, row: newest }])[0]?.row).toBe(newest);
});

test("what is more than its members is the same only as itself", () => {
  expect(isSame(new Map([[1, 2]]), new Map([[1, 2]]))).toBe(false);
  expect(isSame([], {})).toBe(false);
  expect(isSame(["a"], ["a"])).toBe(true);
});
