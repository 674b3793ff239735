// CC-15, trust 132: the widget warns about and masks the same as the desk, by the desk's own examples.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mask } from "../src/privacy/mask";
import { findMasked } from "../src/privacy/masks";

const file = process.env.MASKING_VECTORS ?? `${import.meta.dirname}/../../../../crates/desk/tests/vectors/masking.tsv`;
const plain = (text: string) => text.replaceAll("\\n", "\n").replaceAll("\\t", "\t");
const vectors = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("# ") && line !== "input\texpected")
  .map((line) => line.split("\t").map(plain));

test("there is something to be masked and something to be left alone", () => {
  expect(vectors.filter(([input, expected]) => input !== expected).length).toBeGreaterThan(50);
  expect(vectors.filter(([input, expected]) => input === expected).length).toBeGreaterThan(50);
});

test("the desk's examples come out as at the desk", () => {
  const wrong = vectors.filter(([input = "", expected]) => mask(input).text !== expected);
  expect(wrong.map(([input = "", expected]) => ({ input, expected, got: mask(input).text }))).toEqual([]);
});

test("masking again changes nothing", () => {
  for (const [, expected = ""] of vectors) expect(mask(expected).text).toBe(expected);
});

test("the kind tells what to warn about", () => {
  expect(mask("Tunnus on 010594Y9032, kortti 4111 1111 1111 1111").kinds).toEqual(["identity_code", "payment_card"]);
  expect(mask("tili FI21 1234 5600 0007 85").kinds).toEqual(["bank_account"]);
  expect(mask("Tilaus 12345 tuli eilen kello 14.30").kinds).toEqual([]);
});

test("a masked place is found again where it stands", () => {
  const text = "Tunnus on ●●●●●●-●●●● ja kortti ●●●● ●●●● ●●●● 1111.";
  expect(findMasked(text).map(({ from, to, kind }) => [text.slice(from, to), kind])).toEqual([
    ["●●●●●●-●●●●", "identity_code"],
    ["●●●● ●●●● ●●●● 1111", "payment_card"],
  ]);
});
