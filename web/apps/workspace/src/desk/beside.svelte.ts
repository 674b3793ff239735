/**
 * The side-by-side view: which conversations stand beside the open one. What is decided stands in `columns.ts`; which
 * case is open stays with the address. One per page, handed down by context.
 */
import { createContext } from "svelte";
import { innerWidth } from "svelte/reactivity/window";
import type { LiveDesk } from "../live/desk.svelte.ts";
import { keeping } from "../live/same.ts";
import type { Shelf } from "../live/shelf.ts";
import { begun, byFocus, type Column, closed, focused, hasPanelBeside, mostColumns, shown } from "./columns.ts";
import { casePath } from "./names.ts";

interface Around {
  desk: LiveDesk;
  /** Keeps the columns of this tab over a reload. */
  shelf: Shelf;
  go: (path: string) => void;
  /** Goes without a step in the browser's history. */
  replace: (path: string) => void;
}

export class Beside {
  readonly #around: Around;
  /** `null`: one conversation at a time. */
  #columns = $state.raw<readonly Column[] | null>(null);
  #key: string | null = null;
  /** One list for as long as the same cases stand there, whatever is said in them. */
  readonly #same = keeping<string>((id) => id);

  /** How many have room in this window. */
  readonly most = $derived(mostColumns(innerWidth.current ?? 0));
  /** The cases in the columns, from left to right; none in a window that is too narrow. */
  readonly ids: readonly string[] = $derived(this.#same(this.#shown()));
  readonly isShown = $derived(this.ids.length > 1);
  /** Whether the case panel has room at the side. */
  readonly hasPanel = $derived(hasPanelBeside(innerWidth.current ?? 0, this.ids.length));

  constructor(around: Around) {
    this.#around = around;
  }

  get isOn(): boolean {
    return this.#columns !== null;
  }

  /** Whether there are two to show, and room for them. */
  get mayStart(): boolean {
    return this.most > 1 && this.#begun().length > 1;
  }

  /** The columns of before the reload. */
  resume(agentId: string): void {
    if (this.#key !== null) return;
    this.#key = `luukku-beside-${agentId}`;
    const ids = read(this.#around.shelf.getItem(this.#key));
    if (ids.length > 1) this.#columns = ids.map((caseId, at) => ({ caseId, focusedAt: ids.length - at }));
  }

  toggle(): void {
    if (this.isOn) this.stop();
    else if (this.mayStart) this.#start();
  }

  /** Back to one: the open one stays. */
  stop(): void {
    this.#set(null);
  }

  /** The address has opened this case. */
  follow(caseId: string): void {
    if (this.#columns) this.#set(focused(this.#columns, caseId, Math.max(2, this.most)));
  }

  /** Somebody went into a column: it is the open one now. */
  enter(caseId: string): void {
    const row = this.#around.desk.cases.get(caseId);
    if (row) this.#around.replace(casePath(row.number));
  }

  close(caseId: string): void {
    const { desk, replace } = this.#around;
    const rest = closed(this.#columns ?? [], caseId);
    const next = desk.cases.get(byFocus(rest)[0]?.caseId ?? "");
    if (desk.openCase?.caseId === caseId && next) replace(casePath(next.number));
    this.#set(rest.length > 1 ? rest : null);
  }

  #start(): void {
    const { desk, go } = this.#around;
    this.#set(this.#begun());
    const first = desk.mine[0];
    if (this.#open() === null && first) go(casePath(first.number));
  }

  #begun(): Column[] {
    return begun(
      this.#around.desk.mine.map((row) => row.case_id),
      this.#open(),
      this.most,
    );
  }

  #open(): string | null {
    return this.#around.desk.openCase?.row?.case_id ?? null;
  }

  #shown(): readonly string[] {
    if (!this.#columns || this.most < 2) return [];
    const { desk } = this.#around;
    // A case that was here before a reload may be out of my sight by now.
    const there = this.#columns.filter((one) => desk.caseOf(one.caseId).opening !== "missing");
    return shown(there, this.most).map((one) => one.caseId);
  }

  #set(columns: readonly Column[] | null): void {
    this.#columns = columns;
    if (this.#key === null) return;
    const { shelf } = this.#around;
    try {
      if (columns) shelf.setItem(this.#key, JSON.stringify(columns.map((one) => one.caseId)));
      else shelf.removeItem(this.#key);
    } catch {
      // A browser that keeps nothing begins with one conversation after a reload.
    }
  }
}

/** Anybody may write into a browser's storage; only ids are taken from it. */
function read(text: string | null): string[] {
  try {
    const found: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(found) ? found.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

export const [useBeside, provideBeside] = createContext<Beside>();
