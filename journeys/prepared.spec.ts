import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";
import { newId } from "./ids.ts";
import type { Client, Office } from "./office.ts";

/** A second client that only `agentId` serves. */
async function shop(office: Office, agentId: string): Promise<Client> {
  const settings = { ...office.client.settings, name: "Koskela" };
  const client = await office.owner.api.ask<Client>("POST", `/api/clients/${newId()}`, settings);
  const team = { name: "Koskela", client_ids: [client.client_id], agent_ids: [agentId] };
  await office.owner.api.ask("POST", `/api/teams/${newId()}`, team);
  await office.owner.api.ask("PUT", `/api/agents/${agentId}/teams`, { team_ids: [] });
  const teams = await office.owner.api.ask<{ team_id: string; name: string }[]>("GET", "/api/teams");
  const own = teams.filter((one) => one.name === "Koskela").map((one) => one.team_id);
  await office.owner.api.ask("PUT", `/api/agents/${agentId}/teams`, { team_ids: own });
  await office.openToCustomers(client);
  return client;
}

test("the owner writes a prepared reply, the agent inserts it by keyboard, the customer reads it filled", async ({
  office,
  workspace,
  visitor,
}) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  const bengt = await office.invite("Bengt Berg");
  const koskela = await shop(office, bengt.agentId);
  const vieras = await visitor();
  await vieras.open();
  await vieras.write("En pääse sisään");
  await aino.takeNext();
  const { keyboard } = aino.page;
  const menu = aino.page.getByRole("listbox", { name: "Valmiit vastaukset" });
  const options = menu.getByRole("option");
  const button = aino.page.getByRole("button", { name: "Valmiit vastaukset" });
  // While there are none, a slash is a slash.
  await keyboard.type("/ei");
  await expect(menu).toHaveCount(0);
  await expect(button).toHaveCount(0);
  await aino.field.fill("");

  await test.step("the owner writes, and sees how it will read", async () => {
    const { page } = await workspace(office.owner, "/settings/prepared");
    await expect(page.getByText("Valmiita vastauksia ei vielä ole")).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "settings-prepared-none");
    await page.getByRole("link", { name: "Uusi valmis vastaus" }).first().click();
    await page.getByLabel("Asiakkuus", { exact: true }).selectOption({ label: "Havuvaara" });
    await page.getByLabel("Lyhyt nimi").fill("Tervehdys");
    const text = page.getByLabel("Teksti", { exact: true });
    await text.fill("Hei {nimi}!");
    await expect(page.getByText("Muuttujaa {nimi} ei ole. Käytä näitä: {asiakas}, {neuvoja}")).toBeVisible();
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(page.getByText("1 virhe")).toBeVisible();
    await expectAccessible(page);
    await text.fill("Hei ");
    await page.getByRole("button", { name: "Asiakkaan nimi" }).click();
    await expect(text).toBeFocused();
    await page.keyboard.type(", täällä ");
    await page.getByRole("button", { name: "Neuvojan etunimi" }).click();
    await page.keyboard.type(".\nHoidan asiasi ");
    await page.getByRole("button", { name: "Asian numero" }).click();
    await page.keyboard.type(" saman tien.");
    const preview = page.getByRole("region", { name: "Näin asiakas lukee sen" });
    // What was wrong is right now, and is not said any longer.
    await expect(page.getByText("1 virhe")).toHaveCount(0);
    await expect(preview.getByText("Hei Kaisa, täällä Outi.", { exact: false })).toBeVisible();
    await expect(preview.getByText("Hei, täällä Outi.", { exact: false })).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "settings-prepared-form");
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await expect(page.getByRole("link", { name: /^\/tervehdys Hei \{asiakas\}/ })).toBeVisible();
    for (const [client_id, language, name, words] of [
      [null, "sv", "hälsning", "Hej {kund}, jag heter {rådgivare}."],
      [null, "fi", "odota", "Hetki vielä, selvitän asiaa."],
      [koskela.client_id, "fi", "tervetuloa", "Tervetuloa Koskelaan!"],
    ] as const)
      await office.owner.api.ask("POST", `/api/prepared-replies/${newId()}`, {
        client_id,
        language,
        name,
        text: words,
      });
    await page.reload();
    await expect(page.getByRole("heading", { name: "Kaikki asiakkuudet" })).toBeVisible();
    await expectAccessible(page);
    await takePictures(page, "settings-prepared");
  });

  await test.step("the agent has it without loading anything, and finds it by what it is called and what it says", async () => {
    await expect(button).toBeVisible();
    await aino.field.focus();
    await keyboard.type("/");
    await expect(options).toHaveCount(3);
    // The conversation is in Finnish; the other client's reply is not there.
    await expect(options.last()).toContainText("/hälsning");
    await expect(menu).not.toContainText("tervetuloa");
    await expect(aino.page.getByText("3 valmista vastausta. Valitse nuolilla ja lisää Enterillä.")).toBeAttached();
    await expectAccessible(aino.page);
    await takePictures(aino.page, "desk-prepared");
    await keyboard.press("ArrowDown");
    const second = options.nth(1);
    await expect(second).toHaveAttribute("aria-selected", "true");
    await expect(aino.field).toHaveAttribute("aria-activedescendant", (await second.getAttribute("id")) ?? "");
    await keyboard.press("ArrowUp");
    await keyboard.type("halsn");
    await expect(options).toHaveCount(1);
    await expect(options.first()).toContainText("/hälsning");
    await keyboard.press("Escape");
    await expect(menu).toHaveCount(0);
    await expect(aino.field).toHaveValue("/halsn");
    await keyboard.type("i");
    await expect(menu).toHaveCount(0);
  });

  await test.step("what nobody prepared is not sent by the same key", async () => {
    await aino.field.fill("");
    await keyboard.type("/xyz");
    await expect(menu).toBeVisible();
    await keyboard.press("Enter");
    await expect(menu).toHaveCount(0);
    await expect(aino.field).toHaveValue("/xyz");
  });

  const inserted = "Hei, täällä Aino.\nHoidan asiasi 1 saman tien.";
  await test.step("Enter inserts and does not send, and Ctrl Z takes it back", async () => {
    await aino.field.fill("");
    await keyboard.type("/HOIDAN asi");
    await expect(options).toHaveCount(1);
    await keyboard.press("Enter");
    await expect(aino.field).toHaveValue(inserted);
    await expect(menu).toHaveCount(0);
    await keyboard.press("Control+z");
    await expect(aino.field).toHaveValue("/HOIDAN asi");
    await keyboard.press("Control+y");
    await expect(aino.field).toHaveValue(inserted);
    expect(await office.said(1)).not.toContain(inserted);
  });

  await test.step("on a line of its own it goes behind what is there, by Tab", async () => {
    await keyboard.press("Shift+Enter");
    await keyboard.type("/odo");
    await expect(options).toHaveCount(1);
    await keyboard.press("Tab");
    await expect(aino.field).toHaveValue(`${inserted}\nHetki vielä, selvitän asiaa.`);
    await keyboard.press("Enter");
    await expect(vieras.message("Hei, täällä Aino.")).toContainText("Hoidan asiasi 1 saman tien.");
    expect(await office.said(1)).toContain(`${inserted}\nHetki vielä, selvitän asiaa.`);
  });

  await test.step("the button opens the same menu, and a press inserts", async () => {
    await button.click();
    await expect(options).toHaveCount(3);
    await expect(aino.field).toBeFocused();
    await options.filter({ hasText: "/odota" }).click();
    await expect(aino.field).toHaveValue("Hetki vielä, selvitän asiaa.");
    await expect(aino.field).toBeFocused();
    await aino.field.fill("");
  });

  await test.step("a sales text is locked until the case has got on, and says why (CC-05)", async () => {
    const path = `/api/prepared-replies/${newId()}`;
    const text = "Keväällä huolto on puoleen hintaan.";
    await office.owner.api.ask("POST", path, {
      client_id: null,
      language: "fi",
      name: "kevat",
      text,
      kind: "sales_text",
    });
    await aino.field.focus();
    await keyboard.type("/kevat");
    await expect(options).toHaveCount(1);
    await expect(options.first()).toContainText("Lukossa, kunnes asia on ratkaistu tai merkitty odottamaan");
    await expectAccessible(aino.page);
    await takePictures(aino.page, "desk-sales-lock");
    await keyboard.press("Enter");
    await expect(aino.field).toHaveValue("/kevat");
    const { row } = await office.case(1);
    await office.owner.api.ask("PUT", `/api/cases/${row.case_id}/state`, { state: "waiting_for_others" });
    await expect(options.first()).not.toContainText("Lukossa");
    await keyboard.press("Enter");
    await expect(aino.field).toHaveValue(text);
    await aino.field.fill("");
    await office.owner.api.ask("DELETE", path);
  });

  await test.step("in a note a slash is a slash", async () => {
    await keyboard.press("Control+m");
    await expect(aino.noteField).toBeFocused();
    await keyboard.type("/odo");
    await expect(menu).toHaveCount(0);
    await expect(button).toHaveCount(0);
    await keyboard.press("Control+m");
  });

  await test.step("the agent of another client sees theirs, and not this one", async () => {
    const other = await workspace(bengt);
    await other.comeToWork();
    const asker = office.visitorOf(koskela);
    await asker.start("Missä pakettini on?");
    await other.takeNext();
    await other.page.keyboard.type("/");
    const theirs = other.page.getByRole("option");
    await expect(theirs.filter({ hasText: "/tervetuloa" })).toBeVisible();
    await expect(theirs.filter({ hasText: "/tervehdys" })).toHaveCount(0);
  });

  await test.step("what is removed is gone from the open menu", async () => {
    await aino.field.fill("");
    await aino.field.focus();
    await keyboard.type("/");
    await expect(options.filter({ hasText: "/tervehdys" })).toBeVisible();
    const { page } = await workspace(office.owner, "/settings/prepared");
    await page.getByRole("link", { name: /^\/tervehdys/ }).click();
    await page.getByRole("button", { name: "Poista valmis vastaus" }).click();
    const dialog = page.getByRole("dialog", { name: "Poistetaanko /tervehdys?" });
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Poista valmis vastaus" }).click();
    await expect(page.getByText("/tervehdys on poistettu")).toBeVisible();
    await expect(options.filter({ hasText: "/tervehdys" })).toHaveCount(0);
    await expect(options).toHaveCount(2);
  });
});
