import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

test("a colleague who is named in a note is told at once, and finds it again after a reload (NV-34)", async ({
  office,
  workspace,
  talking,
}) => {
  const outi = await workspace(office.owner);
  const { aino } = await talking("Saanko hyvityksen?");

  await test.step("an @ in a note finds people by the keyboard alone", async () => {
    await aino.page.keyboard.press("Escape");
    await aino.page.getByRole("tab", { name: /^Muistiinpano/ }).click();
    await aino.noteField.pressSequentially("Tarvitaan lupa, @ou");
    const list = aino.page.getByRole("listbox", { name: "Mainitse" });
    await expect(list.getByRole("option", { name: /^Outi Omistaja/ })).toHaveAttribute("aria-selected", "true");
    await expectAccessible(aino.page);
    await takePictures(aino.page, "mention-list");
    await aino.noteField.press("Enter");
    await expect(aino.noteField).toHaveValue("Tarvitaan lupa, @Outi Omistaja ");
    await expect(list).toBeHidden();
    await aino.noteField.press("Enter");
    await expect(aino.message("@Outi Omistaja")).toBeVisible();
  });

  const { page } = outi;
  await test.step("she is told where she is, and the note waits in the list", async () => {
    await expect(page.getByText("Aino Aalto mainitsi sinut: Vierailija 1 · Asia 1")).toBeVisible();
    await page.reload();
    await page.getByRole("button", { name: "Maininnat: yksi lukematta" }).click();
    await expect(page.getByRole("link", { name: /Tarvitaan lupa/ })).toBeFocused();
    await expectAccessible(page);
    await takePictures(page, "mentions");
  });

  await test.step("where it was written it is read, on every screen of hers", async () => {
    await page.getByRole("link", { name: /Tarvitaan lupa/ }).click();
    await expect(outi.message("@Outi Omistaja")).toBeVisible();
    await expect(page.getByRole("button", { name: "Maininnat", exact: true })).toBeVisible();
    await expect
      .poll(
        async () => (await office.owner.api.ask<{ mentions: { is_read: boolean }[] }>("GET", "/api/overview")).mentions,
      )
      .toEqual([expect.objectContaining({ is_read: true })]);
  });
});
