/** What tests are given: the smallest widget, conversation and entries that are whole. */
import type { Conversation, CustomerEntry, Standing, Widget } from "../src/shapes";

export function widget(): Widget {
  return {
    name: "Koskelan yliopisto",
    desk_name: "IT-tuki",
    languages: ["fi", "sv", "en"],
    time_zone: "Europe/Helsinki",
    week: [[], [], [], [], [], [], []],
    exceptions: [],
    call_back: false,
    availability: { open: true, closed_in: [], when_closed: "message" as const },
    rules: { fi: "", sv: "", en: "" },
    matters: [],
    file_limit_bytes: 10_000_000,
    text_limit: 8000,
    now: 0,
  };
}

export function standing(state: Standing["state"] = "waiting"): Standing {
  return {
    contact_id: "c",
    channel: "chat",
    state,
    solved: false,
    referred: false,
    answered_by: null,
    waiting_since: 0,
    may_write: true,
    blocked_until: null,
  };
}

export const started = (seq: number, caseNumber = 4821): CustomerEntry => ({
  seq,
  at: seq * 1000,
  kind: "started",
  case_number: caseNumber,
});

export const said = (seq: number, id: string, by: "me" | "agent" | "automatic" = "me"): CustomerEntry => ({
  seq,
  at: seq * 1000,
  kind: "message",
  message_id: id,
  by,
  first_name: by === "agent" ? "Aino" : null,
  text: id,
  attachments: [],
});

export function conversation(entries: CustomerEntry[], caseNumber = 4821): Conversation {
  return {
    epoch: "e1",
    case_number: caseNumber,
    standing: standing(),
    entries,
    seq: entries.at(-1)?.seq ?? 0,
    desk_read_seq: 0,
    read_seq: 0,
  };
}
