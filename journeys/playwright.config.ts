import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

// Debian's browser, not one that Playwright downloads. `cargo xtask test` names it.
const chromium =
  process.env.LUUKKU_CHROMIUM ??
  ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "results/traces",
  // Every journey starts a desk of its own, so that none depends on another.
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // A machine with much to do is slow and not wrong. What must be quick is said where it is, or proven in crates/.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    locale: "fi-FI",
    timezoneId: "Europe/Helsinki",
    viewport: { width: 1440, height: 900 },
    screenshot: "only-on-failure",
    // Recording costs more than a third of the time of all journeys, and nobody reads what passed. For one that
    // fails: npx playwright test NAME --trace on
    trace: "off",
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
