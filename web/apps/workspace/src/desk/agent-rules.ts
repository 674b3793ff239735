/** What clients ask of their agents: which of it I have not read yet. */
import type { AgentRulesRead, ClientRow, TeamRow } from "@luukku/wire";

export interface Unread {
  client: ClientRow;
  version: number;
  text: string;
}

/** Of the clients that my own teams serve: who only looks on is asked nothing. */
export function unreadRules(
  clients: Iterable<ClientRow>,
  teams: readonly TeamRow[],
  me: string,
  read: readonly AgentRulesRead[],
): Unread[] {
  const mine = new Set(teams.filter((team) => team.agent_ids.includes(me)).flatMap((team) => team.client_ids));
  return [...clients].flatMap((client) => {
    const rules = client.speech.agent_rules;
    if (!rules || !mine.has(client.client_id)) return [];
    const isRead = read.some((one) => one.client_id === client.client_id && one.version >= rules.version);
    return isRead ? [] : [{ client, ...rules }];
  });
}
