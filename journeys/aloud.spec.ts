// What a screen reader is told beside the conversation: each change once, and nothing that is over.
import { expect, test } from "./fixtures.ts";

test("what is said aloud is true when it is read", async ({ office, visitor, workspace }) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  const vieras = await visitor();
  await vieras.open();
  await vieras.write("Hei!");
  await expect(vieras.aloud).toHaveText("Olet jonossa seuraavana.");
  await aino.takeNext();
  await expect(vieras.chat.getByRole("heading", { name: "Aino vastaa sinulle" })).toBeVisible();
  await expect(vieras.aloud).toBeEmpty();

  await test.step("behind a closed panel an answer and the end are said", async () => {
    await vieras.chat.getByRole("button", { name: "Pienennä" }).click();
    await aino.reply("Hei! Miten voin auttaa?");
    await expect(vieras.aloud).toHaveText("Aino vastasi");
    await aino.field.press("Escape");
    await aino.page.keyboard.press("r");
    await expect(vieras.aloud).toContainText(/Keskustelu päättyi \d/);
  });

  await test.step("in the open panel the end is read from the conversation, and the queue of before is gone", async () => {
    await vieras.open();
    await expect(vieras.chat.getByText("Kiitos, että kysyit")).toBeVisible();
    await expect(vieras.log).toContainText(/Keskustelu päättyi \d/);
    await expect(vieras.aloud).not.toContainText(/jonossa|vastasi/);
    await vieras.chat.getByRole("button", { name: "Jatka samaa asiaa" }).click();
    await vieras.write("Vielä yksi kysymys");
    await expect(vieras.aloud).toHaveText("Olet jonossa seuraavana.");
  });
});
