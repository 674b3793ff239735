/** What stands before the first words: what the client asks of its customers, and what the matter is about (NV-08). */
import { el } from "./dom";
import { houseRules } from "./rules";
import type { Acts, Scene } from "./scene";

export function beforeWords(scene: Scene, acts: Acts): HTMLElement[] {
  return [...houseRules(scene), ...matterField(scene, acts)];
}

/** The contact after which it was chosen: the next matter is another one. */
let chosenAfter: string | undefined;

function matterField({ t, widget, language, talk }: Scene, acts: Acts): HTMLElement[] {
  if (widget.matters.length === 0) return [];
  const after = talk.standing?.contact_id;
  if (after !== chosenAfter) acts.visit.category_id = undefined;
  const choices = widget.matters.map(({ category_id, name }) => el("option", { value: category_id }, name[language]));
  const select = el(
    "select",
    { id: "matter", class: "field" },
    el("option", { value: "" }, t("matter-none")),
    ...choices,
  );
  select.value = acts.visit.category_id ?? "";
  select.addEventListener("change", () => {
    chosenAfter = after;
    // It goes with the page from which the words come.
    acts.visit.category_id = select.value || undefined;
    // Whether anybody is there who knows it may differ from one matter to another.
    acts.changed();
  });
  return [el("p", { class: "matter" }, el("label", { for: "matter" }, el("b", {}, t("matter"))), select)];
}
