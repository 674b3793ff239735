import type { Translate } from "@luukku/texts";
import type { Language } from "@luukku/wire";

export type Load<Texts> = (language: Language) => Promise<Translate<Texts>>;

/** The sentences of one area in the language of the moment. `t` may be used in templates: it follows the language. */
export class Words<Texts> {
  #now = $state.raw<Translate<Texts> | null>(null);
  readonly #load: Load<Texts>;
  #wanted: Language | null = null;

  constructor(load: Load<Texts>) {
    this.#load = load;
  }

  /** True when sentences can be asked for. */
  get ready(): boolean {
    return this.#now !== null;
  }

  /** Fetches the area in `language`. The old sentences stay until what is returned is called. */
  async fetch(language: Language): Promise<() => void> {
    this.#wanted = language;
    const translate = await this.#load(language);
    return () => {
      if (this.#wanted === language) this.#now = translate;
    };
  }

  async speak(language: Language): Promise<void> {
    (await this.fetch(language))();
  }

  readonly t: Translate<Texts> = (key, ...args) => this.#now?.(key, ...args) ?? "";
}

/** The areas that are on the screen. They turn to another language in one moment, so that no screen speaks two. */
export class Areas {
  readonly #shown = new Set<Pick<Words<unknown>, "fetch">>();
  #wanted: Language | null = null;

  /** Counts `area` as shown until what is returned is called. */
  add(area: Pick<Words<unknown>, "fetch">): () => void {
    this.#shown.add(area);
    return () => this.#shown.delete(area);
  }

  /** Fetches every area that is shown, then shows all of them in `language`, unless another one was asked for meanwhile. */
  async speak(language: Language): Promise<boolean> {
    this.#wanted = language;
    const turns = await Promise.all([...this.#shown].map((area) => area.fetch(language)));
    if (this.#wanted !== language) return false;
    for (const turn of turns) turn();
    return true;
  }
}

const LANGUAGES: readonly Language[] = ["fi", "sv", "en"];

/** The first of the wished languages that we speak; English for the rest of the world. */
export function bestOf(wished: readonly string[]): Language {
  for (const wish of wished) {
    const found = LANGUAGES.find((one) => wish.toLowerCase().split("-", 1)[0] === one);
    if (found) return found;
  }
  return "en";
}
