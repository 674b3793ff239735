/** What the page of a client's categories and tags holds, and what is wrong with it. */
import type { Problem } from "@luukku/wire";
import { newId } from "../../live/ids.ts";
import type { ClientLabels, Label, LabelKind, Worded } from "../wire.ts";

/** The form's fields are the lists as they stand on the page; one that was added is not kept yet. */
export type LabelFields = Record<LabelKind, readonly Label[]> & { requires: ClientLabels["requires"] };

export function fieldsOf({ labels, requires }: ClientLabels): LabelFields {
  const of = (kind: LabelKind) => labels.filter((label) => label.kind === kind);
  return { category: of("category"), tag: of("tag"), place: of("place"), remedy: of("remedy"), requires };
}

/** In the order of the page. */
export const KINDS: readonly LabelKind[] = ["category", "tag", "place", "remedy"];

export const labelsIn = (fields: LabelFields): Label[] => KINDS.flatMap((kind) => fields[kind]);

/** An added one without a name was not meant. */
export function sent(fields: LabelFields, kept: ReadonlySet<string>): ClientLabels {
  const labels = labelsIn(fields).filter((label) => kept.has(label.label_id) || label.name.trim() !== "");
  return { labels, requires: fields.requires };
}

export function added(kind: LabelKind): Label {
  return { label_id: newId(), kind, name: "", retired: false, offered: null };
}

/** No words of its own: customers read the category's name. */
export const NO_WORDS: Worded = { fi: "", sv: "", en: "" };

/** Whether customers can be offered it: a category that is in use. */
export const canBeOffered = (label: Label) => label.kind === "category" && !label.retired;

export const fieldId = (label: Label) => `label-${label.label_id}`;

/** What the desk says of the label in a place of the list, at that label's own field. */
export function byLabel(problem: Problem | null, labels: readonly Label[]): Problem | null {
  if (problem?.fields == null) return problem;
  const at = new Map(labels.map((label, place) => [`labels.${place}`, fieldId(label)]));
  return { ...problem, fields: problem.fields.map((one) => ({ ...one, field: at.get(one.field) ?? one.field })) };
}

/** Sentences by field: a kept label without a name, and a name that stands twice in its kind. */
export function wrongIn(
  fields: LabelFields,
  kept: ReadonlySet<string>,
  say: { empty: string; twice: string },
): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const kind of KINDS) {
    const list = fields[kind];
    const names = new Set<string>();
    for (const label of list) {
      const name = label.name.trim().toLowerCase();
      if (name === "" && kept.has(label.label_id)) wrong[fieldId(label)] = say.empty;
      else if (name !== "" && names.has(name)) wrong[fieldId(label)] = say.twice;
      names.add(name);
    }
  }
  return wrong;
}
