// How the workspace keeps up while customers of eight open chats write fifty messages a second: what the browser itself
// tells of tasks that held the screen up, and of frames that it drew.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "../fixtures.ts";

const CHATS = 8;
const PER_SECOND = 50;
const SECONDS = 10;

interface Seen {
  longestTask: number;
  frames: number;
  from: number;
}

const measure = () => {
  const seen = { longestTask: 0, frames: 0, from: performance.now() };
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) seen.longestTask = Math.max(seen.longestTask, task.duration);
  }).observe({ type: "longtask" });
  const frame = () => {
    seen.frames += 1;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  Object.assign(window, { seen });
};

// One address sends everything here.
test.beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "luukku-bench-"));
  process.env.LUUKKU_CONFIG = join(folder, "luukku.toml");
  const limits =
    "[limits]\nvisitor_message = { burst = 100000, every_ms = 1 }\nvisitor = { burst = 100000, every_ms = 1 }\n";
  await writeFile(process.env.LUUKKU_CONFIG, limits);
});

test.afterAll(async () => {
  await rm(join(process.env.LUUKKU_CONFIG ?? "", ".."), { recursive: true, force: true });
});

test("eight open chats and fifty messages a second hold the screen up for no moment", async ({ office, workspace }) => {
  const aino = await workspace(await office.invite("Aino Aalto", { slots: CHATS }));
  const { page } = aino;
  await page.setViewportSize({ width: 1920, height: 1080 });
  await aino.comeToWork();
  const visitors = Array.from({ length: CHATS }, () => office.visitor());
  for (const [at, one] of visitors.entries()) {
    await one.start(`Asia ${at + 1}`);
    await aino.takeNext();
  }
  // Four of them stand beside one another, so that half of what comes is drawn and half is told of.
  await page.keyboard.press("Alt+b");
  await expect(aino.log).not.toHaveCount(1);

  await page.evaluate(measure);
  const started = Date.now();
  const sent: Promise<void>[] = [];
  for (let number = 0; number < PER_SECOND * SECONDS; number += 1) {
    const wait = started + (number * 1000) / PER_SECOND - Date.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const visitor = visitors[number % CHATS];
    if (visitor) sent.push(visitor.write(`Viesti ${number}, tulostin näyttää koodia E-403`));
  }
  await Promise.all(sent);
  const rate = (sent.length * 1000) / (Date.now() - started);
  const seen = await page.evaluate(() => {
    const { longestTask, frames, from } = (window as unknown as { seen: Seen }).seen;
    return { longestTask, framesPerSecond: (frames * 1000) / (performance.now() - from) };
  });

  let notShown = 0;
  for (const [at] of visitors.entries()) {
    await page.keyboard.press(`Alt+${at + 1}`);
    const column = page.locator("section[aria-current=true]");
    const mine = sent.flatMap((_, number) => (number % CHATS === at ? [number] : []));
    await expect(column.getByText(`Viesti ${mine.at(-1)},`)).toBeVisible();
    const words = await column.getByRole("log").allInnerTexts();
    notShown += mine.filter((number) => !words.some((all) => all.includes(`Viesti ${number},`))).length;
  }
  const figures = {
    messages: sent.length,
    rate,
    longest_task_ms: seen.longestTask,
    frames_per_s: seen.framesPerSecond,
    not_shown: notShown,
  };
  await writeFile(process.env.BENCH_SCREEN_FILE ?? "../target/screen.json", JSON.stringify(figures));
});
