import { defineConfig } from "vite";
import { texts } from "../../packages/texts/src/plugin.js";
import { production } from "../../scripts/shared.js";

// `widget.js`: one classic script without imports, because a customer's site includes it with a plain <script src>.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [texts()],
  build: {
    ...production("loader"),
    manifest: false,
    lib: { entry: "src/loader.ts", formats: ["iife"], name: "luukku", fileName: () => "widget.js" },
  },
});
