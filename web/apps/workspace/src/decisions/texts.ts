import type { Texts } from "virtual:texts/decisions";
import type { Translate } from "@luukku/texts";
import { createContext } from "svelte";

/** The sentences of this page, for its parts. */
export const [useT, provideT] = createContext<Translate<Texts>>();
