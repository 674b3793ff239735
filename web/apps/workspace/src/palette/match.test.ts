import { describe, expect, test } from "vitest";
import { found, rank } from "./match.ts";

describe("a few letters find", () => {
  test.each([
    ["siir ben", "Siirrä: Bengt Holm"],
    ["lehto", "4821 Kaisa Lehtonen"],
    ["482", "4821 Kaisa Lehtonen"],
    ["makela", "Aino Mäkelä"],
    ["ajat", "Aukioloajat"],
    ["", "anything"],
  ])("%s → %s", (query, text) => {
    expect(rank(query, text)).not.toBeNull();
  });

  test.each([
    ["kaisa virtanen", "4821 Kaisa Lehtonen"],
    ["tulostn", "Tulostin"],
    ["a1", "Aukioloajat"],
  ])("but %s does not find %s", (query, text) => {
    expect(rank(query, text)).toBeNull();
  });
});

test("what begins with the letters comes before what only contains them, and equals keep their order", () => {
  const items = ["Kaisa Salo", "Salasana", "Vasala", "Salo Kaisa"];
  expect(found("sala", items, (one) => one)).toEqual(["Salasana", "Vasala"]);
  expect(found("", items, (one) => one)).toEqual(items);
  expect(found("salo", items, (one) => one)).toEqual(["Salo Kaisa", "Kaisa Salo"]);
});
