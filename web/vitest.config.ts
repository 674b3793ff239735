import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { texts } from "./packages/texts/src/plugin.js";

export default defineConfig({
  plugins: [texts(), svelte()],
  test: { include: ["apps/*/{src,test}/**/*.test.ts", "packages/*/{src,test}/**/*.test.ts", "scripts/*.test.ts"] },
});
