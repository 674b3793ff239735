import finnish from "virtual:texts/desk/fi";
import { createTexts } from "@luukku/texts";
import { expect, test } from "vitest";
import { row } from "../live/samples.ts";
import { lastWords } from "./last-words.ts";

test("our words are told as ours, and a file without words as a file", () => {
  const t = createTexts(finnish, "fi");
  const said = (by: "customer" | "agent", text: string) =>
    lastWords(row("a", 1, {}, { last_words: { by, text, at: 0 } }), t);
  expect(said("customer", "Hei!")).toBe("Hei!");
  expect(said("agent", "Hei, selvitän.")).toBe("Vastaus: Hei, selvitän.");
  expect(said("agent", "")).toContain("Vastaus: ");
  expect(lastWords(row("a", 1), t)).toBe("");
});
