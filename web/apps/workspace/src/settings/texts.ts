import type { Texts } from "virtual:texts/settings";
import type { Translate } from "@luukku/texts";
import { createContext } from "svelte";

export type T = Translate<Texts>;

/** The sentences of settings, for every page of them. */
export const [useT, provideT] = createContext<T>();
