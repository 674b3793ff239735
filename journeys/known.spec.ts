import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";
import type { CaseRow } from "./office.ts";

test("who comes back is known in the queue, to who answered them last and to the others", async ({
  office,
  talking,
  workspace,
}) => {
  const { aino, vieras } = await talking("Kortti katosi");
  await aino.reply("Katson asiaa");
  await expect(vieras.message("Katson asiaa")).toBeVisible();
  const mikko = await workspace(await office.invite("Mikko Mestari"));
  await mikko.comeToWork();
  await aino.field.press("Escape");
  await aino.page.keyboard.press("e");
  await aino.page.getByRole("dialog").getByRole("button", { name: "Päätä chat" }).click();
  await expect(vieras.chat.getByRole("button", { name: "Jatka samaa asiaa" })).toBeVisible();
  await vieras.chat.getByRole("button", { name: "Jatka samaa asiaa" }).click();
  await vieras.write("Kortti on yhä kateissa");
  await expect(aino.page.getByText("tuttu asiakas: viimeksi sinä").first()).toBeVisible();
  await expect(mikko.page.getByText("tuttu asiakas: viimeksi Aino Aalto").first()).toBeVisible();
  await expectAccessible(mikko.page);
  await takePictures(mikko.page, "queue-known");
});

test("what was written down of a customer is there when they come again, and a colleague sees it at once", async ({
  office,
  talking,
  visitor,
  workspace,
}) => {
  const owner = await workspace(office.owner, `/settings/clients/${office.client.client_id}/known`);
  const settings = owner.page;

  await test.step("the owner chooses what is kept, in the client's languages, and puts it in order", async () => {
    await expect(settings.getByText("Ei vielä yhtään tietoa")).toBeVisible();
    for (const [fi, sv, en] of [
      ["Toimipaikka", "Verksamhetsställe", "Office"],
      ["Laite", "Enhet", "Device"],
    ] as const) {
      await settings.getByRole("button", { name: "Lisää tieto" }).click();
      const field = settings.getByRole("listitem").filter({ hasText: "Suomi" }).last();
      await expect(field.getByLabel("Suomi")).toBeFocused();
      await settings.keyboard.type(fi);
      await settings.keyboard.press("Enter");
      await settings.keyboard.type(sv);
      await settings.keyboard.press("Enter");
      await settings.keyboard.type(en);
    }
    await settings.getByRole("button", { name: "Siirrä Laite ylemmäs" }).press("Enter");
    await expect(settings.getByText("Laite on nyt 1/2")).toBeAttached();
    await expectAccessible(settings);
    await takePictures(settings, "settings-known");
    await settings.getByRole("button", { name: /^Tallenna/ }).click();
    await expect(settings.getByRole("button", { name: "Poista käytöstä: Laite" })).toBeVisible();
  });

  const { aino, vieras } = await talking("Tulostin ei tulosta");
  const panel = aino.page.getByRole("region", { name: "Tiedossa" });

  await test.step("the agent fills them by the keyboard", async () => {
    await panel.getByLabel("Laite").focus();
    await aino.page.keyboard.type("ThinkPad T14");
    await aino.page.keyboard.press("Tab");
    await expect(aino.page.getByText("Tallennettu: Laite")).toBeVisible();
    await aino.page.keyboard.type("Turku, hetu 131052-308T");
    await aino.page.keyboard.press("Enter");
    await expect(panel.getByLabel("Toimipaikka")).toHaveValue("Turku, hetu ●●●●●●-●●●●");
    await expect(panel.getByLabel("Toimipaikka")).toHaveAccessibleDescription(/Kirjoitti Aino Aalto/);
    await expectAccessible(aino.page);
    await takePictures(aino.page, "known");
  });

  await test.step("a colleague sees it as it is written, and what they write goes before", async () => {
    const mikko = await workspace(await office.invite("Mikko Mestari"));
    await mikko.page.goto(aino.page.url());
    const theirs = mikko.page.getByRole("region", { name: "Tiedossa" });
    await expect(theirs.getByLabel("Laite")).toHaveValue("ThinkPad T14");
    await panel.getByLabel("Laite").fill("ThinkPad T14s");
    await theirs.getByLabel("Laite").fill("MacBook Air");
    await mikko.page.keyboard.press("Enter");
    await expect(panel.getByText("Mikko Mestari kirjoitti juuri: MacBook Air")).toBeVisible();
    await aino.page.keyboard.press("Escape");
    await expect(panel.getByLabel("Laite")).toHaveValue("MacBook Air");
    await mikko.page.getByRole("button", { name: "Peru" }).click();
    await expect(panel.getByLabel("Laite")).toHaveValue("ThinkPad T14");
  });

  await test.step("what is left in a field that went out of use is marked, and removed for good after a question", async () => {
    await settings.getByRole("button", { name: "Poista käytöstä: Toimipaikka" }).click();
    await settings.getByRole("button", { name: /^Tallenna/ }).click();
    await expect(panel.getByText("ei käytössä")).toBeVisible();
    await expect(panel.getByRole("textbox")).toHaveCount(1);
    const remove = panel.getByRole("button", { name: "Poista: Toimipaikka" });
    await remove.press("Enter");
    // A key that is held too long answers no.
    await expect(panel.getByRole("button", { name: "Peruuta" })).toBeFocused();
    await expectAccessible(aino.page);
    await takePictures(aino.page, "known-retired");
    await panel.getByRole("button", { name: "Peruuta" }).press("Escape");
    await expect(remove).toBeFocused();
    await expect(panel.getByText("Turku, hetu ●●●●●●-●●●●")).toBeVisible();
    await remove.press("Enter");
    await aino.page.keyboard.press("Tab");
    await aino.page.keyboard.press("Enter");
    await expect(aino.page.getByText("Poistettu: Toimipaikka")).toBeVisible();
    await expect(panel.getByText("ei käytössä")).toHaveCount(0);
    await expect(panel).toBeFocused();
    await expect(panel.getByLabel("Laite")).toHaveValue("ThinkPad T14");
  });

  await test.step("the next time it is there before anybody asks, and the customer has seen nothing of it", async () => {
    await aino.reply("Käynnistin sen uudelleen.");
    await expect(vieras.message("Käynnistin sen uudelleen.")).toBeVisible();
    await aino.field.press("Escape");
    await aino.page.keyboard.press("r");
    await expect(vieras.chat.getByText("ThinkPad")).toHaveCount(0);
    await vieras.chat.getByRole("button", { name: "Aloita uusi keskustelu" }).click();
    await vieras.write("Toinen asia");
    await aino.takeNext();
    await expect(panel.getByLabel("Laite")).toHaveValue("ThinkPad T14");
    const stranger = await visitor();
    await stranger.open();
    await stranger.write("Hei");
    await aino.takeNext();
    await expect(panel.getByLabel("Laite")).toHaveValue("");
  });
});

test("an address that was given once is in the form of the next matter, for nobody else and not for ever", async ({
  office,
  visitor,
}) => {
  const vieras = await visitor();
  const matter = vieras.chat.getByLabel("Mitä asia koskee?");
  const email = vieras.chat.getByLabel("Sähköpostiosoite");
  await vieras.open();
  await expect(email).toHaveValue("");
  await matter.fill("Avain katosi");
  await email.fill("kaisa@esimerkki.fi");
  await vieras.chat.getByRole("button", { name: "Lähetä viesti" }).click();
  await expect(vieras.chat.locator("#sent")).toBeVisible();

  const { items } = await office.owner.api.ask<{ items: CaseRow[] }>("GET", "/api/cases");
  const path = `/api/cases/${items[0]?.case_id ?? ""}`;
  await office.owner.api.ask("POST", `${path}/take`);
  await office.owner.api.ask("POST", `${path}/solve`);
  await vieras.page.reload();
  await vieras.chat.locator("#begin").click();
  await expect(email).toHaveValue("kaisa@esimerkki.fi");
  await expectAccessible(vieras.page);
  await takePictures(vieras.page, "widget-form-again");
  await matter.fill("Löytyi, mutta ovi ei aukea");
  await vieras.chat.getByRole("button", { name: "Lähetä viesti" }).click();
  await expect(vieras.chat.locator("#sent")).toBeVisible();
  await expect(vieras.chat.getByText("kaisa@esimerkki.fi")).toBeVisible();

  await test.step("when the matter is closed, somebody else may sit at this computer", async () => {
    const { items } = await office.owner.api.ask<{ items: CaseRow[] }>("GET", "/api/cases");
    const newest = items.toSorted((a, b) => b.number - a.number)[0];
    await office.owner.api.ask("POST", `/api/cases/${newest?.case_id ?? ""}/take`);
    await office.owner.api.ask("POST", `/api/cases/${newest?.case_id ?? ""}/close`);
    await vieras.page.reload();
    await expect(matter).toBeVisible();
    await expect(email).toHaveValue("");
  });

  const stranger = await visitor();
  await stranger.open();
  await expect(stranger.chat.getByLabel("Sähköpostiosoite")).toHaveValue("");
});
