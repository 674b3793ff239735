import { newSecret } from "./ids";
import type { Store } from "./storage";

/** The visitor's key: made when somebody first sends something, and only then. */
export class VisitorKey {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The key, when there is one. Read anew each time: another tab may have made it. */
  get known(): string | null {
    return this.#store.read("visitor");
  }

  /** The key; made now when this is the first use. */
  forUse(): string {
    const known = this.known;
    if (known !== null) return known;
    const made = newSecret();
    this.#store.write("visitor", made);
    return made;
  }
}
