import type { Entry, MentionRow } from "@luukku/wire";
import { expect, test } from "vitest";
import { sideLines, unreadAside } from "./side.ts";

const NOBODY = { agent_ids: [], team_ids: [] };

function note(seq: number, place: "thread" | "side"): Entry {
  return { kind: "note", seq, at: seq, note_id: `n${seq}`, agent_id: "aino", text: `${seq}`, mentions: NOBODY, place };
}

test("lines from before and news are one conversation, each once and in order, without the notes of the thread", () => {
  const lines = sideLines([note(2, "side"), note(5, "side")], [note(4, "thread"), note(5, "side"), note(7, "side")]);
  expect(lines.map((one) => one.text)).toEqual(["2", "5", "7"]);
});

test("only what I was told of and have not read in this side conversation is marked", () => {
  const row = (id: string, to: Partial<MentionRow>): [string, MentionRow] => [
    id,
    {
      note_id: id,
      case_id: "a",
      number: 1,
      client_id: "c",
      customer: { customer_id: "k", visitor_number: 1, verified: false },
      agent_id: "aino",
      at: 1,
      place: "side",
      text: "",
      is_read: false,
      ...to,
    },
  ];
  const told = new Map([
    row("1", {}),
    row("2", { is_read: true }),
    row("3", { place: "thread" }),
    row("4", { case_id: "b" }),
  ]);
  expect(unreadAside(told, "a")).toBe(1);
});
