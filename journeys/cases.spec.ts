import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

test("cases are found by filter, by number and by key", async ({ office, workspace }) => {
  const person = await office.invite("Aino Aalto");
  await person.api.ask("PUT", "/api/me/presence", { presence: "present" });
  const aino = await workspace(person);
  const { page } = aino;
  // The choice counts once she has a screen.
  await expect(aino.presence).toHaveAccessibleName(/^Paikallaolo: Paikalla/);
  for (const text of ["Lasku on väärin", "Missä paketti on?", "Koko ei sovi"]) await office.visitor().start(text);
  await aino.takeNext();
  await aino.reply("Katson laskua");
  await page.keyboard.press("Control+Shift+Enter");
  await expect(aino.message("Katson laskua")).toContainText("lähetetty");
  await aino.field.press("Escape");
  await page.keyboard.press("r");
  await expect(page.getByText("Asia 1 ratkaistu")).toBeVisible();

  await page.getByRole("link", { name: "Asiat", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Asiat", level: 1 })).toBeFocused();
  const rows = page.getByRole("table").getByRole("row");
  await expect(rows).toHaveCount(4);
  await expectAccessible(page);
  await takePictures(page, "cases");

  await page.getByRole("combobox", { name: "Tila" }).selectOption("Ratkaistu");
  await expect(rows).toHaveCount(2);
  await expect(page).toHaveURL(/state=solved/);
  await page.getByRole("combobox", { name: "Omistaja" }).selectOption("Outi Omistaja");
  await expect(page.getByText("Ei asioita tällä rajauksella")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Tyhjennä rajaus" }).first().click();
  await expect(rows).toHaveCount(4);

  await test.step("a number typed into the palette opens the case", async () => {
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox", { name: "Etsi tai tee" });
    await expect(field).toBeFocused();
    await expectAccessible(page);
    await takePictures(page, "palette");
    await field.fill("3");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/cases\/3$/);
    await expect(aino.message("Koko ei sovi")).toBeVisible();
    await expect(page.getByText("Ota chat, niin voit vastata.", { exact: false })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("an unknown number says so", async () => {
    await page.goto(`${page.url().replace(/\/cases.*/, "")}/cases/999`);
    await expect(page.getByRole("heading", { name: "Asiaa ei löytynyt" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the keys are listed on ?", async () => {
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Pikanäppäimet" })).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "shortcuts");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name: "Pikanäppäimet" })).toBeHidden();
  });
});

test("a chat is transferred with a note, and the customer sees one conversation", async ({
  office,
  visitor,
  workspace,
}) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  // With this chat Bengt is full, and receives nothing more.
  const bengt = await workspace(await office.invite("Bengt Berg", { slots: 1 }));
  await aino.comeToWork();
  await bengt.comeToWork();
  const vieras = await visitor();
  await vieras.open();
  await vieras.write("Takuukysymys");
  await expect(aino.queue.getByRole("link", { name: /Vierailija 1/ })).toBeVisible();
  await aino.takeNext();
  await aino.field.press("Escape");
  await aino.page.keyboard.press("t");
  const dialog = aino.page.getByRole("dialog", { name: "Siirrä chat: Vierailija 1" });
  await expect(dialog).toBeVisible();
  await expectAccessible(aino.page);
  await takePictures(aino.page, "transfer");
  await dialog.getByText("Bengt Berg").first().click();
  await dialog.getByLabel("Muistiinpano").fill("Takuu on voimassa, tarvitaan kuitti");
  await dialog.getByRole("button", { name: "Siirrä", exact: true }).click();
  await expect(bengt.luukut.getByRole("link", { name: /Vierailija 1/ })).toBeVisible();
  await expect(aino.luukut.getByRole("link")).toHaveCount(0);
  await expect(aino.page.getByText("Asia 1 siirretty: Bengt Berg")).toBeVisible();
  await bengt.page.keyboard.press("Alt+1");
  await expect(bengt.log.getByText("Takuu on voimassa, tarvitaan kuitti")).toBeVisible();
  await expect(vieras.log.getByText("Keskustelusi siirtyi. Bengt vastaa sinulle.")).toBeVisible();
  await expect(vieras.log).not.toContainText("tarvitaan kuitti");
});

test("the team's page tells a supervisor who is there and what waits; an agent does not see it", async ({
  office,
  workspace,
}) => {
  const aino = await office.invite("Aino Aalto");
  const table = await workspace(aino);
  await table.comeToWork();
  await office.invite("Bengt Berg");
  const esa = await workspace(await office.invite("Esa Esihenkilö", { role: "supervisor" }));
  const { page } = esa;
  await office.visitor().start("Ensimmäinen");
  await office.visitor().start("Toinen");
  await table.takeNext();

  await page.getByRole("link", { name: "Tiimi", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Tiimi nyt" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Aino Aalto.*Paikalla/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Bengt Berg.*Poissa/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /^Havuvaara/ })).toContainText("1");
  await expectAccessible(page);
  await takePictures(page, "team");

  await table.page.keyboard.press("Alt+p");
  await expect(page.getByRole("row", { name: /Aino Aalto.*Tauolla/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /^Havuvaara/ })).toContainText("Kiinni: ketään ei ole paikalla");

  await test.step("what went another way is told as it happens, and is still there afterwards", async () => {
    await expect(page.getByText("Ei siirtoja, palautuksia eikä uudelleen avattuja asioita.")).toBeVisible();
    const { row } = await office.case(1);
    await aino.api.ask("POST", `/api/cases/${row.case_id}/give-back`);
    await expect(page.getByRole("listitem").filter({ hasText: "Aino Aalto palautti chatin jonoon" })).toContainText(
      "Asia 1",
    );
    await expectAccessible(page);
    await page.reload();
    await expect(page.getByRole("listitem").filter({ hasText: "Aino Aalto palautti chatin jonoon" })).toHaveCount(1);
  });

  await expect(table.page.getByRole("link", { name: "Tiimi", exact: true })).toHaveCount(0);
  await table.page.goto(`${table.page.url().replace(/\/cases.*/, "")}/team`);
  await expect(table.page.getByRole("heading", { name: "Tämä sivu on esihenkilölle" })).toBeVisible();
  await expectAccessible(table.page);

  await test.step("somebody who only reads has no way to act", async () => {
    const lukija = await workspace(await office.invite("Laura Lukija", { role: "read_only" }), "/cases/1");
    await expect(lukija.page.getByText("Voit lukea, et kirjoittaa.")).toBeVisible();
    for (const name of [/^Ota/, "Ratkaise", "Siirrä", "Päätä"])
      await expect(lukija.page.getByRole("button", { name })).toHaveCount(0);
    await expectAccessible(lukija.page);
  });
});
