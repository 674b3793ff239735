import type { T } from "./texts.ts";

/** What a form says of a field that somebody else has changed meanwhile. */
export function clashed(t: T): (theirs: string | null) => string {
  return (theirs) => (theirs === null ? t("clashed") : t("clashed-as", { theirs }));
}
