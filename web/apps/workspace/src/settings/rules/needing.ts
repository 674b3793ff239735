import type { ClientRow } from "@luukku/wire";
import { ask } from "../../live/api.ts";
import type { RoutingRule } from "../wire.ts";
import type { RulesFields } from "./rules-form.ts";

/** Each rule that hangs on something, with its client: ”Laskut osaajalle” (Havuvaara). A client whose rules cannot be read is left out. */
export async function rulesNeeding(
  clients: Iterable<ClientRow>,
  hangsOnIt: (rule: RoutingRule) => boolean,
): Promise<string> {
  const found = await Promise.all(
    [...clients].map(async ({ client_id, name }) => {
      const answer = await ask<RulesFields>("GET", `/api/clients/${client_id}/routing-rules`);
      const rules = answer.ok ? answer.value.rules.filter(hangsOnIt) : [];
      return rules.map((rule) => `”${rule.name}” (${name})`);
    }),
  );
  return found.flat().join(", ");
}
