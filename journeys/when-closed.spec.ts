import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

// A change of a client's chat reaches every open widget within this time.
const SOON = { timeout: 5000 };

test("a closed chat shows what its client has chosen: a form, only its hours, or nothing", async ({
  office,
  visitor,
  workspace,
}) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  const inTheMiddle = await visitor();
  await inTheMiddle.open();
  await inTheMiddle.write("Milloin paketti tulee?");
  await aino.takeNext();
  const outi = await workspace(office.owner, `/settings/clients/${office.client.client_id}/hours`);
  const { page } = outi;
  const choose = async (label: string) => {
    await page.getByRole("radio", { name: label }).check();
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(page.getByText("Muutokset on tallennettu")).toBeVisible();
  };
  const passing = await visitor();
  const reading = await visitor();
  await reading.open();
  await aino.page.keyboard.press("Alt+p");
  await expect(passing.launcher).toContainText("Jätä viesti", SOON);
  const form = reading.chat.getByLabel("Mitä asia koskee?");
  await expect(form).toBeVisible();

  await test.step("only the hours: there is no form, and the button does not promise one", async () => {
    await choose("Vain aukioloajat");
    await expect(passing.launcher).toContainText("Chat on nyt kiinni", SOON);
    await expect(form).toHaveCount(0);
    await expect(reading.chat.getByText("Chat aukeaa itsestään, kun joku meistä palaa.")).toBeVisible();
    await expect(reading.chat.getByText(/jättää viestin/)).toHaveCount(0);
    await expect(reading.chat.getByRole("definition").first()).toBeVisible();
    await expectAccessible(reading.page);
    await takePictures(reading.page, "widget-only-hours");
    await expectAccessible(page);
    await takePictures(page, "settings-when-closed");
  });

  await test.step("nothing: the chat goes from the website, but not from who is in the middle of one", async () => {
    await choose("Chattia ei näytetä");
    const frame = passing.page.locator('iframe[src*="/w/"]');
    await expect(frame).toBeHidden(SOON);
    await expect(reading.panel, "what somebody has open is not taken away").toBeVisible();
    await reading.chat.getByRole("button", { name: "Pienennä" }).click();
    await expect(reading.page.locator('iframe[src*="/w/"]')).toBeHidden();
    await aino.reply("Se tulee huomenna");
    await expect(inTheMiddle.message("Se tulee huomenna")).toBeVisible();
    await inTheMiddle.page.reload();
    await expect(inTheMiddle.message("Se tulee huomenna")).toBeVisible();
    await inTheMiddle.write("Kiitos!");
    await expect(aino.message("Kiitos!")).toBeVisible();

    await aino.page.keyboard.press("Alt+p");
    await expect(frame).toBeVisible(SOON);
    await expect(passing.launcher).toContainText("Kysy");
  });
});
