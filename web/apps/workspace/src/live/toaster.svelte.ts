/** What was done or has happened, how to take it back or where to look at it. */
export interface Toast {
  text: string;
  undo?: () => void;
  /** Where it leads. */
  go?: { label: string; run: () => void };
}

/** As long as a sentence is read. */
const READ_MS = 5000;
/** A control that goes by itself must leave time to get to it (WCAG 2.2.1). */
const REACHED_MS = 10_000;

const hasControl = (toast: Toast): boolean => toast.undo !== undefined || toast.go !== undefined;

/** A sentence gives way to what is newer. What has a control keeps its time, and the newer one stands under it. */
export class Toaster {
  shown = $state.raw<readonly Toast[]>([]);
  #going = new Map<Toast, ReturnType<typeof setTimeout>>();
  #reasonsToStay = new Set<"hovered" | "focused">();

  /** The newest that can be taken back. */
  get undoable(): Toast | undefined {
    return this.shown.findLast((toast) => toast.undo !== undefined);
  }

  show(toast: Toast): void {
    for (const one of this.shown) if (!hasControl(one)) this.#leave(one);
    this.shown = [...this.shown, toast];
    this.#start(toast);
  }

  /** While one is hovered or has the focus, all stay: none moves from under the pointer. */
  hold(why: "hovered" | "focused"): void {
    this.#reasonsToStay.add(why);
    for (const timer of this.#going.values()) clearTimeout(timer);
  }

  resume(why: "hovered" | "focused"): void {
    this.#reasonsToStay.delete(why);
    for (const toast of this.shown) this.#start(toast);
  }

  /** Goes where the toast leads. */
  go(toast: Toast): void {
    this.#close(toast);
    toast.go?.run();
  }

  /** Takes back what the toast told of. False when there is nothing to take back. */
  undo(toast = this.undoable): boolean {
    if (!toast?.undo) return false;
    this.#close(toast);
    toast.undo();
    return true;
  }

  #close(toast: Toast): void {
    this.#leave(toast);
    // What is pressed goes from under the pointer and the focus, and a page may not be told that they have left it.
    this.#reasonsToStay.clear();
    for (const one of this.shown) this.#start(one);
  }

  #leave(toast: Toast): void {
    clearTimeout(this.#going.get(toast));
    this.#going.delete(toast);
    this.shown = this.shown.filter((one) => one !== toast);
  }

  #start(toast: Toast): void {
    clearTimeout(this.#going.get(toast));
    if (this.#reasonsToStay.size > 0) return;
    this.#going.set(
      toast,
      setTimeout(() => this.#leave(toast), hasControl(toast) ? REACHED_MS : READ_MS),
    );
  }
}
