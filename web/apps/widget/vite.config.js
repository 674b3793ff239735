import { defineConfig } from "vite";
import { texts } from "../../packages/texts/src/plugin.js";
import { development, production } from "../../scripts/shared.js";

// The panel inside the frame. The loader has its own configuration, because it must be one classic script.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [texts()],
  ...development(5174),
  build: {
    ...production("widget", `${import.meta.dirname}/frame.html`),
    // The parts fetched later have no styles and few imports of their own: Vite's helper would cost more than it saves.
    modulePreload: false,
  },
});
