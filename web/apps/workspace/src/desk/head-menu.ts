/** The rest of what can be done to a case: behind "more". */

import type { Texts } from "virtual:texts/desk";
import type { Translate } from "@luukku/texts";
import type { CaseRow, Language } from "@luukku/wire";
import type { MenuItem } from "../parts/Menu.svelte";
import type { Actions } from "./actions.svelte.ts";

export function headMenu(row: CaseRow, actions: Actions, t: Translate<Texts>, language: Language): MenuItem[] {
  const items: MenuItem[] = [];
  const may = actions.on(row);
  if (may.mayCall) {
    const call = () => {
      actions.dialog = "call";
    };
    items.push({ id: "call", label: t("call-mark"), keys: ["S"], run: call });
  }
  if (may.mayPark) {
    const park = () => {
      actions.dialog = "park";
    };
    items.push({ id: "park", label: t("park"), keys: ["P"], run: park });
  }
  if (may.mayEnd) {
    const end = () => {
      actions.dialog = "end";
    };
    items.push({ id: "end", label: t("end-chat", { channel: row.contact.channel }), keys: ["E"], run: end });
  }
  if (may.maySolve) {
    items.push({ id: "refer", label: t("refer"), keys: ["O"], run: () => actions.refer(row) });
  }
  if (may.mayTriage) {
    const triage = () => {
      actions.dialog = "triage";
    };
    items.push({ id: "triage", label: t("triage-do"), keys: ["U"], run: triage });
  }
  if (may.mayFlag) {
    const conduct = () => {
      actions.dialog = "conduct";
    };
    items.push({ id: "conduct", label: t("conduct"), keys: ["A"], run: conduct });
  }
  if (may.mayGiveBack) {
    items.push({ id: "give-back", label: t("give-back"), run: () => void actions.giveBack(row) });
  }
  items.push({ id: "copy", label: t("copy-link"), run: () => void actions.copyLink(row) });
  items.push({
    id: "transcript",
    label: t("transcript"),
    href: `/api/cases/${row.case_id}/transcript?language=${language}`,
  });
  return items;
}

/** In a column, which has no room for their buttons, the other ways as well. */
export function columnMenu(row: CaseRow, actions: Actions, t: Translate<Texts>, language: Language): MenuItem[] {
  const items: MenuItem[] = [];
  const may = actions.on(row);
  if (may.mayTransfer) {
    const transfer = () => {
      actions.dialog = "transfer";
    };
    items.push({ id: "transfer", label: t("transfer"), keys: ["T"], run: transfer });
  }
  if (may.maySolve) items.push({ id: "solve", label: t("solve"), keys: ["R"], run: () => void actions.solve(row) });
  if (may.mayReopen) items.push({ id: "reopen", label: t("reopen"), run: () => void actions.reopen(row) });
  return [...items, ...headMenu(row, actions, t, language)];
}
