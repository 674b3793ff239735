import { defineConfig } from "vite";
import { texts } from "../../packages/texts/src/plugin.js";
import { development, production } from "../../scripts/shared.js";

// The panel inside the frame. The loader has its own configuration, because it must be one classic script.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [texts(), plainImports()],
  ...development(5174),
  build: {
    ...production("widget", `${import.meta.dirname}/frame.html`),
    modulePreload: false,
  },
});

/**
 * The parts that are fetched later bring their styles themselves and import little: an import is just an import here. Vite's helper
 * for them, which would also load what a part needs, is the largest thing in the panel that does nothing.
 * @returns {import("vite").Plugin}
 */
function plainImports() {
  return {
    name: "plain-imports",
    enforce: "pre",
    load: (id) => (id === "\0vite/preload-helper.js" ? "export const __vitePreload = (load) => load();" : null),
  };
}
