/** The browser's storage, as far as words are kept in it. A browser that keeps nothing is fine too. */

/** The part of `Storage` that is used; a test brings its own. */
export type Shelf = Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem">;

/** The browser's own; where it is switched off, one that keeps nothing. */
export function shelfOfBrowser(): Shelf {
  try {
    return localStorage;
  } catch {
    const refuse = () => {
      throw new Error("This browser keeps nothing.");
    };
    return { length: 0, key: () => null, getItem: () => null, setItem: refuse, removeItem: () => undefined };
  }
}
