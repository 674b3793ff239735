/** Rules, and what came of them, in words. */
import type { LiveDesk } from "../../live/desk.svelte.ts";
import { unreachable } from "../../live/state.ts";
import { LANGUAGE_NAMES } from "../prepared/groups.ts";
import type { T } from "../texts.ts";
import type { CustomerIs, Dropped, Label, PageHow, RoutingRule, RuleJudged, RulesTried } from "../wire.ts";

type Names = Pick<LiveDesk, "skills" | "teams">;

/** When it matches: "ruotsi · sivu tai sen alasivu /palkka". The labels are those of its client. */
export function whenWords(rule: RoutingRule, labels: readonly Label[], t: T): string {
  const languages = rule.languages.map((one) => LANGUAGE_NAMES[one]).join(", ");
  const page = rule.page == null ? "" : `${pageHow(rule.page.how, t).toLowerCase()} ${rule.page.text}`;
  const customer = rule.customer == null ? "" : customerIs(rule.customer, t).toLowerCase();
  const categories = labels.filter((one) => rule.category_ids?.includes(one.label_id)).map((one) => one.name);
  const chose = categories.length === 0 ? "" : t("rule-chose", { names: categories.join(", ") });
  return [languages, page, customer, chose].filter(Boolean).join(" · ") || t("rule-always");
}

/** What it asks for; what has been removed is told as that. */
export function asksWords(
  asks: Pick<RoutingRule, "skill_id" | "level" | "priority" | "team_id">,
  desk: Names,
  t: T,
): string {
  const skill = asks.skill_id == null ? "" : (desk.skills.get(asks.skill_id)?.name ?? t("rule-skill-removed"));
  const team = asks.team_id == null ? "" : (desk.teams.get(asks.team_id)?.name ?? t("rule-team-removed"));
  return [skill, levelWords(asks.level, t), priorityWords(asks.priority, t), team].filter(Boolean).join(" · ");
}

function levelWords(level: number | null | undefined, t: T): string {
  if (level == null || level <= 1) return "";
  return t(level === 2 ? "rule-level-fluent" : "rule-level-native");
}

function priorityWords(priority: number | null | undefined, t: T): string {
  if (priority === 1) return t("priority-first");
  return priority === 3 ? t("priority-last") : "";
}

export function pageHow(how: PageHow, t: T): string {
  return t(how === "under" ? "rule-page-under" : "rule-page-containing");
}

export function customerIs(is: CustomerIs, t: T): string {
  return t(is === "known" ? "rule-customer-known" : "rule-customer-new");
}

/** Why a rule asks for nothing of this. */
export function inVainWords(what: Dropped, t: T): string {
  switch (what) {
    case "team":
      return t("rule-in-vain-team");
    case "skill":
      return t("rule-in-vain-skill");
    case "level":
      return t("rule-in-vain-level");
    default:
      return unreachable(what);
  }
}

/** Which rules above it always come first; nothing where there are none. */
export function neverWords(instead: readonly { place: number; name: string }[], t: T): string {
  const names = instead.map(({ place, name }) => `${place}.\u00a0${name}`).join(", ");
  return instead.length === 0 ? "" : t("rule-never", { count: instead.length, names });
}

export function judgedWords(judged: RuleJudged["judged"], t: T): string {
  switch (judged) {
    case "decides":
      return t("judged-decides");
    case "too_late":
      return t("judged-too-late");
    case "language":
      return t("judged-language");
    case "page":
      return t("judged-page");
    case "customer":
      return t("judged-customer");
    case "category":
      return t("judged-category");
    default:
      return unreachable(judged);
  }
}

/** What an imagined contact would need. */
export function neededWords(tried: RulesTried, desk: Names, t: T): string {
  const asks = { ...tried, team_id: tried.routing.for_team ?? null };
  return asksWords(asks, desk, t) || t("trial-needs-nothing");
}
