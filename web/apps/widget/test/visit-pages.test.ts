import { expect, test } from "vitest";
import { keepPages, type Page, readPages, toTell, withPage } from "../src/visit-pages";

const page = (path: string, title: string | null, at: number): Page => ({
  address: `https://example.fi${path}`,
  title,
  at,
});

test("a page that was loaded again is one page, and its title may come late", () => {
  const pages = withPage(withPage([], page("/", null, 1)), page("/", "Etusivu", 2));
  expect(pages).toEqual([page("/", "Etusivu", 1)]);
  expect(withPage(pages, page("/tuki", "Tuki", 3))).toHaveLength(2);
});

test("the newest twenty are remembered, and what is no list of pages is nothing", () => {
  let pages: readonly Page[] = [];
  for (let at = 0; at < 30; at += 1) pages = withPage(pages, page(`/${at}`, null, at));
  expect(pages).toHaveLength(20);
  expect(readPages(JSON.stringify(pages))).toEqual(pages);
  for (const kept of [null, "", "{}", "[1]", '[{"address":1}]']) expect(readPages(kept)).toEqual([]);
});

test("where there is little room the newest are kept", () => {
  const pages = Array.from({ length: 20 }, (_, at) => page(`/${at}`, null, at));
  let there = "";
  keepPages(pages, (kept) => {
    if (kept.length > 300) throw new Error("not kept");
    there = kept;
  });
  expect(readPages(there).at(-1)).toEqual(pages.at(-1));
  expect(readPages(there).length).toBeGreaterThan(3);
  expect(() => {
    keepPages(pages, () => {
      throw new Error("not kept");
    });
  }).not.toThrow();
});

test("pages are told by how long ago they were", () => {
  expect(toTell([page("/", "Etusivu", 1000)], 61_500)).toEqual([
    { address: "https://example.fi/", title: "Etusivu", ago_s: 60 },
  ]);
  expect(toTell([page("/", null, 9000)], 1000)[0]?.ago_s).toBe(0);
});
