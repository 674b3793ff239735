// The promise about texts: every key in every language, with the same arguments, and none that nobody uses.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { areas, LANGUAGES, readArea, TEXTS } from "../src/compile.js";

const ROOT = join(TEXTS, "..");
const SKIPPED = new Set(["node_modules", "dist", "generated", "target"]);

function sources(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : sources(path, ending);
    return ending.test(entry.name) && !entry.name.endsWith(".test.ts") ? [path] : [];
  });
}

const code = [...sources(join(ROOT, "web"), /\.(ts|svelte)$/), ...sources(join(ROOT, "crates"), /\.rs$/)]
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");
const quoted = new Set([...code.matchAll(/["'`]([a-z][a-zA-Z0-9-]*)["'`]/g)].map(([, key]) => key));
// Keys that are put together at run time are announced where that happens: `texts: refusal-*`.
const prefixes = [...code.matchAll(/texts: ([a-z][a-z0-9-]*-)\*/g)].map(([, prefix]) => prefix ?? "");

test("every language has the same files", () => {
  for (const language of LANGUAGES) {
    const names = readdirSync(join(TEXTS, language)).filter((name) => name.endsWith(".ftl"));
    expect(names.sort(), language).toEqual(areas().map((area) => `${area}.ftl`));
  }
});

describe.each(areas())("%s", (area) => {
  const first = readArea(area, LANGUAGES[0]);

  test.each(LANGUAGES.slice(1))("has the same keys with the same variables in %s", (language) => {
    const shape = (messages: typeof first) =>
      messages.map((one) => `${one.key}(${[...one.variables.keys()].sort().join(", ")})`).sort();
    expect(shape(readArea(area, language))).toEqual(shape(first));
  });

  test("has no key that nobody uses", () => {
    const unused = first
      .map((one) => one.key)
      .filter((key) => !quoted.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)));
    expect(unused).toEqual([]);
  });
});
