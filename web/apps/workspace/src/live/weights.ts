/** How much of my luukut what I hold takes. The desk's claims decide; this shows the same. */
import type { CaseRow, Channel } from "@luukku/wire";

/** One luukku, and what a chat takes of it. */
export const CHAT_WEIGHT = 100;
/** More places nobody has, however little it is that sits in them. */
export const MOST_LUUKUT = 8;

/** `message`: what a left message takes in this organisation. */
export function weightOf(channel: Channel, message: number): number {
  return channel === "message" ? message : CHAT_WEIGHT;
}

/** A call that I hold leaves room for nothing more, whoever I am. */
function heldWeight({ contact }: CaseRow, message: number): number {
  const isCall = contact.channel === "call_back" && contact.state === "taken";
  return isCall ? MOST_LUUKUT * CHAT_WEIGHT : weightOf(contact.channel, message);
}

export function loadOf(rows: readonly CaseRow[], message: number): number {
  return rows.reduce((sum, row) => sum + heldWeight(row, message), 0);
}

/** How much still goes beside such a load in `held` places. In no place goes nothing, not even what weighs nothing. */
export function roomBeside(load: number, slots: number, held: number): number {
  const places = MOST_LUUKUT - held;
  return places <= 0 ? Number.NEGATIVE_INFINITY : Math.min(slots * CHAT_WEIGHT - load, places * CHAT_WEIGHT);
}

/** How much still goes beside these. */
export const roomOf = (rows: readonly CaseRow[], slots: number, message: number) =>
  roomBeside(loadOf(rows, message), slots, rows.length);

/** How many chats go beside such a load. */
export function freeBeside(load: number, slots: number, held: number): number {
  return Math.max(0, Math.floor(roomBeside(load, slots, held) / CHAT_WEIGHT));
}

/** What is in use of `all` luukut, to a tenth; never more than all of them while no more than they are in use. */
export function luukutInUse(load: number, all: number, held: number): number {
  return Math.min(luukut(load), Math.max(all, held));
}

/** A weight as luukut, to a tenth. */
export function luukut(weight: number): number {
  return Math.round(weight / 10) / 10;
}
