import { CUT, expect, test } from "./fixtures.ts";

test("the desk is killed in the middle of a burst, and both screens end up with the same whole thread (D1–D4, D8)", async ({
  desk,
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
  await vieras.write("Alku");
  await expect(aino.queue.getByRole("link", { name: /Vierailija 1/ })).toBeVisible();
  await aino.takeNext();

  const theirs = Array.from({ length: 12 }, (_, at) => `vieras ${at + 1}`);
  const ours = Array.from({ length: 12 }, (_, at) => `aino ${at + 1}`);
  const burst = Promise.all([each(theirs, (text) => vieras.write(text)), each(ours, (text) => aino.reply(text))]);
  // Some have been answered, the others are under way or not written yet.
  await expect(aino.message(/vieras 4\b/)).toBeVisible();
  await desk.kill();
  await burst;

  await expect(vieras.chat.getByText("Yhteys katkesi.", { exact: true })).toBeVisible();
  await expect(vieras.message("vieras 12")).toContainText(/Lähtee|Ei lähetetty, teksti on tallessa/);
  // Words that nobody has sent yet.
  await vieras.field.fill("Vielä yksi asia");
  await desk.begin();

  await expect.poll(() => vieras.said(), { timeout: 45_000 }).toHaveLength(25);
  await expect.poll(() => aino.said(), { timeout: 45_000 }).toHaveLength(25);
  const said = await office.said(1);
  expect(new Set(said).size).toBe(25);
  expect(said.filter((one) => one.startsWith("vieras"))).toEqual(theirs);
  expect(said.filter((one) => one.startsWith("aino"))).toEqual(ours);
  await expect.poll(() => vieras.said()).toEqual(said);
  await expect.poll(() => aino.said()).toEqual(said);

  await expect(vieras.field).toHaveValue("Vielä yksi asia");
  await vieras.field.press("Enter");
  await expect(aino.message("Vielä yksi asia")).toBeVisible();
});

async function each(texts: string[], write: (text: string) => Promise<void>): Promise<void> {
  for (const text of texts) await write(text);
}
