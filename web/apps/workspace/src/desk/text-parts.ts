/** Splits what people wrote into words, links and masked places. The screen makes DOM of the parts; nothing is ever markup. */
import type { MaskedKind } from "@luukku/wire";

export type Part =
  | { type: "words"; text: string }
  | { type: "link"; text: string; href: string }
  | { type: "masked"; text: string; kind: MaskedKind };

/** The masks of `desk::privacy`: the longer of two that fit comes first. */
const MASKS: readonly [MaskedKind, string][] = [
  ["swedish_personal_number", "●{8}-●{4}"],
  ["personal_identity_code", "●{6}-●{4}"],
  ["payment_card", "●{4} ●{4} ●{4} \\d{4}"],
  ["bank_account", "[A-Z]{2}●{2} ●{4} [A-Z0-9]{4}"],
];
const LINK = 'https?://[^\\s<>"”»]+|www\\.[^\\s<>"”»]+\\.[^\\s<>"”»]+';
const ALL = new RegExp(`(${LINK})|${MASKS.map(([, mask]) => `(${mask})`).join("|")}`, "giu");
/** Signs that end a sentence, not an address. */
const AFTER = /[.,:;!?'’*_]+$/u;

export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const found of text.matchAll(ALL)) {
    const part = found[1] === undefined ? maskOf(found) : linkOf(found[1]);
    if (!part) continue;
    if (found.index > at) parts.push({ type: "words", text: text.slice(at, found.index) });
    parts.push(part);
    at = found.index + part.text.length;
  }
  if (at < text.length) parts.push({ type: "words", text: text.slice(at) });
  return parts;
}

function maskOf(found: RegExpMatchArray): Part | null {
  const kind = MASKS.find((_, at) => found[at + 2] !== undefined)?.[0];
  return kind ? { type: "masked", text: found[0], kind } : null;
}

function linkOf(found: string): Part | null {
  let text = found.replace(AFTER, "");
  // A bracket belongs to the address only when it was opened there.
  while (/[)\]}]$/.test(text) && !isBalanced(text)) text = text.slice(0, -1).replace(AFTER, "");
  const href = /^www\./i.test(text) ? `https://${text}` : text;
  try {
    const url = new URL(href);
    return /^https?:$/.test(url.protocol) && url.hostname !== "" ? { type: "link", text, href: url.href } : null;
  } catch {
    return null;
  }
}

function isBalanced(text: string): boolean {
  const count = (sign: RegExp) => text.match(sign)?.length ?? 0;
  return count(/[)\]}]/g) <= count(/[([{]/g);
}
