// An agent in the workspace, in Finnish, as they see and use it.
import { expect, type Locator, type Page } from "@playwright/test";
import type { Person } from "./office.ts";

export class Workspace {
  readonly log: Locator;
  readonly field: Locator;
  readonly noteField: Locator;
  readonly luukut: Locator;
  readonly queue: Locator;

  constructor(
    readonly page: Page,
    private readonly address: string,
  ) {
    this.log = page.getByRole("log");
    this.field = page.getByRole("textbox", { name: /^Vastaus: / });
    this.noteField = page.getByRole("textbox", { name: "Muistiinpano, asiakas ei näe" });
    this.luukut = page.getByRole("navigation", { name: "Omat luukut" });
    this.queue = page.getByRole("region", { name: "Jono" });
  }

  /** Opens a page of the workspace with the person's session. */
  async enter(person: Person, path = "/"): Promise<void> {
    await this.page.context().addCookies([{ ...person.cookie, url: this.address }]);
    await this.page.goto(this.address + path);
    await expect(this.page.getByRole("button", { name: /^Oma valikko: / })).toBeVisible();
  }

  get presence(): Locator {
    return this.page.getByRole("button", { name: /^Paikallaolo: / });
  }

  /** There for customers, by the key. */
  async comeToWork(): Promise<void> {
    await expect(this.presence).toHaveAccessibleName(/^Paikallaolo: Tauolla/);
    await this.page.keyboard.press("Alt+p");
    await expect(this.presence).toHaveAccessibleName(/^Paikallaolo: Paikalla/);
  }

  /** Takes the chat that has waited longest, by the key, and can write at once. */
  async takeNext(): Promise<void> {
    // As a person does: the key is pressed when the queue shows somebody.
    await expect(this.queue.getByRole("listitem").first()).toBeVisible();
    const own = this.page.locator("nav[aria-label='Omat luukut'] a");
    const before = await own.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    await this.page.keyboard.press("Alt+o");
    // The field of the chat before may have the focus still: the new one is there when its luukku is the open one.
    const open = this.page.locator("nav[aria-label='Omat luukut'] a[aria-current='true']").first();
    await expect.poll(async () => before.includes(await open.getAttribute("href"))).toBe(false);
    await expect(this.field).toBeFocused();
  }

  /** Writes and sends. It leaves after the five seconds in which it can be taken back. */
  async reply(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press("Enter");
  }

  /** What was said, from top to bottom, as this screen shows it; notes are not among it. */
  said(): Promise<string[]> {
    return this.log.locator("article:not(.note) .text").allInnerTexts();
  }

  message(text: string | RegExp): Locator {
    return this.log.getByRole("article").filter({ hasText: text });
  }
}
