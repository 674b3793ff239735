/** How a client's desk speaks, as fields of its form. */
import type { SaidHow, Speech } from "../wire.ts";

export type SpeechFields = Required<Speech>;

/** In the order of the screens. */
export const SAID_HOW: readonly SaidHow[] = ["live", "prepared", "automatic"];

export function fieldsOfSpeech(speech: Speech | undefined): SpeechFields {
  return { greeting: "automatic", closing: "live", closing_fi: "", closing_sv: "", closing_en: "", ...speech };
}
