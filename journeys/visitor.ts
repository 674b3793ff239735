// A visitor on a website, as they see and use it. The chat is in a frame of another site.
import { expect, type Frame, type FrameLocator, type Locator, type Page } from "@playwright/test";

export class Visitor {
  readonly chat: FrameLocator | Frame;
  readonly launcher: Locator;
  readonly panel: Locator;
  readonly log: Locator;
  readonly field: Locator;
  /** What is said aloud beside the conversation. */
  readonly aloud: Locator;

  /** `alone`: the page is the chat itself, in a window of its own. */
  constructor(
    readonly page: Page,
    alone: Frame | null = null,
  ) {
    this.chat = alone ?? page.frameLocator('iframe[src*="/w/"]');
    this.launcher = this.chat.locator("button.launch");
    this.panel = this.chat.locator("main.panel");
    this.log = this.chat.getByRole("log");
    this.field = this.chat.locator("#field");
    this.aloud = this.chat.locator("body > [role=status]");
  }

  /** Opens a page of the website. */
  async visit(address: string): Promise<void> {
    await this.page.goto(address);
    await expect(this.launcher).toBeVisible();
  }

  /** Opens the chat without a mouse. */
  async openByKeyboard(): Promise<void> {
    await this.page.locator("main a").focus();
    await this.page.keyboard.press("Tab");
    await expect(this.launcher).toBeFocused();
    await this.page.keyboard.press("Enter");
    await expect(this.field).toBeFocused();
  }

  async open(): Promise<void> {
    await this.launcher.click();
    await expect(this.panel).toBeVisible();
  }

  /** Writes and sends. */
  async write(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press("Enter");
  }

  /** What was said, from top to bottom, as this screen shows it. */
  said(): Promise<string[]> {
    return this.log.locator(".said__t").allInnerTexts();
  }

  message(text: string | RegExp): Locator {
    return this.log.getByRole("article").filter({ hasText: text });
  }

  /** The frame itself, to look at what it keeps. */
  get frame(): Frame {
    const frame = this.page.frames().find((one) => new URL(one.url()).pathname.startsWith("/w/"));
    if (!frame) throw new Error("There is no chat on this page.");
    return frame;
  }
}

/**
 * Everything that a page or a frame has kept in the browser, by name. A third party may be denied a place to keep
 * things in: then there is nothing in it.
 */
export async function kept(frame: Frame): Promise<string[]> {
  return frame.evaluate(async () => {
    const places: (() => Promise<string[]> | string[])[] = [
      () => document.cookie.split("; ").filter(Boolean),
      () => Object.keys(localStorage),
      () => Object.keys(sessionStorage),
      async () => (await indexedDB.databases()).map((one) => one.name ?? ""),
      () => caches.keys(),
    ];
    const names: string[] = [];
    for (const place of places) {
      try {
        names.push(...(await place()));
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
      }
    }
    return names;
  });
}
