import { isOurs, type Route, routeOf } from "../router.ts";

/** Where we are, and the ways to go elsewhere. One per page; handed down by context. */
export class Navigation {
  #address = $state(location.pathname + location.search);
  /** What the address means. */
  readonly route: Route = $derived(routeOf(this.#address));
  /** Counts what was stopped by `mayLeave`, so that a save bar can say why nothing happened. */
  stopped = $state(0);
  /** Set by a form with unsaved changes: whether one may go to that address; `false` keeps us here. */
  mayLeave: ((to: string) => boolean) | null = null;

  get address(): string {
    return this.#address;
  }

  /** Goes to a path of this desk. */
  go(path: string): void {
    if (path === this.#address || !this.#free(path)) return;
    history.pushState(null, "", path);
    this.#address = path;
  }

  /** The same page under another address (filters); the browser's back skips it. */
  replace(path: string): void {
    history.replaceState(null, "", path);
    this.#address = path;
  }

  /** Listens to links and to the browser's back and forward. Answers how to stop. */
  listen(): () => void {
    const onPop = () => {
      const path = location.pathname + location.search;
      if (path === this.#address) return;
      if (this.#free(path)) {
        this.#address = path;
      } else {
        history.pushState(null, "", this.#address);
      }
    };
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link || !isOurs(link, location.origin)) return;
      // A link inside the page (an error summary) is the browser's own.
      if (link.hash !== "" && link.pathname === location.pathname) return;
      event.preventDefault();
      this.go(link.pathname + link.search);
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (this.mayLeave?.("") === false) event.preventDefault();
    };
    window.addEventListener("popstate", onPop);
    document.addEventListener("click", onClick);
    window.addEventListener("beforeunload", onUnload);
    return () => {
      window.removeEventListener("popstate", onPop);
      document.removeEventListener("click", onClick);
      window.removeEventListener("beforeunload", onUnload);
    };
  }

  #free(to: string): boolean {
    if (this.mayLeave?.(to) !== false) return true;
    this.stopped += 1;
    return false;
  }
}
