/** Small pieces of a desk for tests. */
import type { AgentWelcome, CaseRow, ClientSpeech, ContactRow, Entry, MessageEntry } from "@luukku/wire";

export const AINO = "aino";
export const BENGT = "bengt";

export function row(id: string, seq: number, contact: Partial<ContactRow> = {}, more: Partial<CaseRow> = {}): CaseRow {
  return {
    case_id: id,
    number: 4821,
    seq,
    client_id: "it",
    state: "open",
    customer: { customer_id: "kaisa", name: "Kaisa Lehtonen", visitor_number: 212, verified: false, typed: false },
    opened_at: 0,
    changed_at: 0,
    unread: 0,
    tag_ids: [],
    handovers: 0,
    contact: {
      contact_id: `contact-${id}`,
      channel: "chat",
      tries: 0,
      state: "taken",
      language: "fi",
      started_at: 0,
      waiting_since: 0,
      held_by: AINO,
      luukku: 1,
      also_for: [],
      needs: { level: 1, skill_id: null, priority: 2 },
      answer_target_s: 60,
      turn_since: 0,
      ...contact,
    },
    ...more,
  };
}

/** A client without any choices about how its desk speaks. */
export const NO_SPEECH: ClientSpeech = {
  greeting: [],
  closing: [],
  agent_rules: null,
  warning: { fi: "", sv: "", en: "" },
  style: "",
  avoid: [],
  emoji: "allow",
};

export function said(seq: number, more: Partial<MessageEntry> = {}): Entry {
  return {
    seq,
    at: seq * 1000,
    kind: "message",
    message_id: `message-${seq}`,
    contact_id: "contact-a",
    by: "customer",
    text: `words ${seq}`,
    masked: [],
    attachments: [],
    ...more,
  };
}

export function welcome(active: CaseRow[], epoch = "first"): { type: "welcome" } & AgentWelcome {
  return {
    type: "welcome",
    epoch,
    now: 0,
    me: {
      agent_id: AINO,
      name: "Aino Mäkelä",
      email: "aino@example.fi",
      role: "agent",
      organisation: "Koskela",
      language: "fi",
      sound: true,
      notifications: true,
      shortcuts: true,
    },
    agents: [],
    teams: [
      { team_id: "it-team", name: "Tuki", is_self_directed: false, client_ids: ["it"], agent_ids: [AINO, BENGT] },
    ],
    clients: [],
    active,
    today: [],
    drafts: [],
    limits: { text: 8000, files: 10, file_bytes: 10_485_760 },
    prepared: [],
    mentions: [],
    on_page: [],
    skills: [],
    message_weight: 25,
    proposals: [],
  };
}
