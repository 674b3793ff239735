// The widget at 400 % zoom on a common screen: 320 × 256 CSS pixels are left (WCAG 1.4.10, 2.5.8).
import { expect, expectAccessible, test } from "./fixtures.ts";
import type { Visitor } from "./visitor.ts";

const ZOOMED = { width: 320, height: 256 };

/** What lies on something else or is too small to hit, in words. */
function wrong(vieras: Visitor): Promise<string[]> {
  return vieras.frame.evaluate(() => {
    const found: string[] = [];
    const page = document.scrollingElement;
    const panel = document.querySelector("main");
    if (!page || !panel) return ["nothing is there"];
    if (Math.max(page.scrollWidth, panel.scrollWidth) > innerWidth) found.push("it scrolls sideways");
    const shown = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((one) => one.getBoundingClientRect().height > 0);
    const blocks = shown(".head, .page > *, .said, .happened, .composer, .end, .foot");
    for (const [at, one] of blocks.entries())
      for (const other of blocks.slice(at + 1)) {
        const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
        const lap = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        const side = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        if (lap > 1 && side > 1) found.push(`${one.className} lies on ${other.className}`);
      }
    for (const one of shown("button, select, input, textarea")) {
      const { width, height } = one.getBoundingClientRect();
      if (width < 24 || height < 24) found.push(`${one.className} is ${width} × ${height}`);
    }
    return found;
  });
}

test("at 400 % zoom a conversation is read, written and ended, and nothing lies on anything", async ({ talking }) => {
  const { aino, vieras } = await talking("Hei! En pääse kirjautumaan.");
  await vieras.page.setViewportSize(ZOOMED);
  await aino.reply("Hei! Katsotaan yhdessä. Ohje on täällä: https://www.example.fi/ohje");
  await expect(vieras.message("Katsotaan yhdessä")).toBeInViewport();
  expect(await wrong(vieras)).toEqual([]);
  for (const text of ["Salasana ei kelpaa", "Kokeilin jo kahdesti", "Mitä teen?"]) await vieras.write(text);
  await expect(vieras.message("Mitä teen?")).toContainText("Luettu");
  await expect(vieras.message("Mitä teen?")).toBeInViewport();
  expect(await wrong(vieras)).toEqual([]);
  await expectAccessible(vieras.page);
  await vieras.chat.getByRole("button", { name: "Lopeta keskustelu" }).click();
  await vieras.chat.getByRole("button", { name: "Lopeta", exact: true }).click();
  await expect(vieras.chat.getByText("Kiitos, että kysyit")).toBeFocused();
  expect(await wrong(vieras)).toEqual([]);
});

test("at 400 % zoom a message is left where nobody answers", async ({ visitor }) => {
  const vieras = await visitor();
  await vieras.page.setViewportSize(ZOOMED);
  await vieras.open();
  expect(await wrong(vieras)).toEqual([]);
  await vieras.chat.getByRole("button", { name: "Lähetä viesti" }).click();
  await expect(vieras.chat.getByLabel("Mitä asia koskee?")).toBeFocused();
  await expect(vieras.chat.getByLabel("Mitä asia koskee?")).toBeInViewport();
  await expectAccessible(vieras.page);
  await vieras.page.keyboard.type("Milloin palaatte?");
  await vieras.chat.getByRole("button", { name: "Lähetä viesti" }).click();
  await expect(vieras.chat.getByText("Kiitos, viestisi on tallessa")).toBeInViewport();
  expect(await wrong(vieras)).toEqual([]);
});
