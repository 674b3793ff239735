/** Builds both apps and the loader into one folder, compresses the files, and checks the sizes we promise. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { build } from "vite";
import { compress } from "./compress.js";
import { out } from "./shared.js";
import { checkSizes } from "./sizes.js";

const configs = ["apps/workspace/vite.config.js", "apps/widget/vite.config.js", "apps/widget/vite.loader.config.js"];

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const configFile of configs) {
  await build({ configFile, logLevel: "warn" });
}
compress(out);
const { rows, lines, failed } = checkSizes(out);
console.log(lines.join("\n"));
// For the table of `cargo xtask bench`.
if (process.env.LUUKKU_WEB_SIZES) writeFileSync(process.env.LUUKKU_WEB_SIZES, JSON.stringify(rows));
// The manifests were for the size check only.
rmSync(`${out}/.vite`, { recursive: true, force: true });
if (failed) process.exit(1);
