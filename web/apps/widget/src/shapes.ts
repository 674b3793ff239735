/**
 * What travels between the widget and the desk. The same words as in `crates/wire`, where every field is explained;
 * only what the widget reads or sends is here.
 */
export type Language = "fi" | "sv" | "en";

export interface OpenSlot {
  from_minute: number;
  to_minute: number;
}

export interface OpenException {
  date: string;
  slots: OpenSlot[];
  name?: string | null;
}

export interface Availability {
  open: boolean;
  reason?: "hours" | "nobody_present" | "queue_full" | "by_hand" | null;
  next_opening_at?: number | null;
  closes_at?: number | null;
}

export interface Widget {
  name: string;
  desk_name?: string | null;
  languages: Language[];
  colour?: string | null;
  time_zone: string;
  week: OpenSlot[][];
  exceptions: OpenException[];
  availability: Availability;
  typical_answer_s?: number | null;
  file_limit_bytes: number;
  text_limit: number;
  now: number;
}

export interface Attachment {
  attachment_id: string;
  name: string;
  media_type: string;
  size_bytes: number;
  shown: "picture" | "download";
  width?: number | null;
  height?: number | null;
}

export interface Standing {
  contact_id: string;
  state: "waiting" | "taken" | "ended";
  solved: boolean;
  answered_by?: string | null;
  waiting_since?: number | null;
  may_write: boolean;
}

export interface QueuePlace {
  place: number;
  estimate_s?: number | null;
}

export interface CustomerMessage {
  message_id: string;
  by: "me" | "agent" | "automatic";
  first_name?: string | null;
  text: string;
  attachments: Attachment[];
}

export type CustomerEntry = { seq: number; at: number } & (
  | { kind: "started"; case_number: number }
  | ({ kind: "message" } & CustomerMessage)
  | { kind: "answering"; first_name: string }
  | { kind: "waiting_again" }
  | { kind: "handed_over"; first_name?: string | null }
  | { kind: "ended"; by_me: boolean }
  | { kind: "solved" }
);

export interface Conversation {
  epoch: string;
  case_number: number;
  standing: Standing;
  entries: CustomerEntry[];
  seq: number;
  desk_read_seq: number;
  read_seq: number;
}

/** The answer to everything the visitor does to the conversation. */
export interface CustomerDone {
  standing: Standing;
  entries: CustomerEntry[];
}

export type CustomerFrame =
  | {
      type: "welcome";
      epoch: string;
      widget: Widget;
      conversation?: Conversation | null;
      queue?: QueuePlace | null;
    }
  | { type: "entries"; after: number; entries: CustomerEntry[]; standing: Standing }
  | ({ type: "queue" } & QueuePlace)
  | { type: "typing"; first_name: string; active: boolean }
  | { type: "read"; desk_read_seq: number }
  | { type: "availability"; availability: Availability }
  | { type: "resync" }
  | { type: "pong"; now: number };

export type CustomerSays =
  | { type: "hello"; ticket: string; epoch: string | null; seq: number }
  | { type: "typing"; active: boolean }
  | { type: "ping" };

export interface Poll {
  screen: string;
  last: number;
  frames: CustomerFrame[];
}

/** Where the visitor was when the conversation began. Never with a query or a fragment. */
export interface Visit {
  start_page: string | null;
  start_title: string | null;
  referrer: string | null;
}
