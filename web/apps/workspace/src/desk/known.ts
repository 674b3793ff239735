/** What is known of a customer, as the panel shows it. */
import type { KnownField, KnownValue, Language } from "@luukku/wire";

/** A field with what stands in it. */
export interface Fact {
  id: string;
  name: string;
  /** Empty when nothing is known. */
  text: string;
  /** Who wrote it and when; `null` when nobody ever did. */
  value: KnownValue | null;
  /** Its field is out of use: it can only be taken out. */
  isRetired: boolean;
}

/** The client's fields in their order, called as the reader calls them; behind them what is left in those that are out of use. */
export function factsOf(
  fields: readonly KnownField[],
  known: readonly KnownValue[],
  language: Language,
  languages: readonly Language[],
): Fact[] {
  const facts = fields.map((field): Fact => {
    const { known_field_id: id, retired: isRetired } = field;
    const value = known.find((one) => one.known_field_id === id) ?? null;
    return { id, name: nameOf(field, [language, ...languages]), text: value?.text ?? "", value, isRetired };
  });
  const left = facts.filter((one) => one.isRetired && one.text !== "");
  return [...facts.filter((one) => !one.isRetired), ...left];
}

/** In the first of these languages in which it has a name. */
function nameOf(field: KnownField, languages: readonly Language[]): string {
  const names: Record<Language, string> = { fi: field.name_fi, sv: field.name_sv, en: field.name_en };
  return languages.map((one) => names[one]).find((name) => name !== "") ?? "";
}
