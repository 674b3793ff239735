import { setTimeout as passed } from "node:timers/promises";
import { CUT, expect, expectAccessible, takePictures, test } from "./fixtures.ts";

// Half a minute is the subject of the journey, not a guess at how long something takes: it is longer than every pause
// that a page makes before its next try, and a visitor would long have reloaded a page that was lost.
const OUTAGE_MS = 30_000;

test("the network is cut for half a minute while both write, and nothing is lost, doubled or out of order (D2, D4)", async ({
  cable,
  office,
  talking,
  expected,
}) => {
  expected.push(CUT);
  const { aino, vieras } = await talking("Hei, en pääse kirjautumaan");
  await aino.reply("Hei! Katsotaan yhdessä");
  await expect(vieras.message("Katsotaan yhdessä")).toBeVisible();

  cable.cut();
  const halfAMinute = passed(OUTAGE_MS);

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

  // Not sooner than half a minute, and not before everything above was looked at.
  await halfAMinute;
  cable.mend();
  await expect(vieras.chat.getByText("Yhteys palasi.", { exact: true }).first()).toBeVisible();
  await expect(vieras.message("Odotan rauhassa")).toBeVisible();
  await expect(aino.message("Näkyykö tämä?")).toBeVisible();
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

test("an agent whose browser knows that the network has gone is told long before the line would be given up", async ({
  cable,
  talking,
  expected,
}) => {
  expected.push(CUT);
  const { aino } = await talking("Hei, verkko pätkii");
  // As where the cable is pulled out of the wall: nothing comes, and nobody ends the line.
  cable.loseAnswers();
  await aino.page.context().setOffline(true);
  await expect(aino.page.getByText(/Yhteys katkesi kello/)).toBeVisible({ timeout: 20_000 });

  cable.mend();
  await aino.page.context().setOffline(false);
  await aino.reply("Hei! Nyt kuuluu taas");
  await expect(aino.page.getByText("Yhteys palasi.", { exact: false }).first()).toBeVisible();
});

test("an answer that is lost on its way makes no message come twice (trust 6)", async ({
  cable,
  office,
  talking,
  expected,
}) => {
  expected.push(CUT);
  const { aino, vieras } = await talking("Missä pakettini on?");

  // What both write arrives, and neither hears of it: then the line goes.
  cable.loseAnswers();
  await vieras.write("Tilaus 4711");
  await aino.reply("Katson");
  await expect.poll(() => office.said(1)).toEqual(["Missä pakettini on?", "Tilaus 4711", "Katson"]);
  cable.cut();
  await expect(vieras.chat.getByText("Yhteys katkesi.", { exact: true })).toBeVisible();
  cable.mend();

  for (const said of [() => vieras.said(), () => aino.said()]) {
    await expect.poll(said).toEqual(["Missä pakettini on?", "Tilaus 4711", "Katson"]);
  }
  await expect(vieras.message("Tilaus 4711")).not.toContainText("Ei lähetetty");
  await expect(aino.log.getByText("Odottaa yhteyttä")).toBeHidden();
  expect(await office.said(1)).toHaveLength(3);
});
