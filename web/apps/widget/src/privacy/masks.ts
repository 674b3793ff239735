/** What the desk puts in the place of what it masks, and where it stands in a text, so that a chip can be drawn there. */
export type MaskedKind = "identity_code" | "swedish_number" | "payment_card" | "bank_account";

/** The longer of two that fit comes first. */
export const MASKS =
  /(●{8}-●{4})|(●{6}-●{4})|(●{4} ●{4} ●{4} \d{4}(?![\p{Alphabetic}\p{N}]))|((?<![\p{Alphabetic}\p{N}])[A-Z]{2}●● ●{4} [A-Z0-9]{4}(?![\p{Alphabetic}\p{N}]))/gu;

/** Where a stored text has been masked, so that a chip can be drawn there. */
export function findMasked(text: string): { from: number; to: number; kind: MaskedKind }[] {
  return [...text.matchAll(MASKS)].map((hit) => ({
    from: hit.index,
    to: hit.index + hit[0].length,
    kind: hit[1] ? "swedish_number" : hit[2] ? "identity_code" : hit[3] ? "payment_card" : "bank_account",
  }));
}
