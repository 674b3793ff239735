/** How a client's desk speaks, as fields of its form. */
import type { EmojiRule, SaidHow, Speech } from "../wire.ts";

/** Words to avoid are one text, a line for each. */
export type SpeechFields = Required<Omit<Speech, "avoid">> & { avoid: string };

/** In the order of the screens. */
export const SAID_HOW: readonly SaidHow[] = ["live", "prepared", "automatic"];
export const EMOJI_RULES: readonly EmojiRule[] = ["allow", "limit", "forbid"];

const UNSAID: Required<Speech> = {
  greeting: "automatic",
  closing: "live",
  closing_fi: "",
  closing_sv: "",
  closing_en: "",
  warning_fi: "",
  warning_sv: "",
  warning_en: "",
  rules_fi: "",
  rules_sv: "",
  rules_en: "",
  agent_rules: "",
  style: "",
  avoid: [],
  emoji: "allow",
};

export function fieldsOfSpeech(speech: Speech | undefined): SpeechFields {
  const all = { ...UNSAID, ...speech };
  return { ...all, avoid: all.avoid.join("\n") };
}

export function speechOf(fields: SpeechFields): Speech {
  const words = fields.avoid.split("\n").map((word) => word.trim());
  return { ...fields, avoid: words.filter(Boolean) };
}
