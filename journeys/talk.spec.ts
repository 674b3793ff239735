import { readFile } from "node:fs/promises";
import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";
import { picture } from "./picture.ts";
import { kept } from "./visitor.ts";

// Of the range that is given to nobody.
const IDENTITY_CODE = "131052-900W";
const SECRET_NOTE = "Muista: asiakas soitti eilen kahdesti.";

test("a visitor asks on a website, an agent answers, and it is one case from the first word to the last", async ({
  office,
  visitor,
  workspace,
}) => {
  const person = await office.invite("Aino Aalto");
  const aino = await workspace(person);
  await expectAccessible(aino.page);
  await aino.comeToWork();

  const vieras = await visitor("/tuotteet");
  const overTheLine = heardBy(vieras.page);

  await test.step("nothing is kept in the visitor's browser before the first message (trust 137)", async () => {
    await expectAccessible(vieras.page);
    await vieras.openByKeyboard();
    await expect(vieras.chat.getByText("Mitä haluat kysyä?")).toBeVisible();
    await expectAccessible(vieras.page);
    expect(await kept(vieras.frame)).toEqual([]);
    expect(await kept(vieras.page.mainFrame())).toEqual([]);
    expect(await vieras.page.context().cookies()).toEqual([]);
    await takePictures(vieras.page, "widget-ask");
  });

  await test.step("the question waits with its number, and says who comes next", async () => {
    await vieras.write("Hei! Tilaukseni ei ole tullut 😕");
    await expect(vieras.chat.getByText("Olet jonossa seuraavana").first()).toBeVisible();
    await expect(vieras.log.getByText("asianumerosi on 1")).toBeVisible();
    await expect(vieras.message("Hei!")).toContainText("Tallessa");
    await expectAccessible(vieras.page);
    await takePictures(vieras.page, "widget-queue");
    // A third party is denied storage here (as where third-party cookies are blocked): what is left is a place that
    // the browser gives to this frame on this website alone, and nothing of it travels with the API's requests.
    expect(await kept(vieras.frame)).toContainEqual(expect.stringMatching(/:visitor=/));
    expect(await kept(vieras.page.mainFrame())).toEqual([]);
    for (const cookie of await vieras.page.context().cookies()) {
      expect(cookie).toMatchObject({ path: "/w", partitionKey: expect.stringContaining("localhost") });
    }
  });

  await test.step("the place in the queue and the words stay when the visitor goes to another page", async () => {
    await vieras.field.fill("Tilausnumero on");
    await vieras.page.locator("main a").click();
    await vieras.page.waitForURL("**/fi/tuotteet");
    await expect(vieras.message("Hei! Tilaukseni ei ole tullut")).toBeVisible();
    await expect(vieras.field).toHaveValue("Tilausnumero on");
    await vieras.field.fill("");
  });

  await test.step("the agent takes it with a key and reads where the customer is", async () => {
    await expect(aino.queue.getByRole("link", { name: /Vierailija 1/ })).toBeVisible();
    await aino.takeNext();
    await expect(aino.page.getByRole("heading", { name: "Asia 1" })).toBeVisible();
    await expect(aino.message("Hei! Tilaukseni ei ole tullut 😕")).toBeVisible();
    await expect(aino.log).toContainText("/tuotteet");
    await expect(vieras.chat.getByRole("heading", { name: "Aino vastaa sinulle" })).toBeVisible();
    await expect(vieras.message("Hei!")).toContainText("Luettu");
  });

  await test.step("both see that the other writes, and what was read", async () => {
    await vieras.field.pressSequentially("Odotan");
    await expect(aino.page.getByText("Vierailija 1 kirjoittaa").last()).toBeVisible();
    await aino.field.pressSequentially("Hei! ");
    await expect(vieras.chat.getByText("Aino kirjoittaa")).toBeVisible();
    await aino.field.pressSequentially("Katson heti 🙂");
    await aino.field.press("Enter");
    await expect(aino.page.getByRole("button", { name: "Peru lähetys" })).toBeVisible();
    await expect(vieras.message("Hei! Katson heti 🙂")).toBeVisible();
    // The caret is in the frame, so the visitor looks at it.
    await expect(aino.message("Katson heti 🙂")).toContainText("luettu");
    await expect(vieras.field).toHaveValue("Odotan");
  });

  await test.step("a picture goes with the words", async () => {
    await vieras.chat.locator("input[type=file]").setInputFiles({
      name: "kuitti.png",
      mimeType: "image/png",
      buffer: picture(320, 200, [20, 120, 90]),
    });
    await expect(vieras.chat.getByText("Valmis")).toBeVisible();
    await vieras.write("Tässä kuitti");
    for (const log of [vieras.log, aino.log]) {
      const shown = log.locator("img");
      await expect(shown).toBeVisible();
      await expect.poll(() => shown.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(320);
    }
    await expect(aino.log.getByRole("link", { name: "Kuva: kuitti.png" })).toBeVisible();
  });

  await test.step("an identity code is warned of, and arrives masked on both screens", async () => {
    await vieras.field.fill(`Tunnukseni on ${IDENTITY_CODE}`);
    await expect(vieras.chat.getByText("Viestissä näyttää olevan henkilötunnus.")).toBeVisible();
    await expectAccessible(vieras.page);
    await takePictures(vieras.page, "widget-warning");
    await vieras.field.press("Enter");
    await expect(vieras.message("Tunnukseni on")).toContainText("henkilötunnus peitetty");
    await expect(aino.message("Tunnukseni on")).toContainText("henkilötunnus peitetty");
    expect(JSON.stringify(await office.case(1))).not.toContain("900W");
    await expect(aino.log).not.toContainText("900W");
    await expect(vieras.log).not.toContainText("900W");
  });

  await test.step("a note stays inside the desk", async () => {
    await aino.page.keyboard.press("Control+m");
    await aino.noteField.fill(SECRET_NOTE);
    await expectAccessible(aino.page);
    await takePictures(aino.page, "desk-note");
    await aino.noteField.press("Enter");
    await expect(aino.log.getByRole("article", { name: /^Muistiinpano, Aino Aalto/ })).toContainText(SECRET_NOTE);
    await aino.page.keyboard.press("Control+m");
    await aino.reply("Paketti lähti tänään ✅");
    // Words in Swedish and signs of every kind go through unaltered.
    await aino.reply("Spårningen hittar du här: https://example.fi/seuranta?nro=1&kieli=fi 👩🏽‍💻 <b>ei lihavoitu</b>");
    await expect(vieras.message("<b>ei lihavoitu</b>")).toContainText("👩🏽‍💻");
    await expect(vieras.message("<b>ei lihavoitu</b>").getByRole("link")).toHaveAttribute(
      "href",
      "https://example.fi/seuranta?nro=1&kieli=fi",
    );
    await expect(vieras.log).not.toContainText("Muista");
    await takePictures(vieras.page, "widget-talk");
    await expectAccessible(vieras.page);
    await takePictures(aino.page, "desk-talk");
    await expectAccessible(aino.page);
  });

  await test.step("both screens tell the same, in the same order", async () => {
    const theirs = await vieras.said();
    expect(theirs).toHaveLength(6);
    expect(await aino.said()).toEqual(theirs);
  });

  await test.step("it is solved, and thanks do not open it again", async () => {
    await aino.field.press("Escape");
    await expect(aino.log).toBeFocused();
    await aino.page.keyboard.press("r");
    await expect(aino.page.getByText("Asia 1 ratkaistu")).toBeVisible();
    await expect(vieras.chat.getByText("Asia 1 on ratkaistu.", { exact: false })).toBeVisible();
    await expectAccessible(vieras.page);
    await takePictures(vieras.page, "widget-end");

    const saved = vieras.page.waitForEvent("download");
    await vieras.chat.getByRole("button", { name: "Tallenna keskustelu" }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe("keskustelu-1.txt");
    const transcript = await readFile(await download.path(), "utf8");
    expect(transcript).toContain("Paketti lähti tänään ✅");
    expect(transcript).toContain("Hei! Tilaukseni ei ole tullut 😕");
    expect(transcript).not.toContain("900W");
    expect(transcript).not.toContain("Muista");

    await vieras.chat.getByRole("button", { name: "Jatka samaa asiaa" }).click();
    await vieras.write("Kiitos!");
    await expect(vieras.message("Kiitos!")).toContainText("Tallessa");
    await expect(aino.message("Kiitos!")).toBeVisible();
    expect((await office.case(1)).row.state).toBe("solved");
  });

  await test.step("the note was never sent to the visitor's browser", async () => {
    const heard = (await Promise.all(overTheLine)).join("\n");
    expect(heard).toContain("Paketti lähti tänään");
    expect(heard).not.toContain("Muista");
  });
});

/** Everything that comes to a page by answers and sockets. */
function heardBy(page: import("@playwright/test").Page): Promise<string>[] {
  const heard: Promise<string>[] = [];
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => heard.push(Promise.resolve(String(payload)))),
  );
  page.on("response", (response) => {
    if (new URL(response.url()).pathname.startsWith("/api/")) heard.push(response.text().catch(() => ""));
  });
  return heard;
}
