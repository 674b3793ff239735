import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

test("a team is offered its chats one by one, and who lets one pass is on a break (CC-11, NV-08)", async ({
  office,
  workspace,
}) => {
  const owner = await workspace(office.owner);
  const aino = await workspace(await office.invite("Aino Aalto"));
  const mikko = await workspace(await office.invite("Mikko Mäki"));
  await aino.comeToWork();

  await test.step("the owner says how chats are shared out", async () => {
    const { page } = owner;
    await page.goto(`${page.url()}settings/teams`);
    await page.getByRole("link", { name: /Yhteinen luukku/ }).click();
    await page.getByRole("radio", { name: /^Luukku tarjoaa heti/ }).check();
    await page.getByRole("textbox", { name: "Aikaa ottaa" }).fill("2");
    await page.getByRole("button", { name: "Tallenna" }).click();
    await expect(page.getByRole("link", { name: "Anna luku väliltä 5–120" })).toBeVisible();
    await page.getByRole("textbox", { name: "Aikaa ottaa" }).fill("15");
    await expectAccessible(page);
    await takePictures(page, "team-offers");
    await page.getByRole("button", { name: "Tallenna" }).click();
    await expect(page.getByText("Tallennettu")).toBeVisible();
  });

  await office.visitor().start("Hiiri ei liiku");
  await expect(aino.luukut.getByText("Tarjotaan sinulle", { exact: false })).toBeVisible();
  await expectAccessible(aino.page);
  await takePictures(aino.page, "offer");

  await test.step("nobody takes it: she is told why she is on a break, and he is asked", async () => {
    await expect(aino.page.getByText("panimme sinut tauolle", { exact: false })).toBeVisible();
    await expect(aino.presence).toHaveAccessibleName(/^Paikallaolo: Tauolla/);
    await expectAccessible(aino.page);
    await takePictures(aino.page, "offer-let-pass");
    await mikko.comeToWork();
    await expect(mikko.luukut.getByText("Tarjotaan sinulle", { exact: false })).toBeVisible();
    await mikko.page.keyboard.press("Alt+o");
    await expect(mikko.message("Hiiri ei liiku")).toBeVisible();
    await expect(mikko.field).toBeFocused();
    await expect(aino.queue.getByText("Ei ketään jonossa")).toBeVisible();
  });

  await test.step("she is back, and is offered the next one while she is on another page", async () => {
    await aino.page.keyboard.press("Alt+p");
    await expect(aino.page.getByText("panimme sinut tauolle", { exact: false })).toBeHidden();
    await aino.page.getByRole("link", { name: "Asiat", exact: true }).click();
    await office.visitor().start("Näyttö on pimeä");
    await expect(aino.page.getByText(/^Sinulle tarjotaan: Vierailija \d+$/)).toBeVisible();
    await aino.page.keyboard.press("Alt+o");
    await expect(aino.message("Näyttö on pimeä")).toBeVisible();
  });

  await test.step("the one who looks after the desk sees whom a chat waits for, and why", async () => {
    const { page } = owner;
    await office.visitor().start("Kaiutin on hiljaa");
    await expect(mikko.page.getByText(/^Sinulle tarjotaan: Vierailija \d+$/)).toBeVisible();
    await page.goto(new URL("/cases/3", page.url()).href);
    await expect(owner.message("Kaiutin on hiljaa")).toBeVisible();
    await page.getByRole("button", { name: "Kenelle tämä kuuluisi nyt?" }).click();
    const dialog = page.getByRole("dialog", { name: "Kenelle tämä kuuluisi nyt?" });
    await expect(dialog.getByRole("status")).toHaveText(/^Tätä tarjotaan nyt: (Aino Aalto|Mikko Mäki)$/);
    await expect(dialog.getByText(/^voi ottaa, yksi chat, odottanut uutta/)).toHaveCount(1);
    await expect(dialog.getByText("voisi ottaa, mutta tätä tarjotaan toiselle")).toHaveCount(1);
    await expectAccessible(page);
    await takePictures(page, "routing");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Kenelle tämä kuuluisi nyt?" })).toBeFocused();
  });

  await test.step("the one who looks after the desk sees what happened", async () => {
    const { entries } = await office.case(1);
    expect(entries.map((one) => one.kind)).toEqual(expect.arrayContaining(["offered", "offer_ended"]));
    await owner.page.getByRole("link", { name: "Tiimi", exact: true }).click();
    await expect(owner.page.getByText("Tarjous meni ohi: Aino Aalto", { exact: false })).toBeVisible();
  });
});
