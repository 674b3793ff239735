// What every journey needs: a desk, a check that nothing went wrong unseen, and eyes for accessibility.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test as base, type ConsoleMessage, expect, type Page } from "@playwright/test";
import { Desk } from "./desk.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

interface Fixtures {
  /** A desk of this journey alone. */
  desk: Desk;
  /** Pages watched for errors; add the ones of further windows with `watch(page)`. */
  watch: (page: Page) => void;
  /** Errors that this journey brings about on purpose (a cut line, a killed desk). */
  expected: RegExp[];
}

export const test = base.extend<Fixtures>({
  desk: async ({}, use) => {
    const desk = await Desk.start();
    await use(desk);
    await desk.remove();
  },
  expected: async ({}, use) => use([]),
  watch: [
    async ({ context, expected }, use) => {
      const wrong: string[] = [];
      const watched = new Set<Page>();
      const watch = (page: Page) => {
        if (watched.has(page)) return;
        watched.add(page);
        page.on("pageerror", (error) => wrong.push(`${page.url()}: ${error.message}`));
        // Broken policies (content security) are console errors as well.
        page.on("console", (message) => {
          if (message.type() === "error" && !isAnswer(message))
            wrong.push(`${page.url()}: ${message.text()} (${message.location().url})`);
        });
      };
      context.on("page", watch);
      await use(watch);
      const unexpected = wrong.filter((one) => !expected.some((pattern) => pattern.test(one)));
      expect(unexpected, "errors in the browser that nobody saw").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/**
 * The browser reports every refusal of the API as an error. The page was built to show them (wrong password, chat
 * closed); a missing script or picture it was not.
 */
function isAnswer(message: ConsoleMessage): boolean {
  const isRefusal = /^Failed to load resource: the server responded with a status of 4/.test(message.text());
  return isRefusal && new URL(message.location().url).pathname.startsWith("/api/");
}

interface Violation {
  id: string;
  help: string;
  nodes: { html: string; failureSummary?: string }[];
}

/** Checks the page, frames included, by WCAG 2.2 A and AA. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    // Evaluated from outside the page, so the content security policy stays as strict as it is.
    await frame.evaluate(axeSource);
    const violations = await frame.evaluate<Violation[], string[]>(async (standards) => {
      const axe = Reflect.get(window, "axe");
      const result = await axe.run(document, { runOnly: standards, iframes: false });
      return result.violations;
    }, STANDARDS);
    const told = violations.map(
      (one) =>
        `${one.id}: ${one.help}\n${one.nodes.map((node) => `    ${node.html}\n    ${node.failureSummary}`).join("\n")}`,
    );
    expect(told, `accessibility of ${frame.url()}`).toEqual([]);
  }
}

const SIZES = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

/** Pictures of the page as it is now: light and dark, wide and on a phone, in `results/pictures`. */
export async function takePictures(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `results/pictures/${name}-${size}-${colorScheme}.png`, animations: "disabled" });
    }
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
}
