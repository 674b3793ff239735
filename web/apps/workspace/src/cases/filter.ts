import type { CaseState } from "@luukku/wire";
import { withQuery } from "../shell/problem.ts";

/** What the list of cases shows; kept in the address, so that a link shows the same. Empty means everything. */
export interface Filter {
  state: CaseState | "";
  client: string;
  owner: string;
  category: string;
  tag: string;
  number: string;
}

export const STATES: readonly CaseState[] = [
  "new",
  "open",
  "waiting_for_customer",
  "waiting_for_others",
  "solved",
  "closed",
];

export const NO_FILTER: Filter = { state: "", client: "", owner: "", category: "", tag: "", number: "" };

const ID = /^[0-9a-f-]{36}$/i;

/** The filter that a query names. What is no state, id or number is left out rather than asked for. */
export function filterOf(query: string): Filter {
  const search = new URLSearchParams(query);
  const state = STATES.find((one) => one === search.get("state")) ?? "";
  const id = (name: string) => (ID.test(search.get(name) ?? "") ? (search.get(name) ?? "") : "");
  return {
    state,
    client: id("client"),
    owner: id("owner"),
    category: id("category"),
    tag: id("tag"),
    number: numberOf(search.get("number") ?? ""),
  };
}

/** The number in what somebody typed: `4821`, `#4821`, `Asia 4821`. */
export function numberOf(text: string): string {
  return /^\D{0,10}(\d{1,12})\s*$/.exec(text.trim())?.[1]?.replace(/^0+(?=\d)/, "") ?? "";
}

export function addressOf(filter: Filter): string {
  return withQuery("/cases", { ...filter });
}

export function requestOf(filter: Filter, cursor: string | null): string {
  return withQuery("/api/cases", { ...filter, cursor, limit: 50 });
}

export function isEmpty(filter: Filter): boolean {
  return Object.values(filter).every((one) => one === "");
}
