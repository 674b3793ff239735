import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

// What a screen does not know yet it does not claim, and what it says fits what happened.

test("nothing is said of an agent's presence before the desk has told", async ({ office, watch, browser }) => {
  const person = await office.invite("Aino Aalto");
  await person.api.ask("PUT", "/api/me/presence", { presence: "present" });
  const context = await browser.newContext();
  const page = await context.newPage();
  watch(page);
  // The line does not come up until its ticket is let through.
  let letThrough = () => {};
  const asked = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route("**/api/socket-ticket", async (route) => {
    await asked;
    await route.continue();
  });
  await context.addCookies([{ ...person.cookie, url: office.desk.address }]);
  await page.goto(office.desk.address);
  const presence = page.getByRole("button", { name: "Paikallaolo", exact: true });
  await expect(presence).toBeVisible();
  await expect(presence).toHaveAttribute("aria-busy", "true");
  await expect(page.getByRole("banner")).not.toContainText("Poissa");
  await expect(page.getByRole("banner")).not.toContainText("Tauolla");
  // Neither the button nor its key guesses.
  await presence.click({ force: true });
  await page.keyboard.press("Alt+p");
  await expect(page.getByRole("button", { name: /Tauolla/ })).toHaveCount(0);
  await expectAccessible(page);
  letThrough();
  await expect(page.getByRole("button", { name: /^Paikallaolo: Paikalla/ })).toBeVisible();
  await context.close();
});

test("the team's page tells chats that wait for their first answer from a day without any", async ({
  office,
  workspace,
}) => {
  const aino = await office.invite("Aino Aalto");
  await aino.api.ask("PUT", "/api/me/presence", { presence: "present" });
  const table = await workspace(aino);
  const esa = await workspace(await office.invite("Esa Esihenkilö", { role: "supervisor" }), "/team");
  const { page } = esa;
  await expect(page.getByText("ei vielä chatteja").first()).toBeVisible();
  await office.visitor().start("Ensimmäinen");
  await expect(page.getByText("yksi chat alkanut, ei vielä vastattu").first()).toBeVisible();
  await office.visitor().start("Toinen");
  await expect(page.getByText("2 chattia alkanut, yhteenkään ei ole vielä vastattu").first()).toBeVisible();
  await expect(page.getByText("ei vielä chatteja")).toHaveCount(0);
  await table.takeNext();
  await table.reply("Hei!");
  await expect(page.getByText("ei ole vielä vastattu")).toHaveCount(0);
});

test("a left message is spoken of as a message, from the queue to the end", async ({ office, workspace }) => {
  await office.visitor().leave("Milloin vastaatte?");
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  const { page } = aino;
  await aino.queue.getByRole("link", { name: /Jätetty viesti/ }).click();
  await expect(page.getByText("Ota viesti, niin voit vastata.", { exact: false })).toBeVisible();
  await aino.takeNext();
  await expect(aino.log).toContainText("Otit viestin");
  await aino.field.press("Escape");
  await page.keyboard.press("e");
  const dialog = page.getByRole("dialog", { name: /^Päätetäänkö yhteydenotto: / });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Päätä yhteydenotto" }).click();
  await expect(aino.log).toContainText("Päätit yhteydenoton");
  await expect(page.getByText("Päättynyt keskustelu jatkuu vastauksestasi", { exact: false })).toBeVisible();
  await expect(page.getByRole("region", { name: "Keskustelu" })).not.toContainText(/chat/i);
});

test("an empty table says whose chat is closed, why, and where that is changed", async ({ office, workspace }) => {
  const outi = await workspace(office.owner);
  await outi.comeToWork();
  const table = outi.page.getByRole("region", { name: "Keskustelu" });
  await expect(table).toContainText("Olet paikalla");
  await expect(table.getByRole("heading", { name: "Chat nyt" })).toHaveCount(0);
  await office.change({ week: Array.from({ length: 7 }, () => [{ from_minute: 0, to_minute: 1 }]) });
  await expect(table.getByRole("listitem")).toContainText(/Havuvaara Kiinni, aukeaa .* kello 0\.00/);
  await expectAccessible(outi.page);
  await takePictures(outi.page, "desk-closed");
  await table.getByRole("link", { name: /^Muuta aukioloa/ }).click();
  await expect(outi.page.getByRole("heading", { name: "Aukioloajat", level: 1 })).toBeVisible();
});

test("left messages are counted apart from those who wait in a chat", async ({ office, workspace }) => {
  await office.visitor().leave("Milloin vastaatte?");
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  const table = aino.page.getByRole("region", { name: "Keskustelu" });
  await expect(table.getByRole("heading", { name: "Yksi jätetty viesti odottaa vastausta" })).toBeVisible();
  await expect(aino.queue).toContainText("yksi jätetty viesti");
  await expect(aino.queue).not.toContainText("pisin");
  await office.visitor().start("Hei, chatissa");
  await expect(table.getByRole("heading", { name: "Yksi odottaa jonossa" })).toBeVisible();
  await expect(table).toContainText("Lisäksi jonossa on yksi jätetty viesti.");
  await expect(aino.queue).toContainText(/Yksi odottaa · pisin \d:\d\d · yksi jätetty viesti/);
});

test("an answer that was not sent is not solved over", async ({ talking }) => {
  const { aino, vieras } = await talking("Tulostin ei tulosta");
  const { page } = aino;
  await aino.field.fill("Laite on nyt korjattu.");
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: "Vastauksesi on vielä kentässä" });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Peru" }).click();
  await expect(aino.field).toHaveValue("Laite on nyt korjattu.");
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  await page.keyboard.press("Enter");
  await expect(vieras.message("Laite on nyt korjattu.")).toBeVisible();
  await expect(page.getByText(/^Asia \d+ ratkaistu$/)).toBeVisible();
});

test("a key that finds nobody in the queue says so", async ({ office, workspace }) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  await aino.page.keyboard.press("Alt+o");
  await expect(aino.page.getByText("Jonossa ei ole ketään, jonka voisit ottaa")).toBeVisible();
});
