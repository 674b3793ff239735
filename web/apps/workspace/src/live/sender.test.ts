import type { Problem } from "@luukku/wire";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { row } from "./samples.ts";
import { Sender, WORDS_UNSENT } from "./sender.svelte.ts";

const REFUSAL: Problem = { type: "about:blank", title: "Ei", status: 409, code: "contact_ended" };

/** What the desk heard, in order. */
let heard: string[] = [];
let answers: "ok" | "refused" | "nothing" = "ok";

function sender(): Sender {
  const made = new Sender({
    post: async (one) => {
      if (answers === "nothing") return { ok: false, problem: null };
      if (answers === "refused") return { ok: false, problem: REFUSAL };
      await new Promise((resolve) => setTimeout(resolve, 50));
      heard.push(one.text);
      return { ok: true, value: { row: row("a", 2), entries: [] } };
    },
    done: () => undefined,
    serverNow: () => Date.now(),
    giveBack: () => undefined,
    stored: () => undefined,
    kept: () => undefined,
  });
  made.isLive = true;
  return made;
}

const said = (text: string, caseId = "a") => ({ caseId, text, attachments: [], solve: false, seenSeq: 1 });
const end = async () => {
  heard.push("end");
  return { ok: true as const, value: { row: row("a", 3), entries: [] } };
};

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000_000 });
  heard = [];
  answers = "ok";
});
afterEach(() => {
  vi.useRealTimers();
});

test("an answer that waits for a change of mind leaves before its chat is ended", async () => {
  const out = sender();
  out.reply(said("Ensin"));
  out.reply(said("Sitten"));
  out.reply(said("Muualle", "b"));
  const ended = out.after("a", end);
  await vi.advanceTimersByTimeAsync(200);
  expect((await ended).ok).toBe(true);
  expect(heard).toEqual(["Ensin", "Sitten", "end"]);
  expect(out.of("b").map((one) => one.where)).toEqual(["leaving"]);
});

test.each(["refused", "nothing"] as const)("a chat is not ended over an answer that is %s", async (becomes) => {
  const out = sender();
  answers = becomes;
  out.reply(said("Vastaus"));
  expect(await out.after("a", end)).toEqual({ ok: false, problem: WORDS_UNSENT });
  expect(heard).toEqual([]);
});

test("words that the desk has refused before keep nobody from ending the chat", async () => {
  const out = sender();
  answers = "refused";
  out.reply(said("Vastaus"));
  await out.after("a", end);
  expect((await out.after("a", end)).ok).toBe(true);
});

test("what leaves with the page can not be taken back any more", async () => {
  const out = sender();
  out.reply(said("Hei"));
  const left = out.leave();
  expect(out.takeBack("a")).toBe(false);
  await vi.advanceTimersByTimeAsync(100);
  await left;
  expect(heard).toEqual(["Hei"]);
  expect(out.outbox).toEqual([]);
});
