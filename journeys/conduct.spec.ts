import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

test("a hostile visitor is marked, warned and kept out, and let in again by who supervises (CC-17)", async ({
  office,
  workspace,
  talking,
}) => {
  const outi = await workspace(office.owner, "/team");
  const { aino, vieras } = await talking("Olette kaikki idiootteja");
  const { page } = aino;

  await test.step("one key and Enter mark the message, and the supervisor is told at once", async () => {
    await aino.field.press("Escape");
    await page.keyboard.press("a");
    await page.getByRole("button", { name: "Merkitse asiattomaksi" }).click();
    await expect(page.getByText("Mitä tehdään seuraavaksi?", { exact: false })).toBeVisible();
    await expect(outi.page.getByText("Asiaton viesti: Vierailija 1, asia 1")).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "conduct");
  });

  await test.step("the warning comes to the field, and the agent sends it", async () => {
    await page.getByRole("button", { name: "Vie varoitus vastaukseen" }).click();
    await expect(aino.field).toHaveValue(/asiattomiin viesteihin en vastaa/);
    await expect(aino.field).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(vieras.log.getByText("asiattomiin viesteihin en vastaa", { exact: false })).toBeVisible();
  });

  await test.step("who goes on is kept out with a reason, and the agent is offered a break", async () => {
    await vieras.write("Haistakaa");
    await expect(aino.message("Haistakaa")).toBeVisible();
    await aino.field.press("Escape");
    await page.keyboard.press("a");
    // The second one is marked like the first.
    await page.getByRole("button", { name: "Merkitse asiattomaksi" }).click();
    await page.getByRole("button", { name: "Estä", exact: true }).click();
    await expect(page.getByText("Kirjoita, miksi estät kävijän")).toBeVisible();
    await page.getByRole("radio", { name: "vuorokaudeksi" }).check();
    await page.getByLabel(/^Miksi/).fill("Jatkoi varoituksen jälkeen");
    await page.getByRole("button", { name: "Estä", exact: true }).click();
    await expect(page.getByText("Haluatko hengähtää?", { exact: false })).toBeVisible();
    await page.getByRole("button", { name: /^Tauolle/ }).click();
    await expect(aino.presence).toHaveAccessibleName(/^Paikallaolo: Tauolla/);
  });

  await test.step("the visitor is told honestly why their words do not go", async () => {
    await expect(vieras.chat.getByText("Et voi nyt kirjoittaa tähän chattiin")).toBeVisible();
    await expect(vieras.chat.getByRole("button", { name: "Jatka samaa asiaa" })).toHaveCount(0);
    await takePictures(vieras.page, "widget-blocked");
    await expect(aino.page.getByText(/^Estetty .* asti$/).first()).toBeVisible();
    await expectAccessible(aino.page);
    await takePictures(aino.page, "desk-blocked");
  });

  await test.step("the supervisor sees who is kept out and why, and lets them in again", async () => {
    await expect(outi.page.getByText("Aino Aalto: Jatkoi varoituksen jälkeen")).toBeVisible();
    await expectAccessible(outi.page);
    await takePictures(outi.page, "blocks");
    await outi.page.getByRole("button", { name: /^Poista esto/ }).click();
    await expect(outi.page.getByText("Estetyt kävijät")).toBeHidden();
    await expect(aino.page.getByText(/^Estetty .* asti$/)).toHaveCount(0);
    await expect(vieras.chat.getByRole("button", { name: "Jatka samaa asiaa" })).toBeVisible();
  });
});
