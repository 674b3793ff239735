import { randomUUID } from "node:crypto";
import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

test("a visitor says by keyboard what their matter is about, and the agent sees it before the first answer (NV-08)", async ({
  office,
  visitor,
  workspace,
}) => {
  const path = `/api/clients/${office.client.client_id}`;
  const [pay, printing] = [randomUUID(), randomUUID()];
  const labels = [
    { id: pay, name: "Palkat", offered: { fi: "Palkka tai loma", sv: "Lön eller ledighet", en: "Pay or leave" } },
    { id: printing, name: "Tulostus", offered: { fi: "", sv: "", en: "" } },
  ].map(({ id, name, offered }) => ({ label_id: id, kind: "category", name, retired: false, offered }));
  await office.owner.api.ask("PUT", `${path}/labels`, { labels, requires: { category: false, tag: false } });
  const rule = { rule_id: randomUUID(), name: "Palkka-asiat", languages: [], category_ids: [pay], priority: 1 };
  const skill = randomUUID();
  await office.owner.api.ask("POST", `/api/skills/${skill}`, { name: "Tulostimet" });
  const any = { ...rule, page: null, customer: null, level: null, skill_id: null, team_id: null };
  const printers = { ...any, rule_id: randomUUID(), name: "Tulostimet", category_ids: [printing], skill_id: skill };
  const rules = [any, printers];
  const { version } = await office.owner.api.ask<{ version: string }>("GET", `${path}/routing-rules`);
  await office.owner.api.ask("PUT", `${path}/routing-rules`, { rules, version });

  await test.step("where nobody is there, the choice is beside the form", async () => {
    const vieras = await visitor();
    await vieras.open();
    const topic = vieras.chat.getByLabel("Aihe");
    await expect(topic.getByRole("option")).toHaveText(["En valitse", "Palkka tai loma", "Tulostus"]);
    await topic.selectOption("Tulostus");
    await vieras.chat.getByLabel("Mitä asia koskee?").fill("Tulostin jumittaa");
    await expectAccessible(vieras.page);
    await takePictures(vieras.page, "widget-matter-closed");
    await vieras.chat.getByRole("button", { name: "Lähetä viesti" }).click();
    await expect(vieras.chat.locator("#sent")).toBeVisible();
    expect((await office.case(1)).row.category_id).toBe(printing);
  });

  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  const vieras = await visitor();
  await vieras.open();
  const topic = vieras.chat.getByLabel("Aihe");
  await topic.focus();

  await test.step("what nobody there knows is closed as soon as it is chosen, and open again with another choice", async () => {
    const mikko = await office.invite("Mikko Mestari");
    const people = await office.owner.api.ask<{ agent_id: string; settings: object }[]>("GET", "/api/agents");
    const { settings } = people.find((one) => one.agent_id === mikko.agentId) ?? {};
    await office.owner.api.ask("PUT", `/api/agents/${mikko.agentId}`, { ...settings, skill_ids: [skill] });
    await vieras.field.fill("Tulostin jumittaa");
    await topic.focus();
    await vieras.page.keyboard.press("End");
    await expect(vieras.chat.locator(".big")).toHaveText("Tämän aiheen osaaja ei ole juuri nyt paikalla");
    await expect(topic).toBeFocused();
    await expect(topic).toHaveValue(printing);
    await expect(vieras.chat.getByLabel("Mitä asia koskee?")).toHaveValue("Tulostin jumittaa");
    await expectAccessible(vieras.page);
    await takePictures(vieras.page, "widget-matter-unknown");
    await vieras.page.keyboard.press("Home");
    await vieras.chat.getByRole("button", { name: "Siirry chattiin" }).click();
    await expect(vieras.field).toHaveValue("Tulostin jumittaa");
    await vieras.field.fill("");
    await topic.focus();
  });

  await vieras.page.keyboard.press("ArrowDown");
  await expect(topic).toHaveValue(pay);
  await expectAccessible(vieras.page);
  await takePictures(vieras.page, "widget-matter");
  await vieras.write("Palkkani on väärin");
  await expect(vieras.message("Palkkani on väärin")).toContainText("Tallessa");
  await expect(topic).toHaveCount(0);

  await aino.takeNext();
  await expect(aino.message("Palkkani on väärin")).toBeVisible();
  await expect(aino.page.getByRole("region", { name: "Asian tiedot" }).getByText("Palkat")).toBeVisible();
  await expect(aino.log.getByText("Palkka-asiat").first()).toBeVisible();
  await takePictures(aino.page, "desk-matter");
});
