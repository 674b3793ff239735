import type { Language } from "@luukku/wire";

/** What this browser remembers for itself: how the screen looks and speaks. A browser that keeps nothing is fine too. */

export type Look = "system" | "light" | "dark";

const LOOK = "luukku-look";
const LANGUAGE = "luukku-language";

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage is switched off; everything works with the defaults.
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The choice then lasts until the page is closed.
  }
}

export function keptLook(): Look {
  const kept = read(LOOK);
  return kept === "light" || kept === "dark" ? kept : "system";
}

/** Shows the page in `look` and remembers it. */
export function setLook(look: Look): void {
  write(LOOK, look);
  showLook(look);
}

export function showLook(look: Look): void {
  if (look === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = look;
}

export function keptLanguage(): Language | null {
  const kept = read(LANGUAGE);
  return kept === "fi" || kept === "sv" || kept === "en" ? kept : null;
}

export function keepLanguage(language: Language): void {
  write(LANGUAGE, language);
}
