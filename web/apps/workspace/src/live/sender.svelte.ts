/** Sends what was written, once, in order, and keeps it until the desk has answered (D1, D2, D8). */
import type { Attachment, Done, Entry } from "@luukku/wire";
import * as api from "./api.ts";
import { newId } from "./ids.ts";
import * as outbox from "./outbox.ts";

/** After an answer that may change by waiting, try again this much later. */
const AGAIN_MS = 4000;

export interface Said {
  caseId: string;
  text: string;
  attachments: readonly Attachment[];
  solve: boolean;
  /** `null`: send in spite of a colleague's answer. */
  seenSeq: number | null;
}

interface Surroundings {
  done: (answer: Done) => void;
  serverNow: () => number;
  giveBack: (one: outbox.Unsent) => void;
  stored: (one: outbox.Unsent, answer: Done) => void;
}

export class Sender {
  /** Everything that the desk has not stored yet, oldest first. */
  outbox = $state.raw<outbox.Outbox>([]);
  isLive = false;
  #around: Surroundings;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  of(caseId: string): readonly outbox.Unsent[] {
    return this.outbox.filter((one) => one.caseId === caseId);
  }

  /** The reply leaves in five seconds unless it is taken back. */
  reply(said: Said): void {
    this.#add({ ...said, isNote: false, leavesAt: this.#around.serverNow() + outbox.UNDO_MS });
  }

  note(caseId: string, text: string): void {
    this.#add({ caseId, text, isNote: true, attachments: [], solve: false, seenSeq: null, leavesAt: 0 });
  }

  /** Takes the newest reply back into the field. False when there was none to take back. */
  takeBack(caseId: string): boolean {
    const { outbox: rest, back } = outbox.takeBack(this.outbox, caseId);
    if (!back) return false;
    this.outbox = rest;
    this.#around.giveBack(back);
    return true;
  }

  /** A refused one once more; `anyway` sends in spite of a colleague's answer. */
  again(id: string, anyway: boolean): void {
    this.outbox = outbox.moved(this.outbox, id, {
      where: "leaving",
      leavesAt: 0,
      why: null,
      code: null,
      ...(anyway ? { seenSeq: null } : {}),
    });
    this.tick(this.#around.serverNow());
  }

  /** A refused one goes back into the field. */
  edit(id: string): void {
    const one = this.outbox.find((other) => other.id === id);
    if (!one) return;
    this.outbox = outbox.without(this.outbox, id);
    this.#around.giveBack(one);
  }

  settle(entries: readonly Entry[]): void {
    this.outbox = outbox.settle(this.outbox, entries);
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
    this.outbox = this.outbox.map((one) => (one.where === "waiting" ? { ...one, leavesAt: 0 } : one));
    this.tick(this.#around.serverNow());
  }

  /** The page goes away: everything that was meant to leave leaves with it. */
  leave(): void {
    for (const one of this.outbox) if (one.where !== "refused") void this.#post(one, true);
  }

  #add(one: Omit<outbox.Unsent, "id" | "where" | "why" | "code">): void {
    this.outbox = outbox.add(this.outbox, { ...one, id: newId(), where: "leaving", why: null, code: null });
    this.tick(this.#around.serverNow());
  }

  async #send(one: outbox.Unsent): Promise<void> {
    this.#move(one.id, { where: "sending" });
    const result = await this.#post(one, false);
    if (result.ok) {
      // Applying the answer takes it out of the outbox: the stored message replaces it in the same step.
      this.#around.done(result.value);
      this.outbox = outbox.without(this.outbox, one.id);
      this.#around.stored(one, result.value);
    } else if (outbox.goesAgain(result.problem?.status ?? null)) {
      const wait = (result.problem?.retry_after_s ?? 0) * 1000;
      this.#move(one.id, { where: "waiting", leavesAt: this.#around.serverNow() + Math.max(AGAIN_MS, wait) });
    } else {
      this.#move(one.id, { where: "refused", why: result.problem?.title ?? null, code: result.problem?.code ?? null });
    }
    this.tick(this.#around.serverNow());
  }

  #move(id: string, to: Partial<outbox.Unsent>): void {
    this.outbox = outbox.moved(this.outbox, id, to);
  }

  #post(one: outbox.Unsent, keepalive: boolean) {
    if (one.isNote) return api.cases.note(one.caseId, { note_id: one.id, text: one.text }, keepalive);
    const reply = {
      message_id: one.id,
      text: one.text,
      attachments: one.attachments.map((file) => file.attachment_id),
      solve: one.solve,
      ...(one.seenSeq === null ? {} : { seen_seq: one.seenSeq }),
    };
    return api.cases.reply(one.caseId, reply, keepalive);
  }
}
