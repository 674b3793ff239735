/**
 * The widget's own reading of the desk's rules about what must not be kept (CC-15): the visitor is warned before
 * sending, and what is sent has been masked already. The desk masks again whatever comes. The same vectors test both
 * (`crates/desk/tests/vectors/masking.tsv`).
 */
import { type Glyphs, match, read, readingsOf, WORD, wordGluedBefore } from "./glyphs";
import { calls } from "./label";
import { findMasked, type MaskedKind } from "./masks";
import { bankAccount, identityCode, paymentCard, swedishNumber } from "./numbers";

export interface Masked {
  text: string;
  /** What was masked, in the order of the text. */
  kinds: MaskedKind[];
}

/** Each with what a word has to call it that it is written together with. */
const KINDS: [MaskedKind, (row: string, at: number) => number | null, (word: string) => boolean][] = [
  ["identity_code", identityCode, () => true],
  ["swedish_number", swedishNumber, (word) => calls(word).person],
  ["payment_card", paymentCard, (word) => calls(word).card],
];

// An account in Malta has at least seven digits; everything else has more.
const FEWEST_DIGITS = /(?:\p{Nd}\P{Nd}*){7}/u;

export function mask(text: string): Masked {
  const masked: Masked = { text: "", kinds: [] };
  let keptUntil = 0;
  if (FEWEST_DIGITS.test(text)) {
    for (const found of find(text)) {
      masked.text += text.slice(keptUntil, found.from) + found.mask;
      masked.kinds.push(found.kind);
      keptUntil = found.to;
    }
  }
  masked.text += text.slice(keptUntil);
  return masked;
}

interface Found {
  from: number;
  to: number;
  kind: MaskedKind;
  mask: string;
}

/** Reads again until nothing more is found: what was found may have stood in the way of its neighbours. */
function find(text: string): Found[] {
  const masked = findMasked(text);
  const finds: Found[] = [];
  for (let before = -1; before < finds.length; ) {
    before = finds.length;
    for (const reading of readingsOf(text)) finds.push(...findIn(read(text, reading, [...masked, ...finds])));
  }
  return finds.sort((one, other) => one.from - other.from);
}

function findIn(glyphs: Glyphs): Found[] {
  const finds: Found[] = [];
  for (let at = 0; at < glyphs.row.length; at += 1) {
    const hit = findAt(glyphs.row, at);
    if (!hit) continue;
    const { kind, mask } = hit;
    finds.push({ from: glyphs.starts[at] ?? 0, to: glyphs.ends[hit.end - 1] ?? 0, kind, mask });
    // What was found counts as one closed thing for its neighbours.
    glyphs.row = glyphs.row.slice(0, at) + "●".repeat(hit.end - at) + glyphs.row.slice(hit.end);
    at = hit.end - 1;
  }
  return finds;
}

function findAt(row: string, at: number): { end: number; kind: MaskedKind; mask: string } | null {
  if (!/[0-9A-Z]/.test(row[at] ?? "")) return null;
  const word = wordGluedBefore(row, at);
  if (word === null) return null;
  // A mask that ends or begins with letters or digits is kept apart from the word around it.
  const apart = (end: number) => (WORD.test(row[end] ?? "") ? " " : "");
  const lastFour = (end: number) =>
    row
      .slice(at, end)
      .replace(/[^0-9A-Z]/g, "")
      .slice(-4);
  if (match(/[A-Z]/y, row, at)) {
    const end = word === "" || calls(word).account ? bankAccount(row, at) : null;
    const before = word === "" ? "" : " ";
    return end === null
      ? null
      : { end, kind: "bank_account", mask: `${before}${row.slice(at, at + 2)}●● ●●●● ${lastFour(end)}${apart(end)}` };
  }
  for (const [kind, find, isCalled] of KINDS) {
    if (word !== "" && !isCalled(word)) continue;
    const end = find(row, at);
    if (end === null) continue;
    if (kind === "identity_code") return { end, kind, mask: "●●●●●●-●●●●" };
    if (kind === "swedish_number") return { end, kind, mask: "●●●●●●●●-●●●●" };
    return { end, kind, mask: `●●●● ●●●● ●●●● ${lastFour(end)}${apart(end)}` };
  }
  return null;
}
