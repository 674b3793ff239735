/** What the loader on the customer's site and the frame say to each other. No words of the conversation are in it. */

/** How the frame wants to be shown. Sizes are for the launcher, in CSS pixels. */
export interface FrameSays {
  luukku: "show";
  as: "launcher" | "panel" | "hidden";
  width: number;
  height: number;
  /** Replies of people that the visitor has not seen. */
  unread: number;
}

export type HostSays =
  | { luukku: "open" }
  | { luukku: "close" }
  /** Where the visitor is now, without query and fragment; told when the panel opens, and of each page where visits are. */
  | { luukku: "page"; page: string; title: string }
  /** How much of the page has been seen, in per cent; told where visitors may be invited. */
  | { luukku: "scroll"; percent: number };

const isSize = (value: unknown): value is number => typeof value === "number" && value >= 0 && value <= 2000;

/** Reads a message that arrived at the loader; anything of another shape is nothing (trust 119). */
export function readFrameSays(value: unknown): FrameSays | null {
  if (typeof value !== "object" || value === null) return null;
  if (!("luukku" in value && "as" in value && "width" in value && "height" in value && "unread" in value)) return null;
  const { luukku, as, width, height, unread } = value;
  if (luukku !== "show" || !isSize(width) || !isSize(height) || !isSize(unread)) return null;
  return as === "launcher" || as === "panel" || as === "hidden" ? { luukku, as, width, height, unread } : null;
}

/** Reads a message that arrived at the frame; how far somebody has read, whoever waits for that reads by themselves. */
export function readHostSays(value: unknown): Exclude<HostSays, { luukku: "scroll" }> | null {
  if (typeof value !== "object" || value === null || !("luukku" in value)) return null;
  if (value.luukku === "open" || value.luukku === "close") return { luukku: value.luukku };
  if (value.luukku !== "page" || !("page" in value && "title" in value)) return null;
  const { page, title } = value;
  return typeof page === "string" && typeof title === "string" ? { luukku: "page", page, title } : null;
}
