/** Addresses of the workspace: what a path means, and how to write one. */
import { daysOf } from "./team/referrals.ts";

export type Route =
  | { page: "desk" }
  | { page: "cases"; query: string }
  | { page: "case"; number: number }
  | { page: "team" }
  | { page: "availability"; clientId: string; date: string }
  | { page: "referrals"; clientId: string; days: number }
  | { page: "decisions" }
  | { page: "wallboard" }
  | { page: "settings"; parts: string[] }
  | { page: "sign-in"; next: string }
  | { page: "set-up"; token: string }
  | { page: "invitation"; token: string }
  | { page: "not-found" };

export type PageName = Route["page"];

/** Pages that are shown to people who have not signed in. */
const OPEN_PAGES: ReadonlySet<PageName> = new Set(["sign-in", "set-up", "invitation"]);

export function isOpen(route: Route): boolean {
  return OPEN_PAGES.has(route.page);
}

/** What `address` (a path with its query) means. A slash too many at the end changes nothing. */
export function routeOf(address: string): Route {
  const [path = "", query = ""] = address.split("#", 1).join("").split("?", 2);
  const parts = path
    .split("/")
    .filter((part) => part !== "")
    .map(decoded);
  const [first, second] = parts;
  switch (first) {
    case undefined:
      return { page: "desk" };
    case "cases":
      return caseRoute(parts, query);
    case "team":
      return teamRoute(parts, query);
    case "decisions":
      return parts.length === 1 ? { page: "decisions" } : { page: "not-found" };
    case "wallboard":
      return parts.length === 1 ? { page: "wallboard" } : { page: "not-found" };
    case "settings":
      return { page: "settings", parts: parts.slice(1) };
    case "sign-in":
      return { page: "sign-in", next: safeNext(new URLSearchParams(query).get("next")) };
    case "set-up":
      return second && parts.length === 2 ? { page: "set-up", token: second } : { page: "not-found" };
    case "invitation":
      return second && parts.length === 2 ? { page: "invitation", token: second } : { page: "not-found" };
    default:
      return { page: "not-found" };
  }
}

function caseRoute(parts: string[], query: string): Route {
  if (parts.length === 1) return { page: "cases", query };
  const number = /^\d{1,12}$/.test(parts[1] ?? "") ? Number(parts[1]) : 0;
  return parts.length === 2 && number > 0 ? { page: "case", number } : { page: "not-found" };
}

function teamRoute(parts: string[], query: string): Route {
  const [, second, clientId] = parts;
  if (parts.length === 1) return { page: "team" };
  if (!clientId || parts.length > 3) return { page: "not-found" };
  if (second === "referrals") return { page: "referrals", clientId, days: daysOf(query) };
  if (second !== "availability") return { page: "not-found" };
  const date = new URLSearchParams(query).get("date") ?? "";
  return { page: "availability", clientId, date: /^\d{4}-\d\d-\d\d$/.test(date) ? date : "" };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A broken escape is no address of ours; leave it as it is, and it will not be found.
    return part;
  }
}

/** Where to go after signing in: only a path of this desk, never another site and never the sign-in again. */
export function safeNext(next: string | null): string {
  if (next === null || !/^\/(?![/\\])[^\\\s]*$/.test(next)) return "/";
  return isOpen(routeOf(next)) ? "/" : next;
}

export function signInPath(next: string): string {
  const safe = safeNext(next);
  return safe === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(safe)}`;
}

/** Whether a click on a link is ours to handle: a plain click on an address of this page's own origin. */
export function isOurs(link: { href: string; target: string; download: string }, origin: string): boolean {
  if (link.target !== "" && link.target !== "_self") return false;
  if (link.download !== "" || !link.href.startsWith(`${origin}/`)) return false;
  return routeOf(link.href.slice(origin.length)).page !== "not-found";
}
