import type { PreparedReplyRow } from "@luukku/wire";
import { describe, expect, test } from "vitest";
import { row } from "../live/samples.ts";
import { answering, filled, type Offered, offered, slashBefore, type Values } from "./prepared.ts";

const VALUES: Values = {
  customer_name: "Kaisa",
  agent_first_name: "Aino",
  case_number: "4821",
  client_name: "Koskelan yliopisto",
};

const words = (text: string) => ({ kind: "words", text }) as const;
const name = { kind: "value", variable: "customer_name" } as const;

function reply(id: string, client_id: string | null): PreparedReplyRow {
  return { prepared_reply_id: id, client_id, language: "fi", name: id, text: { parts: [words(id)] }, kind: "reply" };
}

function one(id: string, more: Partial<Offered> = {}): Offered {
  return { id, name: id, language: "fi", text: "", isOwn: true, lock: null, ...more };
}

const ids = (all: readonly { id: string }[]) => all.map((each) => each.id);

describe("a text", () => {
  const greeting = { parts: [words("Hei "), name, words("!")], nameless: [words("Hei!")] };

  test("is filled with the name that the customer gave", () => {
    expect(filled(greeting, VALUES)).toBe("Hei Kaisa!");
  });

  test("is what the desk says when they gave none", () => {
    expect(filled(greeting, { ...VALUES, customer_name: null })).toBe("Hei!");
    expect(filled({ parts: [words("Moi")] }, { ...VALUES, customer_name: null })).toBe("Moi");
  });

  test("that needs what is not known is nothing", () => {
    const text = { parts: [words("Terveisin "), { kind: "value", variable: "client_name" } as const] };
    expect(filled(text, { ...VALUES, client_name: null })).toBeNull();
  });
});

test("only replies of the client and of all clients are offered", () => {
  const all = [reply("own", "it"), reply("all", null), reply("other", "shop")];
  expect(ids(offered(all, row("a", 1), VALUES))).toEqual(["own", "all"]);
});

test("a sales text is locked as its case says, and what can be inserted stands before it (CC-05)", () => {
  const all = [{ ...reply("alku", null), kind: "sales_text" as const }, reply("loppu", null)];
  const found = (sales_lock: "unsolved" | null) =>
    answering("", offered(all, row("a", 1, {}, { sales_lock }), VALUES), "fi").map((each) => [each.id, each.lock]);
  expect(found("unsolved")).toEqual([
    ["loppu", null],
    ["alku", "unsolved"],
  ]);
  expect(found(null)).toEqual([
    ["alku", null],
    ["loppu", null],
  ]);
});

describe("a search", () => {
  test("finds by the name and by words of the text, without dots and capitals", () => {
    const all = [one("tervehdys"), one("lukitus", { text: "Avasin sinun Äskeisen lukituksesi" }), one("vpn")];
    expect(ids(answering("TERV", all, "fi"))).toEqual(["tervehdys"]);
    expect(ids(answering("askeis", all, "fi"))).toEqual(["lukitus"]);
    expect(ids(answering("avas luk", all, "fi"))).toEqual(["lukitus"]);
    expect(answering("zzz", all, "fi")).toEqual([]);
  });

  test("shows the conversation's language first, then names before texts, then the client's own", () => {
    const all = [
      one("hej", { language: "sv", text: "salasana" }),
      one("muu", { text: "salasana vaihtui" }),
      one("salasana", { isOwn: false, id: "for all" }),
      one("salasana"),
    ];
    expect(ids(answering("salasana", all, "fi"))).toEqual(["salasana", "for all", "muu", "hej"]);
    const hello = one("hello", { language: "en" });
    expect(ids(answering("", [hello, ...all], "sv"))).toEqual(["hej", "muu", "salasana", "for all", "hello"]);
  });
});

describe("a slash asks for replies", () => {
  test("at the beginning of the field or of a line, also after blanks", () => {
    expect(slashBefore("/", 1)).toBe(0);
    expect(slashBefore("/terv", 5)).toBe(0);
    expect(slashBefore("Hei\n  /terv", 11)).toBe(6);
  });

  test("not in the middle of a line, and not when the caret is before it", () => {
    expect(slashBefore("ja/tai", 6)).toBeNull();
    expect(slashBefore("/terv", 0)).toBeNull();
    expect(slashBefore("/terv\nHei", 9)).toBeNull();
  });
});

test("what is asked for by its name stands before what only says it, locked or not", () => {
  const all = [one("etäyhteys", { text: "Avaa asetuksista" }), one("etu", { lock: "unsolved" })];
  expect(ids(answering("etu", all, "fi"))).toEqual(["etu", "etäyhteys"]);
});
