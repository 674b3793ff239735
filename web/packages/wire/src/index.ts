/**
 * The shapes that travel between the desk and its screens, under the names they have in `crates/wire`. They come from
 * `schema.ts`, which `cargo xtask wire` writes from the server's own description of its API.
 * Times are milliseconds since the epoch, ids are UUIDs.
 */
import type { components } from "./schema.ts";

type Schemas = components["schemas"];

export type Language = Schemas["Language"];
export type CaseState = Schemas["CaseState"];
export type Channel = Schemas["Channel"];
export type ContactState = Schemas["ContactState"];
export type ClosedReason = Schemas["ClosedReason"];
export type Role = Schemas["Role"];
export type Presence = Schemas["Presence"];
export type EndedBy = Schemas["EndedBy"];
export type TakenBackReason = Schemas["TakenBackReason"];
export type MaskedKind = Schemas["MaskedKind"];
export type AuthorKind = Schemas["AuthorKind"];
export type Shown = Schemas["Shown"];
export type Availability = Schemas["Availability"];
export type Attachment = Schemas["Attachment"];
export type Problem = Schemas["Problem"];
export type FieldProblem = Schemas["FieldProblem"];
export type Me = Schemas["Me"];
export type ClientRow = Schemas["ClientRow"];
export type TeamRow = Schemas["TeamRow"];
export type AgentRow = Schemas["AgentRow"];
export type CustomerBrief = Schemas["CustomerBrief"];
export type LastWords = Schemas["LastWords"];
export type CaseRow = Schemas["CaseRow"];
export type ContactRow = Schemas["ContactRow"];
export type Message = Schemas["Message"];
export type Note = Schemas["Note"];
export type EntryKind = Schemas["EntryKind"];
export type Entry = Schemas["Entry"];
export type ContactBrief = Schemas["ContactBrief"];
export type EarlierCase = Schemas["EarlierCase"];
export type Draft = Schemas["Draft"];
export type CaseView = Schemas["CaseView"];
export type Timeline = Schemas["Timeline"];
export type Done = Schemas["Done"];
export type Today = Schemas["Today"];
export type AgentWelcome = Schemas["AgentWelcome"];
export type AgentFrame = Schemas["AgentFrame"];
export type Have = Schemas["Have"];
export type AgentSays = Schemas["AgentSays"];
export type Reply = Schemas["Reply"];
export type WriteNote = Schemas["WriteNote"];
export type Transfer = Schemas["Transfer"];

export interface SocketTicket {
  ticket: string;
}

export interface Page<Item> {
  items: Item[];
  next?: string | null;
}

export type MessageEntry = Extract<Entry, { kind: "message" }>;

export type NoteEntry = Extract<Entry, { kind: "note" }>;

export interface Device {
  session_id: string;
  browser: string;
  address: string;
  signed_in_at: number;
  used_at: number;
  is_this: boolean;
}

export interface Poll {
  screen: string;
  last: number;
  frames: AgentFrame[];
}
