/** The visitor in this browser: their key, their language, and what this tab remembers. Nothing of it before the first use. */
import { load, type Texts } from "virtual:texts/widget";
import type { Translate } from "@luukku/texts";
import { Api } from "./api";
import { VisitorKey } from "./key";
import type { Language, Widget } from "./shapes";
import { type Area, type Areas, openStore, type Store } from "./storage";
import { languageOf, type Place } from "./visit";

export class Visitor {
  readonly prefix: string;
  readonly store: Store;
  readonly #session: Store;
  /** What this tab keeps for this visitor, apart from others who are signed in. */
  readonly tab: Area;
  readonly key: VisitorKey;
  readonly api: Api;
  language: Language = "fi";
  /** Says keys until a language has been chosen; nothing is drawn before that. */
  t: Translate<Texts> = (...words: unknown[]) => String(words[0]);

  constructor({ widgetKey }: Place, { lasting, tab }: Areas) {
    this.prefix = `luukku:${widgetKey}:`;
    this.store = openStore(lasting, this.prefix);
    this.#session = openStore(tab, this.prefix);
    this.tab = tab;
    this.key = new VisitorKey(this.store);
    this.api = new Api(widgetKey, this.key);
  }

  /** Begins in the visitor's own choice, the page's language, or the client's first one. */
  begin(place: Place, widget: Widget): Promise<void> {
    const chosen = languageOf(this.store.read("language"));
    const wanted = [chosen, place.language].find((one) => one !== null && widget.languages.includes(one));
    return this.speak(wanted ?? widget.languages[0] ?? "fi");
  }

  async speak(language: Language): Promise<void> {
    this.t = await load(language);
    this.language = language;
    this.api.language = language;
    if (this.key.known !== null) this.store.write("language", language);
  }

  /** True when this was it: from now on there is a key, and things may be remembered. */
  firstUse(): boolean {
    if (this.key.known !== null) return false;
    this.key.forUse();
    this.store.write("language", this.language);
    return true;
  }

  /** What this tab remembered. */
  recall(name: string): string | null {
    return this.#session.read(name);
  }

  remember(name: string, value: string | null): void {
    if (this.key.known !== null) this.#session.write(name, value);
  }
}
