// Files that do not get through: the visitor reads why, and keeps what was written with them.
import { expect, expectAccessible, test } from "./fixtures.ts";

const text = (name: string, words = "x") => ({ name, mimeType: "text/plain", buffer: Buffer.from(words) });

test("a file that is refused says why, and its reason outlives the words that went without it", async ({ talking }) => {
  const { aino, vieras } = await talking("Lähetän liitteen");
  await vieras.chat.locator("input[type=file]").setInputFiles([text("tyhja.txt", ""), text("kuitti.txt")]);
  await expect(vieras.chat.getByRole("alert")).toHaveText("tyhja.txt on tyhjä.");
  await expect(vieras.chat.getByText("Valmis")).toBeVisible();
  await expectAccessible(vieras.page);
  await vieras.write("Tässä");
  await expect(aino.message("Tässä")).toContainText("kuitti.txt");
  await expect(vieras.chat.getByRole("alert")).toHaveText("tyhja.txt on tyhjä.");
  await vieras.chat.getByRole("button", { name: "Poista tyhja.txt" }).click();
  await expect(vieras.chat.getByRole("alert")).toHaveCount(0);
  await expect(vieras.field).toBeFocused();
});

test("words that are refused come back with their files, to be changed and sent again", async ({ office, talking }) => {
  const { aino, vieras } = await talking("Lähetän monta");
  const many = Array.from({ length: 11 }, (_, at) => text(`sivu-${at + 1}.txt`));
  await vieras.chat.locator("input[type=file]").setInputFiles(many);
  await expect(vieras.chat.getByText("Valmis")).toHaveCount(11);
  await vieras.write("Kaikki sivut");
  await expect(vieras.message("Kaikki sivut")).toContainText("Yhdessä viestissä voi olla enintään 10 tiedostoa.");
  await expectAccessible(vieras.page);

  await vieras.chat.getByRole("button", { name: "Muokkaa" }).click();
  await expect(vieras.field).toHaveValue("Kaikki sivut");
  await expect(vieras.chat.getByText("Valmis")).toHaveCount(11);
  await vieras.chat.getByRole("button", { name: "Poista sivu-11.txt" }).click();
  await vieras.field.press("Enter");
  await expect(aino.message("Kaikki sivut").getByText(/sivu-/)).toHaveCount(10);
  expect(await office.said(1)).toEqual(["Lähetän monta", "Kaikki sivut"]);
});

test("first words that come too late are given back with their files, to be left as a message", async ({
  office,
  visitor,
  workspace,
}) => {
  const person = await office.invite("Aino Aalto");
  const aino = await workspace(person);
  await aino.comeToWork();
  const vieras = await visitor();
  await vieras.open();
  await vieras.chat.locator("input[type=file]").setInputFiles(text("kuitti.txt"));
  await expect(vieras.chat.getByText("Valmis")).toBeVisible();
  // On their way they wait until nobody is there any more.
  let letThrough = () => {};
  const closed = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await vieras.page.route("**/chats", async (route) => {
    await closed;
    await route.continue();
  });
  await vieras.write("Ehdinkö vielä?");
  await expect(vieras.message("Ehdinkö vielä?")).toContainText("Lähtee");
  await person.api.ask("PUT", "/api/me/presence", { presence: "away" });
  letThrough();

  await expect(vieras.chat.getByText("Chat meni juuri kiinni.", { exact: false }).first()).toBeVisible();
  await expect(vieras.chat.getByLabel("Mitä asia koskee?")).toHaveValue("Ehdinkö vielä?");
  await expect(vieras.chat.getByRole("listitem")).toContainText("kuitti.txt");
  await vieras.chat.getByRole("button", { name: "Lähetä viesti" }).click();
  await expect(vieras.chat.getByText("Asianumerosi on 1.")).toBeVisible();
  expect(JSON.stringify(await office.case(1))).toContain("kuitti.txt");
});
