/** What the page of a client's rules holds, what is wrong with it, and how it goes onto what a colleague has saved meanwhile. */
import { newId } from "../../live/ids.ts";
import type { ClientRules, Label, RoutingRule } from "../wire.ts";

/** The desk takes no more. */
export const MOST = 50;

export interface RulesFields {
  rules: readonly RoutingRule[];
}

/**
 * The rules that decide instead of `rule`, with their places in `rules`, as the desk told of `kept`. Nothing where one of them
 * or their order is another now: whether it is still so is known when they are saved.
 */
export function insteadOf(
  rule: RoutingRule,
  rules: readonly RoutingRule[],
  kept: Pick<ClientRules, "rules" | "never_reached">,
): { place: number; name: string }[] {
  const ids = kept.never_reached.find((one) => one.rule_id === rule.rule_id)?.above ?? [];
  const place = rules.indexOf(rule);
  const isAsSaved = (one: RoutingRule) => kept.rules.some((saved) => JSON.stringify(saved) === JSON.stringify(one));
  const found = rules.flatMap((one, at) =>
    at < place && ids.includes(one.rule_id) && isAsSaved(one) ? [{ place: at + 1, name: one.name }] : [],
  );
  return isAsSaved(rule) && found.length === ids.length ? found : [];
}

export function newRule(): RoutingRule {
  return {
    rule_id: newId(),
    name: "",
    languages: [],
    page: null,
    customer: null,
    category_ids: [],
    level: null,
    skill_id: null,
    priority: null,
    team_id: null,
  };
}

export const fieldId = (rule: RoutingRule, field: string) => `${rule.rule_id}.${field}`;

/** What customers of the client can choose now. */
export function offeredIn(labels: readonly Label[]): Label[] {
  return labels.filter((one) => one.kind === "category" && !one.retired && one.offered != null);
}

/** What a rule can ask to have been chosen: what customers are offered, and what stands in the rule already. */
export function categoriesFor(rule: RoutingRule, labels: readonly Label[]): { label: Label; isOffered: boolean }[] {
  const offered = new Set(offeredIn(labels));
  const has = new Set(rule.category_ids);
  return labels
    .filter((label) => offered.has(label) || has.has(label.label_id))
    .map((label) => ({ label, isOffered: offered.has(label) }));
}

/** Sentences by field, in the order of the page. */
export function wrongIn(
  { rules }: RulesFields,
  say: { name: string; page: string; path: string },
): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const rule of rules) {
    if (rule.name.trim() === "") wrong[fieldId(rule, "name")] = say.name;
    if (rule.page == null) continue;
    const text = rule.page.text.trim();
    if (text === "") wrong[fieldId(rule, "page")] = say.page;
    else if (rule.page.how === "under" && !text.startsWith("/")) wrong[fieldId(rule, "page")] = say.path;
  }
  return wrong;
}

/** The rule one place up or down; the same list where there is no such place. */
export function moved(rules: readonly RoutingRule[], id: string, by: -1 | 1): readonly RoutingRule[] {
  const from = rules.findIndex((one) => one.rule_id === id);
  const rule = rules[from];
  const to = from + by;
  if (rule === undefined || to < 0 || to >= rules.length) return rules;
  return rules.toSpliced(from, 1).toSpliced(to, 0, rule);
}

const same = (a: RoutingRule, b: RoutingRule) => JSON.stringify(a) === JSON.stringify(b);
const idsOf = (rules: readonly RoutingRule[]) => rules.map((one) => one.rule_id);

/** Whether a colleague has changed or removed a rule that I have changed or removed otherwise: nobody can put those together. */
export function clash(
  kept: readonly RoutingRule[],
  mine: readonly RoutingRule[],
  latest: readonly RoutingRule[],
): boolean {
  const [here, there] = [mine, latest].map((rules) => new Map(rules.map((one) => [one.rule_id, JSON.stringify(one)])));
  return kept.some((rule) => {
    const [was, my, their] = [JSON.stringify(rule), here?.get(rule.rule_id), there?.get(rule.rule_id)];
    return my !== was && their !== was && my !== their;
  });
}

/** What I have changed, put onto what the desk has `latest`: a colleague's rules, changes and removals stay where I did nothing. */
export function onto(
  kept: readonly RoutingRule[],
  mine: readonly RoutingRule[],
  latest: readonly RoutingRule[],
): readonly RoutingRule[] {
  const before = new Map(kept.map((one) => [one.rule_id, one]));
  const now = new Map(latest.map((one) => [one.rule_id, one]));
  const wanted = new Map<string, RoutingRule>();
  for (const rule of mine) {
    const was = before.get(rule.rule_id);
    const theirs = was && same(was, rule) ? now.get(rule.rule_id) : rule;
    if (theirs) wanted.set(rule.rule_id, theirs);
  }
  const theirNew = latest.filter((one) => !before.has(one.rule_id) && !wanted.has(one.rule_id));
  for (const rule of theirNew) wanted.set(rule.rule_id, rule);
  const mineIds = idsOf(mine);
  const keptOrder = idsOf(kept).filter((id) => mineIds.includes(id));
  const haveMoved = mineIds.slice(0, keptOrder.length).join() !== keptOrder.join();
  const order = haveMoved ? [...mineIds, ...idsOf(latest)] : [...idsOf(latest), ...mineIds];
  return [...new Set(order)].flatMap((id) => wanted.get(id) ?? []);
}
