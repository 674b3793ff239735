/**
 * Prepared replies at the field: what is asked for after a slash, which of them answer that, and what they say to this
 * customer. What a text may leave open, and what is left of it without a name, is the desk's rule: it comes split.
 */
import type { CaseRow, Language, PreparedReplyRow, PreparedText, SalesLock, Variable } from "@luukku/wire";
import { rank } from "../palette/match.ts";

/** What fills a text; `null` is not known. */
export type Values = Record<Variable, string | null>;

/** What is known of a case and of who answers in it. */
export function valuesOf(row: CaseRow, agent: string | null, client: string | null): Values {
  return {
    customer_name: row.customer.name || null,
    agent_first_name: agent,
    case_number: String(row.number),
    client_name: client,
  };
}

/** A reply that can be inserted here. */
export interface Offered {
  id: string;
  name: string;
  language: Language;
  /** As it would be inserted. */
  text: string;
  /** Written for this client, not for all. */
  isOwn: boolean;
  /** Why it may not be inserted now; `null` when it may be. */
  lock: SalesLock | null;
}

/** The whole text; `null` when something is not known that it needs. */
export function filled(text: PreparedText, values: Values): string | null {
  const parts = values.customer_name === null ? (text.nameless ?? text.parts) : text.parts;
  const pieces = parts.map((part) => (part.kind === "words" ? part.text : values[part.variable]));
  return pieces.includes(null) ? null : pieces.join("");
}

/** Those that may be inserted in this case; a reply of another client is not among them. */
export function offered(all: Iterable<PreparedReplyRow>, row: CaseRow, values: Values): Offered[] {
  return [...all].flatMap(({ prepared_reply_id, client_id, language, name, text, kind }) => {
    const isOwn = client_id === row.client_id;
    const whole = isOwn || (client_id ?? null) === null ? filled(text, values) : null;
    const lock = kind === "sales_text" ? (row.sales_lock ?? null) : null;
    return whole === null ? [] : [{ id: prepared_reply_id, name, language, text: whole, isOwn, lock }];
  });
}

/** Behind every name that answers. */
const IN_TEXT = 1000;
/** The order of the other languages. */
const LANGUAGES: readonly Language[] = ["fi", "sv", "en"];

/**
 * Those that answer `query`: first what has it in its name, of that what is not locked, of that the ones in `language`, of each
 * language the best, then the client's own, then by name.
 */
export function answering(query: string, all: readonly Offered[], language: Language): Offered[] {
  const fits = all.flatMap((one) => {
    const byName = rank(query, one.name);
    const byText = rank(query, `${one.name} ${one.text}`);
    return byText === null ? [] : [{ one, place: byName ?? IN_TEXT }];
  });
  const order = ({ one, place }: (typeof fits)[number]) => [
    place < IN_TEXT ? 0 : 1,
    one.lock === null ? 0 : 1,
    one.language === language ? -1 : LANGUAGES.indexOf(one.language),
    place,
    one.isOwn ? 0 : 1,
  ];
  return fits.sort((a, b) => compare(order(a), order(b)) || a.one.name.localeCompare(b.one.name)).map(({ one }) => one);
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((value, at) => value - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** Where the slash is that the caret stands behind: only blanks before it on its line. `null` when there is none. */
export function slashBefore(text: string, caret: number): number | null {
  const line = text.lastIndexOf("\n", caret - 1) + 1;
  const blanks = /^\s*(?=\/)/.exec(text.slice(line, caret));
  return blanks ? line + blanks[0].length : null;
}
