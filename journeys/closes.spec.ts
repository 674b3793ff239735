import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

// CC-11: no page may say for longer than this that somebody is there.
const SOON = { timeout: 5000 };

test("when the last agent leaves the chat closes by itself, takes messages, and opens again (CC-11, CC-12)", async ({
  office,
  visitor,
  workspace,
}) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  const onTheWay = await visitor();
  await expect(onTheWay.launcher).toContainText("Jätä viesti");
  await aino.comeToWork();
  await expect(onTheWay.launcher).toContainText("Kysy", SOON);

  const writing = await visitor();
  await writing.open();
  await writing.field.fill("Haluaisin palauttaa");
  const waiting = await visitor();
  await waiting.open();
  await waiting.write("Milloin paketti tulee?");
  await expect(waiting.chat.getByText("Olet jonossa seuraavana").first()).toBeVisible();

  await aino.page.keyboard.press("Alt+p");
  await expect(aino.presence).toHaveAccessibleName(/^Paikallaolo: Tauolla/);

  await test.step("within five seconds nobody is promised an answer any more", async () => {
    await expect(onTheWay.launcher).toContainText("Jätä viesti", SOON);
    await expect(writing.chat.getByText("Chat meni juuri kiinni.", { exact: false }).first()).toBeVisible(SOON);
    await expect(waiting.chat.getByText("Chat meni kiinni, ennen kuin ehdimme vastata.")).toBeVisible(SOON);
    await expect(waiting.chat.getByText("Kysymyksesi on tallessa asiana 1.")).toBeVisible();
    await expect(writing.chat.getByRole("heading", { name: "Chat on nyt kiinni" })).toBeVisible();
  });

  await test.step("the hours are there, and the words that were being written become a case with a number", async () => {
    await expect(writing.chat.getByRole("definition").first()).toBeVisible();
    const text = writing.chat.getByLabel("Mitä asia koskee?");
    await expect(text).toHaveValue("Haluaisin palauttaa");
    await expectAccessible(writing.page);
    await takePictures(writing.page, "widget-closed");
    await writing.chat.getByRole("button", { name: "Lähetä viesti" }).click();
    await expect(writing.chat.getByText("Kirjoita osoite muodossa nimi@esimerkki.fi")).toBeVisible();
    await expect(writing.chat.getByLabel("Sähköpostiosoite")).toBeFocused();
    await writing.chat.getByLabel("Sähköpostiosoite").fill("maija@esimerkki.fi");
    await text.fill("Haluaisin palauttaa kengät");
    await writing.chat.getByRole("button", { name: "Lähetä viesti" }).click();
    await expect(writing.chat.getByText("Kiitos, viestisi on tallessa")).toBeVisible();
    await expect(writing.chat.getByText("Asianumerosi on 2.")).toBeVisible();
    await expectAccessible(writing.page);
    await takePictures(writing.page, "widget-left");
    const { row } = await office.case(2);
    expect(row.contact.channel).toBe("message");
    expect(row.customer.email).toBe("maija@esimerkki.fi");
    expect(await office.said(2)).toEqual(["Haluaisin palauttaa kengät"]);
  });

  await test.step("whoever waited can leave an address", async () => {
    await waiting.chat.getByLabel("Sähköpostiosoite").fill("kalle@esimerkki.fi");
    await waiting.chat.getByRole("button", { name: "Lähetä osoite" }).click();
    await expect(waiting.chat.getByText("Vastaamme antamaasi osoitteeseen.", { exact: false })).toBeVisible();
    expect((await office.case(1)).row.customer.email).toBe("kalle@esimerkki.fi");
  });

  await test.step("the chat opens again as soon as somebody is there", async () => {
    await aino.page.keyboard.press("Alt+p");
    await expect(onTheWay.launcher).toContainText("Kysy", SOON);
    await onTheWay.open();
    await onTheWay.write("Vieläkö ehdin?");
    await expect(aino.queue.getByRole("link", { name: /Vieläkö ehdin/ })).toBeVisible();
  });
});

test("signing out closes the chat too, and the open one goes back to the front of the queue", async ({
  office,
  visitor,
  workspace,
}) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  const bengt = await workspace(await office.invite("Bengt Berg"));
  const talking = await visitor();
  await talking.open();
  await talking.write("Onko kukaan siellä?");
  await expect(aino.queue.getByRole("link", { name: /Vierailija 1/ })).toBeVisible();
  await aino.takeNext();
  await aino.reply("Olen täällä");
  await expect(talking.message("Olen täällä")).toBeVisible();
  const onTheWay = await visitor();
  await expect(onTheWay.launcher).toContainText("Kysy");

  await aino.page.getByRole("button", { name: /^Oma valikko/ }).click();
  await aino.page.getByRole("button", { name: "Kirjaudu ulos" }).click();
  await expect(aino.page.getByRole("heading", { name: "Kirjaudu Luukkuun" })).toBeVisible();
  await expectAccessible(aino.page);
  await takePictures(aino.page, "sign-in");
  await expect(onTheWay.launcher).toContainText("Jätä viesti", SOON);
  await expect(talking.log.getByText("Palasit jonon kärkeen. Odotusaikasi säilyi.")).toBeVisible(SOON);

  await bengt.comeToWork();
  await expect(onTheWay.launcher).toContainText("Kysy", SOON);
  await bengt.takeNext();
  await expect(bengt.message("Olen täällä")).toBeVisible();
  await expect(talking.chat.getByRole("heading", { name: "Bengt vastaa sinulle" })).toBeVisible();
});
