import {
  type HoursProblem,
  joined,
  oneMore,
  parseSpan,
  parseTime,
  problemsOf,
  type Span,
  type SpanText,
  spansOf,
  textOf,
  writeTime,
} from "./hours.ts";

/** A week being edited: what stands in the fields. Monday is 0. */
export class WeekDraft {
  days = $state<SpanText[][]>([[], [], [], [], [], [], []]);

  constructor(week: readonly (readonly Span[])[]) {
    this.read(week);
  }

  /** Shows a week that is known to be in order. */
  read(week: readonly (readonly Span[])[]): void {
    this.days = Array.from({ length: 7 }, (_, day) => (week[day] ?? []).map(textOf));
  }

  problems(day: number): HoursProblem[] {
    return problemsOf(this.days[day] ?? []);
  }

  get isWrong(): boolean {
    return this.days.some((day) => problemsOf(day).length > 0);
  }

  /** The first day with a problem, Monday is 0. */
  get firstWrong(): number | null {
    const at = this.days.findIndex((day) => problemsOf(day).length > 0);
    return at < 0 ? null : at;
  }

  /** The week as it is sent; `null` while something is wrong. */
  get week(): Span[][] | null {
    const days = this.days.map((day) => spansOf(day));
    return days.every((day) => day !== null) ? days : null;
  }

  /** Text was typed or pasted into a field; a pasted span fills both. */
  type(day: number, index: number, side: "from" | "to", text: string): void {
    const span = this.days[day]?.[index];
    if (!span) return;
    const both = side === "from" ? parseSpan(text) : null;
    if (both) Object.assign(span, both);
    else span[side] = text;
  }

  /** The field was left: what can be read is written tidily. */
  tidy(day: number, index: number, side: "from" | "to"): void {
    const span = this.days[day]?.[index];
    const minute = span ? parseTime(span[side]) : null;
    if (span && minute !== null) span[side] = writeTime(minute);
  }

  add(day: number): void {
    const spans = this.days[day];
    spans?.push(oneMore(spans));
  }

  remove(day: number, index: number): void {
    this.days[day]?.splice(index, 1);
  }

  /** Joins what overlaps. */
  join(day: number): void {
    this.days[day] = joined(this.days[day] ?? []);
  }

  /** Divides a span that goes on over midnight between its two days. */
  divide(day: number, index: number): void {
    const span = this.days[day]?.[index];
    if (!span) return;
    const rest = { from: "0.00", to: span.to };
    span.to = "24.00";
    if (parseTime(rest.to) !== 0) this.days[(day + 1) % 7]?.unshift(rest);
  }

  copyMonday(): void {
    const monday = this.days[0] ?? [];
    for (const day of [1, 2, 3, 4]) this.days[day] = monday.map((span) => ({ ...span }));
  }
}
