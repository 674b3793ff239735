import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

test("the owner says whose holidays are kept, and a day with a name closes the chat by its name (CC-12)", async ({
  office,
  visitor,
  workspace,
}) => {
  const outi = await workspace(office.owner);
  await outi.comeToWork();
  const vieras = await visitor();
  await expect(vieras.launcher).toContainText("Kysy");
  const { page } = outi;
  const nav = page.getByRole("navigation", { name: "Asetukset", exact: true });

  await test.step("Finnish holidays, and a few hours on eves", async () => {
    await page.getByRole("link", { name: "Asetukset" }).click();
    await nav.getByRole("link", { name: "Asiakkuudet" }).click();
    await page.getByRole("link", { name: /^Havuvaara/ }).click();
    await nav.getByRole("link", { name: "Aukioloajat" }).click();
    await expect(page.getByLabel("Ei pyhiä")).toBeChecked();
    await page.getByLabel("Suomen pyhät").check();
    await page.getByLabel("Aukiolo aattoina").fill("aamu");
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(page.getByText("Kirjoita aika muodossa 9.00–12.00").first()).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel("Aukiolo aattoina").fill("9-12");
    await page.getByLabel("Lyhyillä päivillä on oma aika").check();
    await page.getByLabel("Aukiolo lyhyinä päivinä").fill("9.00–14.00");
    await expectAccessible(page);
    await takePictures(page, "settings-holidays");
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(page.getByText("Muutokset on tallennettu")).toBeVisible();
    await page.reload();
    await expect(page.getByLabel("Suomen pyhät")).toBeChecked();
    await expect(page.getByLabel("Aukiolo pyhinä")).toHaveValue("");
    await expect(page.getByLabel("Aukiolo aattoina")).toHaveValue("9.00–12.00");
    await expect(page.getByLabel("Aukiolo lyhyinä päivinä")).toHaveValue("9.00–14.00");
  });

  await test.step("a day of its own closes the chat, and the visitor reads which day it is", async () => {
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Helsinki" }).format(new Date());
    await office.change({ exceptions: [{ date: today, slots: [], name: "Henkilöstöpäivä" }] });
    await expect(vieras.launcher).toContainText("Jätä viesti", { timeout: 5000 });
    // Days of their own come with the page.
    await vieras.page.reload();
    await vieras.open();
    await expect(vieras.chat.getByText("Tänään kiinni: Henkilöstöpäivä.").first()).toBeVisible();
    await expectAccessible(vieras.page);
  });
});
