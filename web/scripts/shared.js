import { fileURLToPath } from "node:url";

const web = fileURLToPath(new URL("..", import.meta.url));
/** Where the finished files go: the folder that the server embeds. */
export const out = process.env.LUUKKU_WEB_OUT ?? `${web}dist`;

/**
 * @param {string} name of the manifest, which the size check reads
 * @param {string} [input] the page, when it is not index.html
 * @returns {import("vite").BuildOptions}
 */
export function production(name, input) {
  return {
    outDir: out,
    // Both apps share one folder; scripts/build.js empties it once.
    emptyOutDir: false,
    manifest: `.vite/${name}.json`,
    target: "es2022",
    // No data: addresses and no inline scripts: the content security policy allows neither.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { checks: { pluginTimings: false }, ...(input === undefined ? {} : { input }) },
  };
}

/**
 * The development server hands everything that is not a source file to a running desk.
 * @param {number} port
 * @returns {import("vite").UserConfig}
 */
export function development(port) {
  const desk = process.env.LUUKKU_DESK ?? "http://127.0.0.1:8080";
  return {
    cacheDir: `${web}node_modules/.vite-${port}`,
    server: {
      port,
      strictPort: true,
      proxy: { "^/(api|widget|healthz|metrics)(/|$)": { target: desk, ws: true } },
    },
  };
}
