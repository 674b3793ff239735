/** What stayed the same stays the same object, also in lists that are made anew: what is drawn from it is not drawn again. */

/** `next`, with the members of `before` that say the same in place of its own; `before` itself when all do. */
export function withSame<One>(
  before: readonly One[],
  next: readonly One[],
  key: (one: One) => string | number,
): readonly One[] {
  const had = new Map(before.map((one) => [key(one), one]));
  const kept = next.map((one) => {
    const old = had.get(key(one));
    return old !== undefined && isSame(old, one) ? old : one;
  });
  return kept.length === before.length && kept.every((one, at) => one === before[at]) ? before : kept;
}

/** Remembers the list of last time: what is made anew goes through it. */
export function keeping<One>(key: (one: One) => string | number): (next: readonly One[]) => readonly One[] {
  let last: readonly One[] = [];
  return (next) => {
    last = withSame(last, next, key);
    return last;
  };
}

/** Whether both say the same all the way down. What was pushed keeps its identity, so that hardly anything is looked into. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const [mine, theirs] = [Object.entries(one), new Map(Object.entries(other))];
  return (
    mine.length === theirs.size && mine.every(([name, value]) => theirs.has(name) && isSame(value, theirs.get(name)))
  );
}
