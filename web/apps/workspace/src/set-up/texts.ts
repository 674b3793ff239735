import type { Texts } from "virtual:texts/set-up";
import type { Translate } from "@luukku/texts";
import { createContext } from "svelte";

/** The sentences of the set-up, for its parts. */
export const [useT, provideT] = createContext<Translate<Texts>>();
