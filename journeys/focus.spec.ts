// Where the keyboard is after each thing that takes away what had the focus: never on the document itself.
import { expect, expectAccessible, test } from "./fixtures.ts";
import { PASSWORD } from "./office.ts";

test("a narrow screen has a way back from every case, also from one that is not there", async ({
  office,
  workspace,
}) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  const { page } = aino;
  await aino.comeToWork();
  await office.visitor().start("Näyttö on pimeä");
  // 1280 × 720 at a zoom of 200 %.
  await page.setViewportSize({ width: 640, height: 360 });
  await page.goto(new URL("/cases/1", page.url()).href);
  await expect(aino.message("Näyttö on pimeä")).toBeVisible();
  await page.getByRole("button", { name: "Takaisin luukkuihin" }).click();
  await expect(aino.queue).toBeVisible();
  await page.goto(new URL("/cases/4711", page.url()).href);
  await expect(page.getByText("Asiaa ei löytynyt")).toBeVisible();
  await page.getByRole("navigation", { name: "Päävalikko" }).getByRole("link", { name: "Työpöytä" }).click();
  await expect(aino.queue).toBeVisible();
});

test("the focus has a place after signing in, a reload, solving, ending and opening from the list", async ({
  office,
  workspace,
}) => {
  const person = await office.invite("Aino Aalto");
  const aino = await workspace(person);
  const { page } = aino;
  const table = page.getByRole("region", { name: "Keskustelu", exact: true });
  await expect(table).toBeFocused();
  await page.reload();
  await expect(table).toBeFocused();

  await aino.comeToWork();
  await office.visitor().start("Näyttö on pimeä");
  await aino.takeNext();
  // In a list, letters are commands: what is typed on after a reload goes into the field.
  await page.reload();
  await expect(aino.field).toBeFocused();
  await page.getByRole("button", { name: "Ratkaise" }).click();
  await expect(page.getByText("Asia 1 ratkaistu")).toBeVisible();
  await expect(aino.log).toBeFocused();

  await office.visitor().start("Hiiri ei liiku");
  await aino.takeNext();
  await page.getByRole("button", { name: "Päätä", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Päätä chat" }).click();
  await expect(page.getByText("Päätit chatin")).toBeVisible();
  await expect(aino.log).toBeFocused();

  await page.getByRole("link", { name: "Asiat" }).click();
  await expect(page.getByRole("heading", { name: "Asiat" })).toBeFocused();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Asiat" })).toBeFocused();
  await page.getByRole("table").getByRole("link").first().click();
  await expect(aino.log).toBeFocused();

  await page.getByRole("button", { name: /^Oma valikko: / }).click();
  await page.getByRole("button", { name: "Kirjaudu ulos" }).click();
  await expect(page.getByLabel("Sähköposti")).toBeFocused();
  await page.getByLabel("Sähköposti").fill(person.email);
  await page.getByLabel("Salasana", { exact: true }).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Salasana", { exact: true })).toHaveCount(0);
  await expect(table).toBeFocused();
});

test("who stands on a row that a colleague takes is not left on nothing", async ({ office, workspace }) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  const bengt = await workspace(await office.invite("Bengt Berg"));
  await aino.comeToWork();
  await bengt.comeToWork();
  await office.visitor().start("Näyttö on pimeä");
  await aino.takeNext();
  await office.visitor().start("Hiiri ei liiku");
  await aino.queue.getByRole("link").first().focus();
  await bengt.takeNext();
  await expect(aino.queue.getByRole("link")).toHaveCount(0);
  await expect(aino.field).toBeFocused();
});

test("a smiley is found and chosen by keyboard", async ({ talking }) => {
  const { aino } = await talking("Hei");
  const { page } = aino;
  await page.getByRole("button", { name: "Hymiö", exact: true }).click();
  const picker = page.getByRole("group", { name: "Valitse hymiö" });
  const find = picker.getByLabel("Etsi hymiö");
  await expect(find).toBeFocused();
  await expect(picker.locator(".all button").first()).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press("Tab");
  const group = picker.getByLabel("Ryhmä");
  await expect(group).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(group).toHaveValue("1");

  await find.focus();
  await page.keyboard.press("ArrowDown");
  const first = picker.locator(".all button").first();
  await expect(first).toBeFocused();
  await page.keyboard.press("ArrowDown");
  const [above, below] = await Promise.all([first.boundingBox(), picker.locator(":focus").boundingBox()]);
  expect(below?.x).toBe(above?.x);
  expect(below?.y).toBeGreaterThan(above?.y ?? 0);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(find).toBeFocused();

  await page.keyboard.insertText("sydän");
  await expect(picker.getByRole("button", { name: /sydän/ }).first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(aino.field).not.toHaveValue("");
  await expect(aino.field).toBeFocused();
});
