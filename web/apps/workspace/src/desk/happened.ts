/** The quiet line that tells what happened in a case. */

import type { Texts } from "virtual:texts/desk";
import type { Translate } from "@luukku/texts";
import type { CaseRow } from "@luukku/wire";
import type { LiveDesk } from "../live/desk.svelte.ts";
import { unreachable } from "../live/state.ts";
import { agentName, firstName } from "../parts/words.ts";
import { stateName } from "./names.ts";
import type { Event } from "./thread.ts";

export interface Told {
  words: string;
  /** Said with weight: a page, a name, a state. */
  strong: string;
}

export function happened(event: Event, row: CaseRow, desk: LiveDesk, t: Translate<Texts>): Told {
  const customer = firstName(row.customer, t);
  const name = (id: string | null | undefined) => agentName(desk.agents, id, t);
  const isMe = (id: string | null | undefined) => id != null && id === desk.me?.agent_id;
  switch (event.kind) {
    case "contact_started":
      if (event.channel === "message") return told(t("happened-left-message", { customer }));
      return event.start_page
        ? told(t("happened-started-on", { customer }), pageName(event.start_page))
        : told(t("happened-started", { customer }));
    case "taken":
      return told(isMe(event.by) ? t("happened-taken-me") : t("happened-taken", { agent: name(event.by) }));
    case "taken_back":
      if (event.reason === "agent_gone") {
        return told(
          isMe(event.from) ? t("happened-back-gone-me") : t("happened-back-gone", { agent: name(event.from) }),
        );
      }
      return told(
        isMe(event.from) ? t("happened-back-given-me") : t("happened-back-given", { agent: name(event.from) }),
      );
    case "transferred": {
      const to = event.to_agent ? name(event.to_agent) : (desk.teams.get(event.to_team ?? "")?.name ?? "");
      return told(
        isMe(event.by) ? t("happened-transferred-me") : t("happened-transferred", { agent: name(event.by) }),
        to,
      );
    }
    case "contact_ended":
      if (event.by === "customer") return told(t("happened-ended-customer", { customer }));
      if (event.by === "silence") return told(t("happened-ended-silence"));
      return told(
        isMe(event.agent_id) ? t("happened-ended-me") : t("happened-ended-agent", { agent: name(event.agent_id) }),
      );
    case "state_changed":
      return told(
        isMe(event.by) ? t("happened-state-me") : t("happened-state", { agent: name(event.by) }),
        stateName(event.to, t),
      );
    case "owner_changed":
      return told(t("happened-owner"), event.to ? name(event.to) : t("nobody"));
    case "subject_changed":
      return told(
        isMe(event.by) ? t("happened-subject-me") : t("happened-subject", { agent: name(event.by) }),
        event.subject,
      );
    default:
      return unreachable(event);
  }
}

function told(words: string, strong = ""): Told {
  return { words, strong };
}

/** A page as people would name it: without scheme, `www` and a slash at the end. */
export function pageName(page: string): string {
  return page.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
}
