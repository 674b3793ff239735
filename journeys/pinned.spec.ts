// A careful website: a strict content policy, and a loader that is pinned by its hash (trust 115).
import { expect, test } from "./fixtures.ts";
import { site } from "./site.ts";
import { Visitor } from "./visitor.ts";

test("the chat works on a website that allows nothing but the desk, by a line with a hash (trust 115)", async ({
  cable,
  office,
  workspace,
  browser,
  watch,
  expected,
}) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  const pinned = office.client.embed_pinned?.replace(office.desk.address, cable.address) ?? "";
  expect(pinned).toMatch(/ integrity="sha384-[^"]{64}" crossorigin="anonymous" /);
  const [, version = ""] = /\/widget\/([\w-]{16})\/widget\.js/.exec(pinned) ?? [];
  const careful = await site(
    { "/": `<body><main>Havuvaara</main>${pinned}`, "/without": "<body><main>Havuvaara</main>" },
    {
      "content-security-policy": `default-src 'none'; img-src data:; script-src ${cable.address}; frame-src ${cable.address}`,
    },
  );
  // The same line in front of a script that somebody has changed on the way.
  const changed = await site({ "/": `<body>${pinned.replace(/sha384-..../, "sha384-AAAA")}` });
  await office.change({ websites: [careful.origin, changed.origin] });
  const page = await (await browser.newContext()).newPage();
  // Whatever the policy stops is an error that this journey fails of.
  watch(page);

  await page.goto(`${careful.origin}/without`);
  const before = new Set(await page.evaluate(() => Object.getOwnPropertyNames(window)));
  await page.goto(`${careful.origin}/?salaisuus=1#salaisuus`);
  const vieras = new Visitor(page);
  await expect(vieras.launcher).toBeVisible();
  // One name of its own; the number is the frame, by which every window counts its frames.
  const after = await page.evaluate(() => Object.getOwnPropertyNames(window));
  expect(after.filter((name) => !before.has(name))).toEqual(["0", "Luukku"]);
  expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(["", 0, 0]);

  expect(vieras.frame.url()).toContain(encodeURIComponent(`${careful.origin}/`));
  expect(vieras.frame.url()).not.toContain("salaisuus");

  await vieras.open();
  await vieras.write("Hei tiukalta sivulta");
  await aino.takeNext();
  await aino.reply("Hei!");
  await expect(vieras.message("Hei!")).toBeVisible();
  const told = JSON.stringify(await office.case(1));
  expect(told).toContain(`${careful.origin}/`);
  expect(told).not.toContain("salaisuus");

  const answer = await page.request.get(`${cable.address}/widget/${version}/widget.js`);
  expect(answer.headers()["cache-control"]).toContain("immutable");
  expect((await answer.body()).length).toBeLessThan(10_000);

  expected.push(/integrity|digest/);
  await page.goto(changed.origin);
  await expect.poll(() => page.evaluate(() => document.readyState)).toBe("complete");
  expect(await page.evaluate(() => Reflect.has(window, "Luukku"))).toBe(false);
  expect(page.frames()).toHaveLength(1);
  await page.context().close();
  await careful.close();
  await changed.close();
});
