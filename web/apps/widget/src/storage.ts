/**
 * What the widget keeps in the visitor's browser, all of it in the frame's own storage and none of it before the
 * first use (trust 137):
 *
 * | where | name | what |
 * |---|---|---|
 * | localStorage | `luukku:KEY:visitor` | the visitor's secret |
 * | localStorage | `luukku:KEY:outbox` | messages that the desk has not acknowledged yet |
 * | localStorage | `luukku:KEY:language` | the language the visitor chose |
 * | localStorage | `luukku:KEY:mailed` | the number of the case whose answer goes to an e-mail address |
 * | sessionStorage | `luukku:KEY:open` | that the panel was open, so that it is open on the next page too |
 * | sessionStorage | `luukku:KEY:draft` | words that were being written |
 */
export interface Store {
  read(name: string): string | null;
  /** `null` forgets. */
  write(name: string, value: string | null): void;
}

/** Opens one of the browser's storages. A browser that blocks it gets memory instead: the chat works until the page goes. */
export function openStore(area: () => Storage, prefix: string): Store {
  const memory = new Map<string, string>();
  return {
    read(name) {
      try {
        return area().getItem(prefix + name) ?? memory.get(name) ?? null;
      } catch {
        return memory.get(name) ?? null;
      }
    },
    write(name, value) {
      memory.delete(name);
      if (value !== null) memory.set(name, value);
      try {
        if (value === null) area().removeItem(prefix + name);
        else area().setItem(prefix + name, value);
      } catch {
        // Full or blocked: memory has it.
        return;
      }
      memory.delete(name);
    },
  };
}
