import { expect, expectAccessible, test } from "./fixtures.ts";

test("an answer to a chat that the customer has ended reaches them, and the agent is told of the end", async ({
  talking,
}) => {
  const { aino, vieras } = await talking("Tilasin varaosan");
  await aino.page.getByRole("link", { name: "Asiat", exact: true }).click();
  await vieras.chat.getByRole("button", { name: "Lopeta keskustelu" }).click();
  await vieras.chat.getByRole("button", { name: "Lopeta", exact: true }).click();
  await expect(aino.page.getByText("Asia 1 jäi auki", { exact: false })).toBeVisible();
  await aino.page.getByRole("button", { name: "Avaa", exact: true }).click();
  await expect(aino.page.getByText("Päättynyt keskustelu jatkuu vastauksestasi")).toBeVisible();
  await expect(aino.log).toBeFocused();
  await expectAccessible(aino.page);

  await aino.page.keyboard.press("v");
  await expect(aino.field).toBeFocused();
  await aino.reply("Varaosa on tullut, voit noutaa sen");
  await expect(vieras.log.getByText("Varaosa on tullut, voit noutaa sen")).toBeVisible();
  await expect(aino.luukut.getByRole("link", { name: /^Luukku 1/ })).toBeVisible();
});
