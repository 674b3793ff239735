/** The sizes we promise: what a browser must fetch before the first screen, gzipped. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** @typedef {Record<string, { file: string, imports?: string[], css?: string[], dynamicImports?: string[], assets?: string[] }>} Manifest */

/** @param {string} out */
export function checkSizes(out) {
  const workspace = firstLoad(out, "workspace", "index.html");
  const panel = firstLoad(out, "widget", "frame.html");
  const whole = everything(out, "widget", "frame.html");
  const rows = [
    { name: "widget loader", files: ["widget.js"], limit_kb: 4 },
    { name: "widget panel, JS + CSS + one language", files: panel, limit_kb: 20 },
    { name: "widget, every part, one language", files: whole, limit_kb: 46 },
    {
      name: "workspace first load, JS + one language",
      files: workspace.filter((one) => one.endsWith(".js")),
      limit_kb: 150,
    },
  ].map((row) => ({ ...row, bytes: row.files.reduce((sum, file) => sum + gzipped(join(out, file)), 0) }));
  return {
    rows: rows.map(({ name, bytes, limit_kb }) => ({ name, bytes, limit_kb })),
    lines: rows.map(({ name, bytes, limit_kb }) => {
      const verdict = bytes > limit_kb * 1000 ? "TOO LARGE" : "ok";
      return `${name.padEnd(42)} ${(bytes / 1000).toFixed(2).padStart(7)} kB of ${limit_kb} kB gzipped  ${verdict}`;
    }),
    failed: rows.some(({ bytes, limit_kb }) => bytes > limit_kb * 1000),
  };
}

/**
 * All that the page loads by itself, and of each area of texts the largest language (one is always fetched).
 * @param {string} out
 * @param {string} app
 * @param {string} entry
 */
function firstLoad(out, app, entry) {
  return load(out, app, entry, () => []);
}

/**
 * The same with what is fetched later: no part of the widget grows unseen because it is not on the first screen.
 * @param {string} out
 * @param {string} app
 * @param {string} entry
 */
function everything(out, app, entry) {
  return load(out, app, entry, ({ dynamicImports = [] }) => dynamicImports);
}

/**
 * @param {string} out
 * @param {string} app
 * @param {string} entry
 * @param {(chunk: Manifest[string]) => string[]} laterOf what is fetched later and counts
 */
function load(out, app, entry, laterOf) {
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(join(out, `.vite/${app}.json`), "utf8"));
  const found = new Set();
  /** @type {Map<string, string>} */
  const texts = new Map();
  const visit = (/** @type {string} */ key) => {
    const chunk = manifest[key];
    if (!chunk || found.has(chunk.file)) return;
    found.add(chunk.file);
    for (const css of chunk.css ?? []) found.add(css);
    for (const next of chunk.imports ?? []) visit(next);
    const counted = laterOf(chunk);
    if (counted.length > 0) for (const asset of chunk.assets ?? []) found.add(asset);
    for (const next of counted) if (!next.includes("virtual:texts/")) visit(next);
    for (const later of chunk.dynamicImports ?? []) {
      const area = /virtual:texts\/([a-z-]+)\//.exec(later)?.[1];
      const file = manifest[later]?.file;
      if (area === undefined || file === undefined) continue;
      const known = texts.get(area);
      if (known === undefined || gzipped(join(out, known)) < gzipped(join(out, file))) texts.set(area, file);
    }
  };
  visit(entry);
  return [...found, ...texts.values()];
}

/** @param {string} file */
function gzipped(file) {
  return gzipSync(readFileSync(file), { level: 9 }).length;
}
