/** What the page of what is known of a client's customers holds, and what is wrong with it. */
import type { Language } from "@luukku/wire";
import { newId } from "../../live/ids.ts";
import type { KnownField, KnownFields } from "../wire.ts";

/** The most fields in use (`desk::known::MOST`). */
export const MOST = 20;

const KEYS = { fi: "name_fi", sv: "name_sv", en: "name_en" } as const satisfies Record<Language, keyof KnownField>;

export const nameIn = (field: KnownField, language: Language): string => field[KEYS[language]];

export const named = (language: Language, name: string): Partial<KnownField> => ({ [KEYS[language]]: name });

/** What a field is called where only one name fits. */
export const nameOf = (field: KnownField, languages: readonly Language[]): string =>
  languages.map((one) => nameIn(field, one).trim()).find((name) => name !== "") ?? "";

export const inUse = ({ fields }: KnownFields): number => fields.filter((one) => !one.retired).length;

export function added(): KnownField {
  return { known_field_id: newId(), name_fi: "", name_sv: "", name_en: "", retired: false };
}

/** The list with the field one place earlier or later; the same list when there is no such place. */
export function moved(fields: readonly KnownField[], id: string, by: -1 | 1): readonly KnownField[] {
  const at = fields.findIndex((one) => one.known_field_id === id);
  const [field, other] = [fields[at], fields[at + by]];
  if (!field || !other) return fields;
  const next = [...fields];
  next[at] = other;
  next[at + by] = field;
  return next;
}

export const fieldId = (field: KnownField, language: Language) => `known-${field.known_field_id}-${language}`;

interface Say {
  /** Nothing at all stands in the row at this place, from 1 on. */
  emptyRow: (place: number) => string;
  empty: (language: Language) => string;
  twice: string;
}

/** Sentences by field: a row without any name, a name that is missing in one of the client's languages, and one that stands twice. */
export function wrongIn({ fields }: KnownFields, languages: readonly Language[], say: Say): Record<string, string> {
  const wrong: Record<string, string> = {};
  const [first] = languages;
  for (const language of languages) {
    const names = new Set<string>();
    for (const [at, field] of fields.entries()) {
      const name = nameIn(field, language).trim().toLowerCase();
      if (nameOf(field, languages) === "") {
        // Told once, where one begins to write.
        if (language === first) wrong[fieldId(field, language)] = say.emptyRow(at + 1);
      } else if (name === "") wrong[fieldId(field, language)] = say.empty(language);
      else if (names.has(name)) wrong[fieldId(field, language)] = say.twice;
      names.add(name);
    }
  }
  return wrong;
}
