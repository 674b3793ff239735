/** Ending with "referred elsewhere": what can be chosen, what is missing, what is sent. */
import type { ClientRow, Label, LabelKind, Refer, ReferralReason } from "@luukku/wire";

export const REASONS: readonly ReferralReason[] = ["not_ours", "no_right", "no_knowledge"];
/** What is in no list: the note says it. */
export const ELSE = "else";
/** A label's id, {@link ELSE}, or nothing chosen yet. */
export type LabelChosen = string | null;

export interface Given {
  place: LabelChosen;
  reason: ReferralReason | null;
  remedy: LabelChosen;
  note: string;
  places: readonly Label[];
  remedies: readonly Label[];
}

export function offered(kind: LabelKind, client: Pick<ClientRow, "labels"> | undefined): Label[] {
  return client?.labels.filter((one) => one.kind === kind && !one.retired) ?? [];
}

/** The first thing that is missing: a choice, or the note that says what is in no list. */
export function lacking({
  place,
  reason,
  remedy,
  note,
  places,
  remedies,
}: Given): "place" | "reason" | "remedy" | "note" | null {
  const isOurs = reason !== "not_ours";
  if (places.length > 0 && place === null) return "place";
  // Nobody's figures get a reason that nobody chose.
  if (reason === null) return "reason";
  if (isOurs && remedies.length > 0 && remedy === null) return "remedy";
  const isWritten = places.length === 0 || place === ELSE || (isOurs && (remedies.length === 0 || remedy === ELSE));
  return isWritten && note.trim() === "" ? "note" : null;
}

/** What nothing is {@link lacking} of, as it is sent. */
export function referralSent({
  place,
  reason,
  remedy,
  note,
}: Given & { reason: ReferralReason }): Omit<Refer, "note_id"> {
  const label = (one: LabelChosen) => (one === ELSE ? null : one);
  return { place_id: label(place), reason, remedy_id: reason === "not_ours" ? null : label(remedy), note: note.trim() };
}
