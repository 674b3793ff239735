import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

test("who comes back is known in the queue, to who answered them last and to the others", async ({
  office,
  talking,
  workspace,
}) => {
  const { aino, vieras } = await talking("Kortti katosi");
  await aino.reply("Katson asiaa");
  await expect(vieras.message("Katson asiaa")).toBeVisible();
  const mikko = await workspace(await office.invite("Mikko Mestari"));
  await mikko.comeToWork();
  await aino.field.press("Escape");
  await aino.page.keyboard.press("e");
  await aino.page.getByRole("dialog").getByRole("button", { name: "Päätä chat" }).click();
  await expect(vieras.chat.getByRole("button", { name: "Jatka samaa asiaa" })).toBeVisible();
  await vieras.chat.getByRole("button", { name: "Jatka samaa asiaa" }).click();
  await vieras.write("Kortti on yhä kateissa");
  await expect(aino.page.getByText("tuttu asiakas: viimeksi sinä").first()).toBeVisible();
  await expect(mikko.page.getByText("tuttu asiakas: viimeksi Aino Aalto").first()).toBeVisible();
  await expectAccessible(mikko.page);
  await takePictures(mikko.page, "queue-known");
});
