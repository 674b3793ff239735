/** What stayed the same stays the same object, also in lists that are made anew: what is drawn from it is not drawn again. */

/** `next`, with the members of `before` that say the same in place of its own; `before` itself when all do. */
export function withSame<One>(
  before: readonly One[],
  next: readonly One[],
  key: (one: One) => string | number,
  same: (one: One, other: One) => boolean = isSame,
): readonly One[] {
  const had = new Map(before.map((one) => [key(one), one]));
  const kept = next.map((one) => {
    const old = had.get(key(one));
    return old !== undefined && same(old, one) ? old : one;
  });
  return isSame(before, kept) ? before : kept;
}

/** Remembers the list of last time: what is made anew goes through it. */
export function keeping<One>(
  key: (one: One) => string | number,
  same?: (one: One, other: One) => boolean,
): (next: readonly One[]) => readonly One[] {
  let last: readonly One[] = [];
  return (next) => {
    last = withSame(last, next, key, same);
    return last;
  };
}

/**
 * Whether two objects or two lists have the very same members. Not deeper: what is compared by identity elsewhere, such
 * as a row, must never be an older one that says the same.
 */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isPlain(one) || !isPlain(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => name in other && Object.is(one[name], other[name]))
  );
}

function isPlain(one: unknown): one is Record<string, unknown> {
  return (
    Array.isArray(one) || (typeof one === "object" && one !== null && Object.getPrototypeOf(one) === Object.prototype)
  );
}
