import { setTimeout as passed } from "node:timers/promises";
import { CUT, expect, expectAccessible, takePictures, test } from "./fixtures.ts";

// Half a minute is the subject of the journey, not a guess at how long something takes: it is longer than every pause
// that a page makes before its next try, and a visitor would long have reloaded a page that was lost.
const OUTAGE_MS = 30_000;

test("the network is cut for half a minute while both write, and nothing is lost, doubled or out of order (D2, D4)", async ({
  cable,
  office,
  visitor,
  workspace,
  expected,
}) => {
  expected.push(CUT);
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  const vieras = await visitor();
  await vieras.open();
  await vieras.write("Hei, en pääse kirjautumaan");
  await expect(aino.queue.getByRole("link", { name: /Vierailija 1/ })).toBeVisible();
  await aino.takeNext();
  await aino.reply("Hei! Katsotaan yhdessä");
  await expect(vieras.message("Katsotaan yhdessä")).toBeVisible();

  cable.cut();
  const mended = passed(OUTAGE_MS).then(() => cable.mend());

  await expect(vieras.chat.getByText("Yhteys katkesi.", { exact: true })).toBeVisible();
  await expect(aino.page.getByText(/Yhteys katkesi kello/)).toBeVisible();
  for (const text of ["Salasana ei kelpaa", "Kokeilin jo kahdesti", "Näkyykö tämä?"]) await vieras.write(text);
  for (const text of ["Mikä virhe näkyy?", "Odotan rauhassa"]) await aino.reply(text);
  // Written, kept, and said to be under way.
  await expect(vieras.message("Näkyykö tämä?")).toContainText("Lähtee");
  await expect(vieras.message("Salasana ei kelpaa")).toContainText("Ei lähetetty, teksti on tallessa");
  await expect(aino.log.getByText("Odottaa yhteyttä").first()).toBeVisible();
  await takePictures(vieras.page, "widget-cut");
  await takePictures(aino.page, "desk-cut");
  await expectAccessible(vieras.page);
  await expectAccessible(aino.page);
  expect(await office.said(1)).toEqual(["Hei, en pääse kirjautumaan", "Hei! Katsotaan yhdessä"]);

  await mended;
  await expect(vieras.chat.getByText("Yhteys palasi.", { exact: true }).first()).toBeVisible({ timeout: 20_000 });
  await expect(vieras.message("Odotan rauhassa")).toBeVisible({ timeout: 20_000 });
  await expect(aino.message("Näkyykö tämä?")).toBeVisible({ timeout: 20_000 });
  await expect.poll(() => office.said(1)).toHaveLength(7);

  const said = await office.said(1);
  expect(said).toEqual([...new Set(said)]);
  const ofVisitor = ["Salasana ei kelpaa", "Kokeilin jo kahdesti", "Näkyykö tämä?"];
  const ofAino = ["Mikä virhe näkyy?", "Odotan rauhassa"];
  expect(said.filter((one) => ofVisitor.includes(one))).toEqual(ofVisitor);
  expect(said.filter((one) => ofAino.includes(one))).toEqual(ofAino);
  await expect.poll(() => vieras.said()).toEqual(said);
  await expect.poll(() => aino.said()).toEqual(said);

  // The line is whole again in both directions, and not only for what was kept.
  await vieras.write("Nyt toimii 🎉");
  await expect(aino.message("Nyt toimii 🎉")).toBeVisible();
});

test("an answer that is lost on its way makes no message come twice (trust 6)", async ({
  cable,
  office,
  visitor,
  workspace,
  expected,
}) => {
  expected.push(CUT);
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  const vieras = await visitor();
  await vieras.open();
  await vieras.write("Missä pakettini on?");
  await expect(aino.queue.getByRole("link", { name: /Vierailija 1/ })).toBeVisible();
  await aino.takeNext();

  // What both write arrives, and neither hears of it: then the line goes.
  cable.loseAnswers();
  await vieras.write("Tilaus 4711");
  await aino.reply("Katson");
  await expect.poll(() => office.said(1)).toEqual(["Missä pakettini on?", "Tilaus 4711", "Katson"]);
  cable.cut();
  await expect(vieras.chat.getByText("Yhteys katkesi.", { exact: true })).toBeVisible();
  cable.mend();

  for (const said of [() => vieras.said(), () => aino.said()]) {
    await expect.poll(said, { timeout: 20_000 }).toEqual(["Missä pakettini on?", "Tilaus 4711", "Katson"]);
  }
  await expect(vieras.message("Tilaus 4711")).not.toContainText("Ei lähetetty");
  await expect(aino.log.getByText("Odottaa yhteyttä")).toBeHidden();
  expect(await office.said(1)).toHaveLength(3);
});
