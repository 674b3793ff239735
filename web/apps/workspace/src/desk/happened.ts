/** The quiet line that tells what happened in a case. */

import type { Texts } from "virtual:texts/desk";
import type { Translate } from "@luukku/texts";
import type { CaseRow, Channel, ContactBrief, Language } from "@luukku/wire";
import { figure } from "../live/clock.ts";
import type { LiveDesk } from "../live/desk.svelte.ts";
import { unreachable } from "../live/state.ts";
import { agentName, firstName } from "../parts/words.ts";
import { labelName, labelNames } from "./labels.ts";
import { stateName } from "./names.ts";
import { callTime, promiseTime } from "./promise-time.ts";
import type { Event } from "./thread.ts";
import { estimateName, pathName } from "./triage.ts";

export interface Told {
  words: string;
  /** Said with weight: a page, a name, a state. */
  strong: string;
}

export function happened(
  event: Event,
  row: Pick<CaseRow, "customer" | "client_id"> & { contact: Pick<CaseRow["contact"], "channel"> },
  contacts: readonly ContactBrief[],
  desk: LiveDesk,
  t: Translate<Texts>,
  language: Language,
): Told {
  const customer = firstName(row.customer, t);
  const name = (id: string | null | undefined) => agentName(desk.agents, id, t);
  const isMe = (id: string | null | undefined) => id != null && id === desk.me?.agent_id;
  // A case may have had chats and left messages: each line speaks of its own.
  const channelOf = (id: string): Channel =>
    contacts.find((one) => one.contact_id === id)?.channel ?? row.contact.channel;
  const channelAt = (at: number): Channel =>
    contacts.findLast((one) => one.started_at <= at)?.channel ?? row.contact.channel;
  switch (event.kind) {
    case "contact_started":
      if (event.channel === "call_back") return byRule(told(t("happened-call-asked", { customer })), event.by_rule, t);
      if (event.channel === "message") return byRule(told(t("happened-left-message", { customer })), event.by_rule, t);
      return byRule(
        event.start_page
          ? told(t("happened-started-on", { customer }), pageName(event.start_page))
          : told(t("happened-started", { customer })),
        event.by_rule,
        t,
      );
    case "taken": {
      const channel = channelOf(event.contact_id);
      if (event.exceeds != null) {
        const words = isMe(event.by) ? t("happened-exceeded-me") : t("happened-exceeded", { agent: name(event.by) });
        return told(words, t(`exceed-because-${event.exceeds}`));
      }
      return told(
        isMe(event.by) ? t("happened-taken-me", { channel }) : t("happened-taken", { agent: name(event.by), channel }),
      );
    }
    case "taken_back": {
      const channel = channelOf(event.contact_id);
      const agent = name(event.from);
      if (event.reason === "agent_gone") {
        return told(
          isMe(event.from) ? t("happened-back-gone-me", { channel }) : t("happened-back-gone", { agent, channel }),
        );
      }
      if (event.reason === "customer_wrote") return told(t("happened-back-wrote", { customer, channel }));
      if (event.reason === "no_longer_answers") return told(t("happened-back-left", { agent, channel }));
      const by = { agent: name(event.by), channel };
      return told(isMe(event.by) ? t("happened-back-given-me", { channel }) : t("happened-back-given", by));
    }
    case "offered":
      return told(isMe(event.to) ? t("happened-offered-me") : t("happened-offered", { agent: name(event.to) }));
    case "offer_ended": {
      const why = { why: event.why, agent: name(event.to) };
      return told(isMe(event.to) ? t("happened-offer-ended-me", why) : t("happened-offer-ended", why));
    }
    case "freed_from_team":
      return told(t("happened-freed", { team: desk.teams.get(event.team_id)?.name ?? "" }));
    case "overflowed":
      return told(t("happened-overflowed"), desk.teams.get(event.to_team)?.name ?? t("team-is-removed"));
    case "answer_target_missed":
      return told(t("happened-target-missed", { target: figure(event.target_s * 1000) }));
    case "flagged":
      return told(isMe(event.by) ? t("happened-flagged-me") : t("happened-flagged", { agent: name(event.by) }));
    case "blocked": {
      const hours = Math.round((event.until - event.at) / 3_600_000);
      const howLong = t("conduct-how-long", { howLong: hours <= 1 ? "hour" : hours <= 24 ? "day" : "week" });
      return told(
        isMe(event.by) ? t("happened-blocked-me") : t("happened-blocked", { agent: name(event.by) }),
        howLong,
      );
    }
    case "transferred": {
      const channel = channelOf(event.contact_id);
      const to = event.to_agent ? name(event.to_agent) : (desk.teams.get(event.to_team ?? "")?.name ?? "");
      const by = { agent: name(event.by), channel };
      return told(isMe(event.by) ? t("happened-transferred-me", { channel }) : t("happened-transferred", by), to);
    }
    case "contact_ended": {
      const channel = channelOf(event.contact_id);
      if (event.by === "customer") return told(t("happened-ended-customer", { customer, channel }));
      if (event.by === "call_back") return told(t("happened-ended-call", { customer }));
      if (event.by === "silence") return told(t("happened-ended-silence", { channel }));
      const agent = name(event.agent_id);
      return told(
        isMe(event.agent_id) ? t("happened-ended-me", { channel }) : t("happened-ended-agent", { agent, channel }),
      );
    }
    case "contact_resumed": {
      const channel = channelOf(event.contact_id);
      const by = { agent: name(event.by), channel };
      return told(isMe(event.by) ? t("happened-resumed-me", { channel }) : t("happened-resumed", by));
    }
    case "state_changed":
      if (event.by == null && event.from === "solved") return told(t("happened-reopened", { customer }));
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
    case "raised_to_lead":
      return told(t("happened-raised", { count: event.handovers }));
    case "parked": {
      const when = promiseTime(event.until, event.at, desk.clients.get(row.client_id), language, t);
      const channel = channelOf(event.contact_id);
      const by = { agent: name(event.by), channel };
      return told(isMe(event.by) ? t("happened-parked-me", { channel }) : t("happened-parked", by), when);
    }
    case "promise_kept":
      // Nobody may have been reached: what was promised is that they are called, whoever promised it.
      if (event.by == null || channelAt(event.at) === "call_back") return told(t("happened-kept-call"));
      return told(isMe(event.by) ? t("happened-kept-me") : t("happened-kept", { agent: name(event.by) }));
    case "promise_broken": {
      const when = promiseTime(event.until, event.at, desk.clients.get(row.client_id), language, t);
      if (event.by == null) return told(t("happened-broken-call"), when);
      const channel = channelAt(event.at);
      const by = { agent: name(event.by), channel };
      return told(isMe(event.by) ? t("happened-broken-me", { channel }) : t("happened-broken", by), when);
    }
    case "triaged": {
      const words = isMe(event.by) ? t("happened-triaged-me") : t("happened-triaged", { agent: name(event.by) });
      return told(words, `${estimateName(event.triage, t)} · ${pathName(event.triage.path, t)}`);
    }
    case "call_ordered": {
      const promise = { by: null, from: event.from ?? null, until: event.until, is_broken: false };
      return told(
        t("happened-call-promised"),
        callTime(promise, event.at, desk.clients.get(row.client_id), language, t),
      );
    }
    case "called":
      return told(isMe(event.by) ? t("happened-called-me") : t("happened-called", { agent: name(event.by) }));
    case "not_reached": {
      const by = { agent: name(event.by), count: event.tries };
      return told(
        isMe(event.by) ? t("happened-not-reached-me", { count: event.tries }) : t("happened-not-reached", by),
      );
    }
    case "referred": {
      const { reason, place_id } = event.referral;
      const place = labelName(place_id, desk.clients.get(row.client_id)) ?? t("referral-in-note");
      const because = { reason, agent: name(event.by) };
      return told(isMe(event.by) ? t("happened-referred-me", because) : t("happened-referred", because), place);
    }
    case "labelled": {
      const names = labelNames(event, desk.clients.get(row.client_id)).join(", ");
      if (names === "")
        return told(isMe(event.by) ? t("happened-unlabelled-me") : t("happened-unlabelled", { agent: name(event.by) }));
      return told(
        isMe(event.by) ? t("happened-labelled-me") : t("happened-labelled", { agent: name(event.by) }),
        names,
      );
    }
    default:
      return unreachable(event);
  }
}

/** The same with the rule that said what it needs. */
function byRule(what: Told, rule: string | null | undefined, t: Translate<Texts>): Told {
  if (rule == null) return what;
  return told(`${[what.words, what.strong].filter(Boolean).join(" ")} · ${t("happened-by-rule")}`, rule);
}

function told(words: string, strong = ""): Told {
  return { words, strong };
}

/** A page as people would name it: without scheme, `www` and a slash at the end. */
export function pageName(page: string): string {
  return page.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
}
