import { Desk } from "./desk.ts";
import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";
import { Visitor } from "./visitor.ts";
import { Workspace } from "./workspace.ts";

test("a newcomer starts the demo, signs in with what it printed, and talks through a demo website", async ({
  browser,
  watch,
  page,
}) => {
  const desk = await Desk.start("demo");
  const [, website = ""] = /(http:\/\/localhost:\d+)/.exec(await desk.line(/Koskelan yliopisto/)) ?? [];
  const [, password = ""] = /password (\S+)/.exec(await desk.line(/Everybody signs in/)) ?? [];
  const [, email = ""] = /(\S+@\S+)/.exec(await desk.line(/Aino Mäkelä/)) ?? [];

  await page.goto(desk.address);
  await page.getByLabel("Sähköposti").fill(email);
  await page.getByLabel("Salasana", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  const aino = new Workspace(page, desk.address);
  await expect(aino.presence).toBeVisible();
  await aino.comeToWork();
  await expectAccessible(page);
  await takePictures(page, "demo-desk");

  const vieras = new Visitor(await (await browser.newContext()).newPage());
  watch(vieras.page);
  await vieras.visit(website);
  await expect(vieras.launcher).toContainText("Kysy");
  await expectAccessible(vieras.page);
  await takePictures(vieras.page, "demo-website");
  await vieras.open();
  await vieras.write("Hei, salasanani on vanhentunut 🙈");
  await expect(aino.queue.getByRole("link", { name: /salasanani on vanhentunut/ })).toBeVisible();
  await aino.takeNext();
  await aino.reply("Hei! Autan sinua heti");
  await expect(vieras.message("Autan sinua heti")).toBeVisible();

  await test.step("there is a history to look at", async () => {
    await page.getByRole("link", { name: "Asiat", exact: true }).click();
    await expect(page.getByRole("table").getByRole("row").nth(20)).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "demo-cases");
    await page.getByRole("table").getByRole("link").nth(5).click();
    await expect(page.getByRole("log").getByRole("article").first()).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "demo-case");
  });

  await vieras.page.context().close();
  await page.close();
  await desk.remove();
});
