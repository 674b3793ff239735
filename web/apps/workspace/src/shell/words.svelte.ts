import type { Translate } from "@luukku/texts";
import type { Language } from "@luukku/wire";

/** The sentences of one area in the language of the moment. `t` may be used in templates: it follows the language. */
export class Words<Texts> {
  #now = $state.raw<Translate<Texts> | null>(null);
  readonly #load: (language: Language) => Promise<Translate<Texts>>;
  #wanted: Language | null = null;

  constructor(load: (language: Language) => Promise<Translate<Texts>>) {
    this.#load = load;
  }

  /** True when sentences can be asked for. */
  get ready(): boolean {
    return this.#now !== null;
  }

  /** Fetches the area in `language`; the old sentences stay until the new ones are here. */
  async speak(language: Language): Promise<void> {
    this.#wanted = language;
    const translate = await this.#load(language);
    if (this.#wanted === language) this.#now = translate;
  }

  readonly t: Translate<Texts> = (key, ...args) => this.#now?.(key, ...args) ?? "";
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
