import { CUT, expect, test } from "./fixtures.ts";

test("the desk is killed in the middle of a burst, and both screens end up with the same whole thread (D1–D4, D8)", async ({
  desk,
  office,
  talking,
  expected,
}) => {
  expected.push(CUT);
  const { aino, vieras } = await talking("Alku");

  const theirs = Array.from({ length: 12 }, (_, at) => `vieras ${at + 1}`);
  const ours = Array.from({ length: 12 }, (_, at) => `aino ${at + 1}`);
  const write = (from: number, to: number) =>
    Promise.all([
      each(theirs.slice(from, to), (text) => vieras.write(text)),
      each(ours.slice(from, to), (text) => aino.reply(text)),
    ]);
  const burst = write(0, 9);
  // Some have been answered, others are under way.
  await expect(aino.message(/vieras 4\b/)).toBeVisible();
  await desk.kill();
  await burst;
  // However fast the desk was: these are written to one that is dead.
  await write(9, 12);

  await expect(vieras.chat.getByText("Yhteys katkesi.", { exact: true })).toBeVisible();
  await expect(vieras.message("vieras 12")).toContainText(/Lähtee|Ei lähetetty, teksti on tallessa/);
  // Words that nobody has sent yet.
  await vieras.field.fill("Vielä yksi asia");
  await desk.begin();

  await expect.poll(() => vieras.said()).toHaveLength(25);
  await expect.poll(() => aino.said()).toHaveLength(25);
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
