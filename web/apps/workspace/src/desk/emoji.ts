/** Emoji and their names in three languages, from our own server; fetched when the picker is opened first. */
import type { Language } from "@luukku/wire";
import en from "emoji-picker-element-data/en/cldr/data.json?url";
import fi from "emoji-picker-element-data/fi/cldr/data.json?url";
import sv from "emoji-picker-element-data/sv/cldr/data.json?url";

export interface Emoji {
  unicode: string;
  name: string;
}

interface Source {
  annotation: string;
  emoji: string;
  group: number;
  order: number;
  tags?: string[];
  version: number;
}

/** Newer ones are empty boxes on the machines that offices have. */
const NEWEST_VERSION = 14;
const MOST = 120;
/** The data counts smileys 0, people 1, parts of emoji 2 (never shown), nature 3 … flags 9. */
const GROUPS = [0, 1, 3, 4, 5, 6, 7, 8, 9];
const ADDRESSES: Record<Language, string> = { fi, sv, en };

async function load(language: Language): Promise<Source[]> {
  const response = await fetch(ADDRESSES[language]);
  if (!response.ok) throw new Error(`Emoji: ${response.status}`);
  const all: Source[] = await response.json();
  return all.filter((one) => one.version <= NEWEST_VERSION).sort((a, b) => a.order - b.order);
}

export function emojiShelf(language: Language) {
  const all = load(language);
  const shown = (one: Source): Emoji => ({ unicode: one.emoji, name: one.annotation });
  return {
    /** `at` counts the groups that are shown. */
    group: async (at: number) => (await all).filter((one) => one.group === GROUPS[at]).map(shown),
    search: async (words: string) => {
      const wanted = words.trim().toLocaleLowerCase(language).split(/\s+/);
      const fits = (one: Source) => {
        const names = [one.annotation, ...(one.tags ?? [])].map((name) => name.toLocaleLowerCase(language));
        return wanted.every((word) => names.some((name) => name.split(/[\s-]+/).some((part) => part.startsWith(word))));
      };
      return (await all)
        .filter((one) => one.group !== 2 && fits(one))
        .slice(0, MOST)
        .map(shown);
    },
  };
}
