/**
 * What happened that somebody should know of, as a list in which a flood of one kind at one client pushes nothing else out. Kept
 * like at the desk (`desk::happening`), so that a page that has been open shows what a fresh one shows. Pure.
 */
import type { Happening } from "@luukku/wire";

const KEPT_OF_A_KIND = 100;
const SHOWN_OF_A_KIND = 3;
const MOST_ROWS = 20;

/** A line, and the older ones of its kind that it stands for. */
export interface HappeningRow {
  line: Happening;
  more: readonly Happening[];
}

/** Loaded and pushed ones in one list, each once, newest first. */
export function withHappenings(have: readonly Happening[], come: readonly Happening[]): readonly Happening[] {
  const key = (one: Happening) => `${one.case_id} ${one.entry.seq}`;
  const all = new Map([...have, ...come].map((one) => [key(one), one]));
  const newest = [...all.values()].sort((a, b) => b.at - a.at || b.number - a.number || b.entry.seq - a.entry.seq);
  return [...placed(newest)].filter(([place]) => place < KEPT_OF_A_KIND).map(([, one]) => one);
}

/** At most three rows of a kind at a client; the third stands for those before it. */
export function rowsOf(newest: readonly Happening[]): readonly HappeningRow[] {
  const more = new Map<string, Happening[]>();
  const rows: HappeningRow[] = [];
  for (const [place, line] of placed(newest)) {
    if (place >= SHOWN_OF_A_KIND) more.get(kindOf(line))?.push(line);
    else {
      const older: Happening[] = [];
      if (place === SHOWN_OF_A_KIND - 1) more.set(kindOf(line), older);
      rows.push({ line, more: older });
    }
  }
  return rows.slice(0, MOST_ROWS);
}

/** Each with its place among those of its kind. */
function* placed(newest: readonly Happening[]): Generator<[number, Happening]> {
  const counted = new Map<string, number>();
  for (const one of newest) {
    const place = counted.get(kindOf(one)) ?? 0;
    counted.set(kindOf(one), place + 1);
    yield [place, one];
  }
}

function kindOf(one: Happening): string {
  return `${one.client_id} ${one.entry.kind}`;
}
