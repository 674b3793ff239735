/**
 * The shapes that travel between the desk and its screens, as `crates/wire` defines them.
 * Times are milliseconds since the epoch, ids are UUIDs.
 */
export type Language = "fi" | "sv" | "en";
export type CaseState = "new" | "open" | "waiting_for_customer" | "waiting_for_others" | "solved" | "closed";
export type Channel = "chat" | "message";
export type ContactState = "waiting" | "taken" | "ended";
export type ClosedReason = "hours" | "nobody_present" | "queue_full" | "by_hand";
export type Role = "owner" | "supervisor" | "agent" | "read_only";
export type Presence = "present" | "away" | "gone";
export type EndedBy = "customer" | "agent" | "silence";
export type TakenBackReason = "agent_gone" | "given_back";
export type MaskedKind = "personal_identity_code" | "swedish_personal_number" | "payment_card" | "bank_account";
export type AuthorKind = "customer" | "agent" | "automatic";
export type Shown = "picture" | "download";

export interface Availability {
  open: boolean;
  reason?: ClosedReason | null;
  next_opening_at?: number | null;
  closes_at?: number | null;
}

export interface Attachment {
  attachment_id: string;
  name: string;
  media_type: string;
  size_bytes: number;
  shown: Shown;
  width?: number | null;
  height?: number | null;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  fields?: FieldProblem[];
  retry_after_s?: number;
}

export interface FieldProblem {
  field: string;
  sentence: string;
}

export interface SocketTicket {
  ticket: string;
}

export interface Page<Item> {
  items: Item[];
  next?: string | null;
}

export interface Me {
  agent_id: string;
  name: string;
  email: string;
  role: Role;
  organisation: string;
  language: Language;
  sound: boolean;
  notifications: boolean;
  shortcuts: boolean;
}

export interface ClientRow {
  client_id: string;
  name: string;
  languages: Language[];
  answer_target_s: number;
  availability: Availability;
}

export interface TeamRow {
  team_id: string;
  name: string;
  client_ids: string[];
  agent_ids: string[];
}

export interface AgentRow {
  agent_id: string;
  name: string;
  first_name: string;
  role: Role;
  presence: Presence;
  presence_since: number;
  slots: number;
  languages: Language[];
}

export interface CustomerBrief {
  customer_id: string;
  name?: string | null;
  email?: string | null;
  visitor_number: number;
}

export interface LastWords {
  by: AuthorKind;
  text: string;
  at: number;
}

export interface CaseRow {
  case_id: string;
  number: number;
  seq: number;
  client_id: string;
  state: CaseState;
  subject?: string | null;
  owner?: string | null;
  team_id?: string | null;
  customer: CustomerBrief;
  opened_at: number;
  changed_at: number;
  last_words?: LastWords | null;
  unread: number;
  contact: ContactRow;
}

export interface ContactRow {
  contact_id: string;
  channel: Channel;
  state: ContactState;
  language: Language;
  started_at: number;
  waiting_since: number;
  held_by?: string | null;
  luukku?: number | null;
  for_team?: string | null;
  taken_at?: number | null;
  answer_target_s: number;
  answered_at?: number | null;
  customer_waits_since?: number | null;
  turn_since: number;
  ended_at?: number | null;
  ended_by?: EndedBy | null;
  start_page?: string | null;
  referrer?: string | null;
}

export interface Message {
  message_id: string;
  contact_id: string;
  by: AuthorKind;
  agent_id?: string | null;
  text: string;
  masked: MaskedKind[];
  attachments: Attachment[];
}

export interface Note {
  note_id: string;
  agent_id: string;
  text: string;
}

export type EntryKind =
  | { kind: "case_opened"; number: number }
  | {
      kind: "contact_started";
      contact_id: string;
      channel: Channel;
      language: Language;
      start_page?: string | null;
      referrer?: string | null;
    }
  | ({ kind: "message" } & Message)
  | ({ kind: "note" } & Note)
  | { kind: "taken"; contact_id: string; by: string }
  | { kind: "taken_back"; contact_id: string; from: string; reason: TakenBackReason }
  | { kind: "transferred"; contact_id: string; by: string; to_agent?: string | null; to_team?: string | null }
  | { kind: "contact_ended"; contact_id: string; by: EndedBy; agent_id?: string | null }
  | { kind: "state_changed"; from: CaseState; to: CaseState; by?: string | null }
  | { kind: "owner_changed"; from?: string | null; to?: string | null; by?: string | null }
  | { kind: "subject_changed"; subject: string; by: string };

export type Entry = { seq: number; at: number } & EntryKind;
export type MessageEntry = Extract<Entry, { kind: "message" }>;
export type NoteEntry = Extract<Entry, { kind: "note" }>;

export interface ContactBrief {
  contact_id: string;
  channel: Channel;
  started_at: number;
  ended_at?: number | null;
  answered_in_s?: number | null;
}

export interface EarlierCase {
  case_id: string;
  number: number;
  subject?: string | null;
  state: CaseState;
  channel: Channel;
  opened_at: number;
}

export interface Draft {
  case_id: string;
  text: string;
  is_note: boolean;
  at: number;
}

export interface CaseView {
  epoch: string;
  row: CaseRow;
  entries: Entry[];
  has_older: boolean;
  customer_read_seq: number;
  desk_read_seq: number;
  contacts: ContactBrief[];
  earlier: EarlierCase[];
  draft?: Draft | null;
}

export interface Timeline {
  epoch: string;
  entries: Entry[];
  more: boolean;
}

export interface Done {
  row: CaseRow;
  entries: Entry[];
}

export interface Today {
  client_id: string;
  started: number;
  answered: number;
  within_target: number;
  unanswered: number;
  median_s?: number | null;
  p90_s?: number | null;
}

export interface Device {
  session_id: string;
  browser: string;
  address: string;
  signed_in_at: number;
  used_at: number;
  is_this: boolean;
}

export interface AgentWelcome {
  epoch: string;
  now: number;
  me: Me;
  agents: AgentRow[];
  teams: TeamRow[];
  clients: ClientRow[];
  active: CaseRow[];
  today: Today[];
  drafts: Draft[];
}

export type AgentFrame =
  | ({ type: "welcome" } & AgentWelcome)
  | { type: "case"; row: CaseRow; after: number; entries: Entry[] }
  | { type: "resync"; case_id?: string | null }
  | { type: "typing"; case_id: string; agent_id?: string | null; is_note: boolean; active: boolean }
  | { type: "looking"; case_id: string; agent_ids: string[] }
  | { type: "read"; case_id: string; customer_read_seq: number; desk_read_seq: number; unread: number }
  | ({ type: "agent" } & AgentRow)
  | { type: "availability"; client_id: string; availability: Availability }
  | ({ type: "today" } & Today)
  | { type: "draft"; case_id: string; draft?: Draft | null }
  | { type: "settings"; clients: ClientRow[]; teams: TeamRow[]; agents: AgentRow[] }
  | { type: "signed_out" }
  | { type: "pong"; now: number };

export interface Have {
  case_id: string;
  seq: number;
}

export type AgentSays =
  | { type: "hello"; ticket: string; epoch?: string | null; cases?: Have[] }
  | { type: "looking"; case_id?: string | null; seq?: number }
  | { type: "typing"; case_id: string; is_note?: boolean; active: boolean }
  | { type: "ping" };

export interface Poll {
  screen: string;
  last: number;
  frames: AgentFrame[];
}

export interface Reply {
  message_id: string;
  text: string;
  attachments?: string[];
  solve?: boolean;
  seen_seq?: number | null;
}

export interface WriteNote {
  note_id: string;
  text: string;
}

export interface Transfer {
  note_id: string;
  note: string;
  to_agent?: string | null;
  to_team?: string | null;
}
