import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

test("a waiting visitor asks for a call, is not reached, is called, and the case is solved", async ({
  office,
  visitor,
  workspace,
}) => {
  await office.change({ call_back: { within_min: 60, tries: 3 } });
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  const { page } = aino;
  const vieras = await visitor();
  await vieras.open();
  await vieras.write("Tunnukseni ei toimi.");
  const { chat } = vieras;
  const calls = page.getByRole("region", { name: "Soittopyynnöt" });

  await test.step("beside the place in the queue stands the offer; a premium number is refused with its reason", async () => {
    await chat.getByRole("button", { name: "Soittakaa minulle" }).click();
    await expect(chat.getByLabel("Puhelinnumerosi")).toBeFocused();
    await expect(chat.getByRole("option", { name: /^Pian, viimeistään / })).toBeAttached();
    await expectAccessible(vieras.page);
    await takePictures(vieras.page, "widget-call-form");
    await chat.getByLabel("Puhelinnumerosi").fill("0600 12345");
    await chat.getByRole("button", { name: "Lähetä pyyntö" }).click();
    await expect(chat.getByRole("alert")).toHaveText(
      "Maksulliseen palvelunumeroon emme soita. Kirjoita toinen numero.",
    );
    await expect(chat.getByLabel("Puhelinnumerosi")).toBeFocused();
    await chat.getByLabel("Puhelinnumerosi").fill("040 123 4567");
    await chat.getByLabel("Puhelinnumerosi").press("Enter");
  });

  await test.step("one sentence says when; the agent has the number, the time and what was said before", async () => {
    await expect(
      vieras.message(/Soitamme sinulle \(numero päättyy 4567\) viimeistään .* kello \d+\.\d\d\./),
    ).toBeVisible();
    await expect(chat.getByText("asianumerosi on")).toHaveCount(1);
    await expect(chat.getByText(/päätit|päättyi/i)).toHaveCount(0);
    await expect(chat.getByRole("button", { name: "Peru soittopyyntö" })).toBeFocused();
    await expectAccessible(vieras.page);
    await takePictures(vieras.page, "widget-call-ordered");
    await expect(calls.getByRole("listitem")).toHaveCount(1);
    await expect(aino.queue.getByRole("listitem")).toHaveCount(0);
    await expect(calls.getByRole("link", { name: "Soita +358 40 123 4567" })).toHaveAttribute(
      "href",
      "tel:+358401234567",
    );
    await expect(calls).toContainText(/viimeistään .*Tunnukseni ei toimi\./);
    await expectAccessible(page);
    await takePictures(page, "desk-calls");
    await calls.getByRole("button", { name: /^Ota / }).click();
    await expect(calls).toHaveCount(0);
    await expect(aino.message("Tunnukseni ei toimi.")).toBeVisible();
    await expect(chat.getByRole("heading", { name: "Aino soittaa sinulle" })).toBeVisible();
    await expect(vieras.log.getByText("Aino soittaa sinulle")).toBeVisible();
    // By when to call counts, in the luukku as in the case: no other clock runs beside it.
    await expect(page.getByRole("link", { name: /^Luukku 1, .*, aikaa / })).toContainText("Vierailija 1");
    await expect(
      page.getByRole("complementary", { name: "Omat luukut ja jono" }).getByText(/^vielä (1 h|59 min)/),
    ).toBeVisible();
  });

  await test.step("on a phone as well the open call shows its number, which can be called", async () => {
    const size = page.viewportSize();
    await page.setViewportSize({ width: 390, height: 844 });
    const number = page.locator("header").getByRole("link", { name: "Soita +358 40 123 4567" });
    await expect(number).toBeInViewport({ ratio: 1 });
    await expect(number).toHaveAttribute("href", "tel:+358401234567");
    await expectAccessible(page);
    await takePictures(page, "desk-call-narrow");
    if (size !== null) await page.setViewportSize(size);
  });

  const dialog = page.getByRole("dialog", { name: /^Soitto: / });
  await test.step("not reached: the customer reads when it is tried again, and the call waits in the list", async () => {
    await page.getByRole("button", { name: "Kirjaa soitto" }).click();
    await expectAccessible(page);
    await takePictures(page, "desk-call-came");
    await dialog.getByRole("button", { name: "Kirjaa", exact: true }).click();
    await expect(dialog.getByRole("alert")).toHaveText("Kirjoita, mitä sovitte");
    await dialog.getByLabel("En tavoittanut").check();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Kirjaa", exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(vieras.message(/emme tavoittaneet sinua\. Soitamme uudelleen viimeistään/)).toBeVisible();
    await expect(calls).toContainText("yritetty kerran");
    await expect(calls.getByText(/^vielä /)).toBeVisible();
    // Until they are called again nobody is said to call them, and they can cancel it.
    await expect(chat.getByRole("heading", { name: /soittaa sinulle/ })).toHaveCount(0);
    await expect(chat.getByRole("button", { name: "Peru soittopyyntö" })).toBeVisible();
    // It stands in one list, also before who tried.
    await expect(page.getByRole("region", { name: "Sovitut" })).toHaveCount(0);
    await takePictures(page, "desk-call-again");
    await takePictures(vieras.page, "widget-call-again");
  });

  await test.step("called: the promise is kept, and the case is solved as any other", async () => {
    await calls.getByRole("button", { name: /^Ota / }).click();
    await expect(page.getByRole("button", { name: "Kirjaa soitto" })).toBeVisible();
    // Who has just taken a call makes it: the key acts at once.
    await page.keyboard.press("s");
    await dialog.getByLabel("Mitä sovitte?").fill("Salasana vaihdettiin puhelimessa.");
    await dialog.getByRole("button", { name: "Kirjaa", exact: true }).click();
    await expect(vieras.message("Aino soitti sinulle.")).toBeVisible();
    await expect(aino.log.getByText("Salasana vaihdettiin puhelimessa.")).toBeVisible();
    await expect(vieras.message("Salasana vaihdettiin")).toHaveCount(0);
    await expect(aino.log.getByText(/pyysi soittoa/)).toHaveCount(1);
    await expect(aino.log.getByText(/^Lupasit soittaa uudelleen/)).toBeVisible();
    await expect(aino.log.getByText("Asiakkaalle soitettiin luvattuun aikaan mennessä")).toBeVisible();
    await expect(aino.log.getByText(/[Pp]ala(ta|sit)/)).toHaveCount(0);
    await takePictures(page, "desk-call-thread");
    await page.getByRole("button", { name: "Ratkaise", exact: true }).first().click();
    await expect(chat.getByText(/on ratkaistu/).first()).toBeVisible();
  });
});

test("where the chat is closed a visitor says what it is about, and cancels", async ({
  office,
  visitor,
  workspace,
}) => {
  await office.change({ call_back: { within_min: 60, tries: 3 } });
  const aino = await workspace(await office.invite("Aino Aalto"));
  const calls = aino.page.getByRole("region", { name: "Soittopyynnöt" });
  const vieras = await visitor();
  await vieras.open();
  const { chat } = vieras;
  await chat.getByRole("button", { name: "Soittakaa minulle" }).click();
  await chat.getByLabel("Puhelinnumerosi").fill("+46 70 123 45 67");
  await chat.getByRole("button", { name: "Lähetä pyyntö" }).click();
  await expect(chat.getByRole("alert")).toHaveText("Kirjoita, mistä on kyse");
  await chat.getByLabel("Mistä on kyse?").fill("Laskuni on väärin");
  await chat.getByLabel("Milloin soitamme?").selectOption({ index: 2 });
  await expectAccessible(vieras.page);
  await takePictures(vieras.page, "widget-call-closed");
  await chat.getByRole("button", { name: "Lähetä pyyntö" }).click();
  await expect(vieras.message(/Soitamme sinulle \(numero päättyy 4567\) .* kello \d+\.\d\d–\d+\.\d\d\./)).toBeVisible();
  await expect(calls).toContainText("Laskuni on väärin");
  await chat.getByRole("button", { name: "Peru soittopyyntö" }).click();
  await expect(calls).toHaveCount(0);
  await expect(chat.getByText("Odotat soittoamme")).toHaveCount(0);
  await expect(vieras.message("Peruit soittopyynnön. Emme soita sinulle.")).toBeVisible();
});
