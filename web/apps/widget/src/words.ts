/** Cuts a stored text into what is drawn: plain words, links that somebody typed, and masked places. Nothing is markup. */
import { findMasked, type MaskedKind } from "./privacy/masks";

export type Part =
  | { kind: "words"; text: string }
  | { kind: "link"; text: string; address: string }
  | { kind: "masked"; text: string; what: MaskedKind };

// Direction controls would let an address look like another one; they end it.
const LINK = /\b(?:https?:\/\/|mailto:)[^\s\p{Cc}<>"'`\u200e\u200f\u202a-\u202e\u2066-\u2069●]+/giu;

export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { from, to, kind } of findMasked(text)) {
    parts.push(...linked(text.slice(at, from)), { kind: "masked", text: text.slice(from, to), what: kind });
    at = to;
  }
  return [...parts, ...linked(text.slice(at))];
}

function linked(text: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const hit of text.matchAll(LINK)) {
    const typed = withoutEnd(hit[0]);
    const address = safeAddress(typed);
    if (address === null) continue;
    if (hit.index > at) parts.push({ kind: "words", text: text.slice(at, hit.index) });
    parts.push({ kind: "link", text: typed, address });
    at = hit.index + typed.length;
  }
  if (at < text.length) parts.push({ kind: "words", text: text.slice(at) });
  return parts;
}

/** The full stop after an address belongs to the sentence; so does a bracket that was opened before it. */
function withoutEnd(typed: string): string {
  let end = typed.replace(/[.,;:!?…]+$/, "");
  while (end.endsWith(")") && end.split(")").length > end.split("(").length) {
    end = end.slice(0, -1).replace(/[.,;:!?…]+$/, "");
  }
  return end;
}

function safeAddress(typed: string): string | null {
  try {
    const url = new URL(typed);
    if (url.protocol === "mailto:") return url.pathname.includes("@") ? url.href : null;
    return (url.protocol === "http:" || url.protocol === "https:") && url.hostname !== "" ? url.href : null;
  } catch {
    return null;
  }
}
