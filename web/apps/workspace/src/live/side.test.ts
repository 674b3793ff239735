import type { Entry, MentionRow } from "@luukku/wire";
import { expect, test } from "vitest";
import { KEPT_ASIDE, mentionList, sideLines, unreadAside, withMention } from "./side.ts";

const NOBODY = { agent_ids: [], team_ids: [] };

function note(seq: number, place: "thread" | "side"): Entry {
  return { kind: "note", seq, at: seq, note_id: `n${seq}`, agent_id: "aino", text: `${seq}`, mentions: NOBODY, place };
}

test("lines from before and news are one conversation, each once and in order, without the notes of the thread", () => {
  const lines = sideLines([note(2, "side"), note(5, "side")], [note(4, "thread"), note(5, "side"), note(7, "side")]);
  expect(lines.map((one) => one.text)).toEqual(["2", "5", "7"]);
});

function mentioned(id: string, to: Partial<MentionRow>): MentionRow {
  const customer = { customer_id: "k", visitor_number: 1, verified: false, typed: false };
  const usual = {
    case_id: "a",
    number: 1,
    client_id: "c",
    customer,
    agent_id: "aino",
    at: 1,
    text: "",
    is_read: false,
  };
  return { note_id: id, place: "side", ...usual, ...to };
}

test("a long side conversation is one row, and hides no note that names me", () => {
  const note = mentioned("note", { place: "thread", at: 1 });
  const lines = Array.from({ length: 240 }, (_, at) => mentioned(`line ${at}`, { at: 10 + at }));
  const all = [note, ...lines, mentioned("other", { case_id: "b", at: 5 })];
  const mentions = all.reduce(withMention, new Map<string, MentionRow>());
  const seen = mentionList(mentions).map(({ row, more }) => [row.note_id, more]);
  expect(seen).toEqual([
    ["line 239", KEPT_ASIDE - 1],
    ["other", 0],
    ["note", 0],
  ]);
});

test("only what I was told of and have not read in this side conversation is marked", () => {
  const row = (id: string, to: Partial<MentionRow>): [string, MentionRow] => [id, mentioned(id, to)];
  const told = new Map([
    row("1", {}),
    row("2", { is_read: true }),
    row("3", { place: "thread" }),
    row("4", { case_id: "b" }),
  ]);
  expect(unreadAside(told, "a")).toBe(1);
});
