// Several chats beside one another on a wide screen: each has its own field and scroll, one has the focus.
import type { Locator } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";
import type { Workspace } from "./workspace.ts";

const WIDE = { width: 1920, height: 1080 };

/** One conversation of several, as a person finds it. */
function column(agent: Workspace, number: number): Locator {
  return agent.page.getByRole("region", { name: `Luukku ${number}, Vierailija ${number}`, exact: true });
}

const field = (agent: Workspace, number: number) =>
  column(agent, number).getByRole("textbox", { name: `Vastaus: Vierailija ${number}` });

/** The conversations that stand beside one another, from left to right. */
const columns = (agent: Workspace) => agent.page.locator("section[aria-label^=Luukku]");
const namesOf = (agent: Workspace) => columns(agent).evaluateAll((all) => all.map((one) => one.ariaLabel));

/** This one column is the open one. */
async function expectActive(agent: Workspace, number: number): Promise<void> {
  await expect(column(agent, number)).toHaveAttribute("aria-current", "true");
  await expect(agent.page.locator("section[aria-current=true]")).toHaveCount(1);
  await expect(agent.page).toHaveURL(new RegExp(`/cases/${number}$`));
}

test("three chats stand side by side, each with its own words, and a message moves nothing", async ({
  office,
  workspace,
}) => {
  const aino = await workspace(await office.invite("Aino Aalto", { slots: 6 }));
  const { page } = aino;
  const { keyboard } = page;
  await page.setViewportSize(WIDE);
  await aino.comeToWork();
  const visitors = Array.from({ length: 4 }, () => office.visitor());
  for (const [at, one] of visitors.entries()) await one.start(`Asia numero ${at + 1}`);
  for (let taken = 1; taken <= 4; taken += 1) {
    await expect(aino.queue.getByRole("listitem").first()).toBeVisible();
    await keyboard.press("Alt+o");
    await expect(aino.luukut.getByRole("link")).toHaveCount(taken);
  }
  await keyboard.press("Alt+1");
  await expect(aino.message("Asia numero 1")).toBeVisible();

  await test.step("one key shows the first three in the order of their luukut", async () => {
    await keyboard.press("Alt+b");
    await expect(aino.log).toHaveCount(3);
    for (const number of [1, 2, 3])
      await expect(column(aino, number).getByRole("log")).toContainText(`Asia numero ${number}`);
    await expectActive(aino, 1);
    await expect(field(aino, 1)).toBeFocused();
    await expectAccessible(page);
  });

  await test.step("words stay in their own field when one goes on to another", async () => {
    await keyboard.insertText("Ykköselle");
    await keyboard.press("Alt+2");
    await expect(field(aino, 2)).toBeFocused();
    await expectActive(aino, 2);
    await keyboard.insertText("Kakkoselle");
    await keyboard.press("Alt+1");
    await expect(field(aino, 1)).toBeFocused();
    await expect(field(aino, 1)).toHaveValue("Ykköselle");
    await expect(field(aino, 2)).toHaveValue("Kakkoselle");
    await expect(field(aino, 3)).toHaveValue("");
  });

  await test.step("a message comes into the third: it is seen, not read, and the focus stays", async () => {
    await visitors[2]?.write("Oletko siellä?");
    await expect(column(aino, 3).getByRole("article").filter({ hasText: "Oletko siellä?" })).toBeVisible();
    await expect(field(aino, 1)).toBeFocused();
    await expectActive(aino, 1);
    const unread = aino.luukut.getByRole("link", { name: /^Luukku 3, Vierailija 3, .*(uusi viesti|uutta viestiä)/ });
    await expect(unread).toBeVisible();
    await keyboard.press("Alt+3");
    await expect(field(aino, 3)).toBeFocused();
    await expect(unread).toHaveCount(0);
  });

  await test.step("the fourth comes in place of the one that had the focus longest ago", async () => {
    await keyboard.press("Alt+4");
    await expect(field(aino, 4)).toBeFocused();
    await expect(column(aino, 2)).toHaveCount(0);
    expect(await namesOf(aino)).toEqual(["Luukku 1, Vierailija 1", "Luukku 4, Vierailija 4", "Luukku 3, Vierailija 3"]);
    await keyboard.press("Alt+2");
    await expect(field(aino, 2)).toHaveValue("Kakkoselle");
  });

  await test.step("the answer goes to the one with the focus", async () => {
    await keyboard.press("Enter");
    const own = column(aino, 2).getByRole("article").filter({ hasText: "Kakkoselle" });
    await expect(own).toContainText("lähetetty");
    expect(await office.said(2)).toContain("Kakkoselle");
    await expect(field(aino, 2)).toBeFocused();
  });

  await test.step("they are there after a reload, with their words", async () => {
    const before = await namesOf(aino);
    await page.reload();
    await expect(aino.log).toHaveCount(3);
    await expectActive(aino, 2);
    await expect(columns(aino)).toHaveCount(3);
    expect(await namesOf(aino)).toEqual(before);
    for (const log of await aino.log.all()) await expect(log.getByRole("article").first()).toBeVisible();
    await visitors[3]?.write("Vielä yksi asia");
    await expect(column(aino, 4).getByRole("article").filter({ hasText: "Vielä yksi asia" })).toBeVisible();
  });

  await test.step("keys act on the one with the focus; one that ends keeps its place and says so", async () => {
    await keyboard.press("Alt+4");
    await expect(field(aino, 4)).toBeFocused();
    const dialog = page.getByRole("dialog", { name: /Päätetäänkö chat: Vierailija 4/ });
    await column(aino, 4).getByRole("log").focus();
    await keyboard.press("e");
    await expect(dialog).toBeVisible();
    await dialog.getByRole("button", { name: "Päätä chat" }).press("Enter");
    await expect(page.getByText("Chat on päättynyt.", { exact: false })).toBeVisible();
    await expect(aino.log).toHaveCount(3);
    await expect(aino.luukut.getByRole("link")).toHaveCount(3);
    await expectAccessible(page);
  });

  await test.step("closed by its button it gives its place to nobody, and the focus goes to a neighbour", async () => {
    await page.getByRole("button", { name: "Sulje sarake: Vierailija 4" }).press("Enter");
    await expect(aino.log).toHaveCount(2);
    await expectActive(aino, 2);
    await expect(field(aino, 2)).toBeFocused();
  });

  await test.step("Escape goes from the field to the messages, then back to one", async () => {
    await keyboard.press("Escape");
    await expect(column(aino, 2).getByRole("log")).toBeFocused();
    await keyboard.press("Escape");
    await expect(aino.log).toHaveCount(1);
    await expect(aino.log).toBeFocused();
    await expect(page.getByRole("button", { name: "Rinnakkain" })).toHaveAttribute("aria-pressed", "false");
  });

  await test.step("a window without room shows one, and all of them again when it is wide", async () => {
    await page.getByRole("button", { name: "Rinnakkain" }).press("Enter");
    await expect(aino.log).toHaveCount(3);
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(aino.log).toHaveCount(2);
    await page.setViewportSize({ width: 1000, height: 800 });
    await expect(aino.log).toHaveCount(1);
    await expect(page.getByRole("button", { name: "Rinnakkain" })).toHaveCount(0);
    await page.setViewportSize(WIDE);
    await expect(aino.log).toHaveCount(3);
  });
});
