/** What the client asks of its customers, folded, for who wants to read it before the first words (CC-18). */
import { el, isolated } from "./dom";
import type { Scene } from "./scene";

/** Drawn anew it stays as it was left: nobody's page folds while they read. */
let isOpen = false;

export function houseRules({ t, widget, language }: Pick<Scene, "t" | "widget" | "language">): HTMLElement[] {
  const words = widget.rules[language];
  if (words === "") return [];
  const lines = words.split("\n").map((line) => el("p", { class: "soft" }, isolated(line)));
  const fold = el("details", { open: isOpen }, el("summary", { class: "link", id: "rules" }, t("rules")), ...lines);
  fold.addEventListener("toggle", () => {
    isOpen = fold.open;
  });
  return [fold];
}
