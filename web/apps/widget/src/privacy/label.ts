/** The word right before a number: "tilausnumero 8112289874" is an order number whatever its digits say. */
import { NUMBER } from "./glyphs";

export type Label = "person" | "other" | "nothing";

// Beginnings of words, written without dots and rings.
const PERSON =
  /^(personnummer|personnr|pnr|samordningsn|henkilotunnu|henkilonumero|hetu|sotu|ssn|fodelsen|personbeteckning)/;
const OTHER =
  /^(tilausn[ur]|tilaustunnu|laskun[ur]|viite|seuranta|lahetysnu|lahetystunnu|asiointinu|sarjanu|tuotenu|puhelin|matkapuh|ordern[ur]|bestallningsn|fakturan[ur]|referen|sparning|kolli|forsandelse|serienu|artikel|telefon|mobil|invoicenu|tracking|serial|phone|imei|isbn|gtin|ean|gsm|ocr)/;
const OTHER_WORD = /^(tilaus|lasku|order|bestallning|faktura|invoice|ref|puh|tel|parcel|paket|paketti)$/;
// Words between the label and the number: "tilausnumeroni on …".
const FILLER =
  /^(numero|numeroni|numerot|nro|nr|no|num|number|nummer|on|is|ar|id|tunnus|koodi|code|kod|my|mitt|minun|oma)$/;

// Words that a number is written together with: `kortti4111…`, `IBANFI21…`.
const CARD = /^(kortti|luottokort|pankkikort|maksukort|visa|master|amex|card|kort)/;
const ACCOUNT = /^(iban|tili|pankkitili|konto|bankkonto|account|acct)/;

/** What a word that a number is written together with calls it. */
export function calls(word: string): { person: boolean; card: boolean; account: boolean } {
  const plain = word.toLowerCase();
  return { person: PERSON.test(plain), card: CARD.test(plain), account: ACCOUNT.test(plain) };
}

const MOST_WORDS = 3;

export function labelBefore(row: string, at: number): Label {
  let end = at;
  for (let words = 0; words < MOST_WORDS; words += 1) {
    const hit = /([A-Za-z]*)[ \n\-./(),;!]{0,3}$/.exec(row.slice(Math.max(0, end - 40), end));
    const word = hit?.[1] ?? "";
    if (hit === null || word === "" || word.length > 24) return "nothing";
    end = end - hit[0].length;
    if (NUMBER.test(row[end - 1] ?? "")) return "nothing";
    const plain = word.toLowerCase();
    if (PERSON.test(plain)) return "person";
    if (OTHER.test(plain) || OTHER_WORD.test(plain)) return "other";
    if (!FILLER.test(plain)) return "nothing";
  }
  return "nothing";
}
