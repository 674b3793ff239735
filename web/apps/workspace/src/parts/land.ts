import { tick } from "svelte";

/**
 * What something that has gone, such as a dialog, has taken the focus from: it comes before every other place. One per
 * document, as the focus is.
 */
let owed: HTMLElement | null = null;

/**
 * Gives the focus a place when what had it has gone: a field, the button that was pressed, the page before. Left on the
 * document, keys lead nowhere and a screen reader starts over. What somebody has chosen themselves is left alone.
 */
export function land(places: readonly string[]): void {
  if (document.querySelector("dialog:modal")) return;
  const first = owed;
  owed = null;
  for (const place of [first, ...places.map(visible)]) {
    if (isHeld()) return;
    // To go into what rests would wake it. A button that is off takes no focus, and the next place is tried.
    if (!place?.isConnected || !place.checkVisibility() || place.closest("[data-resting]")) continue;
    // Somebody was there a moment ago and may have scrolled since; the other places are where the page has put them.
    place.focus({ preventScroll: place !== first });
  }
}

/** Gives the focus back to `place`, or to the first of `places` if that has gone as well, once the page is drawn anew. */
export function giveBack(place: Element | null, places: readonly string[] = []): void {
  // What stood in a dialog that has gone as well is no place; who was owed one before still is.
  if (place instanceof HTMLElement && place.isConnected && place !== document.body) owed = place;
  void tick().then(() => land(places));
}

function visible(place: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(place)].find((one) => one.checkVisibility());
}

function isHeld(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body;
}

/** The heading of a page that had to be fetched: the focus has waited for it on the place of all pages. */
export function landed(heading: HTMLElement): void {
  if (!isHeld() || document.activeElement?.id === "content") heading.focus();
}

/** Where a field would call up a keyboard that covers the page. */
export function isTouch(): boolean {
  return matchMedia("(pointer: coarse)").matches;
}
