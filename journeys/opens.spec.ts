import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

test("a new desk opens in the browser with all its parts in place", async ({ desk, page }) => {
  const answer = await page.goto(desk.address);

  expect(answer?.status()).toBe(200);
  await expect(page.locator("main")).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, "opens");
});
