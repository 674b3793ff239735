/**
 * Takes what comes one by one and hands it on together, once for each drawing of the screen: to draw for every single
 * push of a busy desk costs more time than there is.
 */

/** A page that is in view and yet not drawn (minimised, another screen) waits no longer than this. */
const LONGEST_MS = 100;

export class ByDrawing<One> {
  readonly #hear: (one: One) => void;
  readonly #isDrawn: () => boolean;
  #come: One[] = [];
  #drawing: number | undefined;
  #longest: ReturnType<typeof setTimeout> | undefined;

  /** `isDrawn`: whether the page is in view; one that is not waits for no drawing. */
  constructor(hear: (one: One) => void, isDrawn: () => boolean = () => document.visibilityState === "visible") {
    this.#hear = hear;
    this.#isDrawn = isDrawn;
  }

  add(one: One): void {
    this.#come.push(one);
    if (this.#isDrawn()) this.#wait();
    else this.now();
  }

  /** Hands on what has come, in the order in which it came. */
  now = (): void => {
    this.#stopWaiting();
    try {
      // Hearing one may drop the rest.
      for (let one = this.#come.shift(); one !== undefined; one = this.#come.shift()) this.#hear(one);
    } finally {
      // One that cannot be heard does not keep the others back.
      if (this.#come.length > 0) this.#wait();
    }
  };

  /** What has come and was not handed on is not wanted any more. */
  drop(): void {
    this.#stopWaiting();
    this.#come = [];
  }

  #wait(): void {
    this.#drawing ??= requestAnimationFrame(this.now);
    this.#longest ??= setTimeout(this.now, LONGEST_MS);
  }

  #stopWaiting(): void {
    if (this.#drawing !== undefined) cancelAnimationFrame(this.#drawing);
    clearTimeout(this.#longest);
    this.#drawing = this.#longest = undefined;
  }
}
