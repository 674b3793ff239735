/**
 * Opening hours as people write them. The texts in the fields are the truth; minutes come from them, and what can
 * not be read or clashes is told with the place where it is.
 */

export interface Span {
  from_minute: number;
  to_minute: number;
}

/** One pair of fields. */
export interface SpanText {
  from: string;
  to: string;
}

export type HoursProblem =
  | { kind: "unreadable"; index: number; side: "from" | "to" }
  | { kind: "backwards"; index: number }
  | { kind: "overnight"; index: number; until: string }
  | { kind: "overlap"; index: number; from: string; to: string; joined: SpanText };

const DAY = 24 * 60;

/** Minutes from midnight of `9`, `9.00`, `9:30`, `09.30`, `0930` or `24.00`; `null` when it is no time. */
export function parseTime(text: string): number | null {
  const tidy = text.trim().replace(/^(klo|kl\.?|kello)\s*/i, "");
  const found = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(tidy) ?? /^(\d{2})(\d{2})$/.exec(tidy);
  if (!found) return null;
  const hours = Number(found[1]);
  const minutes = Number(found[2] ?? "0");
  const all = hours * 60 + minutes;
  return minutes < 60 && all <= DAY ? all : null;
}

/** The same of the end of a span, where midnight is the one that ends the day. */
function parseEnd(text: string): number | null {
  const minute = parseTime(text);
  return minute === 0 ? DAY : minute;
}

/** `9.00`, as the fields and the sentences write it. */
export function writeTime(minute: number): string {
  return `${Math.floor(minute / 60)}.${String(minute % 60).padStart(2, "0")}`;
}

export function writeSpan(span: Span): string {
  return `${writeTime(span.from_minute)}–${writeTime(span.to_minute)}`;
}

export function textOf(span: Span): SpanText {
  return { from: writeTime(span.from_minute), to: writeTime(span.to_minute) };
}

/** What somebody pasted, such as `9.00–16.00` or `9-16`, as two fields; `null` when it is not a span. */
export function parseSpan(text: string): SpanText | null {
  const [from, to, ...more] = text.split(/\s*[–—-]\s*/);
  if (from === undefined || to === undefined || more.length > 0) return null;
  const [start, end] = [parseTime(from), parseEnd(to)];
  return start === null || end === null ? null : { from: writeTime(start), to: writeTime(end) };
}

/** The spans of a day that can be read, in the order of the fields, each with its place. */
export function readable(day: readonly SpanText[]): (Span & { index: number })[] {
  return day.flatMap((text, index) => {
    const from = parseTime(text.from);
    const to = parseEnd(text.to);
    return from === null || to === null || to <= from ? [] : [{ from_minute: from, to_minute: to, index }];
  });
}

/** All that is wrong with a day, in the order of the fields. */
export function problemsOf(day: readonly SpanText[]): HoursProblem[] {
  return day.flatMap((text, index) => {
    const from = parseTime(text.from);
    const to = parseEnd(text.to);
    if (from === null) return [{ kind: "unreadable", index, side: "from" } as const];
    if (to === null) return [{ kind: "unreadable", index, side: "to" } as const];
    if (from === to) return [{ kind: "backwards", index } as const];
    if (to < from) {
      // Until seven in the morning it is a late evening; anything longer is a slip of the keys.
      return to <= 7 * 60
        ? [{ kind: "overnight", index, until: writeTime(to) } as const]
        : [{ kind: "backwards", index } as const];
    }
    return clashes(day, { from_minute: from, to_minute: to }, index);
  });
}

function clashes(day: readonly SpanText[], mine: Span, index: number): HoursProblem[] {
  const before = readable(day).find(
    (other) => other.index < index && other.from_minute < mine.to_minute && mine.from_minute < other.to_minute,
  );
  if (!before) return [];
  return [
    {
      kind: "overlap",
      index,
      from: writeTime(Math.max(before.from_minute, mine.from_minute)),
      to: writeTime(Math.min(before.to_minute, mine.to_minute)),
      joined: {
        from: writeTime(Math.min(before.from_minute, mine.from_minute)),
        to: writeTime(Math.max(before.to_minute, mine.to_minute)),
      },
    },
  ];
}

/** Joins every span that touches or overlaps another; unreadable ones stay as they are, last. */
export function joined(day: readonly SpanText[]): SpanText[] {
  const spans = readable(day).sort((a, b) => a.from_minute - b.from_minute);
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && span.from_minute <= last.to_minute) last.to_minute = Math.max(last.to_minute, span.to_minute);
    else result.push({ from_minute: span.from_minute, to_minute: span.to_minute });
  }
  const kept = new Set(spans.map((span) => span.index));
  return [...result.map(textOf), ...day.filter((_, index) => !kept.has(index))];
}

/** The day as it is sent: in order; `null` when something is wrong with it. */
export function spansOf(day: readonly SpanText[]): Span[] | null {
  if (problemsOf(day).length > 0) return null;
  return readable(day)
    .map(({ from_minute, to_minute }) => ({ from_minute, to_minute }))
    .sort((a, b) => a.from_minute - b.from_minute);
}

/** A span to begin with when one more is added: after the last one, or an ordinary day. */
export function oneMore(day: readonly SpanText[]): SpanText {
  const last = Math.max(-1, ...readable(day).map((span) => span.to_minute));
  if (last < 0) return { from: "9.00", to: "16.00" };
  const from = Math.min(last + 60, DAY - 60);
  return { from: writeTime(from), to: writeTime(Math.min(from + 120, DAY)) };
}

/** Which hours the drawing shows: 6–22 as a rule, wider when something would be left out. */
export function axisOf(week: readonly (readonly SpanText[])[]): {
  from_minute: number;
  to_minute: number;
  marks: number[];
} {
  const spans = week.flatMap((day) => readable(day));
  const from = spans.some((span) => span.from_minute < 6 * 60) ? 0 : 6 * 60;
  const to = spans.some((span) => span.to_minute > 22 * 60) ? DAY : 22 * 60;
  const step = to - from > 16 * 60 ? 3 : 2;
  const marks: number[] = [];
  for (let hour = from / 60; hour <= to / 60; hour += step) marks.push(hour);
  return { from_minute: from, to_minute: to, marks };
}

/** Where a span is drawn, in per cent of the axis. */
export function barOf(span: Span, axis: { from_minute: number; to_minute: number }): { left: number; width: number } {
  const length = axis.to_minute - axis.from_minute;
  return {
    left: ((span.from_minute - axis.from_minute) / length) * 100,
    width: ((span.to_minute - span.from_minute) / length) * 100,
  };
}
