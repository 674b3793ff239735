import type { Texts } from "virtual:texts/workspace";
import type { Translate } from "@luukku/texts";
import type { Shortcut } from "../live/keys.ts";

/** The keys that work on every page. What opens a dialog closes it as well. */
export function frameKeys(
  act: { palette: () => void; shortcuts: () => void; presence: () => void },
  isOpen: { palette: () => boolean; shortcuts: () => boolean },
  t: Translate<Texts>,
): Shortcut[] {
  return [
    {
      id: "palette",
      group: "anywhere",
      keys: ["Ctrl", "K"],
      label: t("find-or-do"),
      run: act.palette,
      inDialog: isOpen.palette,
    },
    {
      id: "presence",
      group: "anywhere",
      keys: ["Alt", "P"],
      label: t("key-presence"),
      run: act.presence,
      inDialog: () => true,
    },
    {
      id: "shortcuts",
      group: "anywhere",
      keys: ["?"],
      label: t("me-shortcuts"),
      run: act.shortcuts,
      inDialog: isOpen.shortcuts,
    },
  ];
}
