/** How the desk would choose who gets a waiting chat, in words. Decides nothing: the desk has. */
import type { Texts } from "virtual:texts/desk";
import type { Translate } from "@luukku/texts";
import type { RoutedAgent, Routing } from "@luukku/wire";
import { unreachable } from "../live/state.ts";
import { duration } from "../parts/words.ts";

type T = Translate<Texts>;

/** What it comes to: one sentence above the lines. */
export function outcome(routing: Routing, nameOf: (id: string) => string, t: T): string {
  if (!routing.waits) return t("routing-waits-not");
  if (routing.agents.length === 0) return t("routing-nobody-here");
  if (routing.offered_to != null) return t("routing-offered", { agent: nameOf(routing.offered_to) });
  if (routing.chosen != null) return t("routing-chosen", { agent: nameOf(routing.chosen) });
  const isByHand = routing.agents.some((one) => one.step === "takes_by_hand");
  return isByHand ? t("routing-by-hand") : t("routing-nobody");
}

/** How one agent was judged. `now` is the server's clock. */
export function judgement(one: RoutedAgent, routing: Routing, now: number, t: T): string {
  switch (one.step) {
    case "may_have_it": {
      const time = duration(Math.max(0, now - one.idle_since), t);
      const may = t("routing-may", { count: one.chats, time });
      return one.was_last ? `${t("routing-was-last")}, ${may}` : may;
    }
    case "let_it_pass":
      return t("routing-passed");
    case "takes_by_hand":
      return t("routing-takes");
    case "offered_to_another":
      return t("routing-elsewhere");
    case "full":
      return t("routing-full");
    case "absent":
      return t("routing-absent");
    case "skill":
      return t("routing-skill");
    case "level":
      return t("routing-level");
    case "language":
      return t("routing-language");
    case "other_client":
      if (routing.also_for.length > 0) return t("routing-teams");
      return routing.for_team == null ? t("routing-client") : t("routing-team");
    default:
      return unreachable(one);
  }
}
