/** The keys of the work table (design.md §6), registered while it is on the screen. */
import type { CaseRow } from "@luukku/wire";
import type { DeskContext } from "../live/context.ts";
import type { Shortcut } from "../live/keys.ts";
import { longestWait } from "../live/places.ts";
import type { Actions } from "./actions.svelte.ts";
import type { Beside } from "./beside.svelte.ts";
import { offeredNow, putIn } from "./first-last.ts";

const isMac = /Mac/.test(navigator.platform);
const DIGIT = /^Digit([1-8])$/;

/** Takes back what was just done. It works on every page, because the wrong chat is often noticed in the next place. */
export function undoKey({ desk, t, toaster }: DeskContext, actions: Actions): Shortcut {
  const leaving = () => desk.sender.newestLeaving(desk.openCase?.caseId ?? null);
  return {
    id: "undo",
    group: "writing",
    keys: ["Ctrl", "Z"],
    label: t("keys-undo"),
    // In a field with words it undoes words.
    when: () => !isInFilledField() && (toaster.undoable !== undefined || leaving() !== null),
    run: () => {
      const one = leaving();
      // In the open case the words are in sight; elsewhere the toast is what was done last.
      if (one && (one.caseId === desk.openCase?.caseId || !toaster.undo())) actions.takeBack(one);
      else if (!one) toaster.undo();
    },
  };
}

/** Takes what is offered to me, or the first of the queue. */
export function takeKey({ t }: DeskContext, actions: Actions): Shortcut {
  return {
    id: "take",
    group: "luukut",
    keys: ["Alt", "O"],
    label: t("keys-take"),
    when: () => actions.mayAct,
    run: () => void actions.takeFirst(),
  };
}

export function deskShortcuts(context: DeskContext, actions: Actions, beside: Beside): Shortcut[] {
  const { desk, t } = context;
  const row = () => actions.row;
  const luukku = (number: number) => desk.places.find((one) => one.number === number)?.row ?? null;
  const step = (by: 1 | -1) => {
    const all = desk.mine;
    const at = all.findIndex((one) => one.case_id === desk.openCase?.caseId);
    const next = all[at < 0 ? (by === 1 ? 0 : all.length - 1) : (at + by + all.length) % all.length];
    if (next) actions.goTo(next);
  };
  const digit = (event: KeyboardEvent) => {
    const modifier = isMac ? event.ctrlKey && !event.altKey : event.altKey && !event.ctrlKey;
    return modifier && !event.shiftKey && !event.metaKey ? Number(DIGIT.exec(event.code)?.[1] ?? 0) : 0;
  };
  const onRow = (run: (open: CaseRow) => unknown) => () => {
    const open = row();
    if (open) run(open);
  };
  return [
    {
      id: "luukku",
      group: "luukut",
      keys: [isMac ? "Ctrl" : "Alt", "1…8"],
      label: t("keys-luukku"),
      match: (event) => digit(event) > 0,
      when: () => true,
      run: (event) => {
        const found = luukku(digit(event));
        if (found) actions.goTo(found);
      },
    },
    {
      id: "longest",
      group: "luukut",
      keys: ["Alt", "N"],
      label: t("keys-longest"),
      run: () => goToLongest(desk, actions),
    },
    {
      id: "step",
      group: "luukut",
      keys: ["Alt", "↑ ↓"],
      label: t("keys-step"),
      match: (event) => event.altKey && !event.shiftKey && !event.ctrlKey && /^Arrow(Up|Down)$/.test(event.key),
      run: (event) => step(event.key === "ArrowDown" ? 1 : -1),
    },
    takeKey(context, actions),
    {
      id: "beside",
      group: "luukut",
      keys: ["Alt", "B"],
      label: t("keys-beside"),
      when: () => beside.isShown || beside.mayStart,
      run: () => beside.toggle(),
    },
    { id: "send", group: "writing", keys: ["Enter"], label: t("keys-send") },
    { id: "line", group: "writing", keys: ["Shift", "Enter"], label: t("keys-line") },
    { id: "prepared", group: "writing", keys: ["/"], label: t("prepared") },
    {
      id: "first-last",
      group: "writing",
      keys: ["Alt", "H"],
      label: t("keys-first-last"),
      when: () => {
        const open = row();
        return open !== undefined && offeredNow(desk, actions, open) !== null;
      },
      run: onRow((open) => putIn(desk, actions, open)),
    },
    {
      id: "note-toggle",
      group: "writing",
      keys: ["Ctrl", "M"],
      label: t("keys-note-toggle"),
      when: () => row() !== undefined && actions.mayAct,
      run: onRow((open) => actions.write(desk.composer(open.case_id).mode === "note" ? "reply" : "note")),
    },
    {
      id: "send-solve",
      group: "writing",
      keys: ["Ctrl", "Shift", "Enter"],
      label: t("keys-send-solve"),
      when: () => actions.isMine,
      run: onRow((open) => actions.send(open, { solve: true })),
    },
    { id: "escape", group: "writing", keys: ["Esc"], label: t("keys-escape") },
    {
      id: "pane",
      group: "anywhere",
      keys: ["F6"],
      label: t("keys-pane"),
      run: (event) => nextPane(event.shiftKey ? -1 : 1),
    },
    {
      id: "reply",
      group: "case",
      keys: ["V"],
      label: t("keys-reply"),
      when: () => actions.mayReply,
      run: () => actions.write("reply"),
    },
    {
      id: "note",
      group: "case",
      keys: ["M"],
      label: t("keys-note"),
      when: () => actions.mayAct && row() !== undefined,
      run: () => actions.write("note"),
    },
    {
      id: "side",
      group: "case",
      keys: ["K"],
      label: t("keys-side"),
      when: () => actions.mayAct && row() !== undefined,
      run: () => actions.write("side"),
    },
    {
      id: "transfer",
      group: "case",
      keys: ["T"],
      label: t("keys-transfer"),
      when: () => actions.mayTransfer,
      run: () => {
        actions.dialog = "transfer";
      },
    },
    {
      id: "solve",
      group: "case",
      keys: ["R"],
      label: t("keys-solve"),
      when: () => actions.maySolve,
      run: onRow((open) => actions.solve(open)),
    },
    {
      id: "end",
      group: "case",
      keys: ["E"],
      label: t("keys-end"),
      when: () => actions.mayEnd,
      run: () => {
        actions.dialog = "end";
      },
    },
    {
      id: "park",
      group: "case",
      keys: ["P"],
      label: t("keys-park"),
      when: () => actions.mayPark,
      run: () => {
        actions.dialog = "park";
      },
    },
    {
      id: "call",
      group: "case",
      keys: ["S"],
      label: t("call-mark"),
      when: () => actions.mayCall,
      run: () => {
        actions.dialog = "call";
      },
    },
    {
      id: "triage",
      group: "case",
      keys: ["U"],
      label: t("keys-triage"),
      when: () => actions.mayTriage,
      run: () => {
        actions.dialog = "triage";
      },
    },
    {
      id: "labels",
      group: "case",
      keys: ["L"],
      label: t("keys-labels"),
      when: () => actions.mayLabel,
      run: () => actions.sort(),
    },
    {
      id: "refer",
      group: "case",
      keys: ["O"],
      label: t("refer"),
      when: () => actions.maySolve,
      run: onRow((open) => actions.refer(open)),
    },
    {
      id: "conduct",
      group: "case",
      keys: ["A"],
      label: t("conduct"),
      when: () => actions.mayFlag,
      run: () => {
        actions.dialog = "conduct";
      },
    },
    { id: "walk", group: "case", keys: ["↑ ↓"], label: t("keys-walk") },
  ];
}

/** The chat where the customer has waited longest against its target. */
export function goToLongest(desk: DeskContext["desk"], actions: Actions): void {
  // Whose answer is about to leave waits no longer: the next words are for somebody else.
  const isAnswered = ({ case_id }: CaseRow) =>
    desk.sender.of(case_id).some((one) => !one.isNote && one.where !== "refused");
  const row = longestWait(
    desk.mine.filter((one) => !isAnswered(one)),
    desk.now,
  );
  if (row) actions.goTo(row);
}

function isInFilledField(): boolean {
  const field = document.activeElement;
  return (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) && field.value !== "";
}

/** F6: from pane to pane in the order the eyes meet them; each has a place where one starts. */
function nextPane(by: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>("[data-pane]")].filter((one) => one.checkVisibility());
  const at = panes.findIndex((one) => one.contains(document.activeElement));
  const next = panes[at < 0 ? 0 : (at + by + panes.length) % panes.length];
  const places = ["[data-pane-start]", "nav a[aria-current=true]", "nav a", "a, button, select, textarea, [tabindex]"];
  for (const place of places) {
    const found = [...(next?.querySelectorAll<HTMLElement>(place) ?? [])].find((one) => one.checkVisibility());
    if (!found) continue;
    found.focus();
    return;
  }
}
