import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

test("a supervisor builds a new client from nothing through the checklist to live (CC-01)", async ({
  office,
  website,
  workspace,
  browser,
  watch,
}) => {
  const outi = await workspace(office.owner);
  await outi.comeToWork();
  const { page } = outi;
  const nav = page.getByRole("navigation", { name: "Asetukset", exact: true });
  const save = page.getByRole("button", { name: "Tallenna", exact: true });
  const saved = page.getByText("Muutokset on tallennettu");
  const open = page.getByRole("button", { name: "Avaa chat asiakkaille" });
  const point = (title: string) =>
    page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title }) });

  await test.step("a new client is not open, and the page says what it lacks", async () => {
    await page.getByRole("link", { name: "Asetukset" }).click();
    await nav.getByRole("link", { name: "Asiakkuudet" }).click();
    await page.getByRole("link", { name: "Uusi asiakkuus" }).click();
    await page.getByLabel("Nimi", { exact: true }).fill("Kirjasto");
    await save.click();
    await expect(page.getByRole("heading", { name: "Käyttöönotto", level: 1 })).toBeVisible();
    await expect(page.getByText("8 pakollista kohtaa on vielä auki.")).toBeVisible();
    await expectAccessible(page);
    await open.click();
    const refused = page.getByRole("alert");
    await expect(refused).toContainText("Chattia ei voi vielä avata asiakkaille");
    await expectAccessible(page);
    await takePictures(page, "launch-refused");
    await refused.getByRole("link", { name: "Missä chat on" }).click();
    await expect(point("Missä chat on")).toBeFocused();
  });

  const clients = await office.owner.api.ask<{ client_id: string; embed: string }[]>("GET", "/api/clients");
  const made = clients.find((one) => one.client_id !== office.client.client_id);
  website.embed = made?.embed ?? "";
  const seen = await (await browser.newContext()).newPage();
  watch(seen);

  await test.step("each open point leads to the page that mends it", async () => {
    await point("Missä chat on").getByRole("link", { name: "Katso: Chat sivulla" }).click();
    await page.getByLabel("Verkkosivut").fill(website.origin);
    await save.click();
    await expect(saved).toBeVisible();
    await nav.getByRole("link", { name: "Käyttöönotto" }).click();
    await expect(point("Missä chat on")).toContainText("kunnossa");
    await point("Miten keskustelu alkaa").getByRole("link", { name: "Katso: Tapa puhua" }).click();
    await page.getByLabel("Tervehdys suomeksi").fill("Hei ja tervetuloa!");
    await save.click();
    await expect(saved).toBeVisible();
    await nav.getByRole("link", { name: "Käyttöönotto" }).click();
    await expect(point("Kuka vastaa")).toContainText("Kukaan ei vastaa suomeksi.");
    await point("Kuka vastaa").getByRole("link", { name: "Katso: Tiimit" }).click();
    await page.getByRole("link", { name: /^Yhteinen luukku/ }).click();
    await page.getByRole("checkbox", { name: "Kirjasto" }).check();
    await save.click();
    await expect(saved).toBeVisible();
  });

  await test.step("hours around the clock, so that this can be tried at any time", async () => {
    const path = `/api/clients/${made?.client_id}`;
    const { settings } = await office.owner.api.ask<{ settings: object }>("GET", path);
    await office.owner.api.ask("PUT", path, { ...settings, week: office.client.settings.week, holidays: null });
  });

  await test.step("a visitor sees nothing of it", async () => {
    await seen.goto(`${website.origin}/`);
    await expect(seen.getByRole("heading", { name: "Havuvaara" })).toBeVisible();
    const frame = seen.locator('iframe[src*="/w/"]');
    await expect(frame).toHaveCSS("visibility", "hidden");
  });

  await test.step("what the settings cannot say, somebody confirms with name and words", async () => {
    await page.goto(`${new URL(page.url()).origin}/settings/clients/${made?.client_id}/launch`);
    for (const [title, words] of [
      ["Mitä varten chat on", "Neuvontaa lainaajille."],
      ["Kun kukaan ei vastaa", "Päivystäjä käy jätetyt viestit läpi aamulla."],
      ["Mitä asiakkaalta saa kysyä", "Kirjastokortin numero, ei henkilötunnusta."],
      ["Kritiikki ja asiaton kirjoittelu", "Kiitetään palautteesta. Esihenkilö päättää jatkosta."],
      ["Pelisäännöt ja asian kulku", "Vastataan, selvitetään, ratkaistaan, suljetaan."],
    ] as const) {
      await point(title)
        .getByRole("button", { name: `Kirjoita ja vahvista: ${title}` })
        .click();
      await page.getByLabel("Miten tämä on sovittu?").fill(words);
      await page.getByRole("button", { name: "Vahvista", exact: true }).click();
      await expect(point(title)).toContainText(/Outi Omistaja vahvisti/);
    }
    await expect(page.getByText("Kaikki pakolliset kohdat ovat kunnossa.")).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "launch-ready");
  });

  await test.step("it is opened, and within five seconds the visitor sees it open", async () => {
    await open.click();
    await expect(seen.frameLocator('iframe[src*="/w/"]').locator("button.launch")).toContainText("Kysy", {
      timeout: 5000,
    });
    await expect(seen.locator('iframe[src*="/w/"]')).toHaveCSS("visibility", "visible");
    await expect(page.getByText("Chat avattiin asiakkaille")).toBeVisible();
    await expect(page.getByLabel("Kuka pitää huolta").locator("option:checked")).toHaveText("Outi Omistaja");
  });

  await test.step("when the day of the review has come, the supervisor's page says so (CC-02)", async () => {
    await page.getByLabel("Seuraava läpikäynti").fill("2026-01-02");
    await page.getByRole("region", { name: "Ylläpito" }).getByRole("button", { name: "Tallenna" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Muutokset on tallennettu" })).toBeVisible();
    await page.getByRole("link", { name: "Tiimi", exact: true }).click();
    await expect(page.getByText("oli määrä käydä läpi 2.1.2026")).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "launch-due");
    await page.getByRole("link", { name: "Kirjasto", exact: true }).click();
    await page.getByRole("button", { name: "Kävin läpi tänään" }).click();
    await page.getByRole("link", { name: "Tiimi", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText("Asetukset odottavat läpikäyntiä")).toHaveCount(0);
  });
  await seen.context().close();
});
