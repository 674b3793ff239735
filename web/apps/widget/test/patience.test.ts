// A desk that hears and never answers holds nobody up: each request is given up in its time (D8).
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Api, isDone, isNothing, mayPass } from "../src/api";
import { VisitorKey } from "../src/key";
import { openStore } from "../src/storage";
import { worldOf } from "../src/world";

const api = () => new Api("w", new VisitorKey(openStore({ getItem: () => null, setItem() {}, removeItem() {} }, "")));

/** A network on which every request is heard and none is answered. */
function silence(): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (address: string, { signal }: RequestInit) => {
    asked.push(address);
    return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(new DOMException("aborted"))));
  });
  return asked;
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What has become of a promise by now. */
async function stateOf<Value>(promise: Promise<Value>): Promise<Value | "hangs"> {
  return Promise.race([promise, Promise.resolve("hangs" as const)]);
}

test("words whose answer never comes are given up after 20 s, and may be sent again", async () => {
  silence();
  const answer = api().ask("POST", "/messages", isDone, { text: "hei" });
  await vi.advanceTimersByTimeAsync(19_000);
  expect(await stateOf(answer)).toBe("hangs");
  await vi.advanceTimersByTimeAsync(1000);
  const refused = await answer;
  expect(refused).toMatchObject({ ok: false, status: 0 });
  expect(!refused.ok && mayPass(refused)).toBe(true);
});

test("a ticket that never comes does not keep the line from trying again", async () => {
  silence();
  const ticket = worldOf(api()).ticket();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await ticket).toMatchObject({ ok: false, status: 0 });
});

test("a poll may hang as long as the desk holds it, and a while more", async () => {
  silence();
  const poll = worldOf(api()).poll("s", 0);
  await vi.advanceTimersByTimeAsync(44_000);
  expect(await stateOf(poll)).toBe("hangs");
  await vi.advanceTimersByTimeAsync(1000);
  expect(await poll).toMatchObject({ ok: false, status: 0 });
});

test("a file that never comes is told to be missing", async () => {
  silence();
  const file = api().fetchFile("/attachments/a");
  await vi.advanceTimersByTimeAsync(120_000);
  expect(await file).toBeNull();
});

test("an answer in time is an answer, and nothing is left to run", async () => {
  vi.stubGlobal("fetch", async () => new Response(null, { status: 204 }));
  expect(await api().ask("PUT", "/read", isNothing, { seq: 1 })).toEqual({ ok: true, body: null });
  vi.stubGlobal("fetch", async () => Response.json({ screen: "s", last: 0, frames: [] }));
  expect(await worldOf(api()).poll("s", 0)).toMatchObject({ ok: true });
  expect(vi.getTimerCount()).toBe(0);
});
