import type { Page } from "@luukku/wire";
import { ask } from "../../live/api.ts";
import { withQuery } from "../../shell/problem.ts";
import type { AuditArea, AuditEntry } from "../wire.ts";

/** What somebody looks for; empty for anything. */
export interface AuditFilter {
  who: string;
  what: AuditArea | "";
  /** `2026-11-28`, the reader's days. */
  from: string;
  until: string;
}

export const ANYTHING: AuditFilter = { who: "", what: "", from: "", until: "" };

/** What was changed by whom, page by page, newest first. */
export class AuditList {
  entries = $state.raw<readonly AuditEntry[]>([]);
  standing = $state<"loading" | "ready" | "failed">("loading");
  hasMore = $state(false);
  filter = $state.raw<AuditFilter>(ANYTHING);
  #next: string | null = null;
  /** An answer to an earlier question is not shown. */
  #asked = 0;

  async look(filter: AuditFilter): Promise<void> {
    this.filter = filter;
    this.entries = [];
    this.#next = null;
    this.hasMore = false;
    await this.more();
  }

  async more(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    this.standing = "loading";
    const { who, what, from, until } = this.filter;
    const query = { cursor: this.#next, who, what, from: midnight(from, 0), until: midnight(until, 1) };
    const answer = await ask<Page<AuditEntry>>("GET", withQuery("/api/audit", query));
    if (asked !== this.#asked) return;
    if (!answer.ok) {
      this.standing = "failed";
      return;
    }
    const seen = new Set(this.entries.map((one) => one.audit_id));
    this.entries = [...this.entries, ...answer.value.items.filter((one) => !seen.has(one.audit_id))];
    this.#next = answer.value.next ?? null;
    this.hasMore = this.#next !== null;
    this.standing = "ready";
  }
}

/** The beginning of a day where the reader is, so many days later (ms). */
function midnight(date: string, daysLater: number): number | null {
  const [year, month, day] = date.split("-").map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  return new Date(year, month - 1, day + daysLater).getTime();
}
