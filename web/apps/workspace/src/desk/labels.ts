/** The categories and tags of a case: what can be put on it, what it lacks, what they are called. */
import type { CaseRow, ClientRow, Label, LabelKind, SetLabels } from "@luukku/wire";
import { found } from "../palette/match.ts";

type Sorted = Pick<CaseRow, "category_id" | "tag_ids">;
type Sorting = Pick<ClientRow, "labels" | "requires">;

/** What solving asks for and the case does not have yet. Of what there is nothing to choose from, nothing is asked. */
export function missing(row: Sorted, client: Sorting | undefined): LabelKind[] {
  const offers = (kind: LabelKind) => client?.labels.some((one) => one.kind === kind && !one.retired);
  const kinds: LabelKind[] = [];
  if (client?.requires.category && row.category_id == null && offers("category")) kinds.push("category");
  if (client?.requires.tag && row.tag_ids.length === 0 && offers("tag")) kinds.push("tag");
  return kinds;
}

export function has(row: Sorted, label: Label): boolean {
  return label.kind === "category" ? row.category_id === label.label_id : row.tag_ids.includes(label.label_id);
}

/** Whether it says what a case is about; the other kinds say where customers are sent ({@link file://./referral.ts}). */
export const isSorting = (label: Label) => label.kind === "category" || label.kind === "tag";

/** What can be chosen: what is in use, and what the case has, by kind, as the query finds it. */
export function choosable(query: string, row: Sorted, client: Sorting | undefined): Label[] {
  const all = (client?.labels ?? []).filter((one) => isSorting(one) && (!one.retired || has(row, one)));
  const hits = found(query.replace(/^#/, ""), all, (one) => one.name);
  return [...hits.filter((one) => one.kind === "category"), ...hits.filter((one) => one.kind === "tag")];
}

/** The case's labels after one was chosen: a category takes the place of the other, a tag goes on or off. */
export function chosen(row: Sorted, label: Label): SetLabels {
  const { label_id } = label;
  const category_id = row.category_id ?? null;
  if (label.kind === "category") {
    return { category_id: category_id === label_id ? null : label_id, tag_ids: [...row.tag_ids] };
  }
  const without = row.tag_ids.filter((one) => one !== label_id);
  return { category_id, tag_ids: without.length < row.tag_ids.length ? without : [...row.tag_ids, label_id] };
}

/** What a label of the client is called, retired or not. */
export function labelName(
  id: string | null | undefined,
  client: Pick<ClientRow, "labels"> | undefined,
): string | undefined {
  return id == null ? undefined : client?.labels.find((one) => one.label_id === id)?.name;
}

/** The names of what a case is sorted by: its category, then its tags as people write them. */
export function labelNames(sorted: Sorted, client: Sorting | undefined): string[] {
  const category = labelName(sorted.category_id, client);
  const tags = sorted.tag_ids.map((id) => labelName(id, client)).map((one) => one && `#${one}`);
  return [category, ...tags].filter((one) => one !== undefined);
}
