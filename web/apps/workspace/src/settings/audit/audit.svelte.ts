import type { Page } from "@luukku/wire";
import { ask } from "../../live/api.ts";
import { withQuery } from "../../shell/problem.ts";
import type { AuditEntry } from "../wire.ts";

/** What was changed by whom, page by page, newest first. */
export class AuditList {
  entries = $state.raw<readonly AuditEntry[]>([]);
  standing = $state<"loading" | "ready" | "failed">("loading");
  hasMore = $state(false);
  #next: string | null = null;

  async more(): Promise<void> {
    this.standing = "loading";
    const answer = await ask<Page<AuditEntry>>("GET", withQuery("/api/audit", { cursor: this.#next }));
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
