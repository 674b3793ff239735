import { expect, test } from "vitest";
import { carriesText, contrast, inkOn, nearest, parseColour } from "./colour.ts";

test("a colour is read as people write it", () => {
  expect(["#005970", "005970", "#ABC", "lake", "#12"].map(parseColour)).toEqual([
    "#005970",
    "#005970",
    "#aabbcc",
    null,
    null,
  ]);
});

test("contrast is counted as WCAG counts it", () => {
  expect(contrast("#ffffff", "#000000")).toBeCloseTo(21);
  expect(contrast("#005970", "#ffffff")).toBeCloseTo(7.9, 1);
});

test("a colour that carries neither ink gets a neighbour that does", () => {
  // A middle grey: too dark for dark words, too light for white ones.
  expect(carriesText("#7b7b7b")).toBe(false);
  expect(carriesText(nearest("#7b7b7b"))).toBe(true);
  expect(nearest("#005970")).toBe("#005970");
  expect(inkOn("#ffcc00").ink).toBe("#0f1e22");
});
