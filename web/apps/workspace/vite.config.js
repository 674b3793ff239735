import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { texts } from "../../packages/texts/src/plugin.js";
import { development, production } from "../../scripts/shared.js";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [texts(), svelte()],
  ...development(5173),
  build: production("workspace"),
});
