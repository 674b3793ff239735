/** How long a request may take before it is given up. */

/** A desk that has not answered for this long does not answer: the request is given up, and may be tried again. */
export const PATIENCE_MS = 20_000;
/** The desk itself holds a poll for 25 s. */
export const POLL_PATIENCE_MS = 45_000;
/** A file of the largest size on a slow line. */
export const FILE_PATIENCE_MS = 120_000;

/** Not `AbortSignal.timeout`: browsers from before 2022 have none, and would be without a desk. */
export function within(ms: number): { signal: AbortSignal; done: () => void } {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), ms);
  return { signal: giveUp.signal, done: () => clearTimeout(timer) };
}
