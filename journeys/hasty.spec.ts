// Hands that are faster than what is on its way.
import { expect, test } from "./fixtures.ts";

test("nobody's goodbye comes before their answer, and no key acts on another chat than the one meant", async ({
  office,
  visitor,
  workspace,
}) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  const { page } = aino;
  const maija = await visitor();
  await maija.open();
  await maija.write("Ei tulosta");
  await aino.takeNext();
  const kalle = await visitor();
  await kalle.open();
  await kalle.write("Ei aukea");
  await aino.takeNext();

  await test.step("who has just been answered is not the next one that waits", async () => {
    await page.keyboard.press("Alt+n");
    await expect(page).toHaveURL(/\/1$/);
    await aino.reply("Mikä malli?");
    await page.keyboard.press("Alt+n");
    await expect(page).toHaveURL(/\/2$/);
    await expect(maija.message("Mikä malli?")).toBeVisible();
  });

  await test.step("a dialog about one chat stays with it: the palette does not open over it", async () => {
    await aino.field.press("Escape");
    await page.keyboard.press("t");
    const dialog = page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Alt+1");
    await expect(dialog).toHaveCount(1);
    await expect(page).toHaveURL(/\/2$/);
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  });

  await test.step("who goes on writing when a letter has opened a dialog does not end the chat", async () => {
    await aino.log.focus();
    await page.keyboard.type("eli ");
    await expect(page.getByRole("dialog", { name: /Päätetäänkö chat/ })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(kalle.chat.getByText("Keskustelu päättyi")).toHaveCount(0);
  });

  await test.step("who writes on while a chat is on its way does nothing to it", async () => {
    // Opened anew, so that the chat has to be fetched, over a slow line.
    await page.goto(new URL("/", page.url()).href);
    await expect(aino.luukut.getByRole("link")).toHaveCount(2);
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const slow = /\/api\/cases\/[^/]+$/;
    await page.route(slow, async (route) => arrived.then(() => route.continue()));
    await page.keyboard.press("Alt+2");
    await page.keyboard.type("etsin sen, anna hetki");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    arrive();
    await expect(aino.field).toBeFocused();
    await page.unroute(slow);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(kalle.chat.getByText("Keskustelu päättyi")).toHaveCount(0);
  });

  await test.step("what is typed after taking another chat is not put into the one before", async () => {
    await office.visitor().start("Kolmas asia");
    await expect(aino.queue.getByRole("listitem")).toHaveCount(1);
    await expect(aino.field).toBeFocused();
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(/\/take\b/, async (route) => answered.then(() => route.continue()), { times: 1 });
    await page.keyboard.press("Alt+o");
    await page.keyboard.type("hei, katson");
    await expect(aino.field).toHaveValue("");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    answer();
    await expect(page).toHaveURL(/\/3$/);
    await expect(aino.field).toBeFocused();
    await page.keyboard.press("Alt+2");
    await expect(page).toHaveURL(/\/2$/);
    await expect(aino.field).toHaveValue("");
  });

  await test.step("an answer that is about to leave goes before the chat is solved", async () => {
    await aino.reply("Käynnistä se uudelleen");
    await aino.field.press("Escape");
    await page.keyboard.press("r");
    await expect(page.getByText("Asia 2 ratkaistu")).toBeVisible();
    await expect(kalle.message("Käynnistä se uudelleen")).toBeVisible();
    await expect(aino.luukut.getByRole("link")).toHaveCount(2);
    await expect(aino.log).not.toContainText("Chat on taas auki");
  });
});

test("who loses the race for a chat with none open reads who has it", async ({ office, workspace }) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  const bengt = await workspace(await office.invite("Bengt Berg"));
  await aino.comeToWork();
  await bengt.comeToWork();
  await office.visitor().start("Ei tulosta");
  await expect(aino.queue.getByRole("listitem")).toHaveCount(1);
  let leave = () => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  await aino.page.route(/\/take\b/, async (route) => left.then(() => route.continue()), { times: 1 });
  await aino.page.keyboard.press("Alt+o");
  await bengt.takeNext();
  leave();
  await expect(aino.page.getByText("Bengt Berg hoitaa jo tätä", { exact: false })).toBeVisible();
});

test("a row of the queue stays under the pointer that moves over it", async ({ office, workspace }) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  const { page } = aino;
  await aino.comeToWork();
  await office.visitor().start("Ensimmäinen");
  await office.visitor().start("Toinen");
  const rows = aino.queue.getByRole("listitem");
  await expect(rows).toHaveCount(2);
  const place = async () => (await rows.nth(1).boundingBox()) ?? { x: 0, y: 0 };
  const { x, y } = await place();
  await page.mouse.move(x + 20, y + 20);
  const started = office.visitor().start("Kolmas");
  // The hand moves all the while.
  const moved = async () => {
    by = 1 - by;
    await page.mouse.move(x + 20 + by, y + 20);
    return rows.count();
  };
  let by = 0;
  await expect.poll(moved, { intervals: [100] }).toBe(3);
  await started;
  expect((await place()).y).toBe(y);
  // Left alone, all are shown.
  await page.mouse.move(900, 300);
  await expect.poll(async () => (await place()).y < y).toBe(true);
});
