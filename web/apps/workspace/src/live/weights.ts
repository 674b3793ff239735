/** How much of my luukut what I hold takes. The desk's claims decide; this shows the same. */
import type { CaseRow, Channel } from "@luukku/wire";

/** One luukku, and what a chat takes of it. */
export const CHAT_WEIGHT = 100;

/** `message`: what a left message takes in this organisation. */
export function weightOf(channel: Channel, message: number): number {
  return channel === "chat" ? CHAT_WEIGHT : message;
}

export function loadOf(rows: readonly CaseRow[], message: number): number {
  return rows.reduce((sum, row) => sum + weightOf(row.contact.channel, message), 0);
}

/** How many chats still go beside such a load. */
export function freeBeside(load: number, slots: number): number {
  return Math.max(0, Math.floor((slots * CHAT_WEIGHT - load) / CHAT_WEIGHT));
}

/** A weight as luukut, to a tenth. */
export function luukut(weight: number): number {
  return Math.round(weight / 10) / 10;
}
