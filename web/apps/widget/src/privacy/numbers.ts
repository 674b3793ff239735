/** One function per kind: where the number that begins at `at` ends. The reasons stand in `crates/desk/src/privacy`. */
import { endsBefore, isTiedAfter, isTiedBefore, match, NUMBER, WORD } from "./glyphs";
import { labelBefore } from "./label";

const CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
// `131052`, `13 10 52`, `1 3 1 0 5 2`, `13.10.52` or `13/10/1952`.
const DATE = String.raw`(\d{6}|\d(?: \d){5}|\d\d(?: \d\d){2}|\d\d?([./-])[ \n]?\d\d?\2[ \n]?(?:\d{4}|\d\d)(?!\d))`;
const REST = String.raw`(\d{3}|\d \d \d) ?([0-9A-Z])`;
const AS_DUE = new RegExp(String.raw`${DATE}[ \n]{0,4}([-+YXWVUA-F])[ \n]{0,4}${REST}`, "y");
const WITH_ANYTHING = new RegExp(String.raw`${DATE}([ \n\-+./(),;!]{0,4})${REST}`, "y");
const WITH_SIGNS = new RegExp(String.raw`(\d{6})()(?![-+]\d)([-+/()!]{1,4})${REST}`, "y");

export function identityCode(row: string, at: number): number | null {
  const code = readCode(row, at);
  if (!code) return null;
  // Pasted twice without a blank. Signs tell that from a hash, which letters between the digits would not.
  return endsBefore(row, code.end) || (!code.isLettered && readCode(row, code.end)) ? code.end : null;
}

/** A code whose day and check character hold, whatever follows it. */
function readCode(row: string, at: number): { end: number; isLettered: boolean } | null {
  const due = match(AS_DUE, row, at);
  const separator = due?.[3] ?? "";
  const century = separator === "+" ? 1800 : /[-U-Y]/.test(separator) ? 1900 : 2000;
  if (due && holdsCode(due, [century])) return { end: at + due[0].length, isLettered: /[A-Z]/.test(separator) };
  const label = labelBefore(row, at);
  // Whoever says that it is one may have left the separator out, or have taken another.
  const loose = label === "other" ? null : match(label === "person" ? WITH_ANYTHING : WITH_SIGNS, row, at);
  if (!loose || !holdsCode(loose, [1900, 2000])) return null;
  const [all, date = ""] = loose;
  // Days with a time or a number behind them name files (`231126_0915`).
  const isFile = label === "nothing" && /\d$/.test(all) && Number(date.slice(4)) < 40;
  return isFile ? null : { end: at + all.length, isLettered: false };
}

function holdsCode(hit: RegExpExecArray, centuries: number[]): boolean {
  const [, date = "", sign, , serial = "", check = ""] = hit;
  const short = sign ? shortDate(date) : date.replaceAll(" ", "");
  const digits = short + serial.replaceAll(" ", "");
  const [day, month, year] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4, 6))];
  return (
    centuries.some((century) => dateExists(century + year, month, day)) &&
    Number(digits.slice(6)) >= 2 &&
    CHECK_CHARACTERS[Number(digits) % 31] === check
  );
}

/** The last two digits of each part. */
function shortDate(date: string): string {
  return date
    .split(/[^0-9]+/)
    .map((part) => part.padStart(2, "0").slice(-2))
    .join("");
}

const SWEDISH_TIED = /(\d{8}|\d{6})(?!\d)[ \n]{0,4}[-+][ \n]{0,4}(\d{4})/y;
const SWEDISH_PUNCTUATED = /((?:\d{4}|\d\d)([./-])[ \n]?\d\d?\2[ \n]?\d\d?)(?!\d)[ \n]{0,4}[-+][ \n]{0,4}(\d{4})/y;
const SWEDISH_BARE = /(\d{6}|\d{8})[ \n]?(\d{4})(?![0-9A-Za-z])/y;

export function swedishNumber(row: string, at: number): number | null {
  const tied = match(SWEDISH_TIED, row, at);
  const bare = tied ? null : match(SWEDISH_BARE, row, at);
  const punctuated = tied || bare ? null : match(SWEDISH_PUNCTUATED, row, at);
  const hit = tied ?? bare ?? punctuated;
  if (!hit) return null;
  const end = at + hit[0].length;
  const written = hit[1] ?? "";
  const serial = hit.at(-1) ?? "";
  const yearLength = punctuated ? written.search(/\D/) : (hit[1] ?? "").length - 4;
  const century = yearLength === 4 ? Number(written.slice(0, 2)) : null;
  const short = punctuated ? shortDate(written) : written.slice(-6);
  if (!(bare || endsBefore(row, end)) || !holdsSwedish(century, short, serial)) return null;
  const person = { century, year: Number(short.slice(0, 2)), day: Number(short.slice(4)), serial: Number(serial) };
  const stands = bare
    ? isBareNumber
    : punctuated
      ? (...all: Place) => standsPunctuated(...all, punctuated[2])
      : standsOut;
  return stands(row, at, end, person) ? end : null;
}

interface Person {
  century: number | null;
  year: number;
  day: number;
  serial: number;
}

type Place = [row: string, at: number, end: number, person: Person];

function holdsSwedish(century: number | null, short: string, serial: string): boolean {
  const [year, month, day] = [Number(short.slice(0, 2)), Number(short.slice(2, 4)), Number(short.slice(4))];
  const centuries = century === null ? [19, 20] : century >= 18 && century <= 20 ? [century] : [];
  const exists = centuries.some((one) => dateExists(one * 100 + year, month, day > 60 ? day - 60 : day));
  return exists && Number(serial) >= 10 && luhnHolds(short + serial);
}

function standsOut(row: string, at: number, end: number, { century, year, day, serial }: Person): boolean {
  const isTied = isTiedBefore(row, at) || isTiedAfter(row, end);
  if (century !== 20 || year < 15 || day > 60) return century !== null || !isTied;
  // A day of these years with a serial is an order number more often than a child.
  const label = labelBefore(row, at);
  return label === "person" || (label === "nothing" && serial >= 1000 && !isTied);
}

/** Days with signs in them begin file names, and two digits with dashes are how telephone numbers are written. */
function standsPunctuated(row: string, at: number, end: number, person: Person, sign: string | undefined): boolean {
  const label = labelBefore(row, at);
  if (label !== "nothing") return label === "person";
  const isRecentDay = person.century === 20 && person.year >= 15;
  const mayBeTelephone = person.century === null && sign === "-";
  return !isRecentDay && !mayBeTelephone && !isTiedBefore(row, at) && !isTiedAfter(row, end);
}

function isBareNumber(row: string, at: number, end: number, { century, year, day, serial }: Person): boolean {
  const label = labelBefore(row, at);
  if (label !== "nothing") return label === "person";
  const mayBeElse =
    century === null ? year < 30 || day > 60 : century === 20 && Math.floor(serial / 100) < 24 && serial % 100 < 60;
  return !mayBeElse && isAlone(row, at, end);
}

/** Not one of several groups of digits on a line, and not after a plus: those are telephone and reference numbers. */
function isAlone(row: string, at: number, end: number): boolean {
  const joint = /[ \-./()]/;
  const before = [1, 2, 3].map((back) => row[at - back] ?? "").find((glyph) => !joint.test(glyph)) ?? "";
  const after = [0, 1, 2].map((ahead) => row[end + ahead] ?? "").find((glyph) => !joint.test(glyph)) ?? "";
  return !NUMBER.test(before) && before !== "+" && !NUMBER.test(after);
}

export function paymentCard(row: string, at: number): number | null {
  if ((row[at - 1] === "." && NUMBER.test(row[at - 2] ?? "")) || isTiedBefore(row, at)) return null;
  let digits = "";
  let next = at;
  const gaps: number[] = [];
  const ends: number[] = [];
  while (digits.length < 19 && /\d/.test(row[next] ?? "")) {
    digits += row[next];
    next += 1;
    const follower = row[next] ?? "";
    if (/\d/.test(follower)) continue;
    if (/[A-Za-z]/.test(follower) && !endsBefore(row, next)) break;
    ends[digits.length] = next;
    const joint = match(/[ \n-]{0,3}/y, row, next)?.[0].length ?? 0;
    if (joint === 0) break;
    gaps.push(digits.length);
    next += joint;
  }
  for (let length = 19; length >= 13; length -= 1) {
    const end = ends[length];
    if (end === undefined) continue;
    const number = digits.slice(0, length);
    const before = gaps.filter((gap) => gap < length);
    const goesOn = isTiedAfter(row, end) || (row[end] === "." && NUMBER.test(row[end + 1] ?? ""));
    if (!isIssued(number) || !isUsualGrouping(before, length) || !luhnHolds(number) || goesOn) continue;
    const isOther = (length === 13 && eanHolds(number)) || labelBefore(row, at) === "other";
    if (before.length === 0 && isOther) continue;
    return end;
  }
  return null;
}

function isUsualGrouping(gaps: number[], length: number): boolean {
  return gaps.every((gap) => gap % 4 === 0) || (String(gaps) === "4,10" && length <= 15) || gaps.length === length - 1;
}

function isIssued(digits: string): boolean {
  const prefix = Number(digits.slice(0, 6));
  const length = digits.length;
  const within = (...ranges: [number, number][]) => ranges.some(([from, to]) => prefix >= from && prefix <= to);
  if (within([400000, 499999])) return length === 13 || length === 16 || length === 19;
  if (within([510000, 559999], [222100, 272099], [501900, 501999])) return length === 16;
  if (within([340000, 349999], [370000, 379999])) return length === 15;
  if (within([300000, 305999], [309500, 309599], [360000, 369999], [380000, 399999])) return length >= 14;
  if (within([352800, 358999], [601100, 601199], [620000, 629999], [644000, 659999], [220000, 220499]))
    return length >= 16;
  return within(
    [501800, 501899],
    [502000, 502099],
    [503800, 503899],
    [589300, 589399],
    [630400, 630499],
    [675900, 675999],
    [676100, 676399],
  );
}

/** Per country what follows the check digits: `n` digits, `a` capital letters, `c` either. */
const ACCOUNTS =
  "ADn8c12 AEn19 ALn8c16 ATn16 BAn16 BEn12 BGa4n6c8 BYc4n4c16 CHn5c12 CYn8c16 CZn20 DEn18 DKn14 EEn16 ESn20 FIn14 FOn14 FRn10c11n2 GBa4n14 GEa2n16 GIa4c15 GLn14 GRn7c16 HRn17 HUn24 IEa4n14 ILn19 ISn22 ITa1n10c12 KZn3c13 LIn5c12 LTn16 LUn3c13 LVa4c13 MCn10c11n2 MDc20 MEn18 MKn3c10n2 MTa4n5c18 NLa4n10 NOn11 PLn24 PTn21 ROa4c16 RSn18 SAn2c18 SEn20 SIn15 SKn20 SMa1n10c12 TRn6c16 UAn6c19 VAn18 XKn16 AXn14 PSa4c21";

export function bankAccount(row: string, at: number): number | null {
  const country = row.slice(at, at + 2);
  const structure = /^[A-Z]{2}$/.test(country) ? new RegExp(`\\b${country}(\\S+)`).exec(ACCOUNTS)?.[1] : undefined;
  if (structure === undefined) return null;
  const kinds = `nn${structure.replace(/(\w)(\d+)/g, (_, kind: string, count: string) => kind.repeat(Number(count)))}`;
  let read = country;
  let next = at + 2;
  let isUsual = true;
  for (const kind of kinds) {
    const joint = match(/[ \n-]{0,2}/y, row, next)?.[0].length ?? 0;
    if (joint > 0 && read.length !== 2 && read.length % 4 !== 0) isUsual = false;
    next += joint;
    const glyph = row[next] ?? "";
    if (!(kind === "n" ? /\d/ : kind === "a" ? /[A-Z]/ : /[0-9A-Z]/).test(glyph)) return null;
    read += glyph;
    next += 1;
  }
  // ISO 7064 mod 97-10: country and check digits move to the end, a letter counts as 10–35, and 1 remains.
  let remainder = 0;
  for (const character of read.slice(4) + read.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
  }
  const isWhole = /[ac]/.test(structure) ? isUsual && !WORD.test(row[next] ?? "") : endsBefore(row, next);
  return remainder === 1 && isWhole ? next : null;
}

function dateExists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && day > 0;
}

function luhnHolds(digits: string): boolean {
  let sum = 0;
  for (let back = 0; back < digits.length; back += 1) {
    const digit = Number(digits[digits.length - 1 - back]) * ((back % 2) + 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

function eanHolds(digits: string): boolean {
  return [...digits].reduce((sum, digit, place) => sum + Number(digit) * (place % 2 === 0 ? 1 : 3), 0) % 10 === 0;
}
