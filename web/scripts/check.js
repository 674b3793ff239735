/** Everything that finds mistakes without running the apps. All of it runs, even when one part finds something. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { writeTypes } from "../packages/texts/src/write-types.js";

const web = fileURLToPath(new URL("..", import.meta.url));
const checks = [
  ["svelte-check", "--tsconfig", "apps/workspace/tsconfig.json", "--fail-on-warnings", "--output", "human"],
  ["tsc", "-p", "apps/widget/tsconfig.json"],
  ["tsc", "-p", "tsconfig.json"],
  ["biome", "check", "--error-on-warnings", "."],
];

/** @param {string[]} command */
function run([name = "", ...rest]) {
  return new Promise((resolve) => {
    const child = spawn(`node_modules/.bin/${name}`, rest, { cwd: web });
    let said = "";
    child.stdout.on("data", (part) => (said += part));
    child.stderr.on("data", (part) => (said += part));
    child.on("error", (error) => resolve({ name, code: 1, said: String(error) }));
    child.on("close", (code) => resolve({ name: `${name} ${rest.join(" ")}`, code, said }));
  });
}

writeTypes();
let failed = 0;
for (const { name, code, said } of await Promise.all(checks.map(run))) {
  console.log(`${code === 0 ? "ok    " : "FAILED"} ${name}`);
  if (code === 0) continue;
  failed += 1;
  console.log(said);
}
if (failed > 0) process.exit(1);
