import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

test("an agent sees whether the customer is still there, and since when they are not (SM-03)", async ({
  office,
  visitor,
  workspace,
}) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  const vieras = await visitor();
  await vieras.open();
  await vieras.write("Tulostin ei tulosta");
  const row = aino.queue.getByRole("listitem").first();
  await expect(row).toContainText("sivulla");

  await test.step("in the queue, in the luukku and in the head of the case", async () => {
    await vieras.page.goto("about:blank");
    await expect(row).toContainText(/lähti sivulta \d+\.\d\d/, { timeout: 60_000 });
    await takePictures(aino.page, "on-page-queue");
    await aino.takeNext();
    await expect(aino.page.getByText(/^Asia 1 · lähti sivulta \d+\.\d\d/)).toBeVisible();
    await expect(aino.luukut.getByRole("link", { name: /lähti sivulta \d+\.\d\d/ })).toBeVisible();
    await expectAccessible(aino.page);
    await takePictures(aino.page, "on-page-left");
  });

  await test.step("and at once when they come back", async () => {
    await vieras.page.goBack();
    await expect(aino.luukut.getByRole("link", { name: /sivulla$/ })).toBeVisible();
    await expect(aino.luukut.getByRole("link", { name: /lähti sivulta/ })).toHaveCount(0);
    await takePictures(aino.page, "on-page-here");
  });
});
