/** The browser's storage, as far as words are kept in it. A browser that keeps nothing is fine too. */

/** The part of `Storage` that is used; a test brings its own. */
export type Shelf = Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem">;

/** The browser's own; where it is switched off, one that keeps nothing. */
export function shelfOfBrowser(): Shelf {
  return opened(() => localStorage);
}

/** Of this tab alone: another one has its own, and it goes with the tab. */
export function shelfOfTab(): Shelf {
  return opened(() => sessionStorage);
}

function opened(shelf: () => Shelf): Shelf {
  try {
    return shelf();
  } catch {
    const refuse = () => {
      throw new Error("This browser keeps nothing.");
    };
    return { length: 0, key: () => null, getItem: () => null, setItem: refuse, removeItem: () => undefined };
  }
}
