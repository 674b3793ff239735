// What an agent has written and not sent: in two tabs, over a reload, and on the way to the wrong customer.
import { CUT, expect, test } from "./fixtures.ts";
import { Workspace } from "./workspace.ts";

test("words that are in two tabs are sent once, and files of a draft outlive a reload", async ({
  cable,
  office,
  workspace,
  watch,
}) => {
  const person = await office.invite("Aino Aalto");
  const first = await workspace(person);
  await first.comeToWork();
  await office.visitor().start("Näyttö on pimeä");
  await first.takeNext();
  await first.field.fill("Kokeile toista johtoa");
  await first.page
    .locator("input[type=file]")
    .setInputFiles({ name: "johdot.txt", mimeType: "text/plain", buffer: Buffer.from("Sininen on oikea.") });
  await expect(first.page.getByText("Luonnos tallessa", { exact: false })).toBeVisible();

  const page = await first.page.context().newPage();
  watch(page);
  const second = new Workspace(page, cable.address);
  await page.goto(`${cable.address}/cases/1`);
  await expect(second.field).toHaveValue("Kokeile toista johtoa");
  await expect(page.getByRole("button", { name: "Poista johdot.txt" })).toBeVisible();
  await page.reload();
  await expect(second.field).toHaveValue("Kokeile toista johtoa");
  await expect(page.getByRole("button", { name: "Poista johdot.txt" })).toBeVisible();

  await first.field.press("Enter");
  // The other tab knows that they are on their way: there is nothing left to send.
  await expect(second.field).toHaveValue("");
  await expect(page.getByRole("button", { name: "Poista johdot.txt" })).toHaveCount(0);
  await second.field.press("Enter");
  await expect(second.message("Kokeile toista johtoa")).toContainText("lähetetty");
  expect((await office.said(1)).filter((one) => one === "Kokeile toista johtoa")).toHaveLength(1);
});

test("a reply and a note that are being written side by side are both there after a reload", async ({
  office,
  workspace,
}) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  await office.visitor().start("Näyttö on pimeä");
  await aino.takeNext();
  await aino.field.fill("Kokeile toista johtoa");
  await aino.page.getByRole("tab", { name: "Muistiinpano" }).click();
  await aino.noteField.fill("Soitti jo aamulla");
  await expect(aino.page.getByText("Luonnos tallessa", { exact: false })).toBeVisible();
  await aino.page.reload();
  await expect(aino.field).toHaveValue("Kokeile toista johtoa");
  await aino.page.getByRole("tab", { name: "Muistiinpano kesken" }).click();
  await expect(aino.noteField).toHaveValue("Soitti jo aamulla");
});

test("a tab that is reloaded in the five seconds loses nothing and says nothing twice", async ({
  office,
  workspace,
}) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  await office.visitor().start("Näyttö on pimeä");
  await aino.takeNext();
  await aino.reply("Katson heti");
  await expect(aino.message("Katson heti")).toContainText("Lähtee");
  await aino.page.reload();
  await expect(aino.message("Katson heti")).toContainText("lähetetty");
  await expect(aino.field).toHaveValue("");
  expect((await office.said(1)).filter((one) => one === "Katson heti")).toHaveLength(1);
});

test("words that were written without a network are in the field when the tab has been closed and opened again", async ({
  cable,
  office,
  workspace,
  watch,
  expected,
}) => {
  expected.push(CUT);
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  await office.visitor().start("Näyttö on pimeä");
  await aino.takeNext();
  const context = aino.page.context();
  cable.cut();
  await aino.field.fill("Kokeile toista johtoa");
  await aino.field.blur();
  await aino.page.close();
  cable.mend();

  const page = await context.newPage();
  watch(page);
  await page.goto(`${cable.address}/cases/1`);
  await expect(new Workspace(page, cable.address).field).toHaveValue("Kokeile toista johtoa");
  await expect(page.getByText("Luonnos tallessa", { exact: false })).toBeVisible();
});

test("a reply to the wrong customer is taken back from the next chat and from another page", async ({
  office,
  workspace,
}) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  await office.visitor().start("Näyttö on pimeä");
  await aino.takeNext();
  await office.visitor().start("Hiiri ei liiku");
  await aino.takeNext();

  await aino.reply("Vaihda paristo");
  await aino.luukut.getByRole("link", { name: /^Luukku 1/ }).click();
  await expect(aino.message("Näyttö on pimeä")).toBeVisible();
  await aino.page.keyboard.press("Control+z");
  await expect(aino.message("Hiiri ei liiku")).toBeVisible();
  await expect(aino.field).toHaveValue("Vaihda paristo");

  await aino.field.press("Enter");
  await aino.page.getByRole("link", { name: "Asiat" }).click();
  await aino.page.getByRole("button", { name: "Peru lähetys" }).click();
  await expect(aino.field).toHaveValue("Vaihda paristo");
  expect(await office.said(2)).not.toContain("Vaihda paristo");
});
