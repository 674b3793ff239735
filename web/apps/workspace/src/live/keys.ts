/**
 * Every shortcut of the workspace in one place: components register what they can do, the window hears the keys,
 * and the overview (`?`) lists what is registered. With a modifier they work while writing; single letters only
 * outside fields, and they can be switched off (WCAG 2.1.4).
 */
import { createContext } from "svelte";

/** Groups of the overview. */
export type KeyGroup = "luukut" | "anywhere" | "writing" | "case";

export interface Shortcut {
  id: string;
  group: KeyGroup;
  /** As written on the keys: `Alt+1…8` is shown so; `match` decides. Example: ["Alt", "N"]. */
  keys: readonly string[];
  /** The sentence in the overview. */
  label: string;
  /** Whether it may run now; left out: always. */
  when?: () => boolean;
  /** Left out for keys that a field handles by itself: they are only listed. */
  run?: (event: KeyboardEvent) => void;
  /** Whether it may run while a dialog is open; left out: never, because what it does would happen behind it. */
  inDialog?: () => boolean;
  /** For keys that stand for several, such as Alt 1…8. */
  match?: (event: KeyboardEvent) => boolean;
}

/** How long single letters rest after a field was taken from under the hands that write in it. */
const REST_MS = 3000;

export class Keys {
  /** The user's own setting: single letters on or off. */
  singleLetters = true;
  #all = new Map<string, Shortcut>();
  #now: () => number;
  #restUntil = Number.NEGATIVE_INFINITY;
  #isOnItsWay: () => boolean = () => false;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** A field went away while somebody wrote in it: the next letters were meant for it, not for the case. */
  rest(): void {
    this.#restUntil = this.#now() + REST_MS;
  }

  /**
   * Single letters rest while a case is on its way: who has gone to it writes on, and its field is not there yet. Gives
   * the function that ends this.
   */
  restWhile(isOnItsWay: () => boolean): () => void {
    this.#isOnItsWay = isOnItsWay;
    return () => {
      this.#isOnItsWay = () => false;
    };
  }

  /** Gives the function that takes it away again; use it as the clean-up of an `$effect`. */
  register(...shortcuts: Shortcut[]): () => void {
    for (const one of shortcuts) this.#all.set(one.id, one);
    return () => {
      for (const one of shortcuts) if (this.#all.get(one.id) === one) this.#all.delete(one.id);
    };
  }

  list(): Shortcut[] {
    return [...this.#all.values()];
  }

  /** For `<svelte:window onkeydown>`. */
  hear = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const modal = document.querySelector("dialog:modal") !== null;
    const rests = this.#now() < this.#restUntil || this.#isOnItsWay();
    for (const one of this.#all.values()) {
      if (!one.run || !(one.match ?? ((pressed) => matches(one.keys, pressed)))(event)) continue;
      if (isSingle(one.keys) && (!this.singleLetters || rests || writes(event.target))) continue;
      if (modal && !one.inDialog?.()) continue;
      if (one.when && !one.when()) continue;
      event.preventDefault();
      one.run(event);
      return;
    }
  };
}

/** Whether the pressed keys are these. `Ctrl` is the command key on a Mac as well. */
export function matches(
  keys: readonly string[],
  event: Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">,
): boolean {
  const last = keys.at(-1) ?? "";
  return (
    (event.ctrlKey || event.metaKey) === keys.includes("Ctrl") &&
    event.altKey === keys.includes("Alt") &&
    // A sign such as "?" needs Shift on some keyboards and not on others.
    (event.shiftKey === keys.includes("Shift") || /^[^\w\s]$/.test(last)) &&
    // On a Mac, Alt makes another sign of a letter; the key itself stays the same.
    (event.key.toLowerCase() === last.toLowerCase() || (event.altKey && event.code === `Key${last.toUpperCase()}`))
  );
}

/** Which place of a list a bare digit means, the first being 0; -1 for every other key. */
export function placeOf(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">): number {
  const isBare = !event.ctrlKey && !event.altKey && !event.metaKey;
  return isBare && /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
}

function isSingle(keys: readonly string[]): boolean {
  return keys.length === 1 && keys[0]?.length === 1;
}

function writes(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

export const [useKeys, provideKeys] = createContext<Keys>();
