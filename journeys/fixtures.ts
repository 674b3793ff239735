// What every journey needs: a desk, a check that nothing went wrong unseen, and eyes for accessibility.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  type Browser,
  type BrowserContext,
  test as base,
  type ConsoleMessage,
  expect,
  type Page,
} from "@playwright/test";
import { Cable } from "./cable.ts";
import { Desk } from "./desk.ts";
import { Office, type Person } from "./office.ts";
import { Visitor } from "./visitor.ts";
import { Website } from "./website.ts";
import { Workspace } from "./workspace.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

interface Fixtures {
  /** A desk of this journey alone. */
  desk: Desk;
  /** The network between the browsers and the desk. */
  cable: Cable;
  /** The customer's website, which has the chat. */
  website: Website;
  /** The desk, set up for the website. */
  office: Office;
  /** A new visitor on the website: a browser of their own. */
  visitor: (path?: string) => Promise<Visitor>;
  /** An agent at their desk: a browser of their own. */
  workspace: (person: Person, path?: string) => Promise<Workspace>;
  /** An agent, and a visitor whose chat they have just taken after these first words. */
  talking: (firstWords: string) => Promise<{ aino: Workspace; vieras: Visitor }>;
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
  cable: async ({ desk }, use) => {
    const cable = await Cable.to(desk.port);
    await use(cable);
    await cable.remove();
  },
  website: async ({}, use) => {
    const website = await Website.open();
    await use(website);
    await website.close();
  },
  office: async ({ desk, cable, website }, use) => {
    const office = await Office.open(desk, website.origin);
    // The website reaches the desk through the same network as everybody.
    website.embed = office.client.embed.replace(desk.address, cable.address);
    await use(office);
  },
  visitor: async ({ browser, website, office, watch }, use) => {
    expect(website.embed).toContain(office.client.widget_key);
    const windows = new Windows(browser, watch);
    await use(async (path = "/") => {
      const visitor = new Visitor(await windows.open());
      await visitor.visit(website.origin + path);
      return visitor;
    });
    await windows.close();
  },
  workspace: async ({ browser, cable, watch }, use) => {
    const windows = new Windows(browser, watch);
    await use(async (person, path = "/") => {
      const workspace = new Workspace(await windows.open(), cable.address);
      await workspace.enter(person, path);
      return workspace;
    });
    await windows.close();
  },
  talking: async ({ office, visitor, workspace }, use) => {
    await use(async (firstWords) => {
      const aino = await workspace(await office.invite("Aino Aalto"));
      await aino.comeToWork();
      const vieras = await visitor();
      await vieras.open();
      await vieras.write(firstWords);
      await aino.takeNext();
      return { aino, vieras };
    });
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

/** Browsers of their own: nothing is shared between the people of a journey. They close before the desk goes. */
class Windows {
  readonly #open: BrowserContext[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly watch: (page: Page) => void,
  ) {}

  async open(): Promise<Page> {
    const context = await this.browser.newContext();
    this.#open.push(context);
    const page = await context.newPage();
    this.watch(page);
    return page;
  }

  async close(): Promise<void> {
    for (const context of this.#open) await context.close();
  }
}

/** What the browser says about a line that was cut on purpose. */
export const CUT = /net::ERR_|WebSocket connection to/;

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

/** Of the rules, those whose answer hangs on the theme: only these are asked a second time. */
const RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** Checks the page, frames included, by WCAG 2.2 A and AA: all of it as it is, and its colours in the other theme too. */
export async function expectAccessible(page: Page): Promise<void> {
  // Evaluated from outside the page, so the content security policy stays as strict as it is.
  for (const frame of page.frames()) await frame.evaluate(axeSource);
  await expectNoViolation(page, { runOnly: STANDARDS });
  const isDark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  await wear(page, isDark ? "light" : "dark");
  await expectNoViolation(page, { runOnly: RULES_OF_COLOUR });
  await wear(page, isDark ? "dark" : "light");
}

async function expectNoViolation(page: Page, asked: { runOnly: string[] }): Promise<void> {
  for (const frame of page.frames()) {
    const { violations, isDark } = await frame.evaluate<{ violations: Violation[]; isDark: boolean }, typeof asked>(
      async (options) => {
        const axe = Reflect.get(window, "axe");
        const result = await axe.run(document, { ...options, iframes: false });
        return { violations: result.violations, isDark: matchMedia("(prefers-color-scheme: dark)").matches };
      },
      asked,
    );
    const told = violations.map(
      (one) =>
        `${one.id}: ${one.help}\n${one.nodes.map((node) => `    ${node.html}\n    ${node.failureSummary}`).join("\n")}`,
    );
    expect(told, `accessibility of ${frame.url()} in the ${isDark ? "dark" : "light"} theme`).toEqual([]);
  }
}

/** The page in this theme, its colours changed over. */
async function wear(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  for (const frame of page.frames()) await frame.evaluate(settled);
}

/** Done when colours have changed over to the new theme. */
async function settled(): Promise<void> {
  const changing = document.getAnimations().filter((one) => one instanceof CSSTransition);
  await Promise.allSettled(changing.map((one) => one.finished));
}

const SIZES = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

/** Pictures of the page as it is now: light and dark, wide and on a phone, in `results/pictures`. */
export async function takePictures(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"] as const) {
      await wear(page, colorScheme);
      await page.screenshot({ path: `results/pictures/${name}-${size}-${colorScheme}.png`, animations: "disabled" });
    }
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
}
