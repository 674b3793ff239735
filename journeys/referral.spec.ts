// CC-23, CC-24: who is sent elsewhere leaves a case that says where, why, and with what it had been solved here.
import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

test("a customer is sent elsewhere by keyboard, and the supervisor sees which right would have helped", async ({
  office,
  workspace,
  talking,
}) => {
  const { page } = await workspace(office.owner, `/settings/clients/${office.client.client_id}/labels`);
  const save = page.getByRole("button", { name: "Tallenna", exact: true });
  await page.getByRole("button", { name: "Lisää paikka" }).click();
  await page.keyboard.type("Kirjasto");
  await page.getByRole("button", { name: "Lisää oikeus tai tieto" }).click();
  await page.keyboard.type("Oikeus avata kortti");
  await expectAccessible(page);
  await save.click();
  await expect(page.getByText("Muutokset on tallennettu")).toBeVisible();

  const { aino } = await talking("Korttini ei toimi");
  const dialog = aino.page.getByRole("dialog", { name: /^Ohjattu muualle/ });
  const facts = aino.page.getByRole("region", { name: "Asian tiedot" });

  await test.step("an answer that is still in the field goes first", async () => {
    await aino.field.fill("Kirjasto auttaa");
    await aino.field.press("Escape");
    await aino.page.keyboard.press("o");
    await expect(aino.page.getByText("Vastauksesi on vielä kentässä. Lähetä se ensin.").first()).toBeVisible();
    await expect(aino.field).toBeFocused();
    await aino.field.fill("");
    await aino.field.press("Escape");
  });

  await test.step("one key asks where, why, and what was missing", async () => {
    await aino.page.keyboard.press("o");
    await dialog.getByLabel("Oikeutemme eivät riittäneet").check();
    await dialog.getByRole("button", { name: "Ratkaise asia" }).click();
    await expect(dialog.getByText("Valitse, minne ohjasit")).toBeVisible();
    await expect(dialog.getByLabel("Minne ohjasit asiakkaan?")).toBeFocused();
    await expectAccessible(aino.page);
    await takePictures(aino.page, "desk-refer");
    await dialog.getByLabel("Minne ohjasit asiakkaan?").selectOption("Kirjasto");
    await dialog.getByLabel("Millä asia olisi ratkennut täällä?").selectOption("Oikeus avata kortti");
    await dialog.getByRole("button", { name: "Ratkaise asia" }).click();
    await expect(facts.getByText("Kirjasto")).toBeVisible();
    await expect(aino.log.getByText("Ohjasit asiakkaan muualle, koska oikeudet eivät riittäneet:")).toBeVisible();
    // Under the pointer the way back stays as long as it is wanted.
    await aino.page.getByText(/^Asia \d+ ratkaistu/).hover();
  });

  await test.step("it is counted, and can be taken back", async () => {
    await page.goto(page.url().replace(/\/settings.*/, "/team"));
    await page.getByRole("link", { name: /^Muualle ohjatut.*Havuvaara/ }).click();
    await expect(page.getByRole("heading", { name: "Muualle ohjatut asiat: Havuvaara" })).toBeFocused();
    await expect(page.getByRole("row", { name: /Oikeus avata kortti\s*1$/ })).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "team-referrals");
    await aino.page.getByRole("button", { name: /^Peru/ }).first().click();
    await expect(facts.getByText("Kirjasto")).toHaveCount(0);
    await page.reload();
    await expect(page.getByText("Ketään ei ohjattu muualle")).toBeVisible();
    await expectAccessible(page);
  });
});
