import type { Shortcut } from "../live/keys.ts";

/** The keys that work on every page. */
export function frameKeys(act: { palette: () => void; shortcuts: () => void; presence: () => void }): Shortcut[] {
  return [
    { id: "palette", group: "anywhere", keys: ["Ctrl", "K"], label: "find-or-do", run: act.palette },
    { id: "presence", group: "anywhere", keys: ["Alt", "P"], label: "key-presence", run: act.presence },
    { id: "shortcuts", group: "anywhere", keys: ["?"], label: "me-shortcuts", run: act.shortcuts },
  ];
}
