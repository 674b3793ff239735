/** Keeps the screen from going dark for as long as the page is shown. Gives the function that lets it sleep again. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let isOver = false;
  const ask = async () => {
    if (isOver || document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
    // A browser that saves its battery says no: the page works all the same.
    const given = await navigator.wakeLock.request("screen").catch(() => null);
    if (isOver) void given?.release();
    else lock = given;
  };
  // The lock is lost whenever the page is hidden.
  const again = () => void ask();
  document.addEventListener("visibilitychange", again);
  void ask();
  return () => {
    isOver = true;
    document.removeEventListener("visibilitychange", again);
    void lock?.release();
  };
}
