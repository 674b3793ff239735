import type { Problem } from "@luukku/wire";

/** `base` with the parts of `query` that are set. */
export function withQuery(base: string, query: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? base : `${base}?${text}`;
}

/** The desk's own sentence about a no, or `otherwise` when no answer came or it had no words. */
export function sentenceOf(problem: Problem | null, otherwise: string): string {
  if (!problem || problem.title === "") return otherwise;
  return problem.detail ? `${problem.title}. ${problem.detail}`.replace("..", ".") : problem.title;
}

/** The sentences about single fields, by the name of the field as it was sent. */
export function fieldsOf(problem: Problem | null): Record<string, string> {
  return Object.fromEntries((problem?.fields ?? []).map((one) => [one.field, one.sentence]));
}
