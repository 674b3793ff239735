/** Whether a customer is still on the website, in words. */
import type { Texts } from "virtual:texts/desk";
import type { Translate } from "@luukku/texts";
import type { CaseRow, Language } from "@luukku/wire";
import type { LiveDesk } from "../live/desk.svelte.ts";
import { clockTime, isSameDay, shortDate, timeOrDate } from "../parts/words.ts";

export interface OnPage {
  /** "lähti sivulta 14.03" */
  words: string;
  /** When they left, as short as it can be told; `null` while they are there. */
  left: string | null;
}

/** `null` when nothing is known: their chat has not been heard, or the contact is over. */
export function onPage(
  row: CaseRow,
  { onPage: known, now }: Pick<LiveDesk, "onPage" | "now">,
  t: Translate<Texts>,
  language: Language,
): OnPage | null {
  const at = row.contact.state === "ended" ? undefined : known.get(row.customer.customer_id);
  if (!at) return null;
  if (at.left_at == null) return { words: t("on-page"), left: null };
  const left = at.left_at;
  const words = isSameDay(left, now)
    ? t("on-page-left", { time: clockTime(left, language) })
    : t("on-page-left-on", { date: shortDate(left, now, language) });
  return { words, left: timeOrDate(left, now, language) };
}
