/** The eleven points of a launch, in words, and where each of them is mended. */
import type { T } from "../texts.ts";
import type { Lack, LaunchPoint, LaunchPointView } from "../wire.ts";

interface PointWords {
  title: string;
  /** What is asked, or looked at. */
  what: string;
}

export function pointWords(point: LaunchPoint, t: T): PointWords {
  switch (point) {
    case "purpose":
      return { title: t("launch-purpose"), what: t("launch-purpose-what") };
    case "answerers":
      return { title: t("launch-answerers"), what: t("launch-answerers-what") };
    case "hours":
      return { title: t("launch-hours"), what: t("launch-hours-what") };
    case "website":
      return { title: t("launch-website"), what: t("launch-website-what") };
    case "closed":
      return { title: t("launch-closed"), what: t("launch-closed-what") };
    case "greeting":
      return { title: t("launch-greeting"), what: t("launch-greeting-what") };
    case "asking":
      return { title: t("launch-asking"), what: t("launch-asking-what") };
    case "criticism":
      return { title: t("launch-criticism"), what: t("launch-criticism-what") };
    case "rules":
      return { title: t("launch-rules"), what: t("launch-rules-what") };
    case "offers":
      return { title: t("launch-offers"), what: t("launch-offers-what") };
    case "invitations":
      return { title: t("launch-invitations"), what: t("launch-invitations-what") };
  }
}

/** The page on which a point is looked at, when there is one. */
export function pageOf(point: LaunchPoint, client: string, t: T): { href: string; name: string } | null {
  const own = (section: string, name: string) => ({ href: `/settings/clients/${client}/${section}`, name });
  switch (point) {
    case "answerers":
      return { href: "/settings/teams", name: t("nav-teams") };
    case "hours":
    case "closed":
      return own("hours", t("nav-hours"));
    case "website":
      return own("site", t("nav-site"));
    case "greeting":
    case "rules":
      return own("speech", t("nav-speech"));
    case "criticism":
    case "offers":
      return { href: "/settings/prepared", name: t("nav-prepared") };
    case "purpose":
    case "asking":
    case "invitations":
      return null;
  }
}

export function lackWords(lack: Lack, t: T): string {
  switch (lack.lack) {
    case "confirmation":
      return t("lack-confirmation");
    case "hours":
      return t("lack-hours");
    case "website":
      return t("lack-website");
    case "answerer":
      return t("lack-answerer", { language: languageWord(lack.language, t) });
    case "beginning":
      return t("lack-beginning", { language: languageWord(lack.language, t) });
  }
}

function languageWord(language: "fi" | "sv" | "en", t: T): string {
  switch (language) {
    case "fi":
      return t("in-finnish");
    case "sv":
      return t("in-swedish");
    case "en":
      return t("in-english");
  }
}

/** The mandatory points that keep the chat shut. */
export function stillOpen(points: readonly LaunchPointView[]): LaunchPointView[] {
  return points.filter((one) => one.is_mandatory && one.lacks.length > 0);
}

/** `2026-11-28` a year later; the last day of February where there is no such day. */
export function yearAfter(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  const later = `${Number(year) + 1}-${month}-`;
  return month === "02" && day === "29" ? `${later}28` : later + day;
}

/** The day that it is at `at`, `2026-11-28`, in a time zone. */
export function dayAt(at: number, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat("sv-SE", timeZone === undefined ? {} : { timeZone }).format(at);
}
