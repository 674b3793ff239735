import { expect, test } from "vitest";
import { withSame } from "./same.ts";

interface Line {
  id: string;
  words: { text: string; isRead?: boolean };
}
const line = (id: string, text: string): Line => ({ id, words: { text } });
const key = (one: Line) => one.id;

test("what says the same is the object of before, also in another place; what has changed is the new one", () => {
  const before = [line("a", "Hei"), line("b", "Moi")];
  const [changed, kept] = withSame(before, [line("b", "Moi moi"), line("a", "Hei")], key);
  expect(changed?.words.text).toBe("Moi moi");
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
  const read: Line = { id: "a", words: { text: "Hei", isRead: true } };
  expect(withSame([unread], [read], key)).toEqual([read]);
  expect(withSame([read], [unread], key)[0]).toBe(unread);
});
