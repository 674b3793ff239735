import type { ClientSpeech } from "@luukku/wire";
import { expect, test } from "vitest";
import { row, said } from "../live/samples.ts";
import { firstOrLast } from "./first-last.ts";
import { valuesOf } from "./prepared.ts";

const words = (text: string) => ({ parts: [{ kind: "words", text }] }) as const;
const name = { kind: "value", variable: "agent_first_name" } as const;
const speech = {
  greeting: [
    { language: "fi", text: { parts: [{ kind: "words", text: "Hei, täällä " }, name, { kind: "words", text: "." }] } },
    { language: "sv", text: words("Hej!") },
  ],
  closing: [{ language: "fi", text: words("Kiitos yhteydenotosta!") }],
} as unknown as ClientSpeech;
const nothing = { writing: "", leaving: [], entries: [] };
const values = valuesOf(row("a", 1), "Aino", "IT-tuki");
const answered = row("a", 3, { answered_at: 1000 });
const closing = { which: "closing", text: "Kiitos yhteydenotosta!" };

test("the first words are offered until somebody has answered, in the language of the customer", () => {
  expect(firstOrLast(row("a", 1), speech, values, nothing)).toEqual({ which: "greeting", text: "Hei, täällä Aino." });
  expect(firstOrLast(row("a", 1, { language: "sv" }), speech, values, nothing)?.text).toBe("Hej!");
  expect(firstOrLast(row("a", 1, { language: "en" }), speech, values, nothing)).toBeNull();
  expect(firstOrLast(row("a", 1), speech, values, { ...nothing, leaving: ["Hei, täällä Aino."] })).toEqual(closing);
});

test("what is in the field already is not offered", () => {
  expect(firstOrLast(row("a", 1), speech, values, { ...nothing, writing: "Hei, täällä Aino. Katson." })).toBeNull();
});

test("the last words are offered after an answer, until they are said in this contact", () => {
  const own = said(4, { by: "agent", agent_id: "aino", text: "Selvä. Kiitos yhteydenotosta!" });
  const earlier = said(4, {
    by: "agent",
    agent_id: "aino",
    text: "Kiitos yhteydenotosta!",
    contact_id: "contact-before",
  });
  const theirs = said(5, { text: "Kiitos yhteydenotosta!" });
  expect(firstOrLast(answered, speech, values, nothing)).toEqual(closing);
  expect(firstOrLast(answered, speech, values, { ...nothing, entries: [earlier, theirs] })).toEqual(closing);
  expect(firstOrLast(answered, speech, values, { ...nothing, entries: [own] })).toBeNull();
});

test("nothing is offered where nobody meets", () => {
  expect(firstOrLast(row("a", 1, { channel: "message" }), speech, values, nothing)).toBeNull();
  expect(firstOrLast(row("a", 3, { state: "ended" }), speech, values, nothing)).toBeNull();
});
