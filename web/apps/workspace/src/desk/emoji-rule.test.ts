import { expect, test } from "vitest";
import { NO_SPEECH } from "../live/samples.ts";
import { avoided, emojiIn, mayPick, tooManyEmoji } from "./emoji-rule.ts";

test.each([
  ["Hei! Katson asiaa, 1 hetki. * # © ™ → ✓", 0],
  ["Kiitos :) ;-) <3 8-)", 0],
  ["Hyvä 😀", 1],
  ["❤️ ja ❤", 2],
  ["☺ ✔️ ✔", 2],
  ["👍🏽", 1],
  ["☝🏽", 1],
  ["👨‍👩‍👧‍👦", 1],
  ["🏳️‍🌈", 1],
  ["🇫🇮🇸🇪", 2],
  ["🏴󠁧󠁢󠁳󠁣󠁴󠁿", 1],
  ["1️⃣ #️⃣", 2],
  ["🤷🏻‍♀️ 🎉", 2],
])("emoji are counted as the desk counts them: %s", (text, count) => {
  expect(emojiIn(text)).toBe(count);
});

test("the picker stops where the client's rule does", () => {
  expect([mayPick("", "allow"), mayPick("", "limit"), mayPick("😀", "limit"), mayPick("", "forbid")]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect([tooManyEmoji("😀🎉", "allow"), tooManyEmoji("😀🎉", "limit"), tooManyEmoji("😀", "forbid")]).toEqual([
    false,
    true,
    true,
  ]);
});

test("words to avoid are found in any case and inflected, and not in the middle of another word", () => {
  const speech = { ...NO_SPEECH, avoid: ["tiketti", "asiakas (huono)"] };
  expect(avoided("Tikettiä katsotaan", speech)).toEqual(["tiketti"]);
  expect(avoided("Pikatiketti", speech)).toEqual([]);
  expect(avoided("asiakas (huono)", speech)).toEqual(["asiakas (huono)"]);
});
