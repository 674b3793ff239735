/** What a clock says: the figure, the words beside it, and the sentence for those who listen. */

import type { Texts } from "virtual:texts/desk";
import type { Translate } from "@luukku/texts";
import type { CaseRow, ContactRow } from "@luukku/wire";
import { type ClockFace, clockFace } from "../live/clock.ts";
import { type PromiseFace, promiseFace, promiseThatCounts } from "../live/promises.ts";
import { unreachable } from "../live/state.ts";
import { duration, minutesOf, spoken } from "./words.ts";

export interface ClockWords {
  figure: string;
  words: string;
  target: string;
  spoken: string;
}

const MINUTE_MS = 60_000;

/** The clock of a row where there is room for one only. */
export interface RowClock {
  form: ClockFace["form"];
  share: number;
  figure: string;
  spoken: string;
}

export function rowClock(row: CaseRow, now: number, t: Translate<Texts>): RowClock {
  const promise = promiseThatCounts(row);
  if (promise) {
    const face = promiseFace(promise, now);
    return { ...face, ...promiseWords(face, t) };
  }
  const face = clockFace(row.contact, now);
  return { ...face, ...clockWords(face, row.contact, t) };
}

export function promiseWords(face: PromiseFace, t: Translate<Texts>): { figure: string; spoken: string } {
  const time = minutesOf(face.ms, t);
  return face.form === "over"
    ? { figure: duration(face.ms, t), spoken: t("promise-said-over", { time }) }
    : { figure: face.form === "calm" ? time : duration(face.ms, t), spoken: t("promise-said-left", { time }) };
}

export function clockWords(face: ClockFace, contact: ContactRow, t: Translate<Texts>): ClockWords {
  const target = t("clock-target", { time: duration(contact.answer_target_s * 1000, t) });
  const waits = { figure: duration(face.ms, t), target };
  const time = spoken(face.ms, t);
  switch (face.form) {
    case "calm":
    case "half":
      return { ...waits, words: "", spoken: t("clock-said-waits", { time }) };
    case "warn": {
      const seconds = String(face.rest_s);
      return { ...waits, words: t("clock-left", { seconds }), spoken: t("clock-said-warn", { time, seconds }) };
    }
    case "over": {
      const over = duration(face.rest_s * 1000, t);
      return { ...waits, words: t("clock-over", { time: over }), spoken: t("clock-said-over", { time }) };
    }
    case "theirs": {
      const soon = face.ms < MINUTE_MS;
      const figure = soon ? "" : minutesOf(face.ms, t);
      const words = soon ? t("clock-theirs-now") : t("clock-theirs");
      return { figure, words, target: "", spoken: t("clock-said-theirs", { time }) };
    }
    case "kept":
      return {
        figure: duration(face.ms, t),
        words: t("clock-kept"),
        target: "",
        spoken: t("clock-said-kept", { time }),
      };
    case "unknown":
      return { figure: duration(face.ms, t), words: "", target: "", spoken: t("clock-said-waits", { time }) };
    default:
      return unreachable(face.form);
  }
}
