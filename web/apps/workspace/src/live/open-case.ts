/** A case on the screen, gathered from what the desk knows. */
import type { CaseRow, ContactBrief, EarlierCase, Entry, KnownValue, LeftAt, NoteEntry, VisitPage } from "@luukku/wire";
import { sideLines } from "./side.ts";
import type { DeskState, Typing } from "./state.ts";

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

const NOTHING: readonly never[] = [];

export function openCaseOf(caseId: string, state: DeskState, opening: Opening | null): OpenCase {
  const held = state.held.get(caseId);
  const row = state.cases.get(caseId);
  return {
    caseId,
    opening: held ? null : opening,
    row,
    entries: held?.entries ?? NOTHING,
    hasOlder: held?.hasOlder ?? false,
    customerReadSeq: held?.customerReadSeq ?? 0,
    deskReadSeq: held?.deskReadSeq ?? 0,
    contacts: held?.contacts ?? NOTHING,
    earlier: held?.earlier ?? NOTHING,
    leftAt: held?.leftAt ?? null,
    known: (row && state.known.get(row.customer.customer_id)) ?? NOTHING,
    visitPages: (row?.contact.state !== "ended" && row && state.visitPages.get(row.customer.customer_id)) || NOTHING,
    side: held ? sideLines(held.side, held.entries) : NOTHING,
    typing: state.typing.filter((one) => one.caseId === caseId),
    looking: state.looking.get(caseId) ?? NOTHING,
  };
}
