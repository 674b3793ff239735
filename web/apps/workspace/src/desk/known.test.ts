import { expect, test } from "vitest";
import { factsOf } from "./known.ts";

const field = (id: string, name_fi: string, name_sv: string) => ({
  known_field_id: id,
  name_fi,
  name_sv,
  name_en: "",
  retired: false,
});

test("what is left in a field that is out of use stands last and is marked, until it is taken out", () => {
  const retired = { ...field("device", "Laite", "Apparat"), retired: true };
  const fields = [retired, field("place", "Paikka", "Plats")];
  const device = { known_field_id: "device", text: "ThinkPad", version: 1, agent_id: "aino", at: 0 };
  const shown = (text: string) =>
    factsOf(fields, [{ ...device, text }], "fi", ["fi"]).map((one) => [one.name, one.text, one.isRetired]);
  expect(shown("ThinkPad")).toEqual([
    ["Paikka", "", false],
    ["Laite", "ThinkPad", true],
  ]);
  expect(shown("")).toEqual([["Paikka", "", false]]);
  expect(factsOf([retired], [], "fi", ["fi"])).toEqual([]);
});

test("a field is called as the reader calls it, or else as its client does", () => {
  const fields = [field("device", "Laite", "Apparat"), field("place", "Paikka", "")];
  const known = [{ known_field_id: "place", text: "Turku", version: 1, agent_id: "aino", at: 0 }];
  const names = (language: "fi" | "sv" | "en") => factsOf(fields, known, language, ["fi", "sv"]).map((one) => one.name);
  expect(names("sv")).toEqual(["Apparat", "Paikka"]);
  expect(names("en")).toEqual(["Laite", "Paikka"]);
  expect(factsOf(fields, known, "fi", ["fi"]).map((one) => one.text)).toEqual(["", "Turku"]);
});
