/** Where the frame stands: which chat, on which page, in whose window. */
import type { Language, Visit } from "./shapes";

export interface Place {
  widgetKey: string;
  language: Language | null;
  visit: Visit;
  /** The site around the frame; `null` when the chat has a window of its own. */
  host: string | null;
  /** The site says that its visitor has agreed to invitations. */
  mayInvite: boolean;
  /** The site says that its visitor has agreed to tell the pages of their visit. */
  tellsPages: boolean;
}

export function placeOf(address: string, isAlone: boolean): Place {
  const url = new URL(address);
  const asked = url.searchParams;
  const page = withoutQuery(asked.get("page"));
  return {
    widgetKey: decodeURIComponent(url.pathname.split("/")[2] ?? ""),
    language: languageOf(asked.get("lang")),
    visit: {
      start_page: page,
      start_title: asked.get("title")?.slice(0, 200) || null,
      referrer: withoutQuery(asked.get("ref")),
    },
    host: isAlone || page === null ? null : new URL(page).origin,
    mayInvite: asked.has("invite"),
    tellsPages: asked.has("pages"),
  };
}

export function languageOf(given: string | null | undefined): Language | null {
  return given === "fi" || given === "sv" || given === "en" ? given : null;
}

/** The address without query and fragment: they may hold what is nobody's business. */
export function withoutQuery(address: string | null): string | null {
  try {
    const { protocol, origin, pathname } = new URL(address ?? "");
    return protocol === "http:" || protocol === "https:" ? origin + pathname : null;
  } catch {
    return null;
  }
}

/** The visitor is on another page of the same site now. */
export function moveTo(place: Place, page: string, title: string): void {
  const start_page = withoutQuery(page);
  if (start_page === null || new URL(start_page).origin !== place.host) return;
  place.visit = { ...place.visit, start_page, start_title: title.slice(0, 200) || null };
}
