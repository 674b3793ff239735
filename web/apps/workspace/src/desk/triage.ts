/** How urgent a contact was said to be, and how it is best handled, in words. */

import type { Texts } from "virtual:texts/desk";
import type { Translate } from "@luukku/texts";
import type { ContactRow, Triage } from "@luukku/wire";

type T = Translate<Texts>;

/** In the order of their keys. */
export const PATHS = ["now", "later", "colleague", "elsewhere"] as const satisfies readonly Triage["path"][];

/** The nine estimates in the order of their keys, line by line. */
export const ESTIMATES: readonly Omit<Triage, "path">[] = [1, 2, 3].flatMap((impact) =>
  [1, 2, 3].map((urgency) => ({ impact, urgency })),
);

const step = (one: number) => (one === 1 ? "most" : one === 2 ? "some" : "least");

export function impactName(impact: number, t: T): string {
  return t("triage-impact-step", { step: step(impact) });
}

export function urgencyName(urgency: number, t: T): string {
  return t("triage-urgency-step", { step: step(urgency) });
}

export function estimateName({ impact, urgency }: Omit<Triage, "path">, t: T): string {
  return t("triage-estimate", { impact: impactName(impact, t), urgency: urgencyName(urgency, t) });
}

export function pathName(path: Triage["path"], t: T): string {
  return t("triage-path", { path });
}

/** Where it stands in the queue before or after the others, by an estimate or by a rule; `null` when where everybody stands. */
export function urgencyMark({ needs }: Pick<ContactRow, "needs">, t: T): string | null {
  const one = step(needs.priority);
  return one === "some" ? null : t("triage-priority", { step: one });
}

/** For a row: where it stands in the queue by that, and what is best done. `null` when nobody has said. */
export function triageMark({ triage, needs }: Pick<ContactRow, "triage" | "needs">, t: T): string | null {
  if (!triage) return null;
  return t("triage-mark", {
    priority: t("triage-priority", { step: step(needs.priority) }),
    path: pathName(triage.path, t),
  });
}
