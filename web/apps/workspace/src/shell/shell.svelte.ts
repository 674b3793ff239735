import { load, type Texts } from "virtual:texts/workspace";
import type { Language, Me } from "@luukku/wire";
import { createContext } from "svelte";
import { ask } from "../live/api.ts";
import { Navigation } from "./navigation.svelte.ts";
import { keepLanguage, keptLanguage, keptLook, type Look, setLook, showLook } from "./own.ts";
import { Areas, bestOf, type Load, Words } from "./words.svelte.ts";

/** `asking`: we do not know yet whether somebody has signed in here. */
export type Standing = "asking" | "unreachable" | "out" | "in";

/** The frame around every page: who I am, in which language, where we are, how it looks. One per page. */
export class Shell {
  readonly navigation = new Navigation();
  readonly #areas = new Areas();
  readonly #words = new Words<Texts>(load);
  readonly t = this.#words.t;
  me = $state.raw<Me | null>(null);
  standing = $state<Standing>("asking");
  language = $state<Language>(keptLanguage() ?? bestOf(navigator.languages));
  look = $state<Look>(keptLook());
  /** What must happen while the session is still there: words on their way leave. */
  beforeLeaving: (() => Promise<void>) | null = null;

  constructor() {
    this.#areas.add(this.#words);
  }

  /** Shows the first words and asks who we are. Ends when the first page can be drawn. */
  async open(): Promise<void> {
    showLook(this.look);
    await Promise.all([this.speak(this.language), this.whoAmI()]);
  }

  async whoAmI(): Promise<void> {
    const answer = await ask<Me>("GET", "/api/me");
    if (answer.ok) await this.enter(answer.value);
    else this.standing = answer.problem?.status === 401 ? "out" : "unreachable";
  }

  /** I have signed in, or my settings have changed. */
  async enter(me: Me): Promise<void> {
    this.me = me;
    this.standing = "in";
    await this.speak(me.language);
  }

  /** My session has ended; what was open is asked for again after signing in. */
  left(): void {
    this.me = null;
    this.standing = "out";
  }

  async signOut(): Promise<void> {
    await this.beforeLeaving?.();
    await ask<null>("DELETE", "/api/session");
    this.left();
    this.navigation.mayLeave = null;
    this.navigation.go("/sign-in");
  }

  /** The sentences of an area for as long as the component that asks, while it begins, is on the screen. */
  words<Area>(load: Load<Area>): Words<Area> {
    const words = new Words(load);
    $effect(() => {
      void words.speak(this.language);
      return this.#areas.add(words);
    });
    return words;
  }

  async speak(language: Language): Promise<void> {
    if (!(await this.#areas.speak(language))) return;
    this.language = language;
    document.documentElement.lang = language;
    keepLanguage(language);
  }

  /** Shows the screen in `look`, on this device only. */
  wear(look: Look): void {
    this.look = look;
    setLook(look);
  }
}

const [getShell, setShell] = createContext<Shell>();

export { getShell, setShell };
