/**
 * The widget's own reading of the desk's rules about what must not be kept (CC-15): the visitor is warned before
 * sending, and what is sent has been masked already. The desk masks again whatever comes. The same vectors test both
 * (`crates/desk/tests/vectors/masking.tsv`).
 */
import { match, read, WORD } from "./glyphs";
import type { MaskedKind } from "./masks";
import { bankAccount, identityCode, paymentCard, swedishNumber } from "./numbers";

export interface Masked {
  text: string;
  /** What was masked, in the order of the text. */
  kinds: MaskedKind[];
}

const KINDS: [MaskedKind, (row: string, at: number) => number | null][] = [
  ["identity_code", identityCode],
  ["swedish_number", swedishNumber],
  ["payment_card", paymentCard],
];

// An account in Malta has at least seven digits; everything else has more.
const FEWEST_DIGITS = /(?:\p{Nd}\P{Nd}*){7}/u;

export function mask(text: string): Masked {
  const masked: Masked = { text: "", kinds: [] };
  let keptUntil = 0;
  if (FEWEST_DIGITS.test(text)) {
    const glyphs = read(text);
    for (let at = 0; at < glyphs.row.length; at += 1) {
      const hit = findAt(glyphs.row, at);
      if (!hit) continue;
      masked.text += text.slice(keptUntil, glyphs.starts[at]) + hit.mask;
      masked.kinds.push(hit.kind);
      keptUntil = glyphs.ends[hit.end - 1] ?? text.length;
      // What was found counts as one closed thing for its neighbours.
      glyphs.row = glyphs.row.slice(0, at) + "●".repeat(hit.end - at) + glyphs.row.slice(hit.end);
      at = hit.end - 1;
    }
  }
  masked.text += text.slice(keptUntil);
  return masked;
}

function findAt(row: string, at: number): { end: number; kind: MaskedKind; mask: string } | null {
  if (at > 0 && WORD.test(row[at - 1] ?? "")) return null;
  const lastFour = (end: number) =>
    row
      .slice(at, end)
      .replace(/[^0-9A-Z]/g, "")
      .slice(-4);
  if (match(/[A-Z]/y, row, at)) {
    const end = bankAccount(row, at);
    return end === null
      ? null
      : { end, kind: "bank_account", mask: `${row.slice(at, at + 2)}●● ●●●● ${lastFour(end)}` };
  }
  if (!match(/\d/y, row, at)) return null;
  for (const [kind, find] of KINDS) {
    const end = find(row, at);
    if (end === null) continue;
    if (kind === "identity_code") return { end, kind, mask: "●●●●●●-●●●●" };
    if (kind === "swedish_number") return { end, kind, mask: "●●●●●●●●-●●●●" };
    return { end, kind, mask: `●●●● ●●●● ●●●● ${lastFour(end)}` };
  }
  return null;
}
