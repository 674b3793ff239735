import { expect, test } from "vitest";
import { compile, moduleOf } from "../src/compile.js";
import { createTexts, type Messages } from "../src/runtime.ts";

type Anything = Record<string, Record<string, string | number>>;

async function say(language: string, source: string, args: Record<string, string | number> = {}): Promise<string> {
  const code = moduleOf(compile(`one = ${source}\n`, "test.ftl"));
  const { default: messages }: { default: Messages<Anything> } = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
  );
  return createTexts<Anything>(messages, language)("one", args);
}

test("a plain sentence stays as it is", async () => {
  expect(await say("fi", "Lähetä “tämä”")).toBe("Lähetä “tämä”");
});

test("a variable stands where it was named", async () => {
  expect(await say("fi", "{ $name } kirjoittaa", { name: "Aino" })).toBe("Aino kirjoittaa");
});

test("a number is written as the language writes it", async () => {
  expect(await say("fi", "{ NUMBER($share, maximumFractionDigits: 1) } %", { share: 92.46 })).toBe("92,5 %");
});

test("a selector follows the plural rules of the language", async () => {
  const source = "{ $count ->\n    [one] yksi uusi\n   *[other] { $count } uutta\n }";
  expect(await say("fi", source, { count: 1 })).toBe("yksi uusi");
  expect(await say("fi", source, { count: 3 })).toBe("3 uutta");
});

test("an exact number goes before the plural rule", async () => {
  const source = "{ $count ->\n    [0] ei ketään\n    [one] yksi\n   *[other] monta\n }";
  expect(await say("fi", source, { count: 0 })).toBe("ei ketään");
});

test("a word picks its variant, and an unknown word the default one", async () => {
  const source = "{ $channel ->\n    [chat] chat\n   *[mail] viesti\n }";
  expect(await say("fi", source, { channel: "chat" })).toBe("chat");
  expect(await say("fi", source, { channel: "constructor" })).toBe("viesti");
});

test("what the browser would not understand fails with file and line", () => {
  expect(() => compile("one = a\ntwo = { one }\n", "texts/fi/x.ftl")).toThrow("texts/fi/x.ftl:2");
  expect(() => compile("one = a\n-brand = Luukku\n", "texts/fi/x.ftl")).toThrow("texts/fi/x.ftl:2");
  expect(() => compile("one = a\n  .title = b\n", "texts/fi/x.ftl")).toThrow("texts/fi/x.ftl:1");
  expect(() => compile("one = { $a\n", "texts/fi/x.ftl")).toThrow("texts/fi/x.ftl:1");
  expect(() => compile("one = a\none = b\n", "texts/fi/x.ftl")).toThrow("texts/fi/x.ftl:2");
});
