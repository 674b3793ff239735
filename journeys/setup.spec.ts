import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";
import { PASSWORD } from "./office.ts";
import { Visitor } from "./visitor.ts";

test("a newcomer sets an empty desk up in four steps and has the chat on their website (trust 65)", async ({
  desk,
  website,
  page,
  browser,
  watch,
}) => {
  const link = /https?:\/\/\S+\/set-up\/\S+/.exec(await desk.line(/\/set-up\//))?.[0] ?? "";
  const goOn = page.getByRole("button", { name: "Jatka" });

  await test.step("without the link there is only a door", async () => {
    await page.goto(desk.address);
    await expect(page.getByRole("heading", { name: "Kirjaudu Luukkuun" })).toBeVisible();
    await page.goto(`${desk.address}/set-up/arvaus`);
    await expect(page.getByRole("heading", { name: "Käyttöönottolinkki ei ole voimassa" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("each step asks little and says what is missing", async () => {
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "Minkä organisaation asiakaspalvelu tämä on?" })).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "set-up-1");
    await goOn.click();
    await expect(page.getByText("Kirjoita organisaation nimi").first()).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel("Organisaation nimi").fill("Yhteinen luukku");
    await goOn.click();

    await expect(page.getByRole("heading", { name: "Kenen puolesta vastaat ensin?" })).toBeFocused();
    await page.getByLabel("Asiakkuuden nimi").fill("Havuvaara");
    await page.getByRole("checkbox", { name: "Svenska" }).check();
    await expectAccessible(page);
    await takePictures(page, "set-up-2");
    await goOn.click();

    await expect(page.getByRole("heading", { name: "Milloin ja missä chat on auki?" })).toBeFocused();
    await page.getByRole("radio", { name: "Valitsen itse" }).check();
    await expect(page.getByLabel("Maanantai, väli 1 alkaa")).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "set-up-3");
    await page.getByLabel("Millä sivuilla chat näkyy?").fill("ei mikään osoite");
    await goOn.click();
    await expect(page.getByText("ei ole verkkosivun osoite", { exact: false }).first()).toBeVisible();
    // Left for later, as the page allows.
    await page.getByLabel("Millä sivuilla chat näkyy?").fill("");
    await goOn.click();

    await expect(page.getByRole("heading", { name: "Kuka sinä olet?" })).toBeFocused();
    await page.getByLabel("Nimesi").fill("Outi Omistaja");
    await page.getByLabel("Sähköposti").fill("outi@luukku.example");
    await page.getByLabel("Salasana", { exact: true }).fill("lyhyt");
    await page.getByRole("button", { name: "Ota käyttöön" }).click();
    await expect(page.getByText("Kirjoita salasanaan vähintään 12 merkkiä", { exact: false }).first()).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel("Salasana", { exact: true }).fill(PASSWORD);
    await takePictures(page, "set-up-4");
    await page.getByRole("button", { name: "Ota käyttöön" }).click();
  });

  await test.step("the line for the website works as it is", async () => {
    await expect(page.getByRole("heading", { name: "Yhteinen luukku on valmis" })).toBeFocused();
    await expectAccessible(page);
    await takePictures(page, "set-up-done");
    await expect(page.getByRole("heading", { name: "Chat ei näy vielä millään sivulla" })).toBeVisible();
    website.embed = await page.getByLabel("Lisää tämä rivi verkkosivulle").inputValue();
    expect(website.embed).toContain("/widget.js");
    await page.getByRole("button", { name: "Lisää verkkosivu" }).click();
    await expect(page.getByRole("heading", { name: "Chat sivulla", level: 1 })).toBeVisible();
    await page.getByRole("link", { name: "Työpöytä", exact: true }).click();
    const table = page.getByRole("region", { name: "Keskustelu" });
    await expect(table.getByText("Ei näy vielä millään verkkosivulla")).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "desk-first");
    await table.getByRole("link", { name: /^Lisää verkkosivu/ }).click();
    await page.getByLabel("Verkkosivut").fill(website.origin);
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(page.getByText("Muutokset on tallennettu")).toBeVisible();
    const visitor = new Visitor(await (await browser.newContext()).newPage());
    watch(visitor.page);
    await visitor.visit(website.origin);
    await expect(visitor.launcher).toContainText("Jätä viesti");

    await page.getByRole("link", { name: "Työpöytä", exact: true }).click();
    await expect(page.getByRole("button", { name: /^Paikallaolo: Tauolla/ })).toBeVisible();
    await expect(page.getByText("Ei näy vielä millään verkkosivulla")).toHaveCount(0);
    await visitor.page.context().close();
  });

  await test.step("the link and its routes are gone for ever", async () => {
    const token = link.split("/set-up/")[1] ?? "";
    expect((await page.request.get(`${desk.address}/api/set-up/${token}`)).status()).toBe(404);
    const again = { token, organisation: "Toinen", client: "Toinen", languages: ["fi"], time_zone: "Europe/Helsinki" };
    const owner = { owner_name: "Toinen", owner_email: "toinen@luukku.example", owner_password: PASSWORD };
    const answer = await page.request.post(`${desk.address}/api/set-up`, {
      headers: { origin: desk.address },
      data: { ...again, week: [[], [], [], [], [], [], []], websites: [], ...owner },
    });
    expect(answer.status()).toBe(404);
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "Käyttöönottolinkki ei ole voimassa" })).toBeVisible();
  });

  await test.step("and the owner comes in with the password", async () => {
    await page.context().clearCookies();
    await page.goto(desk.address);
    await page.getByLabel("Sähköposti").fill("outi@luukku.example");
    await page.getByLabel("Salasana", { exact: true }).fill("aivan väärä salasana");
    await page.getByRole("button", { name: "Kirjaudu", exact: true }).click();
    await expect(page.getByText("Sähköposti tai salasana ei täsmää")).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel("Salasana", { exact: true }).fill(PASSWORD);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: /^Paikallaolo: / })).toBeVisible();
  });

  // The desk goes before this page does: what it still asks for would look like an error.
  await page.goto("about:blank");
});
