/** The parts of the widget that are fetched when they are needed, each with its styles. */
import closedStyle from "./closed.css?url";
import { Lazy } from "./lazy";
import type { Language } from "./shapes";
import talkStyle from "./talk.css?url";
import writingStyle from "./writing.css?url";

export class Parts {
  readonly talk;
  readonly writing;
  readonly opening;
  readonly #closed: Record<Language, Lazy<Awaited<ReturnType<typeof closedIn>>>>;

  constructor(loaded: () => void) {
    const closed = (language: Language) => new Lazy(() => closedIn(language), loaded);
    this.#closed = { fi: closed("fi"), sv: closed("sv"), en: closed("en") };
    this.talk = new Lazy(() => dressed(import("./talk"), talkStyle), loaded);
    this.opening = new Lazy(() => import("./opening"), loaded);
    this.writing = new Lazy(() => dressed(import("./writing"), writingStyle), loaded);
  }

  /** The page of a closed chat with its words in one language, when they are here. */
  closed(language: Language) {
    return this.#closed[language].now;
  }
}

async function closedIn(language: Language) {
  const page = await dressed(import("./closed"), closedStyle);
  return { ...page, say: await page.load(language) };
}

/** A part is shown only together with its styles. */
export async function dressed<Module>(module: Promise<Module>, style: string): Promise<Module> {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = style;
  const worn = new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
  });
  document.head.append(link);
  await worn;
  return module;
}
