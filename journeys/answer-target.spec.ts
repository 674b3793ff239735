import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

test("the one who looks after the desk is told that somebody waits too long, and finds the case (UH-20)", async ({
  office,
  workspace,
}) => {
  await office.change({ answer_target_s: 10 });
  const owner = await workspace(office.owner);
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  await office.visitor().start("Hiiri ei liiku");
  const { page } = owner;

  await test.step("who could take it is called before, and the desk tells when it is too late", async () => {
    await expect(aino.page.getByText("Jonossa Vierailija 1: vastausaika on pian täynnä")).toBeAttached();
    await expect(page.getByText("Tavoite ylittyi: Vierailija 1, Havuvaara")).toBeVisible();
    await page.getByRole("button", { name: /^Avaa/ }).click();
    await expect(page.getByText("Vastaustavoite 0:10 ylittyi", { exact: false })).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "answer-target-missed");
  });

  await test.step("what happened is on the team's page as well, and not at the agent's desk as a call", async () => {
    await page.getByRole("link", { name: "Tiimi", exact: true }).click();
    await expect(page.getByText("Vastaustavoite 0:10 ylittyi", { exact: false })).toBeVisible();
    await expect(aino.page.getByText("Tavoite ylittyi", { exact: false })).toBeHidden();
    const { entries } = await office.case(1);
    expect(entries.filter((one) => one.kind === "answer_target_missed")).toHaveLength(1);
  });
});
