/** What every part of the workspace may reach without passing it along: the desk, the words, the toast. */

import type { Texts } from "virtual:texts/desk";
import type { Translate } from "@luukku/texts";
import type { Language } from "@luukku/wire";
import { createContext } from "svelte";
import type { LiveDesk } from "./desk.svelte.ts";
import type { Toaster } from "./toaster.svelte.ts";

export interface DeskContext {
  readonly desk: LiveDesk;
  /** Sentences of the area "desk". */
  readonly t: Translate<Texts>;
  /** The language of the screen; it may change while a part is shown. */
  readonly language: () => Language;
  readonly toaster: Toaster;
}

export const [useDesk, provideDesk] = createContext<DeskContext>();
