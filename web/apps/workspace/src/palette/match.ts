/** Finding by a few letters: every typed word must begin a word of the text; letters without their dots are enough. */

export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}

const words = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** How well `text` answers `query`: smaller is better, `null` is not at all. An empty query fits everything alike. */
export function rank(query: string, text: string): number | null {
  const wanted = words(query);
  const there = words(text);
  let worst = 0;
  for (const word of wanted) {
    const at = there.findIndex((one) => one.startsWith(word));
    if (at >= 0) worst = Math.max(worst, at);
    // The end of a compound is how people remember many Finnish words.
    else if (word.length >= 3 && there.some((one) => one.includes(word))) worst = Math.max(worst, 100);
    else return null;
  }
  return worst;
}

/** The items that answer the query, the best first; those that answer alike keep their order. */
export function found<Item>(query: string, items: readonly Item[], text: (item: Item) => string): Item[] {
  return items
    .map((item) => ({ item, rank: rank(query, text(item)) }))
    .filter((one) => one.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map((one) => one.item);
}
