/** What the desk has found, as the palette offers it. */

import type { Texts } from "virtual:texts/workspace";
import type { Translate } from "@luukku/texts";
import type { Found, FoundCase, FoundCustomer, FoundWords, Piece } from "@luukku/wire";
import { stateName } from "../cases/state-name.ts";
import type { Actions } from "../desk/actions.svelte.ts";
import { casePath } from "../desk/names.ts";
import { spacedNumber } from "../live/calls.ts";
import type { DeskContext } from "../live/context.ts";
import { agentName, customerName, timeOrDate } from "../parts/words.ts";
import type { Command, Group } from "./commands.ts";
import { rank } from "./match.ts";

export interface Around {
  context: DeskContext;
  actions: Pick<Actions, "seek">;
  t: Translate<Texts>;
  go: (path: string) => void;
}

/** Cases that the desk has found, without those that are offered already. */
export function foundCases(found: Found, query: string, offered: readonly Command[], around: Around): Command[] {
  const { context, t, go } = around;
  const command = (one: FoundCase): Command => ({
    id: `case-${one.number}`,
    label: `${one.number} ${customerName(one.customer, context.t)}`,
    pieces: one.subject,
    more: [clientOf(one.client_id, context), stateName(one.state, t)].filter(Boolean).join(" · "),
    run: () => go(casePath(one.number)),
  });
  const all = found.cases.map(command).filter((one) => offered.every((other) => other.id !== one.id));
  return still(query, all);
}

export function foundCustomers(found: Found, query: string, { context, t, go }: Around): Group {
  const command = (one: FoundCustomer): Command => ({
    id: `customer-${one.customer.customer_id}`,
    label: customerName(one.customer, context.t),
    labelPieces: one.name,
    pieces: one.email,
    more: [
      one.customer.phone && spacedNumber(one.customer.phone),
      clientOf(one.client_id, context),
      t("palette-newest-case", { number: String(one.number) }),
    ]
      .filter(Boolean)
      .join(" · "),
    run: () => go(casePath(one.number)),
  });
  // How a number is written is the desk's to know: it is asked again for every other one.
  const isNumber = /^[\d\s()+./-]{5,}$/.test(query.trim());
  const all = found.customers.map(command);
  const commands = isNumber ? all : still(query, all);
  return { id: "customers", title: t("palette-customers"), commands, isCut: found.has_more_customers };
}

export function foundWords(found: Found, query: string, { context, actions, t, go }: Around): Group {
  const command = (one: FoundWords): Command => {
    const by =
      one.agent_id == null
        ? t("palette-customer-said")
        : t(one.is_aside ? "palette-said-aside" : one.is_note ? "palette-noted" : "palette-said", {
            name: agentName(context.desk.agents, one.agent_id, context.t),
          });
    return {
      id: `words-${one.id}`,
      label: `${one.number} ${customerName(one.customer, context.t)}`,
      more: [by, timeOrDate(one.at, context.desk.now, context.language())].join(" · "),
      text: one.text,
      run: () => {
        if (one.is_aside) {
          context.desk.composer(one.case_id).turn("side");
          go(casePath(one.number));
        } else actions.seek(one.case_id, one.number, one.id);
      },
    };
  };
  const commands = still(query, found.words.map(command));
  return { id: "words", title: t("palette-words"), commands, isCut: found.has_more_words };
}

/** Those that still answer when more has been typed since they were found. */
function still(query: string, commands: Command[]): Command[] {
  const shown = (one: Command) =>
    [
      one.label,
      ...(one.labelPieces ?? []).map(textOf),
      ...(one.pieces ?? []).map(textOf),
      ...(one.text ?? []).map(textOf),
    ].join(" ");
  return commands.filter((one) => rank(query, shown(one)) !== null);
}

const textOf = (piece: Piece): string => piece.text;

function clientOf(id: string, { desk }: DeskContext): string {
  return desk.clients.get(id)?.name ?? "";
}
