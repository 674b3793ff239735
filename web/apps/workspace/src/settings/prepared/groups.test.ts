import type { ClientRow, Language } from "@luukku/wire";
import { expect, test } from "vitest";
import { NO_SPEECH } from "../../live/samples.ts";
import type { PreparedReply } from "../wire.ts";
import { groupsOf } from "./groups.ts";

function client(client_id: string, name: string): ClientRow {
  const availability = { open: true, staffed: true, closed_in: [], when_closed: "message" as const };
  const rest = {
    languages: ["fi" as const],
    answer_target_s: 60,
    time_zone: "Europe/Helsinki",
    has_websites: true,
    call_tries: 3,
  };
  const sorting = {
    closed_rules: [],
    labels: [],
    known_fields: [],
    requires: { category: false, tag: false },
    speech: NO_SPEECH,
  };
  return { client_id, name, availability, ...rest, ...sorting };
}

function reply(name: string, client_id: string | null, language: Language = "fi"): PreparedReply {
  return { prepared_reply_id: `${name}-${language}`, settings: { client_id, language, name, text: "Hei!" } };
}

test("replies are listed by client and language, and those of all clients first", () => {
  const clients = [client("shop", "Havuvaara"), client("it", "Aalto"), client("none", "Ilman")];
  const replies = [
    reply("b", "shop"),
    reply("a", "shop", "sv"),
    reply("a", "shop"),
    reply("c", null),
    reply("d", "it"),
  ];
  const groups = groupsOf(replies, clients, "Kaikki");
  expect(groups.map((one) => one.name)).toEqual(["Kaikki", "Aalto", "Havuvaara"]);
  expect(groups[2]?.replies.map((one) => one.prepared_reply_id)).toEqual(["a-fi", "b-fi", "a-sv"]);
});
