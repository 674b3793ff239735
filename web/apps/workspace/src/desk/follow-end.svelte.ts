/**
 * The scroll rules of a thread: it follows its end only when it was there; reading counts after a second in view in a
 * focused window; older entries come when the top comes into view, without a jump.
 */
interface Hooks {
  /** Whether what is in view counts as read. */
  mayRead: () => boolean;
  onread: () => void;
  onolder: () => Promise<void>;
}

const AT_END_PX = 32;
const READ_AFTER_MS = 1000;

export function followEnd({ mayRead, onread, onolder }: Hooks) {
  let box: HTMLElement | null = null;
  let isAtEnd = true;
  let below = $state(0);
  let lastSeq = 0;
  let count = 0;
  let ownCount = 0;
  let reading: ReturnType<typeof setTimeout> | undefined;
  let isLoadingOlder = false;

  const go = () => {
    box?.scrollTo({ top: box.scrollHeight });
    isAtEnd = true;
    below = 0;
    read();
  };

  /** Starts the second that makes what is in view read. */
  const read = () => {
    clearTimeout(reading);
    if (!isAtEnd || !mayRead() || !document.hasFocus() || document.visibilityState === "hidden") return;
    reading = setTimeout(onread, READ_AFTER_MS);
  };

  const scrolled = () => {
    if (!box) return;
    const was = isAtEnd;
    isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight < AT_END_PX;
    if (isAtEnd) below = 0;
    if (isAtEnd !== was) read();
  };

  const older = async () => {
    if (!box || isLoadingOlder) return;
    isLoadingOlder = true;
    const { scrollHeight, scrollTop } = box;
    await onolder();
    requestAnimationFrame(() => {
      box?.scrollTo({ top: box.scrollHeight - scrollHeight + scrollTop });
      isLoadingOlder = false;
    });
  };

  return {
    get below() {
      return below;
    },
    go,
    scrolled,
    /** Something above is looked for: the end is not followed until it comes into view. */
    leave() {
      isAtEnd = false;
    },
    /** It is looked at from now on. */
    seen: () => read(),
    /** Something was added (or taken away): entries, words of mine on their way. */
    changed(items: number, own: number, seq: number) {
      const added = items - count;
      if (count === 0 || own > ownCount || isAtEnd) queueMicrotask(go);
      else if (seq > lastSeq && added > 0) below += added;
      count = items;
      ownCount = own;
      lastSeq = seq;
    },
    scroller(element: HTMLElement) {
      box = element;
      const again = () => (isAtEnd ? go() : undefined);
      const sizes = new ResizeObserver(again);
      sizes.observe(element);
      addEventListener("focus", read);
      document.addEventListener("visibilitychange", read);
      return () => {
        clearTimeout(reading);
        sizes.disconnect();
        removeEventListener("focus", read);
        document.removeEventListener("visibilitychange", read);
        box = null;
      };
    },
    /** Pictures grow when they have come; the end stays in view. */
    content(element: HTMLElement) {
      const sizes = new ResizeObserver(() => (isAtEnd ? go() : undefined));
      sizes.observe(element);
      return () => sizes.disconnect();
    },
    top(element: HTMLElement) {
      const view = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && void older());
      view.observe(element);
      return () => view.disconnect();
    },
  };
}
