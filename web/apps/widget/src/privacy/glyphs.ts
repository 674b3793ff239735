/**
 * How writing is read before anything is looked for: what looks the same to a person is the same here. Each glyph is
 * one character: `0`–`9`, Latin letters as capitals, other letters small (`a`, `o` for ä, ö; else `x`), ` ` and line
 * breaks, `-` for every dash, `+`, `.`, `/`, `(`, `)`, `,`, `;`, `!` for every other sign, `●` for what is masked already.
 */
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
const DASH =
  /[-\u00ad\u02d7\u058a\u05be\u1400\u1806\u2010-\u2015\u2043\u207b\u208b\u2212\u2500\u2796\u2e3a\u2e3b\u2e40\u301c\u30a0\ufe31\ufe32\ufe58\ufe63\uff0d]/;
const PLUS = /[+\u2795\ufe62\uff0b]/;
// Joiners, direction marks, combining marks, emoji selectors: nobody sees them.
const UNSEEN =
  /[\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u0300-\u036f]|[\u0483-\u0489]|[\u17b4\u17b5]|[\u180b-\u180d\u180f]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe00-\ufe0f]|[\ufe20-\ufe2f]|[\u{1d173}-\u{1d17a}]|[\u{e0000}-\u{e01ef}]/u;
const LETTER = /[\p{Alphabetic}\p{N}]/u;

// Cyrillic and Greek letters that look like Latin ones, and single letters of other styles.
const TWINS_OF = "АВЕКМНОРСТУХавекмнорстухЅѕІіЈјҮүҺһѴѵԜԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿℂℭℰℱℋℌℍℒℳℕℙℛℜℝ";
const TWINS = "ABEKMHOPCTYXABEKMHOPCTYXSSIIJJYYHHVVWWABEZHIKMNOPTYXCJCCEFHHHLMNPRRR";

// Alphabets one after another: mathematical ones (bold, italic, script …), letters in circles, in squares.
const ALPHABETS = [
  [0x1d400, 0x1d6a3],
  [0x24b6, 0x24e9],
  [0x1f130, 0x1f149],
  [0x1f150, 0x1f169],
  [0x1f170, 0x1f189],
] as const;

const SOFT_HYPHEN = "\u00ad";

/** How a text is read; each reading finds what the others hide. See `Reading` in the desk's `glyphs.rs`. */
export type Reading = "as-written" | "unbroken" | "decoded";

export function readingsOf(text: string): Reading[] {
  const readings: Reading[] = ["as-written"];
  if (text.includes(SOFT_HYPHEN)) readings.push("unbroken");
  if (text.includes("%")) readings.push("decoded");
  return readings;
}

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
  if (/[\s\u2800]/.test(character)) return " ";
  if (/\p{Cc}/u.test(character)) return "";
  if (/[åä]/i.test(character)) return "a";
  if (/[öø]/i.test(character)) return "o";
  const twin = TWINS_OF.indexOf(character);
  if (twin >= 0) return TWINS[twin] ?? "x";
  if (LETTER.test(character)) {
    const alphabet = ALPHABETS.find(([first, last]) => code >= first && code <= last);
    return alphabet ? String.fromCharCode(65 + ((code - alphabet[0]) % 26)) : "x";
  }
  return /[/(),;]/.test(character) ? character : "!";
}

// A character as an address of the web has it: `%2D`, `%E2%80%93`, also when it was written so twice (`%252D`).
const ESCAPED = /(?:%(?:25(?=[0-9a-f]{2}))*[0-9a-f]{2}){1,4}/iy;

function decoded(text: string, at: number): { character: string; length: number } | null {
  const escapes = match(ESCAPED, text, at)?.[0].match(/%(?:25(?=[0-9a-f]{2}))*[0-9a-f]{2}/gi) ?? [];
  for (let count = 1; count <= escapes.length; count += 1) {
    const written = escapes.slice(0, count);
    try {
      const character = decodeURIComponent(written.map((one) => `%${one.slice(-2)}`).join(""));
      return /\p{Cc}/u.test(character) ? null : { character, length: written.join("").length };
    } catch {
      // Not a whole character yet.
    }
  }
  return null;
}

/** Reads `text`; what `closed` covers is masked already. */
export function read(text: string, reading: Reading, closed: readonly { from: number; to: number }[]): Glyphs {
  const glyphs: Glyphs = { row: "", starts: [], ends: [] };
  let at = 0;
  while (at < text.length) {
    const plain = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const { character, length } = (reading === "decoded" && text[at] === "%" ? decoded(text, at) : null) ?? {
      character: plain,
      length: plain.length,
    };
    const start = at;
    at += length;
    const isUnseen = character === SOFT_HYPHEN && reading !== "as-written";
    const glyph = closed.some(({ from, to }) => start >= from && start < to) ? "●" : isUnseen ? "" : glyphOf(character);
    if (glyph === "") continue;
    glyphs.row += glyph;
    glyphs.starts.push(start);
    glyphs.ends.push(at);
  }
  return glyphs;
}

/** The letters right before `at` when they are a whole word; `null` in the middle of a word with digits in it. */
export function wordGluedBefore(row: string, at: number): string | null {
  const letters = /[A-Za-z]*$/.exec(row.slice(Math.max(0, at - 25), at))?.[0] ?? "";
  const before = row[at - letters.length - 1] ?? "";
  return letters.length > 24 || WORD.test(before) ? null : letters;
}

/** Whether a word ends before `at`, or goes on with an ending of letters alone, as in `131052-900Wn`. */
export function endsBefore(row: string, at: number): boolean {
  return /^[A-Za-z]{0,24}(?![0-9A-Za-z])/.test(row.slice(at, at + 26));
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
