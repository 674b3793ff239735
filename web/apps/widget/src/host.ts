/** The frame's side of the talk with the loader: one known window, one known origin, both ways (trust 119). */
import { type FrameSays, readHostSays } from "./bridge";

export class Host {
  readonly #origin: string | null;
  #last = "";

  constructor(origin: string | null, heard: (says: NonNullable<ReturnType<typeof readHostSays>>) => void) {
    this.#origin = origin;
    addEventListener("message", (event) => {
      if (origin === null || event.source !== window.parent || event.origin !== origin) return;
      const says = readHostSays(event.data);
      if (says) heard(says);
    });
  }

  show(as: FrameSays["as"], node: HTMLElement, unread: number): void {
    if (this.#origin === null) return;
    const { width, height } = node.getBoundingClientRect();
    const says: FrameSays = { luukku: "show", as, width: Math.ceil(width), height: Math.ceil(height), unread };
    const now = JSON.stringify(says);
    if (now === this.#last) return;
    this.#last = now;
    window.parent.postMessage(says, this.#origin);
  }
}
