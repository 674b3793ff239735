/** Figures as the wallboard writes them. */
import type { Texts } from "virtual:texts/desk";
import type { Translate } from "@luukku/texts";
import { duration } from "../parts/words.ts";
import type { Range } from "../team/figures.ts";

/** `0:31`; of several clients `0:31–0:39`. */
export function written(range: Range, t: Translate<Texts>): string {
  const [from, to] = [range.from_s, range.to_s].map((seconds) => duration(seconds * 1000, t));
  return from === to ? `${from}` : `${from}–${to}`;
}
