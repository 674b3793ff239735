/**
 * The visitor's conversation as this screen knows it. Pure: every function gives a new state. Entries are applied by
 * their `seq`: what is here already is ignored, what follows is appended, a hole asks for a resume (D3, D4).
 */
import type { Conversation, CustomerDone, CustomerEntry, CustomerFrame, QueuePlace, Standing } from "./shapes";

export interface Talk {
  epoch: string | null;
  /** Last seq applied; 0 for nothing. */
  seq: number;
  caseNumber: number | null;
  standing: Standing | null;
  entries: readonly CustomerEntry[];
  deskReadSeq: number;
  readSeq: number;
  queue: QueuePlace | null;
  /** Who types, and since when we know (ms). */
  typing: { firstName: string; at: number } | null;
}

export const NOTHING: Talk = {
  epoch: null,
  seq: 0,
  caseNumber: null,
  standing: null,
  entries: [],
  deskReadSeq: 0,
  readSeq: 0,
  queue: null,
  typing: null,
};

/** Typing that has not been heard of for this long is over. */
export const TYPING_MS = 6000;

export interface Applied {
  talk: Talk;
  /** Something is missing before what came: resume from `talk.seq`. */
  hole: boolean;
}

/** Any frame of the connection. Frames that are not about the conversation leave it as it is. */
export function applyFrame(talk: Talk, frame: CustomerFrame, now: number): Applied {
  switch (frame.type) {
    case "welcome":
      return welcome(talk, frame.epoch, frame.conversation ?? null, frame.queue ?? null);
    case "entries":
      return append(talk, frame.after, frame.entries, frame.standing);
    case "queue":
      return kept({
        ...talk,
        queue: { place: frame.place, estimate_s: frame.estimate_s ?? null, attended: frame.attended },
      });
    case "typing":
      return kept({ ...talk, typing: frame.active ? { firstName: frame.first_name, at: now } : null });
    case "read":
      return kept({ ...talk, deskReadSeq: Math.max(talk.deskReadSeq, frame.desk_read_seq) });
    case "resync":
      return { talk: { ...NOTHING }, hole: true };
    case "availability":
    case "pong":
      return kept(talk);
  }
}

/** The answer to something the visitor did: the same as a push (D5). */
export function applyDone(talk: Talk, done: CustomerDone): Applied {
  const first = done.entries[0];
  if (first === undefined) return kept({ ...talk, standing: done.standing });
  return append(talk, first.seq - 1, done.entries, done.standing);
}

function welcome(talk: Talk, epoch: string, conversation: Conversation | null, queue: QueuePlace | null): Applied {
  if (conversation === null) return kept({ ...NOTHING, epoch });
  const isWhole = conversation.entries[0]?.seq === 1 || talk.seq === 0;
  const isOther =
    (talk.epoch !== null && talk.epoch !== epoch) ||
    (talk.caseNumber !== null && talk.caseNumber !== conversation.case_number);
  // Another history or another case: what we have says nothing about it.
  if (isOther && !isWhole) return { talk: { ...NOTHING, epoch }, hole: true };
  const known = isOther || talk.seq === 0 ? { ...NOTHING, epoch } : { ...talk, epoch };
  const first = conversation.entries[0];
  // A very long conversation begins at its newest 500 entries.
  const after = known.seq === 0 && first ? first.seq - 1 : known.seq;
  const applied = append({ ...known, seq: after }, after, conversation.entries, conversation.standing);
  return {
    talk: {
      ...applied.talk,
      caseNumber: conversation.case_number,
      deskReadSeq: conversation.desk_read_seq,
      readSeq: Math.max(applied.talk.readSeq, conversation.read_seq),
      queue,
    },
    hole: applied.hole || applied.talk.seq < conversation.seq,
  };
}

function append(before: Talk, after: number, entries: readonly CustomerEntry[], standing: Standing): Applied {
  const first = entries[0];
  const startsAnew = first?.kind === "started" && before.caseNumber !== null && first.case_number !== before.caseNumber;
  const talk = startsAnew ? { ...NOTHING, epoch: before.epoch, seq: first.seq - 1 } : before;
  if (after > talk.seq) return { talk, hole: true };
  const fresh = entries.filter((entry) => entry.seq > talk.seq);
  const isContinuous = fresh.every((entry, index) => entry.seq === talk.seq + index + 1);
  if (!isContinuous) return { talk, hole: true };
  // An answer by HTTP may be older than what the socket has brought meanwhile; then its standing is old too.
  const isNews = fresh.length > 0 || entries.length === 0 || (entries.at(-1)?.seq ?? 0) >= talk.seq;
  const started = fresh.findLast((entry) => entry.kind === "started");
  const isAnswered = fresh.some((entry) => entry.kind === "message" && entry.by === "agent");
  const now = isNews ? standing : talk.standing;
  return kept({
    ...talk,
    seq: fresh.at(-1)?.seq ?? talk.seq,
    entries: fresh.length > 0 ? [...talk.entries, ...fresh] : talk.entries,
    standing: now,
    caseNumber: started?.kind === "started" ? started.case_number : talk.caseNumber,
    queue: now?.state === "waiting" ? talk.queue : null,
    typing: isAnswered || now?.state !== "taken" ? null : talk.typing,
  });
}

function kept(talk: Talk): Applied {
  return { talk, hole: false };
}

/** Whether a message has reached the desk. */
export function hasMessage(talk: Talk, messageId: string): boolean {
  return talk.entries.some((entry) => entry.kind === "message" && entry.message_id === messageId);
}

/** Whether the last words of a person are the desk's. */
export function isAnswered(talk: Talk): boolean {
  const last = talk.entries.findLast((one) => one.kind === "message" && one.by !== "automatic");
  return last?.kind === "message" && last.by === "agent";
}

/** Messages of people that the visitor has not seen yet. */
export function unread(talk: Talk): { count: number; firstName: string | null } {
  const fresh = talk.entries.filter(
    (entry) => entry.seq > talk.readSeq && entry.kind === "message" && entry.by === "agent",
  );
  const last = fresh.at(-1);
  return { count: fresh.length, firstName: last?.kind === "message" ? (last.first_name ?? null) : null };
}

/** Who types now, if anybody. */
export function typist(talk: Talk, now: number): string | null {
  return talk.typing !== null && now - talk.typing.at < TYPING_MS ? talk.typing.firstName : null;
}
