import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

test("an agent says by two keys how urgent a waiting chat is, and the queue follows (UH-15)", async ({
  office,
  visitor,
  workspace,
}) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  const { page } = aino;
  const { keyboard } = page;
  for (const words of ["Tulostin jumittaa", "Koko luokka on ilman verkkoa"]) {
    const vieras = await visitor();
    await vieras.open();
    await vieras.write(words);
    await expect(page.getByRole("region", { name: "Jono" }).getByText(words)).toBeVisible();
  }
  const queue = page.getByRole("region", { name: "Jono" });
  const first = queue.getByRole("listitem").first();
  await expect(first).toContainText("Tulostin jumittaa");
  const dialog = page.getByRole("dialog");

  await test.step("before anybody takes it: one key opens, two keys say it", async () => {
    await queue.getByRole("link", { name: /Koko luokka/ }).press("Enter");
    await expect(page.getByRole("region", { name: "Asian tiedot" }).getByText("Ei vielä arvioitu")).toBeVisible();
    await page.getByRole("log").press("u");
    await expect(dialog.getByRole("button", { name: "Suuri haitta · Heti" })).toBeFocused();
    await expectAccessible(page);
    await takePictures(page, "desk-triage");
    await keyboard.press("2");
    await expect(dialog.getByRole("button", { name: /Vastataan nyt/ })).toBeFocused();
    await expectAccessible(page);
    await takePictures(page, "desk-triage-path");
    await keyboard.press("3");
    await expect(dialog).toHaveCount(0);
  });

  await test.step("it goes before who came earlier, and everybody sees why", async () => {
    await expect(first).toContainText("Kiireellinen");
    await expect(first).toContainText("Koko luokka on ilman verkkoa");
    await expect(page.getByRole("log").getByText("Arvioit:")).toBeVisible();
    await expect(page.getByRole("region", { name: "Asian tiedot" }).getByText("Suuri haitta · Tänään")).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "desk-triaged");
  });

  await test.step("chosen again, the last word holds", async () => {
    await page.getByRole("button", { name: "Muuta arviota" }).click();
    await expect(dialog.getByRole("button", { name: "Suuri haitta · Tänään" })).toHaveAttribute("aria-pressed", "true");
    await dialog.getByRole("button", { name: "Pieni haitta · Ehtii myöhemmin" }).click();
    await dialog.getByRole("button", { name: "Muuta kiireellisyyttä" }).click();
    await expect(dialog.getByRole("button", { name: "Suuri haitta · Tänään" })).toBeFocused();
    await keyboard.press("ArrowDown");
    await expect(dialog.getByRole("button", { name: "Jonkin verran haittaa · Tänään" })).toBeFocused();
    await keyboard.press("9");
    await keyboard.press("1");
    await expect(first).toContainText("Tulostin jumittaa");
    await expect(queue.getByRole("listitem").last()).toContainText("Voi odottaa");
  });

  await test.step("the supervisor sees how soon chats are triaged", async () => {
    const owner = await workspace(office.owner, "/team");
    const figure = owner.page.getByText("tänään alkaneista arvioitu 1, ennen ensimmäistä vastausta 1");
    await expect(figure).toBeVisible();
    await expectAccessible(owner.page);
    await takePictures(owner.page, "team-triage");
  });
});
