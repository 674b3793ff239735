/** In which order prepared replies are listed: what all clients have first, then client by client, language by language. */
import type { ClientRow, Language } from "@luukku/wire";
import type { PreparedReply } from "../wire.ts";

/** Each language in its own words. */
export const LANGUAGE_NAMES: Record<Language, string> = { fi: "Suomi", sv: "Svenska", en: "English" };
export const LANGUAGES: readonly Language[] = ["fi", "sv", "en"];

/** Stands for "all of them" where a choice needs a word. */
export const ALL = "all";

interface Group {
  id: string;
  name: string;
  replies: readonly PreparedReply[];
}

export function groupsOf(replies: readonly PreparedReply[], clients: readonly ClientRow[], ofAll: string): Group[] {
  const byName = clients.toSorted((a, b) => a.name.localeCompare(b.name));
  const places = [{ id: ALL, name: ofAll }, ...byName.map((one) => ({ id: one.client_id, name: one.name }))];
  return places
    .map((place) => ({ ...place, replies: inOrder(replies.filter((one) => placeOf(one) === place.id)) }))
    .filter((group) => group.replies.length > 0);
}

function placeOf({ settings }: PreparedReply): string {
  return settings.client_id ?? ALL;
}

function inOrder(replies: readonly PreparedReply[]): PreparedReply[] {
  const place = ({ settings }: PreparedReply) => LANGUAGES.indexOf(settings.language);
  return replies.toSorted((a, b) => place(a) - place(b) || a.settings.name.localeCompare(b.settings.name));
}
