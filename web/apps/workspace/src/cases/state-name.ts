import type { Texts } from "virtual:texts/workspace";
import type { Translate } from "@luukku/texts";
import type { CaseState } from "@luukku/wire";

export function stateName(state: CaseState, t: Translate<Texts>): string {
  switch (state) {
    case "new":
      return t("state-new");
    case "open":
      return t("state-open");
    case "waiting_for_customer":
      return t("state-waiting-for-customer");
    case "waiting_for_others":
      return t("state-waiting-for-others");
    case "solved":
      return t("state-solved");
    case "closed":
      return t("state-closed");
  }
}
