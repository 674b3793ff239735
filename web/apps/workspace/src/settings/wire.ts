/** The shapes of settings, as the server describes them. */
import type { components } from "@luukku/wire";

type Schemas = components["schemas"];

export type Agent = Schemas["Agent"];
export type AgentRulesReader = Schemas["AgentRulesReader"];
export type AgentSettings = Schemas["AgentSettings"];
export type AgentTeams = Schemas["AgentTeams"];
export type ApiToken = Schemas["ApiToken"];
export type AuditArea = Schemas["AuditArea"];
export type AuditChange = Schemas["AuditChange"];
export type AuditEntry = Schemas["AuditEntry"];
export type Client = Schemas["Client"];
export type ClientLabels = Schemas["ClientLabels"];
export type ClientSettings = Schemas["ClientSettings"];
export type Country = Schemas["Country"];
export type EmojiRule = Schemas["EmojiRule"];
export type HolidaySettings = Schemas["HolidaySettings"];
export type Invitation = Schemas["Invitation"];
export type Label = Schemas["Label"];
export type LabelKind = Schemas["LabelKind"];
export type Lack = Schemas["Lack"];
export type Launch = Schemas["Launch"];
export type LaunchPoint = Schemas["LaunchPoint"];
export type LaunchPointView = Schemas["LaunchPointView"];
export type NewApiToken = Schemas["NewApiToken"];
export type OpenException = Schemas["OpenException"];
export type OpenSlot = Schemas["OpenSlot"];
export type PreparedReplies = Schemas["PreparedReplies"];
export type PreparedReply = Schemas["PreparedReply"];
export type PreparedReplySettings = Schemas["PreparedReplySettings"];
export type Scope = Schemas["Scope"];
export type SaidHow = Schemas["SaidHow"];
export type Speech = Schemas["Speech"];
export type SetUp = Schemas["SetUp"];
export type SkillSettings = Schemas["SkillSettings"];
export type TeamSettings = Schemas["TeamSettings"];
export type VariableWord = Schemas["VariableWord"];
