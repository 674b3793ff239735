/** Writes `generated/texts.d.ts` (not checked in), only when it changed, so that watchers stay quiet. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { typesOf } from "./compile.js";

const folder = fileURLToPath(new URL("../generated/", import.meta.url));
const file = `${folder}texts.d.ts`;

export function writeTypes() {
  const types = typesOf();
  if (existsSync(file) && readFileSync(file, "utf8") === types) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, types);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeTypes();
