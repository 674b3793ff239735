/**
 * What the widget keeps in the visitor's browser, all of it in the frame's own storage and none of it before the
 * first use (trust 137). Where a browser denies storage to frames of other sites, the same things are in cookies of
 * this frame (`cookies.ts`):
 *
 * | where | name | what |
 * |---|---|---|
 * | localStorage | `luukku:KEY:visitor` | the visitor's secret |
 * | localStorage | `luukku:KEY:outbox` | messages that the desk has not acknowledged yet |
 * | localStorage | `luukku:KEY:language` | the language the visitor chose |
 * | localStorage | `luukku:KEY:mailed` | the number of the case for which an e-mail address was given |
 * | sessionStorage | `luukku:KEY:open` | that the panel was open, so that it is open on the next page too |
 * | sessionStorage | `luukku:KEY:draft` | words that were being written |
 * | sessionStorage | `luukku:KEY:pages` | the pages of this visit, where the site says that its visitor has agreed (`visited.ts`) |
 */
export interface Store {
  read(name: string): string | null;
  /** `null` forgets. */
  write(name: string, value: string | null): void;
}

/** A place of the browser's to keep things in. */
export type Area = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** One that stays, and one for this tab. */
export interface Areas {
  lasting: Area;
  tab: Area;
}

/** The browser's storages; where it denies them to frames of other sites, cookies that it gives to this frame alone. */
export async function findAreas(): Promise<Areas> {
  try {
    return { lasting: localStorage, tab: sessionStorage };
  } catch {
    return import("./cookies");
  }
}

/** Opens one of them. What it does not take is kept in memory: the chat works until the page goes. */
export function openStore(area: Area, prefix: string): Store {
  const memory = new Map<string, string>();
  return {
    read: (name) => memory.get(name) ?? area.getItem(prefix + name),
    write(name, value) {
      memory.delete(name);
      try {
        if (value === null) area.removeItem(prefix + name);
        else area.setItem(prefix + name, value);
      } catch {
        // Full.
        if (value !== null) memory.set(name, value);
      }
    },
  };
}
