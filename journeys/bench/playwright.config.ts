import shared from "../playwright.config.ts";

// Run by `cargo xtask bench`, on a release build and alone: what is measured is time.
export default {
  ...shared,
  testDir: ".",
  testMatch: "**/*.bench.ts",
  outputDir: "../results/bench",
  workers: 1,
  use: { ...shared.use, trace: "off" as const },
};
