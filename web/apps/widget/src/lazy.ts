/** A part of the widget that is fetched when it is first needed: no screen carries what only another one shows. */
export class Lazy<Module> {
  readonly #load: () => Promise<Module>;
  readonly #loaded: () => void;
  #module: Module | null = null;
  #asked: Promise<Module | null> | null = null;

  constructor(load: () => Promise<Module>, loaded: () => void) {
    this.#load = load;
    this.#loaded = loaded;
  }

  /** The part, when it is here; fetches it when it is not. */
  get now(): Module | null {
    if (this.#module === null) void this.ask();
    return this.#module;
  }

  /** `null` when it could not be fetched; the next time it is tried again. */
  ask(): Promise<Module | null> {
    this.#asked ??= this.#load().then(
      (module) => {
        this.#module = module;
        this.#loaded();
        return module;
      },
      () => {
        this.#asked = null;
        return null;
      },
    );
    return this.#asked;
  }
}
