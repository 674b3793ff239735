// The website has signed its customer in, and says so with a signature.
import { createHmac, randomUUID } from "node:crypto";
import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";
import { newId } from "./ids.ts";
import type { Office } from "./office.ts";
import type { Website } from "./website.ts";

/** The website's own side: it makes each page a token, as the page of the keys tells it to. */
class Signing {
  private constructor(
    private readonly audience: string,
    private readonly secret: string,
    private readonly website: Website,
    private readonly embed: string,
  ) {}

  static of(office: Office, website: Website, secret: string): Signing {
    return new Signing(office.client.widget_key, secret, website, website.embed);
  }

  token(sub: string, name: string): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      aud: this.audience,
      sub,
      name,
      email: "kaisa@esimerkki.fi",
      iat: now,
      exp: now + 300,
      jti: randomUUID(),
    };
    const said = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
    return `${said}.${createHmac("sha256", this.secret).update(said).digest("base64url")}`;
  }

  /** The site's pages from now on are those of somebody who has signed in, or of nobody. */
  shows(token: string | null): void {
    this.#says(token === null ? "" : ` data-identity="${token}"`);
  }

  /** The same, for somebody who has agreed to tell the pages of their visit. */
  showsWithPages(token: string): void {
    this.#says(` data-identity="${token}" data-visit-pages`);
  }

  #says(more: string): void {
    this.website.embed = this.embed.replace(" data-widget=", `${more} data-widget=`);
  }
}

test("a signed customer's history is there before the first word", async ({ office, website, visitor, workspace }) => {
  const { page } = await workspace(office.owner, `/settings/clients/${office.client.client_id}/identity`);
  let secret = "";

  await test.step("the owner makes a key, and its secret is shown once", async () => {
    await expect(page.getByRole("heading", { name: "Tunnistus" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Tee avain" }).click();
    await expect(page.getByText("Kirjoita, mihin avainta käytetään").first()).toBeVisible();
    await page.getByLabel("Mihin avainta käytetään?").fill("Verkkosivusto 2026");
    await page.getByRole("button", { name: "Tee avain" }).click();
    const field = page.getByRole("textbox", { name: "Salaisuus", exact: true });
    secret = await field.inputValue();
    expect(secret).toMatch(/^luukku_sign_/);
    await expect(page.getByRole("textbox", { name: "Palvelimella" })).toHaveValue(/createHmac/);
    await expectAccessible(page);
    await takePictures(page, "settings-identity");
    await page.reload();
    await expect(page.getByText("Verkkosivusto 2026")).toBeVisible();
    await expect(field).toHaveCount(0);
  });

  const site = Signing.of(office, website, secret);
  const device = newId();
  const client = `/api/clients/${office.client.client_id}`;
  const field = { known_field_id: device, name_fi: "Laite", name_sv: "Enhet", name_en: "Device", retired: false };
  await office.owner.api.ask("PUT", `${client}/known-fields`, { fields: [field] });
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();

  await test.step("the customer has asked before, on another device", async () => {
    site.shows(site.token("asiakas-7", "Kaisa Lehtonen"));
    const phone = await visitor();
    await phone.open();
    await phone.write("Tilaukseni ei tullut perille");
    await aino.takeNext();
    await aino.reply("Lähetän uuden tänään.");
    await expect(phone.message("Lähetän uuden tänään.")).toBeVisible();
    const asks = aino.page.getByRole("complementary", { name: /^Asia / });
    await expect(asks.getByRole("heading", { name: "Sivu, jolta asiakas aloitti" })).toBeVisible();
    await expect(asks.getByText("Sivut tällä käynnillä"), "not without the visitor's consent").toHaveCount(0);
    await asks.getByLabel("Laite").fill("ThinkPad T14");
    await asks.getByLabel("Laite").press("Enter");
    await expect(aino.page.getByText("Tallennettu: Laite")).toBeVisible();
    await aino.field.press("Escape");
    await aino.page.keyboard.press("r");
  });

  await test.step("on a computer the same person is verified, and what was before is there", async () => {
    site.showsWithPages(site.token("asiakas-7", "Kaisa Lehtonen"));
    const computer = await visitor("/hinnat?alennus=salainen");
    await computer.visit(`${website.origin}/tuotteet`);
    expect(computer.frame.url()).not.toContain("#");
    await computer.open();
    await expect(computer.message("Lähetän uuden tänään.")).toBeVisible();
    await computer.chat.getByRole("button", { name: "Jatka samaa asiaa" }).click();
    await computer.write("Paketti on yhä kateissa");
  });

  await test.step("the agent sees before a word of theirs who it is, and what was before", async () => {
    await aino.takeNext();
    const asks = aino.page.getByRole("complementary", { name: /^Asia / });
    await expect(aino.page.locator("header").getByText("Kaisa Lehtonen").first()).toBeVisible();
    await expect(asks.getByText("Kaisa Lehtonen")).toBeVisible();
    await expect(asks.getByText("Tunnistettu", { exact: true })).toBeVisible();
    await expect(asks.getByText("sivusto on vahvistanut, kuka hän on")).toBeVisible();
    await expect(asks.getByRole("heading", { name: "Tämän asian yhteydenotot" })).toBeVisible();
    await expect(aino.message("Lähetän uuden tänään.")).toBeVisible();
    await expect(asks.getByLabel("Laite")).toHaveValue("ThinkPad T14");
    const pages = asks.locator("section").filter({ hasText: "Sivut tällä käynnillä" });
    await expect(pages.getByRole("definition")).toHaveText([/Havuvaara \/tuotteet/, /Havuvaara \/hinnat/]);
    await expect(asks.getByText("salainen")).toHaveCount(0);
    await expectAccessible(aino.page);
    await takePictures(aino.page, "signed");
  });

  await test.step("another customer, a wrong token and no token see nothing of it", async () => {
    const wrong = site.token("asiakas-7", "Kaisa Lehtonen").replace(/.$/, (last) => (last === "A" ? "E" : "A"));
    for (const token of [site.token("asiakas-8", "Petri Salonen"), wrong, null]) {
      site.shows(token);
      const other = await visitor();
      await other.open();
      await expect(other.field).toBeVisible();
      await expect(other.message("Lähetän uuden tänään.")).toHaveCount(0);
    }
  });

  await test.step("in the tab where somebody has been before, nobody is told their pages", async () => {
    site.showsWithPages(site.token("asiakas-7", "Kaisa Lehtonen"));
    const shared = await visitor("/velkaneuvonta");
    site.showsWithPages(site.token("asiakas-12", "Olli Ranta"));
    await shared.visit(`${website.origin}/koti`);
    await shared.open();
    await shared.write("Mistä löydän laskuni?");
    await aino.takeNext();
    const asks = aino.page.getByRole("complementary", { name: /^Asia / });
    const pages = asks.locator("section").filter({ hasText: "Sivut tällä käynnillä" });
    await expect(pages.getByRole("definition")).toHaveText([/Havuvaara \/koti/]);
  });

  await test.step("who signs in while they chat goes on with that chat", async () => {
    site.shows(null);
    const liisa = await visitor();
    await liisa.open();
    await liisa.write("En pääse kirjautumaan");
    await aino.takeNext();
    await aino.reply("Kokeile nyt uudelleen.");
    await expect(liisa.message("Kokeile nyt uudelleen.")).toBeVisible();
    site.shows(site.token("asiakas-9", "Liisa Niemi"));
    await liisa.page.reload();
    await expect(liisa.message("Kokeile nyt uudelleen.")).toBeVisible();
    await liisa.write("Nyt pääsin, kiitos");
    await expect(aino.message("Nyt pääsin, kiitos")).toBeVisible();
  });
});
