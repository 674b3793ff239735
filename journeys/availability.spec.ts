import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

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
