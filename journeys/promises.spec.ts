import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

test("the agent parks a chat with a promised time, the customer reads when, and the chat goes on", async ({
  talking,
}) => {
  const { aino, vieras } = await talking("Missä tilaukseni on?");
  const { page } = aino;
  const { keyboard } = page;
  const dialog = page.getByRole("dialog", { name: /Milloin palaat/ });
  const parked = page.getByRole("region", { name: "Sovitut" });
  await aino.reply("Hei, selvitän varastolta.");
  await expect(vieras.message("Hei, selvitän varastolta.")).toBeVisible();

  await test.step("one key opens, a digit chooses, Enter promises", async () => {
    await aino.field.press("Escape");
    await keyboard.press("p");
    await expect(dialog.getByLabel("30 minuutin kuluttua")).toBeFocused();
    // A desk that is open around the clock: its next day is tomorrow.
    await expect(dialog.getByLabel("Huomenna kello 9.00")).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "desk-park");
    await dialog.getByLabel("Muu aika").check();
    await dialog.getByRole("button", { name: "Lupaa ja vapauta luukku" }).click();
    await expect(dialog.getByRole("alert")).toHaveText("Kirjoita päivä ja kellonaika");
    await dialog.getByLabel("Päivä ja kellonaika").fill("2020-01-01T12:00");
    await dialog.getByRole("button", { name: "Lupaa ja vapauta luukku" }).click();
    await expect(dialog.getByRole("alert")).toContainText("Tätä aikaa ei voi luvata");
    await expectAccessible(page);
    await dialog.getByLabel("Muu aika").focus();
    await keyboard.press("2");
    await expect(dialog.getByLabel("Tunnin kuluttua")).toBeChecked();
    await keyboard.press("Enter");
    await expect(dialog).toHaveCount(0);
  });

  await test.step("the customer reads the time, marked as automatic; the slot is free, the promise is in the list", async () => {
    await expect(
      vieras.message(/Aino selvittää asiaasi ja palaa tähän keskusteluun .* kello \d+\.\d\d\./),
    ).toBeVisible();
    await expect(vieras.message(/Aino selvittää/)).toContainText("Automaattinen");
    await expect(parked.getByRole("listitem")).toHaveCount(1);
    await expect(parked).toContainText(/1 h 0 min|59 min/);
    await expect(aino.luukut.getByText("Vapaa luukku").first()).toBeVisible();
    await expect(page.getByText(/Aino Aalto palaa kello|Aino Aalto palaa .* kello/)).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "desk-parked");
    await takePictures(vieras.page, "widget-parked");
  });

  await test.step("thanks leave it parked, and it goes on with one press", async () => {
    await vieras.write("Kiitos!");
    await expect(aino.message("Kiitos!")).toBeVisible();
    await expect(parked.getByRole("listitem")).toHaveCount(1);
    await page.getByRole("button", { name: "Jatka" }).click();
    await expect(parked).toHaveCount(0);
    await aino.reply("Tilauksesi on matkalla.");
    await expect(vieras.message("Tilauksesi on matkalla.")).toBeVisible();
    await expect(aino.log.getByText("Palasit sovittuun aikaan")).toBeVisible();
  });

  await test.step("parked once more, it goes on from the palette", async () => {
    await aino.field.press("Escape");
    await keyboard.press("p");
    await expect(dialog.getByLabel("30 minuutin kuluttua")).toBeFocused();
    await keyboard.press("Enter");
    await expect(parked.getByRole("listitem")).toHaveCount(1);
    await expect(dialog).toHaveCount(0);
    await keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Etsi tai tee" }).fill("jatka");
    await expect(page.getByRole("option", { name: /^Jatka tätä/ })).toHaveAttribute("aria-selected", "true");
    await keyboard.press("Enter");
    await expect(parked).toHaveCount(0);
    await expect(aino.field).toBeFocused();
  });
});
