/**
 * What is known of customers, and where they have been on the website. Of two values of a field the higher version is the newer, whatever order they
 * come in.
 */
import type { CaseView, CustomerKnown, KnownValue, VisitPage } from "@luukku/wire";
import { type DeskState, put } from "./state.ts";

type Known = DeskState["known"];

/** Loaded with a case. */
export function learned(known: Known, customerId: string, values: readonly KnownValue[]): Known {
  return put(known, customerId, merged(known.get(customerId) ?? [], values));
}

/** Pushed; of customers whose cases are not held nothing is kept, because it would get old. */
export function heard(state: DeskState, { customer_id, values }: CustomerKnown): DeskState {
  return state.known.has(customer_id) ? { ...state, known: learned(state.known, customer_id, values) } : state;
}

/** Loaded with a case; an earlier case of theirs knows nothing of the contact that goes on. */
export function withVisit(all: DeskState["visitPages"], view: CaseView): DeskState["visitPages"] {
  return view.row.contact.state === "ended" ? all : put(all, view.row.customer.customer_id, view.visit_pages);
}

/** A customer whose case is held is on another page. */
export function visited(state: DeskState, customerId: string, pages: readonly VisitPage[]): DeskState {
  return state.known.has(customerId) ? { ...state, visitPages: put(state.visitPages, customerId, pages) } : state;
}

/** What is left to know when some cases were let go of. */
export function remembered(state: DeskState): DeskState {
  const held = new Set([...state.held.keys()].map((id) => state.cases.get(id)?.customer.customer_id));
  const of = <What>(all: ReadonlyMap<string, What>) => new Map([...all].filter(([customer]) => held.has(customer)));
  return { ...state, known: of(state.known), visitPages: of(state.visitPages) };
}

function merged(have: readonly KnownValue[], come: readonly KnownValue[]): readonly KnownValue[] {
  const all = new Map(have.map((one) => [one.known_field_id, one]));
  for (const one of come)
    if ((all.get(one.known_field_id)?.version ?? 0) < one.version) all.set(one.known_field_id, one);
  return [...all.values()];
}
