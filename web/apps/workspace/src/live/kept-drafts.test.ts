import { expect, test } from "vitest";
import { KeptDrafts } from "./kept-drafts.ts";
import type { Shelf } from "./shelf.ts";

class Browser implements Shelf {
  readonly #kept = new Map<string, string>();

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
}

const draft = (text: string, at: number) => ({ case_id: "a", text, note: "", at, attachments: [] });

test("words that the desk could not keep are there after the tab was closed, and newer ones of another device win", () => {
  const browser = new Browser();
  new KeptDrafts("aino", browser).keep(draft("Hei, katson", 2000));
  const later = new KeptDrafts("aino", browser);
  expect(later.newer("a", draft("Hei", 1000))?.text).toBe("Hei, katson");
  expect(later.newer("a", null)?.text).toBe("Hei, katson");
  expect(later.newer("a", draft("Hei taas", 3000))?.text).toBe("Hei taas");
  expect(new KeptDrafts("bengt", browser).newer("a", null)).toBeNull();
  later.forget("a", 2000);
  expect(later.newer("a", null)).toBeNull();
});

test("the answer to older words takes nothing newer away", () => {
  const kept = new KeptDrafts("aino", new Browser());
  kept.keep(draft("Hei", 1000));
  kept.keep(draft("Hei, katson", 2000));
  kept.forget("a", 1000);
  expect(kept.newer("a", null)?.text).toBe("Hei, katson");
});

test("a shelf that somebody else wrote on fills no field", () => {
  const browser = new Browser();
  browser.setItem("luukku-draft-aino-a", '{"text": 7}');
  browser.setItem("luukku-draft-aino-b", "{");
  const kept = new KeptDrafts("aino", browser);
  expect(kept.newer("a", null)).toBeNull();
  expect(kept.newer("b", null)).toBeNull();
});
