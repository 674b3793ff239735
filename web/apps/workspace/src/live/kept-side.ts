/** The line of a side conversation that is being written in a case: kept in this tab, so that a reload eats no words. */
import { type Shelf, shelfOfTab } from "./shelf.ts";

export class KeptSide {
  readonly #shelf: Shelf;
  readonly #key: string;

  constructor(agentId: string, caseId: string, shelf: Shelf = shelfOfTab()) {
    this.#shelf = shelf;
    this.#key = `luukku-side-${agentId}-${caseId}`;
  }

  get text(): string {
    return this.#shelf.getItem(this.#key) ?? "";
  }

  keep(text: string): void {
    try {
      if (text === "") this.#shelf.removeItem(this.#key);
      else this.#shelf.setItem(this.#key, text);
    } catch {
      // A browser that keeps nothing holds the words as long as the page is there.
    }
  }
}
