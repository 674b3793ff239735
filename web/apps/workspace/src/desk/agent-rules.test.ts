import type { ClientRow, TeamRow } from "@luukku/wire";
import { expect, test } from "vitest";
import { AINO, NO_SPEECH } from "../live/samples.ts";
import { unreadRules } from "./agent-rules.ts";

const client = (client_id: string, version: number | null) =>
  ({
    client_id,
    speech: { ...NO_SPEECH, agent_rules: version === null ? null : { version, text: "Emme arvaa." } },
  }) as ClientRow;
const team = (client_id: string, agent_id: string) => ({ client_ids: [client_id], agent_ids: [agent_id] }) as TeamRow;

test("what the clients of my own teams ask is unread until I have read that very text", () => {
  const clients = [client("it", 2), client("shop", 1), client("city", null)];
  const teams = [team("it", AINO), team("shop", "bengt"), team("city", AINO)];
  const ids = (read: { client_id: string; version: number }[]) =>
    unreadRules(clients, teams, AINO, read).map((one) => one.client.client_id);
  expect(ids([])).toEqual(["it"]);
  expect(ids([{ client_id: "it", version: 1 }])).toEqual(["it"]);
  expect(ids([{ client_id: "it", version: 2 }])).toEqual([]);
});
