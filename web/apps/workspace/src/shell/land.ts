/**
 * Gives the focus a place when what had it has gone: a field, the button that was pressed, the page before. Left on the
 * document, keys lead nowhere and a screen reader starts over. What somebody has chosen themselves is left alone.
 */
export function land(places: readonly string[]): void {
  const focused = document.activeElement;
  if ((focused !== null && focused !== document.body) || document.querySelector("dialog:modal")) return;
  for (const place of places) {
    const found = [...document.querySelectorAll<HTMLElement>(place)].find((one) => one.checkVisibility());
    if (!found) continue;
    found.focus({ preventScroll: true });
    return;
  }
}

/** The heading of a page that had to be fetched: the focus has waited for it on the place of all pages. */
export function landed(heading: HTMLElement): void {
  const focused = document.activeElement;
  if (focused === null || focused === document.body || focused.id === "content") heading.focus();
}

/** Where a field would call up a keyboard that covers the page. */
export function isTouch(): boolean {
  return matchMedia("(pointer: coarse)").matches;
}
