/** The sizes we promise: what a browser must fetch before the first screen, gzipped. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** @typedef {Record<string, { file: string, imports?: string[], css?: string[], isEntry?: boolean }>} Manifest */

/** @param {string} out */
export function checkSizes(out) {
  const workspace = firstLoad(out, "workspace", "index.html", "workspace");
  const panel = firstLoad(out, "widget", "frame.html", "widget");
  const rows = [
    { name: "widget loader", files: ["widget.js"], limit_kb: 4 },
    { name: "widget panel, JS + CSS + one language", files: panel, limit_kb: 20 },
    {
      name: "workspace first load, JS + one language",
      files: workspace.filter((one) => one.endsWith(".js")),
      limit_kb: 150,
    },
  ].map((row) => ({ ...row, bytes: row.files.reduce((sum, file) => sum + gzipped(join(out, file)), 0) }));
  return {
    lines: rows.map(({ name, bytes, limit_kb }) => {
      const verdict = bytes > limit_kb * 1000 ? "TOO LARGE" : "ok";
      return `${name.padEnd(42)} ${(bytes / 1000).toFixed(2).padStart(7)} kB of ${limit_kb} kB gzipped  ${verdict}`;
    }),
    failed: rows.some(({ bytes, limit_kb }) => bytes > limit_kb * 1000),
  };
}

/**
 * All that the page loads by itself, and the largest language of its area (one is always fetched).
 * @param {string} out
 * @param {string} app
 * @param {string} entry
 * @param {string} area
 */
function firstLoad(out, app, entry, area) {
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(join(out, `.vite/${app}.json`), "utf8"));
  const found = new Set();
  const visit = (/** @type {string} */ key) => {
    const chunk = manifest[key];
    if (!chunk || found.has(chunk.file)) return;
    found.add(chunk.file);
    for (const css of chunk.css ?? []) found.add(css);
    for (const next of chunk.imports ?? []) visit(next);
  };
  visit(entry);
  const languages = Object.entries(manifest)
    .filter(([key]) => key.includes(`virtual:texts/${area}/`))
    .map(([, chunk]) => chunk.file)
    .sort((a, b) => gzipped(join(out, b)) - gzipped(join(out, a)));
  if (languages[0] !== undefined) found.add(languages[0]);
  return [...found];
}

/** @param {string} file */
function gzipped(file) {
  return gzipSync(readFileSync(file), { level: 9 }).length;
}
