import type { CaseRow, Page } from "@luukku/wire";
import { ask } from "../live/api.ts";
import { type Filter, requestOf } from "./filter.ts";

/** The cases that match a filter, page by page, newest change first. */
export class CaseList {
  rows = $state.raw<readonly CaseRow[]>([]);
  standing = $state<"loading" | "ready" | "failed">("loading");
  more = $state<"none" | "there" | "loading" | "failed">("none");
  #filter: Filter | null = null;
  #next: string | null = null;

  /** Shows another selection. An answer to an earlier question is thrown away when it comes late. */
  async show(filter: Filter): Promise<void> {
    this.#filter = filter;
    this.standing = "loading";
    const answer = await ask<Page<CaseRow>>("GET", requestOf(filter, null));
    if (this.#filter !== filter) return;
    if (!answer.ok) {
      this.standing = "failed";
      return;
    }
    this.rows = answer.value.items;
    this.#after(answer.value.next ?? null);
    this.standing = "ready";
  }

  async again(): Promise<void> {
    if (this.#filter) await this.show({ ...this.#filter });
  }

  async nextPage(): Promise<void> {
    const filter = this.#filter;
    if (!filter || this.#next === null || this.more === "loading") return;
    this.more = "loading";
    const answer = await ask<Page<CaseRow>>("GET", requestOf(filter, this.#next));
    if (this.#filter !== filter) return;
    if (!answer.ok) {
      this.more = "failed";
      return;
    }
    // A case that has changed in between comes again on a later page; it stays where it was seen first.
    const seen = new Set(this.rows.map((row) => row.case_id));
    this.rows = [...this.rows, ...answer.value.items.filter((row) => !seen.has(row.case_id))];
    this.#after(answer.value.next ?? null);
  }

  #after(next: string | null): void {
    this.#next = next;
    this.more = next === null ? "none" : "there";
  }
}

/** The row as it is now, when the line has brought a newer one. */
export function newest(row: CaseRow, pushed: ReadonlyMap<string, CaseRow>): CaseRow {
  const other = pushed.get(row.case_id);
  return other && other.seq > row.seq ? other : row;
}
