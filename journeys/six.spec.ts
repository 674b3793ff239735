import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

test("an agent with six luukut answers six at once by keyboard, and nobody can give them a seventh (UH-12)", async ({
  office,
  visitor,
  workspace,
}) => {
  const person = await office.invite("Aino Aalto", { slots: 6 });
  const aino = await workspace(person);
  await aino.comeToWork();
  const { keyboard } = aino.page;

  const first = await visitor();
  await first.open();
  await first.write("Asia yksi");
  await expect(first.message("Asia yksi")).toContainText("Tallessa");
  const others = Array.from({ length: 5 }, () => office.visitor());
  for (const [at, one] of others.entries())
    await one.start(`Asia ${["kaksi", "kolme", "neljä", "viisi", "kuusi"][at]}`);
  const seventh = await visitor();
  await seventh.open();
  await seventh.write("Asia seitsemän");
  await expect(seventh.chat.getByText("Olet jonossa sijalla 7").first()).toBeVisible();

  await expect(aino.queue.getByRole("listitem").first()).toBeVisible();
  for (let taken = 1; taken <= 6; taken += 1) {
    await keyboard.press("Alt+o");
    await expect(aino.luukut.getByRole("link")).toHaveCount(taken);
  }
  // In the order in which they came.
  for (const [at, words] of ["yksi", "kaksi", "kolme", "neljä", "viisi", "kuusi"].entries()) {
    await keyboard.press(`Alt+${at + 1}`);
    await expect(aino.message(`Asia ${words}`)).toBeVisible();
    await expect(aino.field).toBeFocused();
    await keyboard.insertText(`Vastaus ${at + 1}`);
    await keyboard.press("Enter");
  }
  await expect(first.message("Vastaus 1")).toBeVisible();
  for (const [at, one] of others.entries()) {
    const texts = () =>
      one
        .conversation()
        .then(({ entries }) => entries.flatMap((entry) => (entry.kind === "message" ? [entry.text] : [])));
    await expect.poll(texts).toContain(`Vastaus ${at + 2}`);
  }

  await test.step("the seventh waits: no button, no key, and the API says why", async () => {
    await expect(seventh.chat.getByText("Olet jonossa seuraavana").first()).toBeVisible();
    await expect(aino.queue.getByText("Luukkusi ovat täynnä.", { exact: false })).toBeVisible();
    await expect(aino.queue.getByRole("link", { name: /Vierailija 7/ })).toBeVisible();
    await expect(aino.queue.getByRole("button", { name: /^Ota/ })).toHaveCount(0);
    await expect(aino.page.getByRole("button", { name: /^Ota/ })).toHaveCount(0);
    await keyboard.press("Alt+o");
    const { case_id } = (await office.case(7)).row;
    const refused = await person.api.try<{ code: string; title: string }>("POST", `/api/cases/${case_id}/take`);
    expect(refused).toMatchObject({ status: 409, body: { code: "slots_full", title: "Luukkusi ovat täynnä" } });
    expect((await office.case(7)).row.contact.state).toBe("waiting");
    await expect(aino.luukut.getByRole("link")).toHaveCount(6);
    await expectAccessible(aino.page);
    await takePictures(aino.page, "desk-six");
  });

  await test.step("Alt N goes to the one who has waited longest", async () => {
    await others[3]?.write("Oletko vielä siellä?");
    await expect(aino.luukut.getByRole("link", { name: /^Luukku 5, Vierailija 5, yksi uusi viesti/ })).toBeVisible();
    await keyboard.press("Alt+n");
    await expect(aino.message("Oletko vielä siellä?")).toBeVisible();
    await expect(aino.luukut.getByRole("link", { name: /^Luukku 5/ })).toHaveAttribute("aria-current", "true");
  });

  await test.step("one ends, and the seventh gets the luukku", async () => {
    await keyboard.press("Alt+1");
    await expect(aino.message("Asia yksi")).toBeVisible();
    await keyboard.press("Escape");
    await keyboard.press("e");
    const dialog = aino.page.getByRole("dialog", { name: /Päätetäänkö chat/ });
    await expect(dialog).toBeVisible();
    await expectAccessible(aino.page);
    const confirm = dialog.getByRole("button", { name: "Päätä chat" });
    for (let step = 0; step < 4 && !(await confirm.evaluate((one) => one === document.activeElement)); step += 1)
      await keyboard.press("Tab");
    await expect(confirm).toBeFocused();
    await keyboard.press("Enter");
    await expect(first.chat.getByText("Kiitos, että kysyit")).toBeVisible();
    // The customer may hear of it before the agent's own screen does.
    await expect(aino.queue.getByText("Luukkusi ovat täynnä.", { exact: false })).toBeHidden();
    await keyboard.press("Alt+o");
    await expect(aino.message("Asia seitsemän")).toBeVisible();
    await expect(seventh.chat.getByRole("heading", { name: "Aino vastaa sinulle" })).toBeVisible();
  });
});
