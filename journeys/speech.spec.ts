import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

test("the owner chooses who greets and who ends, the agent puts the words in by one key, the chat says the last ones itself", async ({
  office,
  workspace,
  visitor,
}) => {
  const settings = await workspace(office.owner, `/settings/clients/${office.client.client_id}/speech`);
  const { page } = settings;
  await test.step("the first words are prepared for agents, the last ones are automatic", async () => {
    const begins = page.getByRole("group", { name: "Kuka aloittaa?" });
    const ends = page.getByRole("group", { name: "Kuka lopettaa?" });
    await expect(begins.getByRole("radio", { name: /^Chat itse/ })).toBeChecked();
    await expect(ends.getByRole("radio", { name: /^Neuvoja omin sanoin/ })).toBeChecked();
    await begins.getByRole("radio", { name: /^Neuvoja, teksti valmiina/ }).check();
    await page.getByLabel("Tervehdys suomeksi").fill("Hei, täällä {nimi}.");
    await ends.getByRole("radio", { name: /^Chat itse/ }).check();
    await page.getByLabel("Lopetus suomeksi").fill("Kiitos, kun otit yhteyttä!");
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(page.getByRole("link", { name: "Muuttujaa {nimi} ei ole." })).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel("Tervehdys suomeksi").fill("Hei, täällä {neuvoja}.");
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(page.getByRole("link", { name: "Muuttujaa {nimi} ei ole." })).toHaveCount(0);
    await expectAccessible(page);
    await takePictures(page, "settings-speech");
  });

  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  const vieras = await visitor();
  await vieras.open();
  await vieras.write("Tulostin ei toimi");
  await aino.takeNext();

  await test.step("one key puts the greeting before what is written already", async () => {
    const put = aino.page.getByRole("button", { name: "Lisää tervehdys" });
    await expect(put).toBeVisible();
    await expectAccessible(aino.page);
    await takePictures(aino.page, "desk-greeting");
    await aino.field.fill("Katson heti.");
    await aino.page.keyboard.press("Alt+h");
    await expect(aino.field).toHaveValue("Hei, täällä Aino.\nKatson heti.");
    await expect(aino.field).toBeFocused();
    await expect(put).toHaveCount(0);
    await aino.page.keyboard.press("Enter");
    await expect(vieras.message("Hei, täällä Aino.")).toBeVisible();
  });

  await test.step("who solves ends the chat with the client's words, marked as automatic to both", async () => {
    await aino.field.fill("Nyt se toimii.");
    await aino.page.keyboard.press("Control+Shift+Enter");
    const said = vieras.message("Kiitos, kun otit yhteyttä!");
    await expect(said).toBeVisible();
    expect(await office.said(1)).toEqual([
      "Tulostin ei toimi",
      "Hei, täällä Aino.\nKatson heti.",
      "Nyt se toimii.",
      "Kiitos, kun otit yhteyttä!",
    ]);
    await expect(vieras.chat.getByText("Automaattinen")).toBeVisible();
    await expect(aino.page.getByRole("article", { name: /^Automaattinen/ })).toBeVisible();
    await takePictures(vieras.page, "widget-last-words");
  });
});

test("the client's style is beside the field, unwanted words are told before sending, and emoji keep to its rule", async ({
  office,
  workspace,
  talking,
}) => {
  const settings = await workspace(office.owner, `/settings/clients/${office.client.client_id}/speech`);
  const { aino, vieras } = await talking("Apua 😀👨‍👩‍👧‍👦");
  const style = aino.page.getByText("Tyyliohje", { exact: true });
  await expect(aino.message("Apua 😀👨‍👩‍👧‍👦")).toBeVisible();
  await expect(style).toHaveCount(0);

  await test.step("the owner writes the note, and open screens have it at once", async () => {
    const { page } = settings;
    await page.getByLabel("Tyyliohje").fill("Sinutellaan. Ollaan reippaita, ei virkakieltä.");
    await page.getByLabel("Vältettävät sanat").fill("tiketti\n\nkäyttäjä");
    await page.getByRole("radio", { name: "Enintään yksi viestissä" }).check();
    await page.getByLabel("Varoitus asiattomista viesteistä").getByLabel("suomeksi").fill("Nyt riitti, kiitos.");
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(page.getByText("Muutokset on tallennettu")).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel("Tyyliohje").scrollIntoViewIfNeeded();
    await takePictures(page, "settings-style");
    await style.click();
    await expect(aino.page.getByText("Ollaan reippaita", { exact: false })).toBeVisible();
    await expectAccessible(aino.page);
    await takePictures(aino.page, "desk-style");
    await style.press("Escape");
    await expect(aino.page.getByText("Ollaan reippaita", { exact: false })).toBeHidden();
  });

  await test.step("an unwanted word is told while it is written, and goes if the agent wants it", async () => {
    await aino.field.fill("Tikettisi on tehty");
    await expect(aino.page.getByText("Vältä tässä asiakkuudessa: tiketti")).toBeVisible();
    await takePictures(aino.page, "desk-unwanted");
    await aino.field.press("Enter");
    await expect(vieras.message("Tikettisi on tehty")).toBeVisible();
  });

  await test.step("one emoji goes and two do not, and the picker stops there", async () => {
    const picker = aino.page.getByRole("button", { name: "Hymiö" });
    await aino.field.fill("Selvä 😀🎉");
    await expect(picker).toHaveCount(0);
    await expect(aino.page.getByRole("alert").getByText("Viestissä saa olla enintään yksi emoji")).toBeVisible();
    await expectAccessible(aino.page);
    await aino.field.press("Enter");
    await expect(aino.field).toHaveValue("Selvä 😀🎉");
    await aino.field.fill("Selvä");
    await expect(picker).toBeVisible();
    await aino.field.fill("Selvä 👨‍👩‍👧‍👦");
    await aino.field.press("Enter");
    await expect(vieras.message("Selvä 👨‍👩‍👧‍👦")).toBeVisible();
  });

  await test.step("the warning is the client's own", async () => {
    await aino.field.press("Escape");
    await aino.page.keyboard.press("a");
    await aino.page.getByRole("button", { name: "Merkitse asiattomaksi" }).click();
    await aino.page.getByRole("button", { name: "Vie varoitus vastaukseen" }).click();
    await expect(aino.field).toHaveValue("Nyt riitti, kiitos.");
  });
});

test("house rules: customers find theirs before the first words, agents say once that they have read theirs (CC-18)", async ({
  office,
  workspace,
  visitor,
}) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  const owner = await workspace(office.owner, `/settings/clients/${office.client.client_id}/speech`);
  const readers = owner.page.getByRole("region", { name: "Kuka on lukenut" });
  const banner = aino.page.getByText("Uudet pelisäännöt: Havuvaara");

  await test.step("the owner writes both, and sees who has read", async () => {
    const { page } = owner;
    await page
      .getByRole("group", { name: "Pelisäännöt asiakkaille" })
      .getByLabel("suomeksi")
      .fill("Ole ystävällinen.\nMekin olemme.");
    await page.getByLabel("Pelisäännöt neuvojille").fill("Emme lupaa sitä, mitä emme voi tehdä.");
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(readers.getByText("Aino Aalto ei vielä")).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel("Pelisäännöt neuvojille").scrollIntoViewIfNeeded();
    await takePictures(page, "settings-rules");
  });

  await test.step("the agent's screen asks quietly, and one press is enough", async () => {
    await banner.click();
    await expect(aino.page.getByText("Emme lupaa sitä", { exact: false })).toBeVisible();
    await expectAccessible(aino.page);
    await takePictures(aino.page, "desk-rules");
    await aino.page.getByRole("button", { name: "Luettu" }).click();
    await expect(banner).toHaveCount(0);
    await owner.page.reload();
    await expect(readers.getByText(/Aino Aalto luettu/)).toBeVisible();
  });

  await test.step("a visitor finds the rules folded, and nobody is made to press anything", async () => {
    const vieras = await visitor();
    await vieras.open();
    const rules = vieras.chat.getByText("Pelisäännöt", { exact: true });
    await expect(rules).toBeVisible();
    await expect(vieras.chat.getByText("Ole ystävällinen.")).toBeHidden();
    await rules.click();
    await expect(vieras.chat.getByText("Ole ystävällinen.")).toBeVisible();
    await expectAccessible(vieras.page);
    await takePictures(vieras.page, "widget-rules");
    await vieras.write("Tulostin ei toimi");
    await expect(aino.page.getByText("Tulostin ei toimi").first()).toBeVisible();
  });
});
