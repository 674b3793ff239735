import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

test("the owner writes rules by keyboard and tries them, and a visitor whose matter nobody there knows leaves a message (NV-08, CC-11)", async ({
  office,
  visitor,
  workspace,
}) => {
  const { client } = office;
  const skill = crypto.randomUUID();
  await office.owner.api.ask("POST", `/api/skills/${skill}`, { name: "Palkat" });
  const mikko = await office.invite("Mikko Mestari", { languages: ["fi"] });
  const people = await office.owner.api.ask<{ agent_id: string; settings: object }[]>("GET", "/api/agents");
  const settings = people.find((one) => one.agent_id === mikko.agentId)?.settings;
  await office.owner.api.ask("PUT", `/api/agents/${mikko.agentId}`, { ...settings, skill_ids: [skill] });
  const aino = await workspace(await office.invite("Aino Aalto", { languages: ["fi"] }));
  await aino.comeToWork();
  const { page } = await workspace(office.owner, `/settings/clients/${client.client_id}/rules`);
  const { keyboard } = page;

  await test.step("a rule is written, and what is missing is said", async () => {
    await expect(page.getByText("Sääntöjä ei vielä ole.")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Lisää sääntö" }).press("Enter");
    await expect(page.getByLabel("Nimi")).toBeFocused();
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(page.getByText("Kirjoita säännön nimi").first()).toBeVisible();
    await page.getByLabel("Nimi").fill("Palkka-asiat");
    await page.getByLabel("Sivu, jolta asiakas kirjoittaa").selectOption({ label: "Sivu tai sen alasivu" });
    await page.getByLabel("Sivun polku").fill("/palkka");
    await page.getByLabel("Taito", { exact: true }).selectOption({ label: "Palkat" });
    await page.getByLabel("Kiireellisyys").selectOption({ label: "Kiireellinen, muiden edelle" });
    await expectAccessible(page);
    await takePictures(page, "settings-rule");
    // On a phone the way to save is in view, however long the form is.
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.getByRole("button", { name: "Tallenna" })).toBeInViewport();
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("button", { name: "Muokkaa: Palkka-asiat" }).click();
  });

  await test.step("a second one goes above it by keyboard, and the focus goes with it", async () => {
    await page.getByRole("button", { name: "Lisää sääntö" }).click();
    await keyboard.type("Ruotsiksi");
    await page.getByRole("checkbox", { name: "Svenska" }).check();
    await page.getByRole("button", { name: "Muokkaa: Ruotsiksi" }).click();
    await page.getByRole("button", { name: "Siirrä ylemmäs: Ruotsiksi" }).press("Enter");
    await expect(
      page.getByRole("region", { name: "Säännöt", exact: true }).getByRole("listitem").first(),
    ).toContainText("Ruotsiksi");
    await expect(page.getByRole("button", { name: "Siirrä ylemmäs: Ruotsiksi" })).toBeFocused();
    await expect(page.getByText("Ruotsiksi on nyt 1. sääntö, kaikkiaan 2")).toBeAttached();
  });

  await test.step("they are tried before they are saved", async () => {
    await page.getByLabel("Sivun osoite").fill("/palkka/lomat");
    await page.getByRole("button", { name: "Kokeile" }).click();
    await expect(page.getByText("Ratkaiseva sääntö: Palkka-asiat")).toBeVisible();
    await expect(page.getByText("Tarvitaan: Palkat · Kiireellinen, muiden edelle")).toBeVisible();
    await expect(page.getByText("ei sovi: eri kieli")).toBeVisible();
    await expect(page.getByText("Kukaan paikalla oleva ei osaa tätä")).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "Aino Aalto" })).toContainText(
      "tarvittava taito puuttuu",
    );
    await expectAccessible(page);
    const outdated = page.getByText("Säännöt tai yhteydenotto ovat muuttuneet tämän kokeilun jälkeen", {
      exact: false,
    });
    await page.getByRole("button", { name: "Siirrä alemmas: Ruotsiksi" }).press("Enter");
    await expect(outdated).toBeVisible();
    await page.getByRole("button", { name: "Siirrä ylemmäs: Ruotsiksi" }).press("Enter");
    await expect(outdated).toHaveCount(0);
    // Whoever saves by keyboard goes on where they were.
    await page.getByRole("button", { name: "Kokeile" }).focus();
    while (
      !(await page.getByRole("button", { name: "Tallenna", exact: true }).evaluate((one) => one.matches(":focus")))
    )
      await keyboard.press("Tab");
    await keyboard.press("Enter");
    await expect(page.getByText("Muutokset on tallennettu")).toBeVisible();
    await expect(page.locator("body")).not.toBeFocused();
    await takePictures(page, "settings-rules");
  });

  await test.step("a rule that another one above it always comes before says so once it is saved, until it goes above", async () => {
    const below = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Palkkaluottamus" }) });
    await page.getByRole("button", { name: "Lisää sääntö" }).click();
    await keyboard.type("Palkkaluottamus");
    await page.getByLabel("Sivu, jolta asiakas kirjoittaa").selectOption({ label: "Sivu tai sen alasivu" });
    await page.getByLabel("Sivun polku").fill("/palkka/luottamus");
    await page.getByRole("button", { name: "Muokkaa: Palkkaluottamus" }).click();
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(below).toContainText("ei tule koskaan käyttöön, koska 2. Palkka-asiat sopii aina ensin");
    await expectAccessible(page);
    await takePictures(page, "settings-rule-never");
    await page.getByRole("button", { name: "Siirrä ylemmäs: Palkkaluottamus" }).click();
    await expect(below).not.toContainText("ei tule koskaan käyttöön");
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(page.getByText("Muutokset on tallennettu")).toBeVisible();
    await expect(page.getByText("ei tule koskaan käyttöön")).toHaveCount(0);
  });

  const maija = await visitor("/palkka");

  await test.step("nobody there knows it: the visitor is told before they write, and leaves a message", async () => {
    await expect(maija.chat.getByRole("button", { name: /^Jätä viesti/ })).toContainText(
      "osaaja ei ole juuri nyt paikalla",
    );
    await maija.open();
    await expect(maija.chat.locator(".big")).toHaveText("Tämän aiheen osaaja ei ole juuri nyt paikalla");
    await expect(maija.chat.getByText("Jätä viesti, niin asian tunteva vastaa sinulle.")).toBeVisible();
    await maija.chat.getByLabel("Mitä asia koskee?").fill("Palkkani on väärin");
    await expect(maija.chat.getByRole("button", { name: "Kysy suomeksi" })).toHaveCount(0);
    await expect(maija.chat.getByText("Chat aukesi")).toHaveCount(0);
    await expectAccessible(maija.page);
    await takePictures(maija.page, "widget-nobody-knows");
    await maija.chat.getByRole("button", { name: "Lähetä viesti" }).click();
    await expect(maija.chat.getByText("Kiitos, viestisi on tallessa")).toBeVisible();
    const elsewhere = await visitor("/uutiset");
    await elsewhere.open();
    await expect(elsewhere.chat.getByText("Mitä haluat kysyä?")).toBeVisible();
  });

  await test.step("somebody who knows it comes, and sees by which rule the matter came", async () => {
    const mestari = await workspace(mikko);
    await mestari.comeToWork();
    await mestari.takeNext();
    await expect(mestari.log.getByText("sääntö:")).toBeVisible();
    await expect(mestari.log.getByText("Palkka-asiat")).toBeVisible();
    const other = await visitor("/palkka");
    await other.open();
    await other.write("Minullakin on asiaa");
    await expect(other.message("Minullakin on asiaa")).toBeVisible();
  });

  await test.step("who is writing when they leave keeps their words, and is called back when they return", async () => {
    const ville = await visitor("/palkka");
    await ville.open();
    await ville.field.fill("Lomarahani puuttuu");
    const presence = (is: string) => mikko.api.ask("PUT", "/api/me/presence", { presence: is });
    await presence("away");
    await expect(ville.chat.locator(".big")).toHaveText("Tämän aiheen osaaja ei ole juuri nyt paikalla");
    await expect(ville.aloud).toHaveText("Tämän aiheen osaaja ei ole juuri nyt paikalla");
    await expect(ville.chat.getByLabel("Mitä asia koskee?")).toHaveValue("Lomarahani puuttuu");
    await page.goto(new URL("/", page.url()).href);
    const byRule = page.getByText("osittain kiinni säännön ”Palkka-asiat” takia").filter({ visible: true });
    await expect(byRule).toBeVisible();
    await takePictures(page, "desk-closed-by-rule");
    await presence("present");
    await ville.chat.getByRole("button", { name: "Siirry chattiin" }).click();
    await expect(ville.field).toHaveValue("Lomarahani puuttuu");
    await expect(byRule).toHaveCount(0);
    await page.goto(new URL(`/team/availability/${office.client.client_id}`, page.url()).href);
    await expect(page.getByRole("row", { name: "osittain kiinni säännön ”Palkka-asiat” takia" }).first()).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "day-closed-by-rule");
  });

  await test.step("who would take the skill or the team away reads first what hangs on it", async () => {
    const dialog = page.getByRole("dialog");
    await page.goto(new URL(`/settings/skills/${skill}`, page.url()).href);
    await page.getByRole("button", { name: "Poista taito" }).click();
    await expect(dialog).toContainText("Nämä säännöt eivät enää pyydä taitoa: ”Palkka-asiat” (Havuvaara).");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Poista taito" })).toBeFocused();
    const [team] = await office.owner.api.ask<{ team_id: string }[]>("GET", "/api/teams");
    await page.goto(new URL(`/settings/teams/${team?.team_id}`, page.url()).href);
    await page.getByRole("button", { name: "Poista tiimi" }).click();
    await expect(dialog).toContainText("eikä niiden chat aukea: Havuvaara.");
    await expectAccessible(page);
    await takePictures(page, "settings-team-remove");
  });
});

test("customers are offered categories, and what they chose decides and is told to the agent (NV-08)", async ({
  office,
  visitor,
  workspace,
}) => {
  const settings = `/settings/clients/${office.client.client_id}`;
  const path = `/api/clients/${office.client.client_id}/labels`;
  const [pay, print] = [crypto.randomUUID(), crypto.randomUUID()];
  const category = (label_id: string, name: string) => ({ label_id, kind: "category", name, retired: false });
  const labels = [category(pay, "Palkat"), category(print, "Tulostus")];
  await office.owner.api.ask("PUT", path, { labels, requires: { category: false, tag: false } });
  const { page } = await workspace(office.owner, `${settings}/rules`);

  await test.step("where customers choose nothing, a rule does not ask for it", async () => {
    await page.getByRole("button", { name: "Lisää sääntö" }).click();
    await expect(page.getByLabel("Nimi")).toBeFocused();
    await expect(page.getByText("Asiakas valitsi")).toHaveCount(0);
    await page.getByRole("button", { name: "Hylkää muutokset" }).click();
  });

  await test.step("the owner offers two categories, one of them in other words", async () => {
    await page.goto(new URL(`${settings}/labels`, page.url()).href);
    await page.getByRole("checkbox", { name: "Asiakas voi valita: Palkat" }).check();
    await page.getByRole("checkbox", { name: "Asiakas voi valita: Tulostus" }).press("Space");
    const words = page.getByRole("group", { name: "Palkat" }).getByLabel("Asiakkaalle suomeksi");
    await expect(words).toHaveAttribute("placeholder", "Palkat");
    await words.fill("Palkka tai loma");
    await expectAccessible(page);
    await takePictures(page, "settings-offered");
    // Who unticks it by mistake has the words back.
    await page.getByRole("checkbox", { name: "Asiakas voi valita: Palkat" }).press("Space");
    await expect(words).toHaveCount(0);
    await page.getByRole("checkbox", { name: "Asiakas voi valita: Palkat" }).press("Space");
    await expect(words).toHaveValue("Palkka tai loma");
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(page.getByText("Muutokset on tallennettu")).toBeVisible();
    const kept = await office.owner.api.ask<{ labels: { offered: object | null }[] }>("GET", path);
    expect(kept.labels.map((one) => one.offered)).toEqual([
      { fi: "Palkka tai loma", sv: "", en: "" },
      { fi: "", sv: "", en: "" },
    ]);
  });

  await test.step("a rule looks at what was chosen, and is tried", async () => {
    await page.goto(new URL(`${settings}/rules`, page.url()).href);
    await page.getByRole("button", { name: "Lisää sääntö" }).click();
    await page.getByLabel("Nimi").fill("Palkka-asiat");
    await page.getByRole("checkbox", { name: "Palkat" }).check();
    await page.getByLabel("Kiireellisyys").selectOption({ label: "Kiireellinen, muiden edelle" });
    await expect(page.getByText("asiakas valitsi: Palkat")).toBeVisible();
    await page.getByLabel("Asiakas valitsi").last().selectOption({ label: "Tulostus" });
    await page.getByRole("button", { name: "Kokeile" }).click();
    await expect(page.getByText("ei sovi: eri asia", { exact: true })).toBeVisible();
    await page.getByLabel("Asiakas valitsi").last().selectOption({ label: "Palkat" });
    await page.getByRole("button", { name: "Kokeile" }).click();
    await expect(page.getByText("Ratkaiseva sääntö: Palkka-asiat")).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "settings-rule-category");
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(page.getByText("Muutokset on tallennettu")).toBeVisible();
  });

  await test.step("the agent reads what the customer chose, and the case is sorted by it", async () => {
    const aino = await workspace(await office.invite("Aino Aalto", { languages: ["fi"] }));
    await aino.comeToWork();
    const maija = await visitor();
    await maija.open();
    await maija.chat.getByLabel("Aihe").selectOption("Palkka tai loma");
    await maija.write("Palkkani on väärin");
    await aino.takeNext();
    await expect(aino.log.getByText("Asiakas valitsi: Palkat")).toBeVisible();
    await expect(aino.log.getByText("Palkka-asiat")).toBeVisible();
    await expect(aino.page.getByRole("region", { name: "Asian tiedot" }).getByText("Palkat")).toBeVisible();
    await takePictures(aino.page, "desk-chosen");
  });

  await test.step("what is offered no more stays in the rule and is marked", async () => {
    await page.goto(new URL(`${settings}/labels`, page.url()).href);
    await page.getByRole("button", { name: "Poista käytöstä: Palkat" }).click();
    await expect(page.getByRole("checkbox", { name: "Asiakas voi valita: Palkat" })).toHaveCount(0);
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(page.getByText("Muutokset on tallennettu")).toBeVisible();
    await page.goto(new URL(`${settings}/rules`, page.url()).href);
    await page.getByRole("button", { name: "Muokkaa: Palkka-asiat" }).click();
    await expect(page.getByRole("checkbox", { name: "Palkat ei tarjolla" })).toBeChecked();
    await expect(page.getByLabel("Asiakas valitsi").last().getByRole("option", { name: "Palkat" })).toHaveCount(0);
    await expectAccessible(page);
  });
});
