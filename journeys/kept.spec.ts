// What the widget keeps in a visitor's browser is what its source says it keeps (trust 137).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import { kept, Visitor } from "./visitor.ts";

/** The names in the table of `storage.ts`; those that need the site's word that its visitor has agreed only `withConsent`. */
function documented(withConsent: boolean): string[] {
  const source = readFileSync(join(import.meta.dirname, "../web/apps/widget/src/storage.ts"), "utf8");
  return [...source.matchAll(/`luukku:KEY:([a-z]+)` \| (.*) \|/g)]
    .filter(([, , what = ""]) => withConsent || !what.includes("where the site says that its visitor has agreed"))
    .map(([, name = ""]) => name)
    .sort();
}

/** The names that a visitor's frame keeps, without the chat's own key; `null` for anything that is not of this table. */
async function names(vieras: Visitor): Promise<(string | null)[]> {
  const all = await kept(vieras.frame);
  return all.map((one) => /^luukku:[^:]+:([a-z]+)(=|$)/.exec(one)?.[1] ?? null);
}

/** Does all that makes the widget remember something, and answers every name that was seen on the way. */
async function everything(vieras: Visitor): Promise<Set<string | null>> {
  expect(await names(vieras), "nothing before the first use").toEqual([]);
  const seen = new Set<string | null>();
  const look = async () => {
    for (const name of await names(vieras)) seen.add(name);
  };
  await vieras.chat.getByLabel("Sähköpostiosoite").fill("maija@esimerkki.fi");
  await vieras.chat.getByLabel("Mitä asia koskee?").fill("Hei!");
  await look();
  expect([...seen], "words in a form are no use of the chat yet").toEqual([]);
  // What goes to the desk is held up on its way, so that it can be seen in the outbox.
  const held: (() => void)[] = [];
  await vieras.page.route("**/left-messages", async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  await vieras.chat.getByRole("button", { name: "Lähetä viesti" }).click();
  await expect.poll(() => held.length).toBe(1);
  await look();
  for (const go of held) go();
  await vieras.chat.getByRole("button", { name: "Täydennä viestiäsi" }).click();
  await vieras.field.fill("Ja vielä");
  await expect.poll(() => names(vieras)).toContain("draft");
  await look();
  return seen;
}

test("in a frame of another site, the widget keeps exactly what is documented", async ({ visitor }) => {
  const vieras = await visitor();
  await vieras.open();
  expect([...(await everything(vieras))].sort()).toEqual(documented(false));
  expect(await kept(vieras.page.mainFrame())).toEqual([]);
});

test("the pages of the visit are kept where the site says that its visitor has agreed, and nothing else", async ({
  visitor,
  website,
}) => {
  website.embed = website.embed.replace(" data-widget=", " data-visit-pages data-widget=");
  const vieras = await visitor();
  await vieras.open();
  await expect.poll(() => names(vieras)).toEqual(["pages"]);
  expect([...documented(true)]).toEqual([...documented(false), "pages"].sort());
});

test("in a window of its own the same is in the browser's storages, and no cookie is set", async ({
  browser,
  cable,
  office,
  watch,
}) => {
  const page = await (await browser.newContext()).newPage();
  watch(page);
  await page.goto(`${cable.address}/w/${office.client.widget_key}`);
  const vieras = new Visitor(page, page.mainFrame());
  await expect(vieras.panel).toBeVisible();
  expect([...(await everything(vieras))].sort()).toEqual(documented(false));
  expect(await page.context().cookies()).toEqual([]);
  await page.context().close();
});
