/** A case on the screen, gathered from what the desk knows. */
import type { CaseRow, ContactBrief, EarlierCase, Entry, KnownValue, LeftAt, NoteEntry, VisitPage } from "@luukku/wire";
import { isSame } from "./same.ts";
import { sideLines } from "./side.ts";
import type { DeskState, Held, Typing } from "./state.ts";

/** How the opening of a case that is not held yet goes. */
export type Opening = "loading" | "missing" | "failed";

export interface OpenCase {
  caseId: string;
  /** How loading goes; `null` when the entries are here. */
  opening: Opening | null;
  row: CaseRow | undefined;
  entries: readonly Entry[];
  hasOlder: boolean;
  customerReadSeq: number;
  deskReadSeq: number;
  contacts: readonly ContactBrief[];
  earlier: readonly EarlierCase[];
  /** Where the contact before this one was left. */
  leftAt: LeftAt | null;
  /** What is known of the customer. */
  known: readonly KnownValue[];
  /** The pages of the customer's visit, the oldest first, where the website tells them. */
  visitPages: readonly VisitPage[];
  /** What colleagues say to one another, oldest first. */
  side: readonly NoteEntry[];
  typing: readonly Typing[];
  /** Colleagues who look at it now. */
  looking: readonly string[];
}

type Around = Pick<OpenCase, "row" | "known" | "visitPages" | "typing" | "looking">;

const NOTHING: readonly never[] = [];
const NOT_HELD: Omit<OpenCase, keyof Around | "caseId" | "opening"> = {
  entries: NOTHING,
  hasOlder: false,
  customerReadSeq: 0,
  deskReadSeq: 0,
  contacts: NOTHING,
  earlier: NOTHING,
  leftAt: null,
  side: NOTHING,
};

/** The cases on the screen of one desk. News of other cases leaves a case the object that it was. */
export class OpenCases {
  /** By what is held of a case, and gone with it. */
  readonly #gathered = new WeakMap<Held, { around: Around; openCase: OpenCase }>();

  of(caseId: string, state: DeskState, opening: Opening | null): OpenCase {
    const held = state.held.get(caseId);
    const before = held && this.#gathered.get(held);
    const around = aroundOf(caseId, state, before?.around);
    if (!held) return { caseId, opening, ...NOT_HELD, ...around };
    if (before && isSame(before.around, around)) return before.openCase;
    const side = before?.openCase.side ?? sideLines(held.side, held.entries);
    const openCase = { caseId, opening: null, ...held, side, ...around };
    this.#gathered.set(held, { around, openCase });
    return openCase;
  }
}

/** What is told of the case beside its thread. `before` keeps the list of those who type while it stays the same. */
function aroundOf(caseId: string, state: DeskState, before: Around | undefined): Around {
  const row = state.cases.get(caseId);
  const typing = state.typing.filter((one) => one.caseId === caseId);
  return {
    row,
    known: (row && state.known.get(row.customer.customer_id)) ?? NOTHING,
    visitPages: (row?.contact.state !== "ended" && row && state.visitPages.get(row.customer.customer_id)) || NOTHING,
    typing: before && isSame(before.typing, typing) ? before.typing : typing,
    looking: state.looking.get(caseId) ?? NOTHING,
  };
}
