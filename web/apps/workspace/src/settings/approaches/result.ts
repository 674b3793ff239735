/** What became of an invitation, in sentences that say no more than the numbers do. */
import type { Language } from "@luukku/wire";
import type { T } from "../texts.ts";
import type { ApproachResult } from "../wire.ts";

export function resultWords(result: ApproachResult, language: Language, t: T): string[] {
  const { invited, opened, said_no, chatted, held_out, held_out_chatted, effect } = result;
  return [
    t("approach-invited", { count: invited, opened, refused: said_no, chatted }),
    t("approach-compared", { count: held_out, chatted: held_out_chatted }),
    ...(effect == null ? [] : [effectWords(effect, language, t)]),
  ];
}

function effectWords({ points, low, high }: NonNullable<ApproachResult["effect"]>, language: Language, t: T): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: "exceptZero" });
  const words = { points: number.format(points), low: number.format(low), high: number.format(high) };
  return t("approach-effect", { ...words, is: low > 0 ? "more" : high < 0 ? "fewer" : "unknown" });
}
