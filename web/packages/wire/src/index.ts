/**
 * The shapes that travel between the desk and its screens. `schema.ts` is written from the server's own description
 * (`cargo xtask wire`); here they get short names. Times are milliseconds since the epoch, ids are UUIDs.
 */
import type { components, paths } from "./schema.ts";

export type { components, paths };

type Schemas = components["schemas"];

export type AgentFrame = Schemas["AgentFrame"];
export type AgentRulesRead = Schemas["AgentRulesRead"];
export type AgentRow = Schemas["AgentRow"];
export type AgentSays = Schemas["AgentSays"];
export type AgentWelcome = Schemas["AgentWelcome"];
export type ApproachAnswer = Schemas["ApproachAnswer"];
export type ApproachBecame = Schemas["ApproachBecame"];
export type Attachment = Schemas["Attachment"];
export type AuthorKind = Schemas["AuthorKind"];
export type Availability = Schemas["Availability"];
export type AvailabilityDay = Schemas["AvailabilityDay"];
export type AvailabilityState = Schemas["AvailabilityState"];
export type AvailabilityStretch = Schemas["AvailabilityStretch"];
export type AwaitedApproach = Schemas["AwaitedApproach"];
export type Block = Schemas["Block"];
export type BlockCustomer = Schemas["BlockCustomer"];
export type BlockFor = Schemas["BlockFor"];
export type CaseRow = Schemas["CaseRow"];
export type CaseState = Schemas["CaseState"];
export type Exceed = Schemas["Exceed"];
export type ExceedReason = Schemas["ExceedReason"];
export type CaseView = Schemas["CaseView"];
export type Channel = Schemas["Channel"];
export type ClientRow = Schemas["ClientRow"];
export type ClientSpeech = Schemas["ClientSpeech"];
export type ClosedLanguage = Schemas["ClosedLanguage"];
export type ClosedReason = Schemas["ClosedReason"];
export type ContactBrief = Schemas["ContactBrief"];
export type ContactNeeds = Schemas["ContactNeeds"];
export type ContactRow = Schemas["ContactRow"];
export type ContactState = Schemas["ContactState"];
export type CustomerBrief = Schemas["CustomerBrief"];
export type CustomerOnPage = Schemas["CustomerOnPage"];
export type CustomerPromise = Schemas["CustomerPromise"];
export type Device = Schemas["Device"];
export type Done = Schemas["Done"];
export type Draft = Schemas["Draft"];
export type EarlierCase = Schemas["EarlierCase"];
export type EmojiRule = Schemas["EmojiRule"];
export type EndedBy = Schemas["EndedBy"];
export type Entry = Schemas["Entry"];
export type EntryKind = Schemas["EntryKind"];
export type FieldProblem = Schemas["FieldProblem"];
export type Found = Schemas["Found"];
export type FoundCase = Schemas["FoundCase"];
export type FoundCustomer = Schemas["FoundCustomer"];
export type FoundWords = Schemas["FoundWords"];
export type Have = Schemas["Have"];
export type Label = Schemas["Label"];
export type LabelKind = Schemas["LabelKind"];
export type Language = Schemas["Language"];
export type LastWords = Schemas["LastWords"];
export type MaskedKind = Schemas["MaskedKind"];
export type Happening = Schemas["Happening"];
export type KeepDraft = Schemas["KeepDraft"];
export type LeftAt = Schemas["LeftAt"];
export type Me = Schemas["Me"];
export type MeetApproach = Schemas["MeetApproach"];
export type Mentions = Schemas["Mentions"];
export type Ease = Schemas["Ease"];
export type LoadHints = Schemas["LoadHints"];
export type MentionRow = Schemas["MentionRow"];
export type MessageLimits = Schemas["MessageLimits"];
export type Message = Schemas["Message"];
export type Note = Schemas["Note"];
export type NotePlace = Schemas["NotePlace"];
export type Park = Schemas["Park"];
export type Piece = Schemas["Piece"];
export type PreparedReplyRow = Schemas["PreparedReplyRow"];
export type PreparedText = Schemas["PreparedText"];
export type SalesLock = Schemas["SalesLock"];
export type Presence = Schemas["Presence"];
export type Poll = Omit<Schemas["Poll"], "frames"> & { frames: AgentFrame[] };
export type Problem = Schemas["Problem"];
export type Reply = Schemas["Reply"];
export type Role = Schemas["Role"];
export type RoutedAgent = Schemas["RoutedAgent"];
export type Routing = Schemas["Routing"];
export type Refer = Schemas["Refer"];
export type ReferralReason = Schemas["ReferralReason"];
export type Referrals = Schemas["Referrals"];
export type SetLabels = Schemas["SetLabels"];
export type Shown = Schemas["Shown"];
export type SocketTicket = Schemas["SocketTicket"];
export type TakenBackReason = Schemas["TakenBackReason"];
export type Offers = Schemas["Offers"];
export type OpeningTarget = Schemas["OpeningTarget"];
export type Overflow = Schemas["Overflow"];
export type SkillRow = Schemas["SkillRow"];
export type Speaks = Schemas["Speaks"];
export type TeamRow = Schemas["TeamRow"];
export type Timeline = Schemas["Timeline"];
export type Today = Schemas["Today"];
export type Transfer = Schemas["Transfer"];
export type Variable = Schemas["Variable"];
export type WhenClosed = Schemas["WhenClosed"];
export type WriteNote = Schemas["WriteNote"];
export type OpenSlot = Schemas["OpenSlot"];
export type OpenException = Schemas["OpenException"];
export type SpecialDay = Schemas["SpecialDay"];
export type Holiday = Schemas["Holiday"];
export type Widget = Schemas["Widget"];
export type Standing = Schemas["Standing"];
export type QueuePlace = Schemas["QueuePlace"];
export type CustomerMessage = Schemas["CustomerMessage"];
export type CustomerEntry = Schemas["CustomerEntry"];
export type CustomerDone = Schemas["CustomerDone"];
export type CustomerFrame = Schemas["CustomerFrame"];
export type CustomerSays = Schemas["CustomerSays"];
export type Conversation = Schemas["Conversation"];

export type MessageEntry = Extract<Entry, { kind: "message" }>;
export type NoteEntry = Extract<Entry, { kind: "note" }>;

/** One page of any list; give `next` as `cursor` to get the one after. */
export interface Page<Item> {
  items: Item[];
  next?: string | null;
}
