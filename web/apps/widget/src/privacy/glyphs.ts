/**
 * How writing is read before anything is looked for: what looks the same to a person is the same here. Each glyph is
 * one character: `0`–`9`, Latin letters as capitals, other letters small (`a`, `o` for ä, ö; else `x`), ` ` and line
 * breaks, `-` for every dash, `+`, `.`, `/`, `(`, `)`, `!` for every other sign, `●` for what is masked already.
 */
import { MASKS } from "./masks";

export interface Glyphs {
  row: string;
  /** Where in the text each glyph begins and ends (UTF-16 units). */
  starts: number[];
  ends: number[];
}

export const WORD = /[0-9A-Za-z]/;
export const NUMBER = /[0-9●]/;

// Full-width, Arabic-Indic, extended Arabic-Indic, and the five mathematical styles of digits.
const ZEROS = [0xff10, 0x660, 0x6f0, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6];
const BREAK = /[\n\r\v\f\u0085\u2028\u2029]/;
const DASH = /[-\u00ad\u02d7\u2010-\u2015\u2043\u2212\u2796\ufe58\ufe63\uff0d]/;
const PLUS = /[+\u2795\ufe62\uff0b]/;
// Joiners, direction marks, combining marks, emoji selectors: nobody sees them.
const UNSEEN =
  /[\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\u0300-\u036f]|[\u20d0-\u20ff]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e01ef}]/u;
const LETTER = /[\p{Alphabetic}\p{N}]/u;

function glyphOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const zero = ZEROS.find((one) => code >= one && code < one + 10);
  if (zero !== undefined) return String(code - zero);
  if (/[0-9]/.test(character)) return character;
  if (BREAK.test(character)) return "\n";
  if (DASH.test(character)) return "-";
  if (PLUS.test(character)) return "+";
  if (/[.\uff0e]/.test(character)) return ".";
  if (UNSEEN.test(character)) return "";
  // Full-width Latin letters stand 0xFEE0 above the plain ones.
  const latin = /[\uff21-\uff3a\uff41-\uff5a]/.test(character) ? String.fromCharCode(code - 0xfee0) : character;
  if (/[a-z]/i.test(latin) && latin < "\u0080") return latin.toUpperCase();
  if (/\s/.test(character)) return " ";
  if (/\p{Cc}/u.test(character)) return "";
  if (/[åä]/i.test(character)) return "a";
  if (/[öø]/i.test(character)) return "o";
  if (LETTER.test(character)) return "x";
  return /[/()]/.test(character) ? character : "!";
}

export function read(text: string): Glyphs {
  const masked = [...text.matchAll(MASKS)].map((hit) => [hit.index, hit.index + hit[0].length] as const);
  const glyphs: Glyphs = { row: "", starts: [], ends: [] };
  let at = 0;
  for (const character of text) {
    const glyph = masked.some(([from, to]) => at >= from && at < to) ? "●" : glyphOf(character);
    if (glyph !== "") {
      glyphs.row += glyph;
      glyphs.starts.push(at);
      glyphs.ends.push(at + character.length);
    }
    at += character.length;
  }
  return glyphs;
}

/** The longest beginning of `row` from `at` that `pattern` (sticky) finds. */
export function match(pattern: RegExp, row: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(row);
}

/** Whether a dash ties what begins at `at` to a number before it, as in a UUID. */
export function isTiedBefore(row: string, at: number): boolean {
  if (row[at - 1] !== "-") return false;
  const tie = /[0-9A-Za-z●]*$/.exec(row.slice(Math.max(0, at - 13), at - 1));
  return NUMBER.test(tie?.[0] ?? "");
}

/** Whether a dash ties what ends before `at` to a number after it. */
export function isTiedAfter(row: string, at: number): boolean {
  return /^-[0-9A-Za-z●]*?[0-9●]/.test(row.slice(at, at + 13));
}
