import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";
import { newId } from "./ids.ts";
import { picture } from "./picture.ts";

// CC-11: no page may say for longer than this that somebody is there.
const SOON = { timeout: 5000 };

test("when the last agent leaves the chat closes by itself, takes messages, and opens again (CC-11, CC-12)", async ({
  cable,
  office,
  visitor,
  workspace,
}) => {
  const person = await office.invite("Aino Aalto");
  const aino = await workspace(person);
  const onTheWay = await visitor();
  await expect(onTheWay.launcher).toContainText("Jätä viesti");
  await aino.comeToWork();
  await expect(onTheWay.launcher).toContainText("Kysy", SOON);

  const writing = await visitor();
  await writing.open();
  await writing.field.fill("Haluaisin palauttaa");
  const shoes = { name: "kengat.png", mimeType: "image/png", buffer: picture(60, 40, [20, 120, 90]) };
  await writing.chat.locator("input[type=file]").setInputFiles(shoes);
  await expect(writing.chat.getByText("Valmis")).toBeVisible();
  const waiting = await visitor();
  await waiting.open();
  await waiting.write("Milloin paketti tulee?");
  await expect(waiting.chat.getByText("Olet jonossa seuraavana").first()).toBeVisible();

  await aino.page.keyboard.press("Alt+p");
  await expect(aino.presence).toHaveAccessibleName(/^Paikallaolo: Tauolla/);

  await test.step("within five seconds nobody is promised an answer any more", async () => {
    await expect(onTheWay.launcher).toContainText("Jätä viesti", SOON);
    await expect(writing.chat.getByText("Chat meni juuri kiinni.", { exact: false }).first()).toBeVisible(SOON);
    await expect(waiting.chat.getByText("Chat meni kiinni, kun odotit vastausta.")).toBeVisible(SOON);
    await expect(waiting.chat.getByText("Viestisi on tallessa asiana 1.")).toBeVisible();
    await expect(writing.chat.getByRole("heading", { name: "Chat on nyt kiinni" })).toBeVisible();
    // It is open around the clock: nobody knows when somebody comes back, and no hour is promised.
    await expect(writing.chat.getByText("Neuvojat ovat juuri nyt poissa").first()).toBeVisible();
    await expect(writing.chat.getByText(/Avaamme/)).toHaveCount(0);
    await expect(onTheWay.launcher).toContainText("Neuvojat ovat juuri nyt poissa");
  });

  await test.step("the hours are there, and the words that were being written become a case with a number", async () => {
    await expect(writing.chat.getByRole("definition").first()).toBeVisible();
    const text = writing.chat.getByLabel("Mitä asia koskee?");
    await expect(text).toHaveValue("Haluaisin palauttaa");
    await expectAccessible(writing.page);
    await takePictures(writing.page, "widget-closed");
    await expect(writing.chat.getByRole("listitem")).toContainText("kengat.png");
    const email = writing.chat.getByLabel("Sähköpostiosoite");
    await email.fill("maija@");
    await writing.chat.getByRole("button", { name: "Lähetä viesti" }).click();
    await expect(writing.chat.getByText("Kirjoita osoite muodossa nimi@esimerkki.fi")).toBeVisible();
    await expect(email).toBeFocused();
    await email.fill("maija@esimerkki.fi");
    await text.fill("Haluaisin palauttaa kengät");
    await writing.chat.getByRole("button", { name: "Lähetä viesti" }).click();
    await expect(writing.chat.getByText("Kiitos, viestisi on tallessa")).toBeVisible();
    await expect(writing.chat.getByText("Asianumerosi on 2.")).toBeVisible();
    await expect(writing.panel).toContainText("Vastaamme tähän ikkunaan.");
    await expect(writing.panel).toContainText("Tavoitamme sinut myös osoitteesta maija@esimerkki.fi.");
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
    await expect(waiting.chat.getByText("Tavoitamme sinut myös antamastasi", { exact: false })).toBeVisible();
    expect((await office.case(1)).row.customer.email).toBe("kalle@esimerkki.fi");
    await aino.page.goto(`${cable.address}/cases/1`);
    await expect(aino.page.getByText("kalle@esimerkki.fi").first()).toBeVisible();
  });

  await test.step("nobody has to leave an address", async () => {
    const shy = await visitor();
    await shy.open();
    await shy.chat.getByRole("button", { name: "Lähetä viesti" }).click();
    await expect(shy.chat.getByText("Kerro muutamalla sanalla, mitä asia koskee")).toBeVisible();
    await shy.chat.getByLabel("Mitä asia koskee?").fill("Onko teillä saappaita?");
    await shy.chat.getByRole("button", { name: "Lähetä viesti" }).click();
    await expect(shy.chat.getByText("Asianumerosi on 3.")).toBeVisible();
    await expect(shy.chat.getByText("Tavoitamme sinut myös", { exact: false })).toHaveCount(0);
    expect((await office.case(3)).row.customer.email ?? null).toBeNull();
  });

  await test.step("the chat opens again as soon as somebody is there", async () => {
    await aino.page.keyboard.press("Alt+p");
    await expect(onTheWay.launcher).toContainText("Kysy", SOON);
    await onTheWay.open();
    await onTheWay.write("Vieläkö ehdin?");
    await expect(aino.queue.getByRole("link", { name: /Vieläkö ehdin/ })).toBeVisible();
  });

  await test.step("the answer to a left message comes where it was left", async () => {
    const { case_id } = (await office.case(2)).row;
    await person.api.ask("POST", `/api/cases/${case_id}/take`, {});
    await person.api.ask("POST", `/api/cases/${case_id}/messages`, { message_id: newId(), text: "Palautus käy" });
    await expect(writing.message("Palautus käy")).toBeVisible();
    await writing.write("Kiitos, palautan ne");
    await expect(writing.message("Kiitos, palautan ne")).toBeVisible();
    await expect(writing.log.getByRole("img", { name: "Kuva: kengat.png" })).toBeVisible();
  });
});

test("a full queue takes nobody's place in it away, and says to others that it is full", async ({
  office,
  visitor,
  workspace,
}) => {
  await office.change({ queue_ceiling: 1 });
  const aino = await workspace(await office.invite("Aino Aalto", { slots: 1 }));
  await aino.comeToWork();
  await office.visitor().start("Ensimmäinen");
  await aino.takeNext();
  const waiting = await visitor();
  await waiting.open();
  await waiting.write("Toinen");
  await expect(waiting.chat.getByText("Olet jonossa seuraavana").first()).toBeVisible();

  const late = await visitor();
  await expect(late.launcher).toContainText("Jono on juuri nyt täynnä");
  await late.open();
  await expect(late.chat.getByText("Voit jättää viestin tai kokeilla hetken kuluttua uudelleen.")).toBeVisible();
  await expect(late.chat.getByText(/kiinni/)).toHaveCount(0);
  await expectAccessible(late.page);
  await takePictures(late.page, "widget-full");

  await expect(waiting.chat.getByText("Olet jonossa seuraavana").first()).toBeVisible();
  await expect(waiting.chat.getByRole("button", { name: "Poistu jonosta" })).toBeVisible();
  await expect(waiting.chat.getByText(/Chat meni kiinni/)).toHaveCount(0);
});

test("signing out closes the chat too, and the open one goes back to the front of the queue", async ({
  office,
  visitor,
  workspace,
  talking,
}) => {
  const { aino, vieras } = await talking("Onko kukaan siellä?");
  const bengt = await workspace(await office.invite("Bengt Berg"));
  await aino.reply("Olen täällä");
  await expect(vieras.message("Olen täällä")).toBeVisible();
  const onTheWay = await visitor();
  await expect(onTheWay.launcher).toContainText("Kysy");

  await aino.page.getByRole("button", { name: /^Oma valikko/ }).click();
  await aino.page.getByRole("button", { name: "Kirjaudu ulos" }).click();
  await expect(aino.page.getByRole("heading", { name: "Kirjaudu Luukkuun" })).toBeVisible();
  await expectAccessible(aino.page);
  await takePictures(aino.page, "sign-in");
  await expect(onTheWay.launcher).toContainText("Jätä viesti", SOON);
  await expect(vieras.log.getByText("Palasit jonoon. Odotusaikasi säilyi.")).toBeVisible(SOON);

  await bengt.comeToWork();
  await expect(onTheWay.launcher).toContainText("Kysy", SOON);
  await bengt.takeNext();
  await expect(bengt.message("Olen täällä")).toBeVisible();
  await expect(vieras.chat.getByRole("heading", { name: "Bengt vastaa sinulle" })).toBeVisible();
});
