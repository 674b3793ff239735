/** What the window tells the widget. */
export interface Hearing {
  /** The visitor, the network or the computer is back. */
  back(): void;
  /** Another tab of the same visitor began, wrote or sent something. */
  otherTab(): void;
  escape(): void;
  second(): void;
}

export function listen(hearing: Hearing): void {
  for (const happening of ["focus", "online", "pageshow"]) addEventListener(happening, () => hearing.back());
  document.addEventListener("visibilitychange", () => !document.hidden && hearing.back());
  addEventListener("storage", () => hearing.otherTab());
  addEventListener("keydown", (event) => event.key === "Escape" && !event.isComposing && hearing.escape());
  setInterval(() => hearing.second(), 1000);
}
