// Hostile words and hostile websites: nothing that anybody writes is ever more than text, and nobody but the loader and
// the frame are heard by one another.
import type { Frame, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { newId } from "./ids.ts";
import { site } from "./site.ts";

/** A host that nobody has: asking for it at all is the harm. */
const CANARY = "canary.invalid";

/** Ways to run a script or to reach the network, short enough for every field that takes words. */
const CORPUS = [
  "<script>pwned=1</script>",
  "<img src=x onerror=pwned=1>",
  "<svg/onload=pwned=1>",
  '"><img src=x onerror=pwned=1>',
  "'-pwned=1-'",
  `<img src=//${CANARY}/i>`,
  `<style>@import'//${CANARY}/c'</style>`,
  "<a href=jav&#x09;ascript:pwned=1>x</a>",
  "[x](javascript:pwned=1)",
  `![x](//${CANARY}/m)`,
  "javascript:pwned=1",
  "data:text/html,<script>parent.pwned=1</script>",
  "<iframe srcdoc=<script>top.pwned=1</script>>",
  "{{constructor.constructor('pwned=1')()}}",
  "<math><mi//xlink:href=data:x,pwned>",
  "<noscript><p title=</noscript><img src=x onerror=pwned=1>>",
  `<form action=//${CANARY}/f><button>x`,
  `<meta http-equiv=refresh content=0;url=//${CANARY}>`,
];
const NAME = "<img src=x onerror=pwned=1>";

/** Watches for the two kinds of harm. */
class Harm {
  readonly seen: string[] = [];

  watch(page: Page): Page {
    page.on("dialog", (dialog) => {
      this.seen.push(`a dialog at ${page.url()}: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      if (request.url().includes(CANARY)) this.seen.push(`${page.url()} asked for ${request.url()}`);
    });
    return page;
  }

  /** Looks at the page as it is now, frames included. */
  async look(page: Page): Promise<void> {
    for (const frame of page.frames()) this.seen.push(...(await traces(frame)).map((one) => `${frame.url()}: ${one}`));
  }
}

/** What has become more than text in a document. */
function traces(frame: Frame): Promise<string[]> {
  return frame.evaluate((canary) => {
    const found = Reflect.get(window, "pwned") === undefined ? [] : ["a script ran"];
    for (const element of document.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        const isLink = name === "href" || name === "src" || name === "action" || name === "xlink:href";
        const isLive = name.startsWith("on") || (isLink && /^\s*(javascript|data:text)/i.test(value));
        if (
          isLive ||
          name === "srcdoc" ||
          (name !== "href" && value.includes(`//${canary}`) && !/^(value|title|aria-label|placeholder)$/.test(name))
        )
          found.push(`<${element.localName} ${name}="${value}">`);
      }
    }
    return found;
  }, CANARY);
}

test("no words of anybody run or reach the network, wherever they are shown (trust 85)", async ({
  cable,
  office,
  visitor,
  workspace,
  browser,
}) => {
  test.setTimeout(180_000);
  const harm = new Harm();
  const { api } = office.owner;

  await test.step("the eyes of this journey see what they look for", async () => {
    const page = harm.watch(await (await browser.newContext()).newPage());
    await page.setContent(`<p onclick="x()"></p><img src="http://${CANARY}/i" onerror="window.pwned=1">`);
    await expect.poll(() => traces(page.mainFrame())).toContain("a script ran");
    expect(await traces(page.mainFrame())).toContain('<p onclick="x()">');
    expect(harm.seen).toHaveLength(1);
    harm.seen.length = 0;
    await page.context().close();
  });

  const person = await office.invite("Aino Aalto", { slots: 8 });
  await test.step("every name and every text of the settings is hostile", async () => {
    await office.change({ name: NAME, desk_name: NAME, greeting_fi: `Terve ${NAME}`, queue_ceiling: 50 });
    const exceptions = [{ date: "2027-12-06", slots: [], name: NAME }];
    await office.change({ exceptions });
    const [team] = await api.ask<{ team_id: string; client_ids: string[]; agent_ids: string[] }[]>("GET", "/api/teams");
    if (!team) throw new Error("no team");
    const { client_ids, agent_ids } = team;
    await api.ask("PUT", `/api/teams/${team.team_id}`, { name: NAME, client_ids, agent_ids });
    await api.ask("POST", "/api/api-tokens", { name: NAME, scopes: ["read_cases"] });
    const agents = await api.ask<{ agent_id: string; settings: object }[]>("GET", "/api/agents");
    const settings = agents.find((one) => one.agent_id === person.agentId)?.settings;
    await api.ask("PUT", `/api/agents/${person.agentId}`, { ...settings, name: NAME, first_name: NAME });
  });

  const aino = await workspace(person);
  harm.watch(aino.page);
  await aino.comeToWork();

  await test.step("the places that a visitor comes from are hostile", async () => {
    const guest = office.visitor();
    await guest.api.ask("POST", `/api/widget/${office.client.widget_key}/chats`, {
      contact_id: newId(),
      message_id: newId(),
      text: NAME,
      language: "fi",
      name: NAME,
      start_title: NAME,
      start_page: `https://www.example.fi/${encodeURI(NAME)}`,
      referrer: "https://www.example.fi/",
      attachments: [],
    });
    for (const [field, value] of [
      ["start_page", "javascript:pwned=1"],
      ["referrer", "data:text/html,<script>pwned=1</script>"],
    ] as const) {
      const text = "Mistä tulin?";
      const start = { contact_id: newId(), message_id: newId(), text, language: "fi", attachments: [], [field]: value };
      // Refused or left out; never an address that could be opened.
      await office.visitor().api.try("POST", `/api/widget/${office.client.widget_key}/chats`, start);
    }
  });

  const vieras = await visitor();
  harm.watch(vieras.page);
  await test.step("a visitor writes all of it, and a file is called like that", async () => {
    await vieras.open();
    for (const text of CORPUS) {
      await vieras.write(text);
      await expect.poll(() => vieras.said()).toContain(text);
    }
    await vieras.chat.locator("input[type=file]").setInputFiles({
      name: `${NAME}.pdf`,
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"),
    });
    await expect(vieras.chat.getByText("Valmis")).toBeVisible();
    await vieras.write("Liite");
    await expect(vieras.message("Liite")).toContainText("pwned");
  });

  const cases = await api.ask<{ items: { case_id: string; number: number }[] }>("GET", "/api/cases?limit=50");
  const newest = Math.max(...cases.items.map((one) => one.number));
  const { case_id } = cases.items.find((one) => one.number === newest) ?? { case_id: "" };
  await test.step("an agent answers, notes and names with all of it", async () => {
    await person.api.ask("POST", `/api/cases/${case_id}/take`, {});
    for (const text of CORPUS) {
      await person.api.ask("POST", `/api/cases/${case_id}/messages`, { message_id: newId(), text });
      await person.api.ask("POST", `/api/cases/${case_id}/notes`, { note_id: newId(), text });
    }
    await person.api.ask("PUT", `/api/cases/${case_id}/subject`, { subject: NAME });
    await person.api.ask("PUT", `/api/cases/${case_id}/draft`, { text: NAME, note: NAME });
  });

  await test.step("the widget shows it as it was written", async () => {
    for (const text of CORPUS) await expect.poll(() => vieras.said()).toContain(text);
    expect((await vieras.said()).filter((one) => CORPUS.includes(one))).toHaveLength(2 * CORPUS.length);
    await harm.look(vieras.page);
    expect(harm.seen).toEqual([]);
  });

  await test.step("so does the workspace", async () => {
    await aino.page.goto(`${cable.address}/cases/${newest}`);
    for (const text of CORPUS) await expect.poll(() => aino.said()).toContain(text);
    await expect(aino.field).toHaveValue(NAME);
    await harm.look(aino.page);
    expect(harm.seen).toEqual([]);
  });

  await test.step("and every page that a link leads to, for the owner", async () => {
    const outi = await workspace(office.owner);
    const { page } = outi;
    harm.watch(page);
    const seen = new Set<string>();
    const wanted = ["/", "/cases", "/team", "/settings", `/cases/${newest}`, `/cases?q=${encodeURIComponent(NAME)}`];
    for (let path = wanted.shift(); path !== undefined; path = wanted.shift()) {
      if (seen.has(path)) continue;
      seen.add(path);
      await page.goto(cable.address + path);
      await expect(page.locator("h1, h2").first()).toBeVisible();
      await page.waitForLoadState("networkidle");
      await harm.look(page);
      const links = await page
        .locator("a[href^='/']")
        .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
      // One case with all of it is enough; downloads are no pages.
      wanted.push(...links.filter((one) => !/^\/(api|cases\/\d)/.test(one)));
    }
    expect([...seen].filter((one) => one.startsWith("/settings")).length).toBeGreaterThan(8);
    await page.goto(`${cable.address}/settings/audit`);
    await expect(page.getByText(NAME).filter({ visible: true }).first()).toBeVisible();
    await page.goto(`${cable.address}/`);
    await expect(outi.presence).toBeVisible();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Etsi tai tee" }).fill("pwned");
    await harm.look(page);
    expect(harm.seen).toEqual([]);
  });

  await test.step("what is downloaded is text to keep and never a page", async () => {
    const answer = await aino.page.request.get(`${cable.address}/api/cases/${case_id}/transcript`);
    const headers = answer.headers();
    expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(headers["content-disposition"]).toContain("attachment");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    const text = await answer.text();
    for (const one of CORPUS) expect(text).toContain(one);
  });
  await harm.look(vieras.page);
  await harm.look(aino.page);
  expect(harm.seen).toEqual([]);
});

const OPEN = { luukku: "open" };
const SHOW = { luukku: "show", as: "panel", width: 300, height: 60, unread: 3 };

const EYES = ["document", "storage", "address", "functions"];

/** By which ways a website reaches into a frame on it. */
function reached(address: string): string[] {
  const frame =
    document.querySelector<HTMLIFrameElement>(`iframe[src="${address}"]`) ?? document.createElement("iframe");
  if (!frame.isConnected) document.body.append(frame);
  const ways: [string, () => unknown][] = [
    ["document", () => frame.contentDocument?.body],
    ["storage", () => frame.contentWindow?.sessionStorage],
    ["address", () => frame.contentWindow?.location.href],
    ["functions", () => Reflect.get(frame.contentWindow ?? {}, "fetch")],
  ];
  const found = ways.filter(([, look]) => {
    try {
      return Boolean(look());
    } catch {
      return false;
    }
  });
  if (address === "about:blank") frame.remove();
  return found.map(([name]) => name);
}

/** Asks the desk from a page of another site. */
async function asked([address, init]: readonly [string, RequestInit]): Promise<string> {
  return fetch(address, init).then(
    (answer) => `answered ${answer.status}`,
    () => "refused",
  );
}

test("the loader and the frame hear each other and nobody else (trust 116, 119)", async ({
  office,
  website,
  visitor,
  workspace,
  expected,
}) => {
  const aino = await workspace(await office.invite("Aino Aalto"));
  await aino.comeToWork();
  // Hears whatever it is told, and says what it is asked to say to whomever.
  const evil = await site({ "/": "<body><script>heard=[];onmessage=(e)=>heard.push(e.data)</script>" });
  const vieras = await visitor();
  const { page } = vieras;
  const closed = async () => {
    await expect(vieras.launcher).toBeVisible();
    await expect(vieras.panel).toBeHidden();
  };
  const sizeOf = () => page.locator('iframe[src*="/w/"]').evaluate((frame) => frame.getAttribute("style"));
  await closed();
  const before = await sizeOf();
  await page.evaluate(() => {
    Reflect.set(window, "replies", 0);
    const luukku = Reflect.get(window, "Luukku");
    luukku.on("reply", () => Reflect.set(window, "replies", Reflect.get(window, "replies") + 1));
  });
  await page.evaluate(async (address) => {
    const frame = document.createElement("iframe");
    frame.id = "evil";
    frame.src = address;
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
    document.body.append(frame);
    await loaded;
  }, evil.origin);
  const neighbour = page.frames().find((one) => one.url().startsWith(evil.origin));
  if (!neighbour) throw new Error("the neighbour did not load");

  await test.step("the website itself and a neighbour pretend to be the frame", async () => {
    await page.evaluate((says) => window.postMessage(says, "*"), SHOW);
    await neighbour.evaluate((says) => parent.postMessage(says, "*"), SHOW);
    expect(await sizeOf()).toBe(before);
    await closed();
  });

  await test.step("a neighbour pretends to be the website", async () => {
    await neighbour.evaluate((says) => {
      for (let at = 0; at < parent.frames.length; at += 1)
        if (parent.frames[at] !== window) parent.frames[at]?.postMessage(says, "*");
    }, OPEN);
    await closed();
  });

  await test.step("the website says what is not in the language", async () => {
    await page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[src*="/w/"]')?.contentWindow;
      const wrong = [null, "open", 7, [], {}, { luukku: "send", text: "x" }, { luukku: ["open"] }, { type: "open" }];
      for (const one of wrong) frame?.postMessage(one, "*");
      frame?.postMessage({ luukku: "page", page: "javascript:alert(1)", title: "x" }, "*");
    });
    await closed();
  });

  await test.step("after all that, the one who may be heard is heard", async () => {
    await page.evaluate((says) => {
      document.querySelector<HTMLIFrameElement>('iframe[src*="/w/"]')?.contentWindow?.postMessage(says, "*");
    }, OPEN);
    await expect(vieras.panel).toBeVisible();
    expect(await sizeOf()).not.toBe(before);
    await vieras.write("salaisuus");
    await expect(vieras.message("salaisuus")).toContainText("Tallessa");
    expect(await page.evaluate(() => Reflect.get(window, "replies"))).toBe(0);
  });

  await test.step("the website reads nothing of the conversation, and is not the visitor (trust 116)", async () => {
    expect(await page.evaluate(reached, "about:blank"), "these eyes see a frame of their own site").toEqual(EYES);
    expect(await page.evaluate(reached, vieras.frame.url())).toEqual([]);
    expected.push(/blocked by CORS policy|net::ERR_FAILED/);
    const path = `${new URL(vieras.frame.url()).origin}/api/widget/${office.client.widget_key}`;
    for (const init of [{ credentials: "include" as const }, { method: "POST", credentials: "include" as const }])
      expect(await page.evaluate(asked, [`${path}/conversation`, init] as const)).toBe("refused");
    // Also where the browser sends along whatever it has: without the key, which is in no cookie of the API, nothing.
    expect((await page.request.get(`${path}/conversation`)).status()).toBe(404);
  });

  await test.step("a frame that was led astray hears nothing and is not heard", async () => {
    await page.locator('iframe[src*="/w/"]').evaluate(async (frame, address) => {
      const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
      window.frames[0]?.location.replace(address);
      await loaded;
    }, evil.origin);
    const astray = page.frames().find((one) => one !== neighbour && one.url().startsWith(evil.origin));
    if (!astray) throw new Error("the frame did not go");
    const then = await page.locator('iframe[src*="/w/"]').evaluate((frame) => frame.getAttribute("style"));
    await astray.evaluate((says) => parent.postMessage({ ...says, as: "launcher" }, "*"), SHOW);
    await page.evaluate(() => {
      const luukku = Reflect.get(window, "Luukku");
      luukku.close();
      luukku.open();
    });
    // What was sent before this has arrived: messages to one window keep their order.
    await astray.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
    expect(await sizeOf()).toBe(then);
    expect(await page.evaluate(() => Reflect.get(window, "replies"))).toBe(0);
    expect(await astray.evaluate(() => Reflect.get(window, "heard"))).toEqual([]);
    expect(await neighbour.evaluate(() => Reflect.get(window, "heard"))).toEqual([]);
  });
  expect(website.origin).not.toBe(evil.origin);
  await evil.close();
});
