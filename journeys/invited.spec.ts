// The desk speaks first: only where somebody has turned it on, and the visitor's website allows it.
import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

// An invitation comes after five seconds on the page at the earliest.
const SOON = { timeout: 15_000 };

test("a visitor is invited to the chat once, says yes or no, and is left in peace (CC-13)", async ({
  office,
  website,
  visitor,
  workspace,
}) => {
  const { page } = await workspace(office.owner, `/settings/clients/${office.client.client_id}/approaches`);

  await test.step("the owner writes an invitation and turns it on", async () => {
    await expect(page.getByRole("heading", { name: "Kutsut chattiin" })).toBeVisible();
    await expect(page.getByText("Kutsuja ei ole vielä")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Lisää kutsu" }).click();
    await expect(page.getByLabel("Teksti suomeksi")).toBeFocused();
    await page.getByRole("button", { name: "Tallenna" }).click();
    await expect(page.getByText("Kirjoita kutsu ainakin yhdellä kielellä").first()).toBeVisible();
    await page.getByLabel("Teksti suomeksi").fill("Mietitkö, mikä malli sopii sinulle? Autamme mielellämme.");
    await page.getByLabel("Sivut", { exact: true }).fill("/fi/tuotteet");
    await page.getByLabel("Aikaa sivulla vähintään").fill("5");
    await page.getByLabel("Vertailuryhmä").fill("0");
    await page.getByRole("checkbox", { name: "Kutsu kävijöitä chattiin" }).check();
    await page.getByRole("button", { name: "Tallenna" }).click();
    await expect(page.getByText("Tallennettu")).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "settings-approaches");
  });

  website.embed = website.embed.replace(" data-widget=", " data-invite data-widget=");
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();

  const maija = await visitor();
  const words = (of: typeof maija) => of.chat.getByText("Mietitkö, mikä malli sopii sinulle?");
  await test.step("the visitor is invited on that page, and says yes", async () => {
    await maija.page.goto(`${website.origin}/fi/tuotteet`);
    await expect(words(maija)).toBeVisible(SOON);
    await expect(maija.chat.getByText("Automaattinen kutsu")).toBeVisible();
    await expectAccessible(maija.page);
    await takePictures(maija.page, "widget-invited");
    await maija.chat.getByRole("button", { name: "Kysy meiltä" }).click();
    await maija.write("Kumpi on kevyempi?");
    await aino.takeNext();
    const began = aino.page.getByText("Keskustelu alkoi kutsusta:");
    await expect(began).toContainText("«Mietitkö, mikä malli sopii sinulle? Autamme mielellämme.»");
    await takePictures(aino.page, "desk-invited");
    await aino.reply("Kaarna 2");
    await expect(maija.message("Kaarna 2")).toBeVisible();
  });

  const kalle = await visitor();
  await test.step("another says no, and is not asked again on the next page", async () => {
    await kalle.page.goto(`${website.origin}/fi/tuotteet`);
    await expect(words(kalle)).toBeVisible(SOON);
    await kalle.chat.getByRole("button", { name: "Ei kiitos" }).click();
    await expect(words(kalle)).toHaveCount(0);
    await expect(kalle.chat.getByRole("button", { name: /Kysy/ })).toBeVisible();
    const asked = kalle.page.waitForResponse((response) => /\/approaches\/[0-9a-f-]+$/.test(response.url()));
    await kalle.page.goto(`${website.origin}/fi/tuotteet/kaarna`);
    expect(await (await asked).json()).toEqual({ answer: "never" });
    await expect(words(kalle)).toHaveCount(0);
  });

  await test.step("the owner sees what became of it", async () => {
    await page.reload();
    await expect(
      page.getByText("Kutsuttu 2 kävijää: avasi chatin 1, kieltäytyi 1, aloitti keskustelun 1."),
    ).toBeVisible();
    await expect(page.getByText("Vertailuryhmässä ei ole vielä ketään.")).toBeVisible();
  });
});
