import { expect, expectAccessible, test } from "./fixtures.ts";

// What comes back: a chat that was solved by a slip, and one whose agent has gone.

test("a chat that was solved by a slip goes on for both sides", async ({ office, workspace, visitor }) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  const { page } = aino;
  const maija = await visitor();
  await maija.open();
  await maija.write("Ei tulosta");
  await aino.takeNext();
  await aino.reply("Mikä malli?");
  await expect(maija.message("Mikä malli?")).toBeVisible();
  await aino.field.press("Escape");
  await page.keyboard.press("r");
  await expect(page.getByText("Asia 1 ratkaistu")).toBeVisible();
  await page.getByRole("button", { name: "Peru", exact: true }).click();
  await expect(aino.log).toContainText("Chat on taas auki: jatkoit sitä");
  await expect(aino.luukut).toContainText("Mikä malli?");
  await expectAccessible(page);
  await maija.write("Se iso harmaa");
  await expect(aino.message("Se iso harmaa")).toBeVisible();
  // Nobody has handed it on, and nobody is told so.
  await expect(page.getByText(/siirrettiin sinulle/)).toHaveCount(0);
});

test("whoever supervises gives a left message back that a colleague holds", async ({ office, workspace }) => {
  await office.visitor().leave("Milloin vastaatte?");
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  await aino.takeNext();
  const esa = await workspace(await office.invite("Esa Esihenkilö", { role: "supervisor" }), "/cases/1");
  await esa.page.getByRole("button", { name: "Palauta jonoon" }).click();
  await expect(esa.log).toContainText("Palautit viestin jonoon");
  await expect(aino.log).toContainText("Esa Esihenkilö palautti viestin jonoon");
  await expect(esa.queue.getByRole("listitem")).toHaveCount(1);
  await expectAccessible(esa.page);
});

test("who comes back with another matter begins a new one", async ({ office, workspace, visitor }) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  const maija = await visitor();
  await maija.open();
  await maija.write("Ei tulosta");
  await aino.takeNext();
  await aino.field.press("Escape");
  await aino.page.keyboard.press("r");
  await expect(maija.chat.getByRole("button", { name: "Jatka samaa asiaa" })).toBeVisible();
  await expectAccessible(maija.page);
  await maija.chat.getByRole("button", { name: "Aloita uusi keskustelu" }).click();
  await maija.write("Nyt toinen asia");
  await expect(maija.log.getByText("asianumerosi on 2")).toBeVisible();
  await aino.takeNext();
  await expect(aino.page).toHaveURL(/\/2$/);
});
