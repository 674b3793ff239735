/** The pages of a visit as a tab remembers them: the newest twenty, the oldest first. */
import type { TellPage } from "./shapes";

export interface Page {
  address: string;
  title: string | null;
  /** When the visitor came to it, by this computer's clock (ms). */
  at: number;
}

const MOST = 20;

/** What was kept; anything else is nothing. */
export function readPages(kept: string | null): Page[] {
  try {
    const pages: unknown = JSON.parse(kept ?? "");
    return Array.isArray(pages) ? pages.filter(isPage).slice(-MOST) : [];
  } catch {
    return [];
  }
}

/** The same page once more is no other page; its title may have come late. */
export function withPage(pages: readonly Page[], page: Page): readonly Page[] {
  const last = pages.at(-1);
  if (last?.address === page.address) return [...pages.slice(0, -1), { ...last, title: page.title ?? last.title }];
  return [...pages, page].slice(-MOST);
}

/** Keeps as many of the newest as there is room for: `keep` throws when there is none, and a cookie has little. */
export function keepPages(pages: readonly Page[], keep: (kept: string) => void): void {
  for (let from = 0; from < pages.length; from += 1) {
    try {
      keep(JSON.stringify(pages.slice(from)));
      return;
    } catch {
      // Without the oldest of them, once more.
    }
  }
}

/** Told by how long ago they were: this computer's clock may be another than the desk's. */
export function toTell(pages: readonly Page[], now: number): TellPage[] {
  return pages.map(({ address, title, at }) => ({
    address,
    title,
    ago_s: Math.max(0, Math.floor((now - at) / 1000)),
  }));
}

function isPage(value: unknown): value is Page {
  if (typeof value !== "object" || value === null) return false;
  if (!("address" in value && "title" in value && "at" in value)) return false;
  const { address, title, at } = value;
  return typeof address === "string" && (title === null || typeof title === "string") && typeof at === "number";
}
