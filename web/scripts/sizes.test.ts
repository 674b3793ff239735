import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { expect, test } from "vitest";

test("the texts runtime stays under 0.8 kB gzipped", async () => {
  const entry = `${import.meta.dirname}/../packages/texts/src/runtime.ts`;
  expect(readFileSync(entry, "utf8")).toContain("createTexts");
  const result = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, lib: { entry, formats: ["es"] } },
  });
  const code = [result]
    .flat()
    .flatMap((one) => ("output" in one ? one.output.flatMap((file) => ("code" in file ? file.code : [])) : []));
  expect(gzipSync(code.join("")).length).toBeLessThan(800);
});
