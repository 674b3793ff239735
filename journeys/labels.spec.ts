import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

test("the owner writes categories, the agent sorts a case by keyboard, and solving asks for what is missing", async ({
  office,
  workspace,
  talking,
}) => {
  const { page } = await workspace(office.owner, `/settings/clients/${office.client.client_id}/labels`);

  await test.step("categories and a tag are written, and one category is required", async () => {
    await expect(page.getByText("Luokkia ei vielä ole.")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Lisää luokka" }).click();
    await expect(page.getByLabel("Luokan nimi")).toBeFocused();
    await page.keyboard.type("Kirjautuminen");
    await page.keyboard.press("Enter");
    await page.keyboard.type("kirjautuminen");
    await page.getByRole("button", { name: "Lisää tunniste" }).click();
    await page.keyboard.type("Opiskelija");
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(page.getByText("Tämä nimi on jo listassa").first()).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel("Luokan nimi").last().fill("Tulostus");
    await page.getByLabel("Asialla pitää olla luokka").check();
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(page.getByRole("button", { name: "Poista käytöstä: Tulostus" })).toBeVisible();
    await expect(page.getByText("Muutokset on tallennettu")).toBeVisible();
    await takePictures(page, "settings-labels");
  });

  const { aino } = await talking("Tulostin jumittaa");
  const { keyboard } = aino.page;
  const dialog = aino.page.getByRole("dialog", { name: /Mistä asiassa/ });
  const facts = aino.page.getByRole("region", { name: "Asian tiedot" });

  await test.step("one key opens, letters find, Enter chooses", async () => {
    await expect(facts.getByText("Ei vielä luokkaa")).toBeVisible();
    await aino.field.press("Escape");
    await keyboard.press("l");
    await expect(dialog.getByRole("option")).toHaveCount(3);
    await expectAccessible(aino.page);
    await keyboard.type("opi");
    await expect(dialog.getByRole("option")).toHaveCount(1);
    await keyboard.press("Enter");
    await expect(dialog.getByText("Valittuna: #Opiskelija")).toBeVisible();
    await keyboard.press("Escape");
    await expect(facts.getByText("#Opiskelija")).toBeVisible();
    await expect(aino.log.getByText("Luokittelit asian:")).toBeVisible();
  });

  await test.step("solving without a category asks for it in the same step", async () => {
    await keyboard.press("r");
    await expect(dialog).toBeVisible();
    await dialog.getByRole("button", { name: "Ratkaise" }).click();
    await expect(dialog.getByRole("alert")).toHaveText("Valitse luokka");
    await expectAccessible(aino.page);
    await takePictures(aino.page, "desk-labels");
    await keyboard.type("tul");
    await keyboard.press("Enter");
    await expect(dialog.getByRole("button", { name: "Ratkaise" })).toBeFocused();
    await keyboard.press("Enter");
    await expect(dialog).toHaveCount(0);
    await expect(aino.page.getByText(/^Asia \d+ ratkaistu/).first()).toBeVisible();
    await expect(facts.getByText("Tulostus", { exact: true })).toBeVisible();
    await takePictures(aino.page, "desk-labelled");
  });

  await test.step("cases are found by what they are sorted by, and a retired one stays", async () => {
    await page.getByRole("button", { name: "Poista käytöstä: Tulostus" }).click();
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(page.getByText("ei käytössä")).toBeVisible();
    await expect(facts.getByText("Tulostus", { exact: true })).toBeVisible();
    await page.goto(`${new URL(page.url()).origin}/cases`);
    await page.getByLabel("Luokka", { exact: true }).selectOption({ label: "Kirjautuminen" });
    await expect(page.getByText("Tulostin jumittaa")).toHaveCount(0);
    await page.getByLabel("Luokka", { exact: true }).selectOption({ label: "Tulostus" });
    await expect(page.getByRole("link", { name: /Tulostin jumittaa|Vierailija/ }).first()).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "cases-labels");
  });
});
