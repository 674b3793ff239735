/** What travels between the widget and the desk, as `crates/wire` defines it, and what the widget adds to it. */
import type { CustomerFrame } from "@luukku/wire";

export type {
  ApproachAnswer,
  ApproachBecame,
  Attachment,
  Availability,
  AwaitedApproach,
  CallTimes,
  Conversation,
  CustomerDone,
  CustomerEntry,
  CustomerFrame,
  CustomerMessage,
  CustomerSays,
  Language,
  MeetApproach,
  Opening,
  OpenSlot,
  QueuePlace,
  SpecialDay,
  Standing,
  TellPage,
  ToldOfMyself,
  Widget,
} from "@luukku/wire";

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
  /** The invitation that the visitor said yes to. */
  approach_id?: string | undefined;
  /** What the visitor has chosen that their matter is about. */
  category_id?: string | undefined;
}
