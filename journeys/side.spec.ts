import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

test("colleagues talk aside in a case while the customer's chat goes on, and the customer sees none of it (NV-36)", async ({
  office,
  workspace,
  talking,
}) => {
  const outi = await workspace(office.owner);
  const { aino, vieras } = await talking("Saanko hyvityksen?");
  const theirs = outi.page.getByRole("log", { name: "Sivukeskustelu" });
  const hers = aino.page.getByRole("log", { name: "Sivukeskustelu" });
  const write = (page: typeof aino.page) => page.getByRole("textbox", { name: "Sivukeskustelu, asiakas ei näe" });
  await outi.page.goto(new URL("/cases/1", outi.page.url()).href);
  await expect(outi.message("Saanko hyvityksen?")).toBeVisible();

  await test.step("by the keyboard alone a colleague opens it and writes", async () => {
    await outi.page.keyboard.press("k");
    await expect(write(outi.page)).toBeFocused();
    await expect(theirs.getByText("Täällä voit jutella työkavereiden kanssa")).toBeVisible();
    await write(outi.page).fill("Hän kysyi samaa eilen.");
    await write(outi.page).press("Enter");
    await expect(theirs.getByText("Hän kysyi samaa eilen.")).toBeVisible();
    await expectAccessible(outi.page);
  });

  await test.step("who holds the chat sees a mark, and nothing moves under their hands", async () => {
    await expect(aino.field).toBeFocused();
    await expect(aino.page.getByRole("tab", { name: /Sivukeskustelussa yksi lukematon/ })).toBeVisible();
    await expect(aino.luukut.getByRole("link", { name: /Sivukeskustelussa yksi lukematon/ })).toBeVisible();
    await expect(aino.message("Hän kysyi samaa")).toBeHidden();
    await aino.field.fill("Katson heti.");
    await takePictures(aino.page, "side-unread");
  });

  await test.step("the answer aside is not the answer to the customer", async () => {
    await aino.page.keyboard.press("Escape");
    await aino.page.keyboard.press("k");
    await expect(hers.getByText("Hän kysyi samaa eilen.")).toBeVisible();
    await expect(aino.luukut.getByRole("link", { name: /Sivukeskustelussa/ })).toBeHidden();
    await write(aino.page).fill("Kiitos! Hyvitän.");
    await write(aino.page).press("Enter");
    await expect(theirs.getByText("Kiitos! Hyvitän.")).toBeVisible();
    await expectAccessible(aino.page);
    await takePictures(aino.page, "side");
    await aino.page.getByRole("tab", { name: "Vastaus asiakkaalle" }).click();
    await expect(aino.field).toHaveValue("Katson heti.");
    await aino.field.press("Enter");
    await expect(vieras.message("Katson heti.")).toBeVisible();
    await expect(vieras.chat.getByText("Hyvitän")).toBeHidden();
    await expect(vieras.chat.getByText("Hän kysyi samaa")).toBeHidden();
  });

  await test.step("it is there after a reload, with the line that was not sent yet", async () => {
    await write(outi.page).fill("Entä postikulut");
    await outi.page.reload();
    await expect(outi.message("Katson heti.")).toBeVisible();
    await outi.page.getByRole("tab", { name: /^Sivukeskustelu/ }).click();
    await expect(theirs.getByText("Kiitos! Hyvitän.")).toBeVisible();
    await expect(write(outi.page)).toHaveValue("Entä postikulut");
  });
});
