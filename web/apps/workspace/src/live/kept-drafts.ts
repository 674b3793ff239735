/** Words in the field that the desk could not keep yet: written without a line, or as the page went away. */
import type { Draft } from "@luukku/wire";
import { type Shelf, shelfOfBrowser } from "./shelf.ts";

export class KeptDrafts {
  readonly #shelf: Shelf;
  readonly #prefix: string;

  constructor(agentId: string, shelf: Shelf = shelfOfBrowser()) {
    this.#shelf = shelf;
    this.#prefix = `luukku-draft-${agentId}-`;
  }

  keep(draft: Draft): void {
    try {
      this.#shelf.setItem(this.#prefix + draft.case_id, JSON.stringify(draft));
    } catch {
      // A browser that keeps nothing leaves it to the desk, as before.
    }
  }

  /** What was kept at `at` or before is at the desk now; newer words stay. */
  forget(caseId: string, at: number): void {
    const kept = read(this.#shelf.getItem(this.#prefix + caseId));
    if (kept === null || kept.at <= at) this.#shelf.removeItem(this.#prefix + caseId);
  }

  /** The newer one of what lies here and what the desk knows. */
  newer(caseId: string, told: Draft | null): Draft | null {
    const kept = read(this.#shelf.getItem(this.#prefix + caseId));
    return kept && (told === null || kept.at > told.at) ? kept : told;
  }
}

function read(text: string | null): Draft | null {
  if (text === null) return null;
  try {
    const found: unknown = JSON.parse(text);
    return isDraft(found) ? found : null;
  } catch {
    return null;
  }
}

/** Anybody may write into a browser's storage; only what can fill a field is taken from it. */
function isDraft(found: unknown): found is Draft {
  return (
    typeof found === "object" &&
    found !== null &&
    "case_id" in found &&
    typeof found.case_id === "string" &&
    "text" in found &&
    typeof found.text === "string" &&
    "note" in found &&
    typeof found.note === "string" &&
    "at" in found &&
    typeof found.at === "number" &&
    "attachments" in found &&
    Array.isArray(found.attachments)
  );
}
