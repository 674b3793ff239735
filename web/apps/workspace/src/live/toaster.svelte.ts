/** At most one toast: what was done or has happened, how to take it back or where to look at it. */
export interface Toast {
  text: string;
  undo?: () => void;
  /** Where it leads. */
  go?: { label: string; run: () => void };
}

const SHOWN_MS = 5000;

export class Toaster {
  current = $state.raw<Toast | null>(null);
  #going: ReturnType<typeof setTimeout> | undefined;

  show(toast: Toast): void {
    this.current = toast;
    this.resume();
  }

  /** While it is hovered or has the focus, it stays. */
  hold(): void {
    clearTimeout(this.#going);
  }

  resume(): void {
    clearTimeout(this.#going);
    this.#going = setTimeout(() => this.close(), SHOWN_MS);
  }

  close(): void {
    clearTimeout(this.#going);
    this.current = null;
  }

  /** Goes where the toast leads. */
  go(): void {
    const go = this.current?.go;
    this.close();
    go?.run();
  }

  /** Takes back what the toast told of. False when there is nothing to take back. */
  undo(): boolean {
    const undo = this.current?.undo;
    if (!undo) return false;
    this.close();
    undo();
    return true;
  }
}
