import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";
import { PASSWORD } from "./office.ts";
import { Workspace } from "./workspace.ts";

test("the owner changes hours and websites, and the visitors' chat follows", async ({ office, visitor, workspace }) => {
  const outi = await workspace(office.owner);
  await outi.comeToWork();
  const vieras = await visitor();
  await expect(vieras.launcher).toContainText("Kysy");
  const { page } = outi;
  const nav = page.getByRole("navigation", { name: "Asetukset", exact: true });
  const save = page.getByRole("button", { name: "Tallenna", exact: true });

  await test.step("a door closed by hand is closed at once, and opens again", async () => {
    await page.getByRole("link", { name: "Asetukset" }).click();
    await nav.getByRole("link", { name: "Asiakkuudet" }).click();
    await expect(page.getByRole("heading", { name: "Asiakkuudet", level: 1 })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: /^Havuvaara/ }).click();
    await expect(page.getByLabel("Nimi", { exact: true })).toHaveValue("Havuvaara");
    await expectAccessible(page);
    await page.getByLabel("Nimi", { exact: true }).fill("Havuvaaran kunta");
    await nav.getByRole("link", { name: "Säännöt" }).click();
    await expect(page.getByText("Tallenna tai hylkää ennen kuin lähdet")).toBeVisible();
    await nav.getByRole("link", { name: "Aukioloajat" }).click();
    await expect(page.getByLabel("Chat on suljettu käsin")).toBeVisible();
    await page.getByRole("button", { name: "Hylkää muutokset" }).click();
    await page.getByLabel("Chat on suljettu käsin").check();
    await expectAccessible(page);
    await takePictures(page, "settings-hours");
    await save.click();
    await expect(page.getByText("Muutokset on tallennettu")).toBeVisible();
    await expect(vieras.launcher).toContainText("Jätä viesti", { timeout: 5000 });
    await page.getByLabel("Chat on suljettu käsin").uncheck();
    await save.click();
    await expect(vieras.launcher).toContainText("Kysy", { timeout: 5000 });
  });

  await test.step("hours that are over close it, and the widget says when it opens", async () => {
    const closed = { from_minute: 0, to_minute: 1 };
    await office.change({ week: Array.from({ length: 7 }, () => [closed]) });
    await expect(vieras.launcher).toContainText("Jätä viesti", { timeout: 5000 });
    await expect(vieras.launcher).toContainText("Chat aukeaa");
    await vieras.open();
    await expect(vieras.chat.getByText(/Avaamme huomenna .* kello 0\.00/).first()).toBeVisible();
    await expectAccessible(vieras.page);
  });

  await test.step("a website that is not on the list does not get the chat", async () => {
    await nav.getByRole("link", { name: "Chat sivulla" }).click();
    const websites = page.getByLabel("Verkkosivut");
    await expect(websites).not.toHaveValue("");
    await expectAccessible(page);
    await takePictures(page, "settings-site");
    await websites.fill("https://www.muualla.example");
    await save.click();
    await expect(page.getByText("Muutokset on tallennettu")).toBeVisible();
    const answer = await page.request.get(`${office.desk.address}/w/${office.client.widget_key}`);
    expect(answer.headers()["content-security-policy"]).toContain("frame-ancestors https://www.muualla.example");
  });

  await test.step("the log tells each change with its old and new value, and can be narrowed", async () => {
    await nav.getByRole("link", { name: "Loki" }).click();
    const opened = page
      .getByRole("row", { name: /Outi Omistaja.*Muutti asiakkuutta/ })
      .filter({ hasText: "suljettu käsin" });
    await expect(opened.first()).toContainText("kyllä → nyt ei");
    const hours = page.getByRole("row").filter({ hasText: "7 muutosta" });
    await hours.getByText("7 muutosta").click();
    await expect(hours).toContainText("0.00–24.00 → nyt 0.00–0.01");
    await expectAccessible(page);
    await takePictures(page, "settings-log");
    await page.getByLabel("Mitä").selectOption({ label: "Tiimit" });
    await expect(page.getByText("Näillä rajauksilla ei löydy mitään")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Näytä koko loki" }).click();
    await expect(hours).toBeVisible();
    await page.getByLabel("Kuka").selectOption({ label: "Outi Omistaja" });
    await expect(hours).toBeVisible();
    await page.getByLabel("Mihin päivään").fill("2020-01-01");
    await expect(page.getByText("Näillä rajauksilla ei löydy mitään")).toBeVisible();
  });
});

test("the owner invites an agent, who chooses a password, is put into a team, and answers", async ({
  office,
  cable,
  visitor,
  workspace,
  browser,
  watch,
}) => {
  const { page } = await workspace(office.owner, "/settings/agents");
  await page.getByRole("link", { name: "Kutsu neuvoja" }).click();
  await page.getByLabel("Nimi", { exact: true }).fill("Aino Aalto");
  await page.getByLabel("Sähköposti").fill("aino@luukku.example");
  await page.getByLabel("Luukkuja yhtä aikaa").selectOption("6");
  // The only team is chosen; without one, the form says what that means.
  await page.getByRole("checkbox", { name: "Yhteinen luukku" }).uncheck();
  await expect(page.getByText("ilman tiimiä hän ei näe jonoa eikä asioita", { exact: false })).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, "settings-agent");
  await page.getByRole("button", { name: "Tallenna", exact: true }).click();
  const link = await page.getByLabel("Linkki salasanan valintaan").inputValue();
  await expectAccessible(page);

  const hers = await (await browser.newContext()).newPage();
  watch(hers);
  await hers.goto(link.replace(office.desk.address, cable.address));
  await expect(hers.getByRole("heading", { name: "Tervetuloa, Aino Aalto" })).toBeVisible();
  await expectAccessible(hers);
  await takePictures(hers, "invitation");
  await hers.getByLabel("Uusi salasana", { exact: true }).fill("lyhyt");
  await hers.getByRole("button", { name: "Ota käyttöön ja kirjaudu" }).click();
  await expect(hers.getByText("Kirjoita vähintään 12 merkkiä", { exact: false })).toBeVisible();
  await hers.getByLabel("Uusi salasana", { exact: true }).fill(PASSWORD);
  await hers.getByRole("button", { name: "Ota käyttöön ja kirjaudu" }).click();
  const aino = new Workspace(hers, cable.address);
  await expect(aino.presence).toHaveAccessibleName("Paikallaolo: Tauolla 0/6 luukkua");

  await test.step("who is in no team is told, and so is who can mend it", async () => {
    await expect(hers.getByText("Et kuulu vielä mihinkään tiimiin")).toBeVisible();
    await expectAccessible(hers);
    await page.goto(`${cable.address}/settings/agents`);
    await page.getByRole("link", { name: /^Aino Aalto.*ei tiimiä/ }).click();
    await page.getByRole("checkbox", { name: "Yhteinen luukku" }).check();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(page.getByText("Muutokset on tallennettu")).toBeVisible();
    await expect(hers.getByText("Et kuulu vielä mihinkään tiimiin")).toHaveCount(0);
  });

  await test.step("a page that is opened by its address knows the teams, and saving another change leaves them", async () => {
    await page.reload();
    await expect(page.getByRole("checkbox", { name: "Yhteinen luukku" })).toBeChecked();
    await page.getByLabel("Luukkuja yhtä aikaa").selectOption("5");
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(page.getByText("Muutokset on tallennettu")).toBeVisible();
    await expect(hers.getByText("Et kuulu vielä mihinkään tiimiin")).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole("checkbox", { name: "Yhteinen luukku" })).toBeChecked();
    await page.getByLabel("Luukkuja yhtä aikaa").selectOption("6");
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(page.getByText("Muutokset on tallennettu")).toBeVisible();
  });
  await aino.comeToWork();

  const vieras = await visitor();
  await vieras.open();
  await vieras.write("Hei");
  await expect(aino.queue.getByRole("link", { name: /Vierailija 1/ })).toBeVisible();
  await aino.takeNext();
  await expect(vieras.chat.getByRole("heading", { name: "Aino vastaa sinulle" })).toBeVisible();

  await test.step("the link is good for one time only", async () => {
    const other = await (await browser.newContext()).newPage();
    watch(other);
    await other.goto(link);
    await expect(other.getByRole("heading", { name: "Kutsulinkki ei ole enää voimassa" })).toBeVisible();
    await other.context().close();
  });

  await test.step("an agent sees their own settings, not the desk's", async () => {
    await hers.goto(`${cable.address}/settings/agents`);
    await expect(hers.getByRole("heading", { name: "Et näe tätä sivua roolillasi" })).toBeVisible();
    await expect(hers.getByRole("link", { name: "Loki" })).toHaveCount(0);
    await expect(hers.getByRole("link", { name: "Tiimi", exact: true })).toHaveCount(0);
    const refused = await hers.request.get(`${cable.address}/api/audit`);
    expect(refused.status()).toBe(403);
    await expectAccessible(hers);
  });

  await test.step("what was changed, by whom, stands in the log", async () => {
    await page.goto(`${cable.address}/settings/audit`);
    await expect(page.getByRole("row", { name: /Outi Omistaja.*Kutsui neuvojan.*Aino Aalto/ })).toBeVisible();
    await expect(page.getByRole("row", { name: /Aino Aalto.*Valitsi salasanan/ })).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "settings-audit");
  });
  await hers.context().close();
});

test("a session that is ended on another device shows the sign-in there at once (trust 75)", async ({
  office,
  cable,
  workspace,
  browser,
  watch,
}) => {
  const person = await office.invite("Aino Aalto");
  const here = await workspace(person);
  const there = await (await browser.newContext()).newPage();
  watch(there);
  await there.goto(cable.address);
  await there.getByLabel("Sähköposti").fill(person.email);
  await there.getByLabel("Salasana", { exact: true }).fill(PASSWORD);
  await there.keyboard.press("Enter");
  await expect(new Workspace(there, cable.address).presence).toBeVisible();

  await here.page.goto(`${cable.address}/settings/devices`);
  await expect(here.page.getByText("tämä laite")).toBeVisible();
  await expectAccessible(here.page);
  await takePictures(here.page, "settings-devices");
  await here.page
    .getByRole("button", { name: /^Kirjaa ulos: .*Chrom/ })
    .first()
    .click();

  await expect(there.getByRole("heading", { name: "Kirjaudu Luukkuun" })).toBeVisible();
  expect((await there.request.get(`${cable.address}/api/me`)).status()).toBe(401);
  await expect(here.presence).toBeVisible();

  await here.page.goto(`${cable.address}/settings/me`);
  await expect(here.page.getByRole("heading", { name: "Oma työpöytä" })).toBeVisible();
  await expectAccessible(here.page);
  await takePictures(here.page, "settings-me");
  await here.page.goto(`${cable.address}/settings/password`);
  await expect(here.page.getByLabel("Nykyinen salasana")).toBeVisible();
  await expectAccessible(here.page);
  await there.context().close();
});

test("how much of a luukku a message takes is shown as it is set, also when the page is opened by its address", async ({
  office,
  workspace,
}) => {
  const { page } = await workspace(office.owner, "/settings/weights");
  const field = page.getByLabel("Jätetty viesti vie luukusta");
  await expect(field).toHaveValue("25");
  await expect(page.getByText("Yhteen luukkuun mahtuu 4 viestiä.")).toBeVisible();
  await expectAccessible(page);
  await field.fill("101");
  await page.getByRole("button", { name: "Tallenna" }).click();
  await expect(page.getByText("Kirjoita luku väliltä 0–100").first()).toBeVisible();
  await field.fill("50");
  await page.getByRole("button", { name: "Tallenna" }).click();
  await expect(page.getByText("Tallennettu")).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue("50");
});
