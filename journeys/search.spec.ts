import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";
import { newId } from "./ids.ts";

test("the palette finds cases, customers and words by the keyboard alone", async ({ expected, office, talking }) => {
  const { aino } = await talking("Uuden tulostimen muste loppui jo eilen");
  const { page } = aino;
  await office.visitor().start("Lasku on väärin");
  const field = page.getByRole("combobox", { name: "Etsi tai tee" });
  const options = page.getByRole("listbox", { name: "Osumat" }).getByRole("option");
  const words = page.getByRole("group", { name: "Viestit ja muistiinpanot" }).getByRole("option");

  await test.step("the beginning of a word finds its inflected form, with the words around it", async () => {
    await page.keyboard.press("Control+k");
    await field.fill("tulosti");
    await expect(words).toHaveCount(1);
    await expect(words).toContainText("asiakas kirjoitti");
    await expect(words.locator("mark")).toHaveText("tulostimen");
    await expectAccessible(page);
    await takePictures(page, "search");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/cases\/1$/);
  });

  await test.step("the keys that come at once after it open it again, and it stays open", async () => {
    await page.keyboard.press("Control+k");
    await field.fill("tulosti");
    await expect(words).toHaveCount(1);
    // As a busy machine hands them on: both keys before anything that the page has put off.
    await field.evaluate(async (input) => {
      input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
      for (let at = 0; at < 10; at++) await Promise.resolve();
      window.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true }));
    });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    await expect(field).toBeFocused();
    await expect(field).toHaveValue("");
    await page.keyboard.press("Escape");
    await expect(field).toBeHidden();
  });

  await test.step("a number that no case has is not offered", async () => {
    await page.keyboard.press("Control+k");
    await field.fill("9999");
    await expect(page.getByText("Ei osumia haulla ”9999”.", { exact: false }).last()).toBeVisible();
    await expect(options).toHaveCount(0);
    await expectAccessible(page);
    await takePictures(page, "search-nothing");
  });

  await test.step("a number and Enter open that case, although the desk answers later", async () => {
    await page.keyboard.press("Escape");
    await aino.field.press("Escape");
    await page.keyboard.press("r");
    await expect(page.getByText("Asia 1 ratkaistu")).toBeVisible();
    await page.goto(new URL("/cases", page.url()).href);
    await expect(page.getByRole("table").getByRole("row")).toHaveCount(3);
    let answer = () => {};
    const released = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route("**/api/search?*", async (route) => released.then(() => route.continue()), { times: 1 });
    await page.keyboard.press("Control+k");
    await field.fill("1");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Haetaan…").last()).toBeVisible();
    answer();
    await expect(page).toHaveURL(/\/cases\/1$/);
  });

  await test.step("what was said long ago is gone to, however much was said after it", async () => {
    const { row } = await office.case(2);
    for (let at = 0; at < 210; at++) {
      const note = { note_id: newId(), text: `Rivi ${at}` };
      await office.owner.api.ask("POST", `/api/cases/${row.case_id}/notes`, note);
    }
    await page.keyboard.press("Control+k");
    await field.fill("lasku");
    await expect(words).toHaveCount(1);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/cases\/2$/);
    const first = aino.log.getByRole("article").filter({ hasText: "Lasku on väärin" });
    await expect(first).toBeFocused();
    await expect(first).toBeInViewport();
    await expect(aino.log.getByText("Rivi 209")).not.toBeInViewport();
    await takePictures(page, "search-gone-to");
  });

  await test.step("a search that fails says so and is tried again", async () => {
    expected.push(/ERR_FAILED.*api\/search/);
    await page.keyboard.press("Control+k");
    await page.route("**/api/search?*", (route) => route.abort(), { times: 1 });
    await field.fill("väärin");
    await expect(page.getByText("Haku ei onnistunut.").last()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Yritä uudelleen" }).click();
    await expect(words).toHaveText(/Lasku on väärin/);
  });
});
