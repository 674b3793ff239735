import type { Texts } from "virtual:texts/hours";
import type { Translate } from "@luukku/texts";
import type { HoursProblem } from "./hours.ts";

type T = Translate<Texts>;

/** The day's name at the beginning of a row; Monday is 0. */
export function dayName(day: number, t: T): string {
  const names = [
    t("day-monday"),
    t("day-tuesday"),
    t("day-wednesday"),
    t("day-thursday"),
    t("day-friday"),
    t("day-saturday"),
    t("day-sunday"),
  ];
  return names[day] ?? "";
}

export function problemSentence(problem: HoursProblem, day: number, t: T): string {
  const name = dayName(day, t);
  switch (problem.kind) {
    case "unreadable":
      return t("problem-unreadable");
    case "backwards":
      return t("problem-backwards");
    case "overnight":
      return t("problem-overnight", { day: name });
    case "overlap":
      return t("problem-overlap", { day: name, from: problem.from, to: problem.to });
  }
}
