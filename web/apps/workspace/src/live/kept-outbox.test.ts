import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { KeptOutbox, MARK_MS } from "./kept-outbox.ts";
import { ELSEWHERE_MS, STALE_MS, UNDO_MS } from "./outbox.ts";
import { row } from "./samples.ts";
import { Sender } from "./sender.svelte.ts";
import type { Shelf } from "./shelf.ts";

const NOBODY = { agent_ids: [], team_ids: [] };

/** The storage of one browser, with two tabs on it: what one changes, the other hears. */
class Browser implements Shelf {
  readonly #kept = new Map<string, string>();
  #tabs: { tab: Tab; shelf: Shelf }[] = [];

  get length() {
    return this.#kept.size;
  }
  key(at: number) {
    return [...this.#kept.keys()][at] ?? null;
  }
  getItem(key: string) {
    return this.#kept.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    this.#kept.set(key, value);
  }
  removeItem(key: string) {
    this.#kept.delete(key);
  }

  open(agentId = "aino"): Tab {
    const told = (key: string, newValue: string | null) => {
      for (const one of this.#tabs) if (one.shelf !== shelf) one.tab.sender.hear({ key, newValue });
    };
    const browser = this;
    const shelf: Shelf = {
      get length() {
        return browser.length;
      },
      key: (at) => this.key(at),
      getItem: (key) => this.getItem(key),
      setItem: (key, value) => {
        this.setItem(key, value);
        told(key, value);
      },
      removeItem: (key) => {
        this.removeItem(key);
        told(key, null);
      },
    };
    const tab = new Tab();
    this.#tabs.push({ tab, shelf });
    tab.left = tab.sender.resume(new KeptOutbox(agentId, shelf));
    return tab;
  }

  /** As when the power goes: the tab says nothing any more. */
  lose(tab: Tab): void {
    this.#tabs = this.#tabs.filter((one) => one.tab !== tab);
  }

  /** As when somebody clears what websites keep: no tab is told. */
  clear(): void {
    this.#kept.clear();
  }

  /** What the next tab of Aino would find. */
  get words(): string[] {
    return new KeptOutbox("aino", this).all().map((one) => one.text);
  }
}

class Tab {
  /** What came back into the field. */
  readonly back: string[] = [];
  /** Of which the draft was given up. */
  readonly kept: string[] = [];
  left: string[] = [];
  /** What the desk answers; `null` when there is no line to it. */
  line: number | null = 200;
  /** How much its clock is behind the desk's. */
  behind = 0;
  readonly sender = new Sender({
    post: async (one) => {
      if (this.line === null) return { ok: false, problem: null };
      if (this.line !== 200) return { ok: false, problem: { ...refusal, status: this.line } };
      heard.push(one.id);
      return { ok: true, value: { row: row("a", 2), entries: [] } };
    },
    done: () => undefined,
    serverNow: () => Date.now() - this.behind,
    giveBack: (one) => this.back.push(one.text),
    stored: () => undefined,
    kept: (one) => this.kept.push(one.text),
  });

  say(text: string): void {
    this.sender.reply({ caseId: "a", text, attachments: [], solve: false, seenSeq: 1 });
  }

  /** The clock of the screen. */
  async passes(ms: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms);
    this.sender.tick(Date.now() - this.behind);
    await vi.advanceTimersByTimeAsync(0);
  }
}

const refusal = { type: "about:blank", title: "Ei", status: 409, code: "contact_ended" };
const end = async () => {
  heard.push("end");
  return { ok: true as const, value: { row: row("a", 3), entries: [] } };
};
const stored = {
  kind: "note",
  seq: 2,
  at: 1000,
  agent_id: "aino",
  text: "Soitti",
  mentions: NOBODY,
  place: "thread",
} as const;

/** The desk, as far as it hears: ids of messages in the order in which they came. */
let heard: string[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000_000 });
  heard = [];
});
afterEach(() => {
  vi.useRealTimers();
});

describe("words that have not left", () => {
  test("outlive the tab and leave once, under the id that they had", async () => {
    const browser = new Browser();
    const first = browser.open();
    first.say("Hei");
    const id = first.sender.outbox[0]?.id;
    browser.lose(first);
    const second = browser.open();
    expect(second.sender.of("a").map((one) => one.text)).toEqual(["Hei"]);
    await second.passes(UNDO_MS);
    expect(heard).toEqual([]);
    await second.passes(ELSEWHERE_MS);
    expect(heard).toEqual([id]);
    expect(browser.length).toBe(0);
  });

  test("are not sent when another tab has taken them back, although this one has not heard of it", async () => {
    const browser = new Browser();
    const [first, second] = [browser.open(), browser.open()];
    first.say("Hei");
    browser.lose(first);
    expect(second.sender.takeBack("a")).toBe(true);
    await first.passes(UNDO_MS);
    expect(heard).toEqual([]);
    expect(first.sender.outbox).toEqual([]);
  });

  test("are sent by the tab that wrote them, and by no other while it is there", async () => {
    const browser = new Browser();
    const [first, second] = [browser.open(), browser.open()];
    first.say("Hei");
    expect(second.sender.outbox).toHaveLength(1);
    await first.passes(UNDO_MS);
    expect(heard).toHaveLength(1);
    await second.passes(ELSEWHERE_MS);
    expect(heard).toHaveLength(1);
    expect(second.sender.outbox).toEqual([]);
  });

  test("are on their way in every tab, a note as well as a reply", async () => {
    const browser = new Browser();
    const [first, second] = [browser.open(), browser.open()];
    first.line = null;
    first.sender.note("a", "Soitti", NOBODY, "thread");
    await first.passes(0);
    expect(second.sender.outbox.map((one) => one.where)).toEqual(["elsewhere"]);
    browser.lose(first);
    await second.passes(ELSEWHERE_MS);
    expect(heard).toHaveLength(1);
  });

  test("hurry nothing that another tab may still take back, and wait for it", async () => {
    const browser = new Browser();
    const [first, second] = [browser.open(), browser.open()];
    first.say("Ensin");
    await second.passes(1000);
    second.say("Sitten");
    await second.passes(0);
    expect(heard).toEqual([]);
    first.sender.edit(first.sender.outbox[0]?.id ?? "");
    expect(first.back).toEqual(["Ensin"]);
    await second.passes(UNDO_MS);
    expect(second.sender.outbox).toEqual([]);
    expect(heard).toHaveLength(1);
  });

  test("that went sooner because more was written are not offered back in another tab", async () => {
    const browser = new Browser();
    const [first, second] = [browser.open(), browser.open()];
    first.line = null;
    first.say("Ensin");
    first.say("Sitten");
    await first.passes(0);
    expect(second.sender.newestLeaving("a")?.text).toBe("Sitten");
    expect(second.sender.takeBack("a")).toBe(true);
    expect(second.sender.takeBack("a")).toBe(false);
  });

  test("that the desk refused are refused in every tab, and sent again by none", async () => {
    const browser = new Browser();
    const [first, second] = [browser.open(), browser.open()];
    first.line = 409;
    first.sender.note("a", "Soitti", NOBODY, "thread");
    await first.passes(0);
    expect(second.sender.outbox.map((one) => [one.where, one.why])).toEqual([["refused", "Ei"]]);
    await second.passes(ELSEWHERE_MS);
    expect(heard).toEqual([]);
  });

  test("are not kept as refused when another tab has finished with them meanwhile", async () => {
    const browser = new Browser();
    const [first, second] = [browser.open(), browser.open()];
    first.line = 409;
    first.sender.note("a", "Soitti", NOBODY, "thread");
    // The desk has them: the other tab saw the note in the thread.
    first.sender.settle([{ ...stored, note_id: first.sender.outbox[0]?.id ?? "" }]);
    await first.passes(0);
    expect(browser.length).toBe(0);
    expect(second.sender.outbox).toEqual([]);
  });

  test("can be taken back in any tab, and then leave from none", async () => {
    const browser = new Browser();
    const [first, second] = [browser.open(), browser.open()];
    first.say("Hei");
    expect(second.sender.takeBack("a")).toBe(true);
    expect(second.back).toEqual(["Hei"]);
    await first.passes(UNDO_MS + ELSEWHERE_MS);
    await second.passes(0);
    expect(heard).toEqual([]);
    expect(browser.words).toEqual([]);
  });

  test("give up their draft at the desk, so that it can not be sent as well", () => {
    const tab = new Browser().open();
    tab.say("Hei");
    expect(tab.kept).toEqual(["Hei"]);
  });

  test("keep their draft at the desk when the browser keeps nothing", () => {
    const full = new Browser();
    full.setItem = () => {
      throw new Error("full");
    };
    const tab = full.open();
    tab.say("Hei");
    expect(tab.kept).toEqual([]);
  });

  test("can not be taken back after the page that sent them has gone", async () => {
    const browser = new Browser();
    const first = browser.open();
    first.say("Hei");
    void first.sender.leave();
    browser.lose(first);
    const second = browser.open();
    expect(second.sender.of("a")).toHaveLength(1);
    expect(second.sender.takeBack("a")).toBe(false);
  });

  test("can not be taken back anywhere once an ending sends them, heard of or not", async () => {
    const browser = new Browser();
    const [first, second] = [browser.open(), browser.open()];
    first.say("Hei");
    browser.lose(second);
    const ended = first.sender.after("a", end);
    expect(second.sender.takeBack("a")).toBe(false);
    await ended;
    expect(second.back).toEqual([]);
    expect(heard).toHaveLength(2);
  });

  test("can not be taken back after a page that was ending its chat has gone", async () => {
    const browser = new Browser();
    const first = browser.open();
    first.say("Hei");
    void first.sender.after("a", end);
    browser.lose(first);
    const second = browser.open();
    expect(second.sender.of("a")).toHaveLength(1);
    expect(second.sender.takeBack("a")).toBe(false);
  });

  test("can not be taken back while they are sent by a tab whose clock is ahead", async () => {
    const browser = new Browser();
    const [first, second] = [browser.open(), browser.open()];
    first.say("Hei");
    second.behind = 2000;
    await vi.advanceTimersByTimeAsync(UNDO_MS);
    first.sender.tick(Date.now());
    expect(second.sender.takeBack("a")).toBe(false);
    expect(second.back).toEqual([]);
  });

  test("can not be taken back by the tab that counts them down when another one is sending them", async () => {
    const browser = new Browser();
    const [first, second] = [browser.open(), browser.open()];
    first.say("Hei");
    first.behind = UNDO_MS + ELSEWHERE_MS;
    browser.lose(first);
    await vi.advanceTimersByTimeAsync(UNDO_MS + ELSEWHERE_MS);
    second.sender.tick(Date.now());
    expect(first.sender.takeBack("a")).toBe(false);
    expect(first.back).toEqual([]);
  });

  test("leave all the same when the browser's storage is cleared under them, before their chat ends", async () => {
    const browser = new Browser();
    const tab = browser.open();
    tab.say("Ensin");
    browser.clear();
    await tab.passes(UNDO_MS);
    expect(heard).toHaveLength(1);
    tab.say("Sitten");
    browser.clear();
    await tab.sender.after("a", end);
    expect(heard.slice(2)).toEqual(["end"]);
    expect(tab.sender.outbox).toEqual([]);
  });

  test("are still known to be taken back by a tab that slept through it, until a day has passed", async () => {
    const browser = new Browser();
    const [first, second] = [browser.open(), browser.open()];
    first.say("Hei");
    browser.lose(second);
    expect(first.sender.takeBack("a")).toBe(true);
    await second.passes(UNDO_MS + ELSEWHERE_MS);
    expect(heard).toEqual([]);
    expect(second.sender.outbox).toEqual([]);
    browser.open();
    expect(browser.length).toBe(1);
    await vi.advanceTimersByTimeAsync(MARK_MS);
    browser.open();
    expect(browser.length).toBe(0);
  });

  test("wait for the agent's decision when a long time has passed", async () => {
    const browser = new Browser();
    const first = browser.open();
    first.say("Hei");
    browser.lose(first);
    await vi.advanceTimersByTimeAsync(STALE_MS + UNDO_MS + 1);
    const second = browser.open();
    expect(second.left).toEqual(["a"]);
    await second.passes(ELSEWHERE_MS);
    expect(heard).toEqual([]);
    second.sender.again(second.sender.outbox[0]?.id ?? "", false);
    await second.passes(0);
    expect(heard).toHaveLength(1);
  });

  test("are nobody else's: the next agent at the same computer does not send them", () => {
    const browser = new Browser();
    const first = browser.open("aino");
    first.say("Hei");
    expect(first.sender.outbox).toHaveLength(1);
    browser.lose(first);
    expect(browser.open("bengt").sender.outbox).toEqual([]);
  });
});
