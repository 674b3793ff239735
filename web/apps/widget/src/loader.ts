/**
 * The only script on the customer's website:
 *
 *     <script src="https://desk.example/widget.js" data-widget="KEY" async></script>
 *
 * `data-lang` ("fi", "sv", "en") and `data-position` ("left") are optional; so are `data-identity`, a token in which the
 * site says who has signed in there, and which `Luukku.identify` may bring later, and `data-invite`, with which it says that
 * its visitor has agreed to be invited to the chat, and `data-visit-pages`, with which it says that they have agreed to tell
 * the pages of this visit. It opens one frame from the desk's own
 * origin and gives it room; the conversation is inside, out of the site's reach. A site with a content security
 * policy needs `script-src` and `frame-src` with the desk's address and nothing else: styles are set through the
 * CSSOM. Of the page it reads the address and the referrer without query and fragment, the title and the language.
 */
import en from "virtual:texts/loader/en";
import fi from "virtual:texts/loader/fi";
import sv from "virtual:texts/loader/sv";
import { createTexts } from "@luukku/texts";
import { type HostSays, readFrameSays } from "./bridge";

type Happening = "open" | "close" | "reply";

interface Luukku {
  open(): void;
  close(): void;
  /** The visitor has signed in on the site, or, with `null`, out: the chat begins anew as theirs. */
  identify(token: string | null): void;
  /** Calls `run` from now on; gives a function that stops it. */
  on(happening: Happening, run: () => void): () => void;
}

declare global {
  interface Window {
    Luukku?: Luukku;
  }
}

const ALWAYS =
  "all:initial!important;position:fixed!important;border:0!important;margin:0!important;padding:0!important;max-width:none!important;max-height:none!important;min-width:0!important;min-height:0!important;z-index:2147483000!important;display:block!important;background:transparent!important;color-scheme:inherit!important;";
const SHADOW = "box-shadow:0 0 0 1px rgb(15 30 34/.12),0 18px 48px -12px rgb(15 30 34/.42)!important;";

const withoutQuery = (address: string) => {
  try {
    const { origin, pathname } = new URL(address);
    return origin === "null" ? "" : origin + pathname;
  } catch {
    return "";
  }
};

const languageOf = (given: string | null | undefined) => {
  const short = (given ?? "").slice(0, 2).toLowerCase();
  return short === "fi" || short === "sv" || short === "en" ? short : null;
};

function start(script: HTMLScriptElement, key: string): Luukku {
  const desk = new URL(script.src).origin;
  const side = script.dataset.position === "left" ? "left" : "right";
  const language = languageOf(script.dataset.lang) ?? languageOf(document.documentElement.lang);
  const texts = language === "sv" ? sv : language === "en" ? en : fi;
  const heard: Record<Happening, Set<() => void>> = { open: new Set(), close: new Set(), reply: new Set() };
  const frame = document.createElement("iframe");
  let shown = { as: "hidden", width: 0, height: 0, unread: 0 };
  let isReady = false;
  let wanted: HostSays | null = null;
  let cameFrom: HTMLElement | null = null;

  const address = new URL(`/w/${encodeURIComponent(key)}`, desk);
  const mayInvite = script.dataset.invite !== undefined;
  const tellsPages = script.dataset.visitPages !== undefined;
  address.search = new URLSearchParams({
    ...(language ? { lang: language } : {}),
    ...(mayInvite ? { invite: "" } : {}),
    ...(tellsPages ? { pages: "" } : {}),
    page: withoutQuery(location.href),
    title: document.title.slice(0, 200),
    ref: withoutQuery(document.referrer),
  }).toString();
  address.hash = script.dataset.identity ?? "";
  frame.src = address.href;
  frame.title = createTexts(texts, language ?? "fi")("loader-title");

  const tell = (says: HostSays) => frame.contentWindow?.postMessage(says, desk);

  const tellPage = () =>
    tell({ luukku: "page", page: withoutQuery(location.href), title: document.title.slice(0, 200) });

  const place = () => {
    const isPanel = shown.as === "panel";
    const isFull = isPanel && innerWidth <= 480;
    // A phone's keyboard covers the page; what is left of it is the visual viewport.
    const view = isFull ? window.visualViewport : null;
    const room = isFull
      ? `left:0!important;top:${view?.offsetTop ?? 0}px!important;width:100%!important;height:${view?.height ?? innerHeight}px!important;`
      : `${side}:14px!important;bottom:14px!important;border-radius:0 14px 14px 14px!important;${SHADOW}` +
        `width:${isPanel ? "min(400px,100vw - 28px)" : `min(${shown.width}px,100vw - 28px)`}!important;` +
        `height:${isPanel ? "min(640px,100vh - 28px)" : `${shown.height}px`}!important;`;
    const hidden = shown.as === "hidden" ? "visibility:hidden!important;width:1px!important;height:1px!important;" : "";
    frame.style.cssText = ALWAYS + room + hidden;
  };

  addEventListener("message", (event) => {
    if (event.source !== frame.contentWindow || event.origin !== desk) return;
    const says = readFrameSays(event.data);
    if (!says) return;
    const before = shown;
    shown = says;
    place();
    if (!isReady) {
      isReady = true;
      if (wanted) tell(wanted);
    }
    if (says.unread > before.unread) for (const run of heard.reply) run();
    if (says.as === "panel" && before.as !== "panel") {
      tellPage();
      for (const run of heard.open) run();
    } else if (says.as !== "panel" && before.as === "panel") {
      cameFrom?.focus();
      cameFrom = null;
      for (const run of heard.close) run();
    }
  });
  if (mayInvite) {
    let told = -1;
    const look = () => {
      const { scrollHeight } = document.documentElement;
      const percent = Math.min(100, Math.ceil((100 * (scrollY + innerHeight)) / scrollHeight));
      if (!isReady || percent <= told) return;
      told = percent;
      tell({ luukku: "scroll", percent });
    };
    addEventListener("scroll", look, { passive: true });
    setInterval(look, 2000);
  }
  if (tellsPages) {
    // A site that changes its pages by itself says so to nobody.
    let told = location.href;
    setInterval(() => {
      if (!isReady || location.href === told) return;
      told = location.href;
      tellPage();
    }, 1000);
  }
  addEventListener("resize", place);
  window.visualViewport?.addEventListener("resize", place);
  window.visualViewport?.addEventListener("scroll", place);
  place();
  document.body.append(frame);

  return {
    open() {
      const active = document.activeElement;
      if (active instanceof HTMLElement && active !== frame && active !== document.body) cameFrom = active;
      wanted = { luukku: "open" };
      if (!isReady) return;
      tell(wanted);
      frame.focus();
    },
    close() {
      wanted = null;
      if (isReady) tell({ luukku: "close" });
    },
    identify(token) {
      address.hash = token ?? "";
      // Out and in again: another fragment alone would not load it anew.
      frame.remove();
      frame.src = address.href;
      isReady = false;
      wanted = shown.as === "panel" ? { luukku: "open" } : null;
      document.body.append(frame);
    },
    on(happening, run) {
      heard[happening].add(run);
      return () => heard[happening].delete(run);
    },
  };
}

const script =
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : document.querySelector<HTMLScriptElement>("script[data-widget]");
const key = script?.dataset.widget;

if (script && key && !window.Luukku) {
  if (document.body) window.Luukku = start(script, key);
  else
    addEventListener("DOMContentLoaded", () => {
      window.Luukku ??= start(script, key);
    });
}
