/**
 * Whether this visitor would reach a person, asked while the client's rules close its open chat to some: nobody who is there may
 * know what is asked on this page, or what they have chosen that it is about (CC-11, NV-08).
 */
import { isRecord } from "./api";
import type { Acts } from "./scene";
import type { Language, Opening, Visit } from "./shapes";

/** Thousands may hear of a change at the same moment: they ask within so long. */
const SPREAD_MS = 2000;
/** The desk did not answer: asked again after so long. */
const AGAIN_MS = 15_000;

let mark = "";
let visitor = "";
let why: string | null | undefined;

/** Why nobody would answer them; `null` when somebody would, `undefined` until the desk has said so for the first time. */
export function whyNot(acts: Acts, language: Language, told: string): string | null | undefined {
  const asked = wouldBegin(acts.visit);
  const is = [asked, language, acts.api.headers().Authorization].join();
  if (mark === told && visitor === is) return why;
  // They wait for the answer to what they have done themselves.
  const pause = visitor === is ? Math.random() * SPREAD_MS : 0;
  [mark, visitor] = [told, is];
  const ask = async (): Promise<void> => {
    const isOver = () => mark !== told || visitor !== is;
    if (isOver()) return;
    const answer = await acts.api.ask("GET", `/opening?${asked}`, isOpening);
    if (isOver()) return;
    if (!answer.ok) return void setTimeout(ask, AGAIN_MS);
    why = answer.body.open ? null : (answer.body.why ?? null);
    acts.changed();
  };
  setTimeout(ask, pause);
  return why;
}

/** With what they would begin, as the desk is asked. */
export function wouldBegin({ start_page, category_id }: Visit): URLSearchParams {
  const asked = new URLSearchParams();
  if (start_page) asked.set("page", start_page);
  if (category_id) asked.set("category_id", category_id);
  return asked;
}

const isOpening = (value: unknown): value is Opening => isRecord(value) && typeof value.open === "boolean";
