// A visitor's words at the moments when they get lost elsewhere: the tab is closed on them, or the desk stands still.
import { setTimeout as passed } from "node:timers/promises";
import { CUT, expect, test } from "./fixtures.ts";
import { Visitor } from "./visitor.ts";

test("a tab that is closed right after sending loses nothing and doubles nothing (trust 17)", async ({
  office,
  website,
  visitor,
  workspace,
  watch,
}) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  await office.change({ queue_ceiling: 50 });
  const stored = async () => {
    const { items } = await office.owner.api.ask<{ items: { case_id: string }[] }>("GET", "/api/cases?limit=50");
    const views = await Promise.all(
      items.map(({ case_id }) =>
        office.owner.api.ask<{ entries: { kind: string; text?: string }[] }>("GET", `/api/cases/${case_id}`),
      ),
    );
    return views.flatMap(({ entries }) => entries.flatMap((one) => (one.kind === "message" ? [one.text ?? ""] : [])));
  };
  // First words, which start a conversation, and then words in it.
  for (const delayMs of [0, 1, 3, 10, 40]) {
    const first = await visitor();
    const context = first.page.context();
    let vieras = first;
    await vieras.open();
    for (const text of [`eka ${delayMs} ms`, `toka ${delayMs} ms`]) {
      await vieras.field.fill(text);
      // The key is pressed inside the page, so that nothing of ours lies between it and the end of the tab.
      await vieras.field.evaluate((field) => {
        field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
      });
      await passed(delayMs);
      await vieras.page.close();
      const there = (await stored()).filter((one) => one === text).length;
      expect(there).toBeLessThanOrEqual(1);

      // Back on the website, in the same browser.
      const page = await context.newPage();
      watch(page);
      vieras = new Visitor(page);
      await page.goto(website.origin);
      // A panel that was open is open again.
      await expect(vieras.launcher.or(vieras.panel).filter({ visible: true })).toBeVisible();
      if (!(await vieras.panel.isVisible())) await vieras.open();
      const isDraft = async () => (await vieras.field.inputValue()) === text;
      await expect
        .poll(async () => (await isDraft()) || (await vieras.said()).filter((one) => one === text).length === 1)
        .toBe(true);
      if (await isDraft()) {
        // Never sent, and still in the field: then it is not at the desk either.
        expect((await stored()).filter((one) => one === text)).toHaveLength(0);
        await vieras.field.press("Enter");
      }
      await expect.poll(async () => (await stored()).filter((one) => one === text).length).toBe(1);
      await expect(vieras.message(text)).toContainText("Tallessa");
    }
    expect(await vieras.said()).toEqual([`eka ${delayMs} ms`, `toka ${delayMs} ms`]);
  }
  expect((await stored()).length).toBe(10);
});

test("a desk that stands still for a while goes on, and nothing is lost or doubled (trust 14)", async ({
  desk,
  office,
  talking,
  expected,
}) => {
  expected.push(CUT);
  const { aino, vieras } = await talking("Alku");

  desk.signal("SIGSTOP");
  const theirs = ["yksi", "kaksi", "kolme"];
  const ours = ["uno", "dos", "tres"];
  for (const text of theirs) await vieras.write(text);
  for (const text of ours) await aino.reply(text);
  await expect(vieras.message("kolme")).toContainText("Lähtee");
  // Longer than the five seconds in which a reply can be taken back, and than the first tries of both.
  await passed(12_000);
  desk.signal("SIGCONT");

  await expect.poll(() => office.said(1)).toHaveLength(7);
  const said = await office.said(1);
  expect(said.filter((one) => theirs.includes(one))).toEqual(theirs);
  expect(said.filter((one) => ours.includes(one))).toEqual(ours);
  await expect.poll(() => vieras.said()).toEqual(said);
  await expect.poll(() => aino.said()).toEqual(said);
  await vieras.write("Kiitos");
  await expect(aino.message("Kiitos")).toBeVisible();
  expect(await office.said(1)).toHaveLength(8);
});
