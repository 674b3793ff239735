import { CUT, expect, expectAccessible, test } from "./fixtures.ts";
import { newId } from "./ids.ts";

test("the wallboard tells everybody in the room what waits and how the day has gone, without a touch", async ({
  office,
  workspace,
  cable,
  watch,
  expected,
}) => {
  // A minute by default; so that the journey does not take several, a third of one here.
  await office.change({ answer_target_s: 20 });
  const person = await office.invite("Aino Aalto");
  const aino = await workspace(person);
  await aino.comeToWork();
  const esa = await workspace(await office.invite("Esa Esihenkilö", { role: "supervisor" }), "/team");
  const opened = esa.page.waitForEvent("popup");
  await esa.page.getByRole("link", { name: /^Seinätaulu.*avautuu uuteen välilehteen$/ }).click();
  const wall = await opened;
  watch(wall);
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await expect(wall.getByRole("heading", { name: /^Yhteinen luukku.*Seinätaulu$/ })).toBeFocused();
  await expect(wall.getByRole("button", { name: "Koko näyttö" })).toBeVisible();
  const card = (name: string) => wall.locator("main > dl > div").filter({ hasText: name });
  const [queue, wait, kept] = [card("Jonossa"), card("Pisin odotus"), card("Tavoitteessa")];
  const client = wall.getByRole("listitem").filter({ has: wall.getByRole("heading", { name: "Havuvaara" }) });
  const figure = (name: string) => client.locator("dl > div").filter({ hasText: name }).getByRole("definition");
  await expect(queue).toContainText("jono on tyhjä");
  await expect(wait).toContainText("chatissa ei odota kukaan");
  await expect(kept).toContainText("ei vielä vastauksia");
  await expect(wall.getByText("1 paikalla, 4 / 4 luukkua vapaana")).toBeVisible();
  await wall.evaluate(() => Reflect.set(window, "isSamePage", true));

  const answer = async (number: number) => {
    const { case_id } = (await office.case(number)).row;
    await person.api.ask("POST", `/api/cases/${case_id}/take`, {});
    await person.api.ask("POST", `/api/cases/${case_id}/messages`, { message_id: newId(), text: "Päivää" });
  };

  await test.step("its clock turns at three quarters of the target, and at the target the card fills", async () => {
    await office.visitor().start("Missä paketti on?");
    await expect(wait).toContainText("tavoite 0:20");
    await expect(figure("jonossa")).toHaveText("1");
    await expect(wait).toContainText(/tavoitteeseen 0:0[1-5]/);
    await expect(wall.getByRole("status")).toHaveText("Kenenkään odotus ei ole yli tavoitteen");
    const colour = () => wait.evaluate((element) => getComputedStyle(element).backgroundColor);
    const calm = await colour();
    await expect(wait).toContainText(/yli 0:0\d · Havuvaara/);
    await expect(wall.getByRole("status")).toHaveText("Yhden asiakkaan odotus on yli tavoitteen");
    expect(await colour()).not.toBe(calm);
    await expect(kept).toContainText(/0\s*\/ 1/);
    await expectAccessible(wall);
    await wall.screenshot({ path: "results/pictures/wallboard-over.png" });
  });

  await test.step("an answer ends the wait, and one in time changes the share", async () => {
    await answer(1);
    await expect(wait).toContainText("chatissa ei odota kukaan");
    await expect(figure("käynnissä")).toHaveText("1");
    await expect(wall.getByText("1 paikalla, 3 / 4 luukkua vapaana")).toBeVisible();
    await office.visitor().start("Entä minun?");
    await expect(queue).toContainText("pisin 0:0");
    await answer(2);
    await expect(kept).toContainText(/1\s*\/ 2/);
    await expect(figure("mediaani")).toHaveText(/^0:0\d$/);
    await expect(client).toContainText(/ka 0:\d\d · 90 % alle 0:\d\d/);
  });

  await test.step("when the line is lost it says of when its figures are, and its clocks stand still", async () => {
    expected.push(CUT);
    await office.visitor().start("Onko täällä ketään?");
    await expect(wait).toContainText("tavoite 0:20");
    cable.cut();
    const lost = wall.getByText(/^Yhteys katkesi\. Tiedot ovat kello \d+\.\d\d\.$/);
    await expect(lost).toBeVisible();
    const stood = await wait.innerText();
    await expectAccessible(wall);
    await wall.screenshot({ path: "results/pictures/wallboard-stale.png" });
    await answer(3);
    expect(await wait.innerText()).toBe(stood);
    cable.mend();
    await expect(lost).toBeHidden();
    await expect(kept).toContainText(/2\s*\/ 3/);
    await expect(wait).toContainText("chatissa ei odota kukaan");
  });

  await test.step("minutes in which the chat is closed within its hours are counted, and a wall keeps it open for nobody", async () => {
    await expect(figure("kiinni")).toHaveText(/^0 min$/);
    await aino.page.close();
    await person.api.ask("PUT", "/api/me/presence", { presence: "away" });
    await expect(client).toContainText("Kiinni: ketään ei ole paikalla");
    await expect(wall.getByText("0 paikalla, 0 / 0 luukkua vapaana")).toBeVisible();
  });

  expect(await wall.evaluate(() => Reflect.get(window, "isSamePage"))).toBe(true);
  await wall.getByRole("link", { name: "Takaisin tiimisivulle" }).click();
  await expect(wall.getByRole("heading", { name: "Tiimi nyt" })).toBeFocused();
});

test("who only looks may hang the wallboard up; who answers has a desk of their own", async ({
  office,
  workspace,
  cable,
}) => {
  const lauri = await workspace(await office.invite("Lauri Lukija", { role: "read_only" }));
  await lauri.page.goto(`${cable.address}/wallboard`);
  await expect(lauri.page.getByRole("heading", { name: "Havuvaara" })).toBeVisible();
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.page.goto(`${cable.address}/wallboard`);
  await expect(aino.page.getByText("Tämä sivu on esihenkilölle")).toBeVisible();
  await expectAccessible(aino.page);
});
