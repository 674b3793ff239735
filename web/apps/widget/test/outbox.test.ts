// Trust 16, 17, 137: unsent words survive the tab, do not double in a second one, and nothing is kept before use.
import { expect, test } from "vitest";
import { newId, newSecret } from "../src/ids";
import { VisitorKey } from "../src/key";
import { Outbox, type Unsent } from "../src/outbox";
import { openStore } from "../src/storage";

class Memory implements Storage {
  readonly kept = new Map<string, string>();
  get length() {
    return this.kept.size;
  }
  clear() {
    this.kept.clear();
  }
  getItem(name: string) {
    return this.kept.get(name) ?? null;
  }
  key() {
    return null;
  }
  removeItem(name: string) {
    this.kept.delete(name);
  }
  setItem(name: string, value: string) {
    this.kept.set(name, value);
  }
}

const item = (id: string): Unsent => ({
  message_id: id,
  as: "write",
  contact_id: "",
  text: `sanat ${id} 👋`,
  attachments: [],
  language: "fi",
  email: null,
  visit: { start_page: null, start_title: null, referrer: null },
  at: 0,
  state: "leaving",
  why: null,
});

test("nothing is kept before the first use, and the key stays the same after it", () => {
  const area = new Memory();
  const key = new VisitorKey(openStore(area, "luukku:K:"));
  expect(key.known).toBeNull();
  expect(area.kept.size).toBe(0);
  const made = key.forUse();
  expect(made).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(key.forUse()).toBe(made);
  expect([...area.kept.keys()]).toEqual(["luukku:K:visitor"]);
});

test("unsent words are there when the page opens again, with the same ids", () => {
  const area = new Memory();
  new Outbox(openStore(area, "luukku:K:")).put(item("a"));
  expect(new Outbox(openStore(area, "luukku:K:")).items).toEqual([item("a")]);
});

test("what one tab has sent the other does not bring back", () => {
  const area = new Memory();
  const one = new Outbox(openStore(area, "luukku:K:"));
  const other = new Outbox(openStore(area, "luukku:K:"));
  one.put(item("a"));
  one.put(item("b"));
  other.remove("a");
  one.change("a", { state: "failed" });
  expect(one.items.map((unsent) => unsent.message_id)).toEqual(["b"]);
  other.remove("b");
  expect(area.kept.size).toBe(0);
});

test("what the browser does not keep is kept in memory: the chat is not broken", () => {
  const full = new Memory();
  full.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  const store = openStore(full, "luukku:K:");
  const outbox = new Outbox(store);
  outbox.put(item("a"));
  expect(outbox.items.length).toBe(1);
  outbox.remove("a");
  expect(outbox.items).toEqual([]);
  expect(new VisitorKey(store).forUse()).toBe(new VisitorKey(store).forUse());
});

test("rubbish in the storage is no message", () => {
  const area = new Memory();
  const outbox = new Outbox(openStore(area, ""));
  for (const rubbish of ["{", "7", "null", '[{"text":1}]', '[null,"x"]']) {
    area.setItem("outbox", rubbish);
    expect(outbox.items).toEqual([]);
  }
});

test("ids are UUIDv7 and their order is that of time", () => {
  const early = newId(1_700_000_000_000);
  const late = newId(1_700_000_000_001);
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(early < late).toBe(true);
  expect(newSecret()).not.toBe(newSecret());
});
