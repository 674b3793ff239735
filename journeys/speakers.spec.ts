import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

// A change of a client's chat reaches every open widget within this time.
const SOON = { timeout: 5000 };

test("a chat is closed in Swedish while nobody there speaks it, and who waits in Swedish is told (SM-05, CC-11)", async ({
  office,
  visitor,
  workspace,
}) => {
  const aino = await workspace(await office.invite("Aino Aalto", { languages: ["fi"] }));
  const stina = await workspace(await office.invite("Stina Strand", { languages: ["fi", "sv"] }));
  const esa = await workspace(await office.invite("Esa Esihenkilö", { role: "supervisor" }), "/team");
  await aino.comeToWork();
  await stina.comeToWork();
  const svea = await visitor();
  await svea.open();
  const chooses = svea.chat.getByRole("combobox");
  await chooses.selectOption("sv");
  await svea.write("Har ni öppet i morgon?");
  await expect(svea.message("Har ni öppet i morgon?")).toBeVisible();
  const reading = await visitor();
  await reading.open();
  await reading.chat.getByRole("combobox").selectOption("sv");
  await expect(reading.chat.getByText("Just nu kan ingen av oss svara på svenska")).toHaveCount(0);

  await test.step("the last who speaks Swedish takes a break", async () => {
    await stina.page.keyboard.press("Alt+p");
    await expect(reading.chat.getByText("Just nu kan ingen av oss svara på svenska")).toBeVisible(SOON);
    await expect(svea.chat.getByText("Chatten stängdes medan du väntade på svar.")).toBeVisible(SOON);
    await expect(svea.chat.getByLabel("E-postadress")).toBeVisible();
    await expectAccessible(reading.page);
    await takePictures(reading.page, "widget-no-speaker");
    await expect(aino.page.getByText("tarvitaan ruotsia")).toBeVisible();
    await expect(esa.page.getByText("Auki, ei ruotsiksi, ei englanniksi")).toBeVisible(SOON);
  });

  await test.step("who can ask in Finnish is led there, and is answered", async () => {
    await reading.chat.getByRole("button", { name: "Fråga på finska" }).click();
    await expect(reading.chat.getByRole("button", { name: "Fråga på engelska" })).toHaveCount(0);
    await reading.write("Oletteko huomenna auki?");
    await aino.takeNext();
    await aino.reply("Olemme");
    await expect(reading.message("Olemme")).toBeVisible();
  });

  await test.step("somebody who speaks Swedish comes back: who waited has kept their place", async () => {
    await stina.page.keyboard.press("Alt+p");
    await expect(svea.chat.getByText("Chatten stängdes medan du väntade på svar.")).toHaveCount(0, SOON);
    await stina.takeNext();
    await stina.reply("Ja, från klockan nio");
    await expect(svea.message("Ja, från klockan nio")).toBeVisible();
  });
});
