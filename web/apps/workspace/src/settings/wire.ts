/** The shapes of settings, as `crates/wire/src/settings.rs` describes them. */
import type { Language, Role } from "@luukku/wire";

export type Scope = "read_cases" | "write_cases" | "read_settings" | "write_settings";

export interface OpenSlot {
  from_minute: number;
  to_minute: number;
}
export interface OpenException {
  date: string;
  slots: OpenSlot[];
  name: string | null;
}
export type Country = "finland" | "sweden";
export interface HolidaySettings {
  country: Country;
  on_holidays: OpenSlot[];
  on_eves: OpenSlot[];
  on_short_days: OpenSlot[] | null;
}
export interface ClientSettings {
  name: string;
  desk_name: string | null;
  languages: Language[];
  colour: string | null;
  time_zone: string;
  week: OpenSlot[][];
  exceptions: OpenException[];
  holidays: HolidaySettings | null;
  closed_by_hand: boolean;
  queue_ceiling: number;
  answer_target_s: number;
  silence_min: number;
  thanks_grace_min: number;
  websites: string[];
  greeting_fi: string;
  greeting_sv: string;
  greeting_en: string;
}
export interface Client {
  client_id: string;
  widget_key: string;
  embed: string;
  embed_pinned: string | null;
  settings: ClientSettings;
}
export interface TeamSettings {
  name: string;
  client_ids: string[];
  agent_ids: string[];
}
export interface AgentSettings {
  name: string;
  first_name: string;
  email: string;
  role: Role;
  slots: number;
  languages: Language[];
  active: boolean;
}
export interface Agent {
  agent_id: string;
  settings: AgentSettings;
  has_password: boolean;
}
export interface Invitation {
  agent_id: string;
  link: string;
  expires_at: number;
}
export interface SetUp {
  token: string;
  organisation: string;
  client: string;
  languages: Language[];
  time_zone: string;
  week: OpenSlot[][];
  websites: string[];
  owner_name: string;
  owner_email: string;
  owner_password: string;
}
export interface ApiToken {
  api_token_id: string;
  name: string;
  scopes: Scope[];
  created_at: number;
  expires_at: number | null;
  used_at: number | null;
}
export interface NewApiToken {
  token: ApiToken;
  secret: string;
}
export interface AuditEntry {
  audit_id: string;
  at: number;
  agent_id: string | null;
  name: string;
  act: string;
  object: string;
  address: string;
}
