/** What is known of customers: of two values of a field the higher version is the newer, whatever order they come in. */
import type { CustomerKnown, KnownValue } from "@luukku/wire";
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

/** What is left to know when some cases were let go of. */
export function remembered(state: DeskState): Known {
  const held = new Set([...state.held.keys()].map((id) => state.cases.get(id)?.customer.customer_id));
  return new Map([...state.known].filter(([customer]) => held.has(customer)));
}

function merged(have: readonly KnownValue[], come: readonly KnownValue[]): readonly KnownValue[] {
  const all = new Map(have.map((one) => [one.known_field_id, one]));
  for (const one of come)
    if ((all.get(one.known_field_id)?.version ?? 0) < one.version) all.set(one.known_field_id, one);
  return [...all.values()];
}
