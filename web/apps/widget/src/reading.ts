/** Marks as read what the visitor has had before their eyes for a second: in view, in a visible and focused window. */
const SEEN_MS = 1000;

export class Reading {
  readonly #canSee: () => boolean;
  readonly #seen: (seq: number) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watched = 0;

  constructor(canSee: () => boolean, seen: (seq: number) => void) {
    this.#canSee = canSee;
    this.#seen = seen;
  }

  /** There is something to be read up to `seq`. */
  watch(seq: number, readSeq: number): void {
    const sees = seq > readSeq && this.#canSee();
    if (sees && this.#watched === seq) return;
    clearTimeout(this.#timer);
    this.#watched = sees ? seq : 0;
    if (!sees) return;
    this.#timer = setTimeout(() => {
      this.#watched = 0;
      if (this.#canSee()) this.#seen(seq);
    }, SEEN_MS);
  }
}
