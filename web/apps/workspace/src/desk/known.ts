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
}

/** The client's fields in their order, called as the reader calls them. */
export function factsOf(
  fields: readonly KnownField[],
  known: readonly KnownValue[],
  language: Language,
  languages: readonly Language[],
): Fact[] {
  return fields.map((field) => {
    const value = known.find((one) => one.known_field_id === field.known_field_id) ?? null;
    return { id: field.known_field_id, name: nameOf(field, [language, ...languages]), text: value?.text ?? "", value };
  });
}

/** In the first of these languages in which it has a name. */
function nameOf(field: KnownField, languages: readonly Language[]): string {
  const names: Record<Language, string> = { fi: field.name_fi, sv: field.name_sv, en: field.name_en };
  return languages.map((one) => names[one]).find((name) => name !== "") ?? "";
}
