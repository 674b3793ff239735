import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "@playwright/test";
import { expect, expectAccessible, takePictures, test } from "./fixtures.ts";

const TEXTS = join(import.meta.dirname, "../texts");

/** The plain sentences of a language by area and key; those with parts that vary are left out. */
function sentences(language: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync(join(TEXTS, language))) {
    const lines = readFileSync(join(TEXTS, language, file), "utf8").split("\n");
    for (const [at, line] of lines.entries()) {
      const [, key, value] = /^([a-z][a-z0-9_-]*) = ([^{]+)$/.exec(line) ?? [];
      if (key && value && !lines[at + 1]?.startsWith(" ")) found.set(`${file}:${key}`, value.trim());
    }
  }
  return found;
}

/** Everything that a page says, aloud or in writing. */
function spoken(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const said = new Set<string>([document.title]);
    // A language is called by its own name, and what people wrote is in their own.
    const isOwn = (element: Element | null) => element?.closest("[lang]:not(html), bdi, .text, .said__t") !== null;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!isOwn(node.parentElement) && !node.parentElement?.closest("script, style"))
        said.add((node.textContent ?? "").trim());
    for (const element of document.querySelectorAll("*"))
      for (const name of ["aria-label", "placeholder", "title", "alt"]) {
        const value = element.getAttribute(name);
        if (value && !isOwn(element)) said.add(value.trim());
      }
    said.delete("");
    return [...said];
  });
}

const finnish = sentences("fi");
const keys = new Set([...finnish.keys()].map((one) => one.split(":")[1] ?? "").filter((one) => one.includes("-")));

for (const [language, words] of [
  ["sv", { cases: "Ärenden", team: "Teamet nu" }],
  ["en", { cases: "Cases", team: "The team now" }],
] as const) {
  test(`the workspace and the chat speak ${language} throughout`, async ({ office, workspace, visitor, expected }) => {
    // Many pages, each looked through for words and accessibility.
    test.setTimeout(240_000);
    // The page that says so is itself an answer of 404.
    expected.push(/status of 404.*\/nowhere/);
    const theirs = new Set(sentences(language).values());
    const foreign = new Set(
      [...finnish].map(([, value]) => value).filter((value) => !theirs.has(value) && value.length > 3),
    );

    const expectLanguage = async (frame: Frame) => {
      await expect.poll(() => frame.evaluate(() => document.documentElement.lang)).toBe(language);
      const said = await spoken(frame);
      expect(
        said.filter((one) => foreign.has(one)),
        `Finnish at ${frame.url()}`,
      ).toEqual([]);
      expect(
        said.filter((one) => keys.has(one)),
        `keys at ${frame.url()}`,
      ).toEqual([]);
      expect(
        said.filter((one) => /\{ ?\$|\bundefined\b|\bNaN\b|\[object/.test(one)),
        `holes at ${frame.url()}`,
      ).toEqual([]);
    };

    const outi = await workspace(office.owner);
    const { page } = outi;
    await outi.comeToWork();
    await page.getByRole("button", { name: /^Oma valikko/ }).click();
    await page.getByRole("radio", { name: language === "sv" ? "Svenska" : "English" }).check();
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await page.keyboard.press("Escape");
    await expectLanguage(page.mainFrame());

    const vieras = await visitor(`/${language}/page`);
    await expectLanguage(vieras.frame);
    await vieras.open();
    await expectLanguage(vieras.frame);
    await vieras.write("131052-900W 🙂");
    await expect(vieras.chat.locator(".mask").first()).toBeVisible();
    await expectLanguage(vieras.frame);
    await takePictures(vieras.page, `widget-${language}`);
    await expectAccessible(vieras.page);

    await expect(page.getByRole("link", { name: / 1\b/ }).first()).toBeVisible();
    await page.keyboard.press("Alt+o");
    await expect(page.getByRole("log").getByRole("article").first()).toBeVisible();
    await page.keyboard.insertText("Hej 👋");
    await page.keyboard.press("Enter");
    await expect(vieras.message("Hej 👋")).toBeVisible();
    await expectLanguage(page.mainFrame());
    await expectLanguage(vieras.frame);
    await takePictures(page, `desk-${language}`);
    await expectAccessible(page);

    const origin = new URL(page.url()).origin;
    const client = `/settings/clients/${office.client.client_id}`;
    const paths = [
      "/cases",
      "/team",
      `/team/availability/${office.client.client_id}`,
      `/team/referrals/${office.client.client_id}`,
      "/decisions",
      "/wallboard",
      "/settings/me",
      "/settings/password",
      "/settings/devices",
      "/settings/clients",
    ];
    const more = [
      client,
      `${client}/site`,
      `${client}/hours`,
      `${client}/answering`,
      `${client}/speech`,
      `${client}/labels`,
      `${client}/known`,
      `${client}/rules`,
      `${client}/identity`,
      `${client}/approaches`,
      `${client}/launch`,
      "/settings/teams",
    ];
    for (const path of [
      ...paths,
      ...more,
      "/settings/agents",
      "/settings/agents/new",
      "/settings/skills",
      "/settings/skills/new",
      "/settings/weights",
      "/settings/prepared",
      "/settings/prepared/new",
      "/settings/api",
      "/settings/audit",
      "/settings/nowhere",
      "/nowhere",
    ]) {
      await page.goto(origin + path);
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      await expectLanguage(page.mainFrame());
      await expectAccessible(page);
    }
    await page.goto(`${origin}/cases`);
    await expect(page.getByRole("heading", { name: words.cases, level: 1 })).toBeVisible();
    await takePictures(page, `cases-${language}`);
    await page.goto(`${origin}/team`);
    await expect(page.getByRole("heading", { name: words.team, level: 1 })).toBeVisible();
    await takePictures(page, `team-${language}`);
  });
}
