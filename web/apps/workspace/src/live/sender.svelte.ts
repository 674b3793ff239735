/**
 * Sends what was written, once, in order, and keeps it until the desk has answered (D1, D2, D8): in this screen, and in
 * the browser, so that it outlives the tab and is the same in every tab of the agent.
 */
import type { Attachment, Done, Entry, Mentions, NotePlace, Problem } from "@luukku/wire";
import type { Result } from "./api.ts";
import * as api from "./api.ts";
import { newId } from "./ids.ts";
import type { KeptOutbox, OnShelf } from "./kept-outbox.ts";
import * as outbox from "./outbox.ts";

/** After an answer that may change by waiting, try again this much later. */
const AGAIN_MS = 4000;

/** Why something is not done yet: an answer that was written before it has not left. This browser's own no, not the desk's. */
export const WORDS_UNSENT: Problem = { type: "about:blank#words_unsent", code: "words_unsent", status: 0, title: "" };

export interface Said {
  caseId: string;
  text: string;
  attachments: readonly Attachment[];
  solve: boolean;
  /** `null`: send in spite of a colleague's answer. */
  seenSeq: number | null;
}

interface Surroundings {
  /** Takes words to the desk; with `keepalive` also when the page goes away meanwhile. */
  post: (one: outbox.Unsent, keepalive: boolean) => Promise<Result<Done>>;
  done: (answer: Done) => void;
  serverNow: () => number;
  giveBack: (one: outbox.Unsent) => void;
  stored: (one: outbox.Unsent, answer: Done) => void;
  /** The words are safe in this browser: they need no draft at the desk any more. */
  kept: (one: outbox.Unsent) => void;
}

export class Sender {
  /** Everything that the desk has not stored yet, oldest first. */
  outbox = $state.raw<outbox.Outbox>([]);
  isLive = false;
  #around: Surroundings;
  #kept: KeptOutbox | null = null;
  readonly #onTheWay = new Map<string, Promise<void>>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /**
   * Goes on with what earlier tabs of this agent left behind. Gives the cases whose words are too old to leave by
   * themselves: their entries tell whether the desk has them after all.
   */
  resume(kept: KeptOutbox): string[] {
    this.#kept = kept;
    const now = this.#around.serverNow();
    kept.sweep(now);
    for (const one of kept.all()) this.outbox = outbox.adopt(this.outbox, one, now);
    return [...new Set(this.outbox.flatMap((one) => (one.where === "refused" ? [one.caseId] : [])))];
  }

  /** Another tab kept words, or is done with them: they were stored or taken back. */
  hear(event: Pick<StorageEvent, "key" | "newValue">): void {
    const news = this.#kept?.news(event);
    if (!news) return;
    if (news.found !== null) this.#follow(news.id, news.found);
    // What this tab still means to send is not taken for stored: the shelf may have been emptied, and twice is harmless.
    else
      this.outbox = this.outbox.filter(
        (one) => one.id !== news.id || !(one.where === "elsewhere" || one.where === "refused"),
      );
  }

  of(caseId: string): readonly outbox.Unsent[] {
    return this.outbox.filter((one) => one.caseId === caseId);
  }

  /** The reply leaves in five seconds unless it is taken back. */
  reply(said: Said): void {
    this.#add({ ...said, isNote: false, leavesAt: this.#around.serverNow() + outbox.UNDO_MS });
  }

  note(caseId: string, text: string, mentions: Mentions, place: NotePlace): void {
    this.#add({
      caseId,
      text,
      mentions,
      place,
      isNote: true,
      attachments: [],
      solve: false,
      seenSeq: null,
      leavesAt: this.#around.serverNow(),
    });
  }

  /** What Ctrl Z would take back: of this case first, otherwise of wherever the agent has just been. */
  newestLeaving(caseId: string | null): outbox.Unsent | null {
    return outbox.newestLeaving(this.outbox, caseId, this.#around.serverNow());
  }

  /** Takes the case's newest reply back into the field. False when there was none to take back. */
  takeBack(caseId: string): boolean {
    const back = this.newestLeaving(caseId);
    return back?.caseId === caseId && this.edit(back.id);
  }

  /** A refused one once more; `anyway` sends in spite of a colleague's answer. */
  again(id: string, anyway: boolean): void {
    const now = this.#around.serverNow();
    this.#move(id, { where: "leaving", leavesAt: now, why: null, code: null, ...(anyway ? { seenSeq: null } : {}) });
    this.tick(now);
  }

  /** One that has not left goes back into the field. False when it has: another tab may be sending it, unheard of here. */
  edit(id: string): boolean {
    const now = this.#around.serverNow();
    this.#follow(id, this.#kept?.find(id) ?? null);
    const one = this.outbox.find((other) => other.id === id);
    if (!one || !(one.where === "refused" || outbox.isLeaving(one, now))) return false;
    this.outbox = outbox.without(this.outbox, id);
    this.#kept?.takeBack(id, now);
    this.#around.giveBack(one);
    return true;
  }

  settle(entries: readonly Entry[]): void {
    const left = outbox.settle(this.outbox, entries);
    for (const one of this.outbox) if (!left.includes(one)) this.#forget(one.id);
  }

  tick(now: number): void {
    if (this.outbox.length === 0) return;
    for (const one of outbox.due(this.outbox, now)) {
      if (one.where === "waiting" && (!this.isLive || one.leavesAt > now)) continue;
      void this.#send(one);
    }
  }

  /** The line is back: nothing waits any longer. */
  wake(): void {
    const now = this.#around.serverNow();
    this.outbox = this.outbox.map((one) => (one.where === "waiting" ? { ...one, leavesAt: now } : one));
    this.tick(now);
  }

  /**
   * Does `act` after everything that was written before it, so that nobody reads an answer below its goodbye. What waits for a
   * change of mind leaves now; when something does not arrive, the act is not done.
   */
  async after(caseId: string, act: () => Promise<Result<Done>>): Promise<Result<Done>> {
    for (const { id } of this.of(caseId).filter((one) => one.where !== "refused")) {
      const one = this.outbox.find((other) => other.id === id);
      if (!one) continue;
      await (one.where === "leaving" || (one.where === "waiting" && this.isLive)
        ? this.#send(one)
        : this.#onTheWay.get(id));
      if (this.outbox.some((other) => other.id === id)) return { ok: false, problem: WORDS_UNSENT };
    }
    return act();
  }

  /** The page goes away: everything that was meant to leave leaves with it. */
  async leave(): Promise<void> {
    const going = this.outbox.filter((one) => one.where !== "refused" && one.where !== "elsewhere");
    await Promise.all(going.map((one) => this.#send(one, true)));
  }

  #add(said: Omit<outbox.Unsent, "id" | "where" | "why" | "code">): void {
    const one: outbox.Unsent = { ...said, id: newId(), where: "leaving", why: null, code: null };
    const now = this.#around.serverNow();
    const before = this.outbox;
    this.outbox = outbox.add(before, one, now);
    // Other tabs hear what leaves sooner, so that they do not offer to take it back any more.
    for (const other of this.outbox) if (other !== one && !before.includes(other)) this.#keep(other);
    if (this.#keep(one)) this.#around.kept(one);
    this.tick(now);
  }

  #keep(one: outbox.Unsent): boolean {
    return this.#kept?.keep(one) ?? false;
  }

  /** Does as the browser's shelf says: another tab may have sent them or taken them back. */
  #follow(id: string, found: OnShelf): void {
    if (found === null) return;
    if (found !== "taken_back") this.outbox = outbox.adopt(this.outbox, found, this.#around.serverNow());
    else this.outbox = this.outbox.filter((one) => one.id !== id || one.where === "sending");
  }

  #forget(id: string): void {
    this.outbox = outbox.without(this.outbox, id);
    this.#kept?.forget(id);
  }

  #send(one: outbox.Unsent, keepalive = false): Promise<void> {
    const sending = this.#sendNow(one, keepalive).finally(() => this.#onTheWay.delete(one.id));
    this.#onTheWay.set(one.id, sending);
    return sending;
  }

  async #sendNow(one: outbox.Unsent, keepalive: boolean): Promise<void> {
    if (this.#kept?.find(one.id) === "taken_back") {
      this.outbox = outbox.without(this.outbox, one.id);
      return;
    }
    // From here on it can not be taken back: not here, not in another tab, not by the page that comes after this one.
    const gone = { where: "sending", leavesAt: Math.min(one.leavesAt, this.#around.serverNow()) } as const;
    this.#move(one.id, gone);
    this.#keep({ ...one, ...gone });
    const result = await this.#around.post(one, keepalive);
    if (result.ok) {
      // Applying the answer takes it out of the outbox: the stored message replaces it in the same step.
      this.#around.done(result.value);
      this.#forget(one.id);
      this.#around.stored(one, result.value);
    } else if (outbox.goesAgain(result.problem?.status ?? null)) {
      const wait = (result.problem?.retry_after_s ?? 0) * 1000;
      this.#move(one.id, { where: "waiting", leavesAt: this.#around.serverNow() + Math.max(AGAIN_MS, wait) });
    } else {
      const { title = null, code = null } = result.problem ?? {};
      this.#move(one.id, { where: "refused", why: title, code });
      // Another tab may have found meanwhile that the desk has them.
      if (this.outbox.some((other) => other.id === one.id)) this.#keep({ ...one, where: "refused", why: title, code });
    }
    this.tick(this.#around.serverNow());
  }

  #move(id: string, to: Partial<outbox.Unsent>): void {
    this.outbox = outbox.moved(this.outbox, id, to);
  }
}

/** Over HTTP, with the id that was chosen here: sending again is harmless (D2). */
export function post(one: outbox.Unsent, keepalive: boolean): Promise<Result<Done>> {
  if (one.isNote) {
    const { id: note_id, text, place = "thread", mentions } = one;
    const note = { note_id, text, place, ...(mentions ? { mentions } : {}) };
    return api.cases.note(one.caseId, note, keepalive);
  }
  const reply = {
    message_id: one.id,
    text: one.text,
    attachments: one.attachments.map((file) => file.attachment_id),
    solve: one.solve,
    ...(one.seenSeq === null ? {} : { seen_seq: one.seenSeq }),
  };
  return api.cases.reply(one.caseId, reply, keepalive);
}
