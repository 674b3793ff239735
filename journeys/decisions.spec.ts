import type { Page } from "@playwright/test";
import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

/** As somebody without a mouse goes on until they are there. */
async function tabTo(page: Page, name: string): Promise<void> {
  const there = page.getByLabel(name, { exact: true }).or(page.getByRole("button", { name, exact: true }));
  for (let step = 0; step < 40; step += 1) {
    if (await there.evaluateAll((all) => all.some((one) => one === document.activeElement))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${name}`);
}

/** By the palette, as from any page. */
async function goToDecisions(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.keyboard.type("tiimin päätökset");
  await expect(page.getByRole("option", { name: /^Tiimin päätökset/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Tiimin päätökset" })).toBeFocused();
}

test("a self-directed team decides to take its chats from the common list (TE-24)", async ({ office, workspace }) => {
  const owner = await workspace(office.owner);
  const aino = await workspace(await office.invite("Aino Aalto"));
  const mikko = await workspace(await office.invite("Mikko Mäki"));
  await aino.comeToWork();
  await mikko.comeToWork();

  await test.step("the owner lets the team decide about its rules", async () => {
    const { page } = owner;
    await goToDecisionsOfNobody(page);
    await page.getByRole("link", { name: /Yhteinen luukku/ }).click();
    await page.getByRole("radio", { name: /^Luukku tarjoaa heti/ }).check();
    await page.getByRole("radio", { name: /^Tiimi itse/ }).check();
    await expectAccessible(page);
    await takePictures(page, "team-decides");
    await page.getByRole("button", { name: "Tallenna" }).click();
    await expect(page.getByText("Tallennettu")).toBeVisible();
  });

  await test.step("Aino proposes that members take chats themselves, by the keyboard", async () => {
    const { page } = aino;
    await expect(page.getByRole("link", { name: "Päätökset", exact: true })).toBeVisible();
    await goToDecisions(page);
    await expect(page.getByText("Ei avoimia ehdotuksia.", { exact: false })).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "decisions-empty");
    await tabTo(page, "Ehdota muutosta");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("radio", { name: /^Jäsenet ottavat itse/ })).toBeFocused();
    await page.keyboard.press("Space");
    await expect(page.getByRole("radio", { name: /^Jäsenet ottavat itse/ })).toBeChecked();
    await tabTo(page, "Lähetä ehdotus");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Täytä tämä")).toBeVisible();
    await expect(page.getByLabel("Miksi?")).toBeFocused();
    await page.keyboard.type("Tarjous katkaisee ajatuksen");
    await expectAccessible(page);
    await takePictures(page, "decisions-propose");
    await tabTo(page, "Lähetä ehdotus");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Tarvitaan vielä yksi kannattaja.")).toBeVisible();
  });

  await test.step("Mikko is told wherever he is, and consents", async () => {
    const { page } = mikko;
    await expect(page.getByText("Aino Aalto ehdottaa muutosta", { exact: false })).toBeVisible();
    const link = page.getByRole("link", { name: /^Päätökset.*, yksi ehdotus odottaa kantaasi$/ });
    await expect(link).toBeVisible();
    await goToDecisions(page);
    await expect(page.getByText("Tarjous katkaisee ajatuksen")).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "decisions-open");
    // Who objects says why.
    await tabTo(page, "Vastustan");
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Perustelu")).toBeFocused();
    await expect(page.getByText("Kerro, miksi vastustat")).toBeVisible();
    await tabTo(page, "Kannatan");
    await page.keyboard.press("Enter");
    await expect(page.getByText(/^Tuli voimaan/)).toBeVisible();
    await expect(page.getByRole("link", { name: "Päätökset", exact: true })).toBeVisible();
  });

  await test.step("it is decided on Aino's screen as well, with who said what", async () => {
    const { page } = aino;
    await expect(page.getByText(/^Tuli voimaan/)).toBeVisible();
    await expect(page.getByText("Mikko Mäki kannatti")).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "decisions-decided");
  });

  await test.step("chats come by the common list: nobody is offered one", async () => {
    await aino.page.getByRole("link", { name: "Työpöytä", exact: true }).press("Enter");
    await mikko.page.getByRole("link", { name: "Työpöytä", exact: true }).press("Enter");
    await office.visitor().start("Hiiri ei liiku");
    for (const one of [aino, mikko]) {
      await expect(one.queue.getByText("Hiiri ei liiku")).toBeVisible();
      await expect(one.luukut.getByText("Tarjotaan sinulle", { exact: false })).toBeHidden();
    }
    await mikko.page.keyboard.press("Alt+o");
    await expect(mikko.message("Hiiri ei liiku")).toBeVisible();
  });
});

/** Nothing is self-directed yet: the page says where that is set. */
async function goToDecisionsOfNobody(page: Page): Promise<void> {
  await page.goto(new URL("/decisions", page.url()).href);
  await expect(page.getByRole("heading", { name: "Mikään tiimi ei nyt päätä itse" })).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, "decisions-none");
  await page.getByRole("link", { name: "Tiimien asetukset" }).click();
}
