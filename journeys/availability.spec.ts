import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";
import { kept } from "./visitor.ts";

test("a supervisor sees when the chat was open today, and why it was not (CC-11)", async ({ office, workspace }) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  const esa = await workspace(await office.invite("Esa Esihenkilö", { role: "supervisor" }), "/team");
  const { page } = esa;
  await page.getByRole("link", { name: /^Havuvaara.*milloin chat oli auki$/ }).click();
  await expect(page.getByRole("heading", { name: "Milloin chat oli auki: Havuvaara" })).toBeFocused();
  const rows = page.getByRole("table").getByRole("row");
  await expect(rows.last()).toContainText(/nyt\s*Auki/);

  await aino.page.keyboard.press("Alt+p");
  await expect(rows.last()).toContainText("Kiinni: ketään ei ollut paikalla");
  await expect(page.getByRole("img", { name: /Auki, .*Kiinni: ketään ei ollut paikalla/ })).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, "availability");

  await page.getByRole("button", { name: "Edellinen päivä" }).click();
  await expect(page.getByText(/^Päivältä .* ei ole merkintöjä$/)).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  await expect(rows.last()).toContainText("Kiinni: ketään ei ollut paikalla");

  await aino.page.goto(page.url());
  await expect(aino.page.getByText("Tämä sivu on esihenkilölle")).toBeVisible();
});

test("a supervisor sees how many visitors met the chat closed, and each is counted once (CC-11)", async ({
  office,
  visitor,
  workspace,
}) => {
  const { client_id } = office.client;
  const esa = await workspace(
    await office.invite("Esa Esihenkilö", { role: "supervisor" }),
    `/team/availability/${client_id}`,
  );
  const { page } = esa;
  const last = page.getByRole("table").getByRole("row").last();
  const visitors = page.locator("dl > div").filter({ hasText: "Kävijöitä, kun chat oli kiinni" });
  const counted = visitors.getByRole("definition").first();
  await expect(last).toContainText("Kiinni: ketään ei ollut paikalla");
  await expect(counted).toHaveText("0");

  const passing = await visitor();
  await expect(passing.launcher).toContainText("Jätä viesti");
  await page.reload();
  await expect(counted).toHaveText("0");

  const kaisa = await visitor();
  for (let time = 1; time <= 3; time += 1) {
    const told = kaisa.page.waitForResponse(/\/met-closed\?/);
    await kaisa.open();
    await expect(kaisa.chat.getByRole("heading", { name: "Chat on nyt kiinni" })).toBeVisible();
    expect((await told).status()).toBe(204);
    expect(await kept(kaisa.frame), "nothing is kept in the browser of who has only looked").toEqual([]);
    await kaisa.page.reload();
    await expect(kaisa.launcher).toBeVisible();
  }
  await page.reload();
  await expect(counted).toHaveText("1");
  await expect(last.getByRole("cell").last()).toHaveText("1");
  await expectAccessible(page);
  await takePictures(page, "availability-met");

  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  await expect(last).toContainText(/nyt\s*Auki/);
  await kaisa.open();
  await expect(kaisa.field).toBeVisible();
  await page.reload();
  await expect(last.getByRole("cell").last()).toHaveText("–");
  await expect(counted).toHaveText("1");
});
