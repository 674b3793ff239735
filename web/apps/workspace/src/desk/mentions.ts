/** Naming people and teams of the desk in a note: who can be named, what is asked for after an @, whom a text names. */
import type { AgentRow, CaseRow, Me, NoteEntry, TeamRow } from "@luukku/wire";
import { looksAfter } from "../live/places.ts";
import { rank } from "../palette/match.ts";

/** Somebody who may read the case. */
export interface Nameable {
  id: string;
  kind: "agent" | "team";
  name: string;
  /** Of a team, how many are there to be told; of a person, whether they are. */
  present: number;
}

interface People {
  me: Me | null;
  agents: ReadonlyMap<string, AgentRow>;
  teams: ReadonlyMap<string, TeamRow>;
}

/** Who may read the case, without me. The desk decides the same and refuses the rest. */
export function nameable(row: CaseRow, { me, agents, teams }: People): Nameable[] {
  const serving = [...teams.values()].filter((team) => team.client_ids.includes(row.client_id));
  const members = new Set(serving.flatMap((team) => team.agent_ids));
  const reads = (one: AgentRow) =>
    looksAfter(one.role) || members.has(one.agent_id) || row.contact.held_by === one.agent_id;
  const isThere = (id: string) => agents.get(id)?.presence === "present";
  const people = [...agents.values()]
    .filter((one) => one.is_active && one.agent_id !== me?.agent_id && reads(one))
    .map(
      (one): Nameable => ({ id: one.agent_id, kind: "agent", name: one.name, present: Number(isThere(one.agent_id)) }),
    );
  const groups = serving.map((team): Nameable => {
    const there = team.agent_ids.filter((id) => id !== me?.agent_id && isThere(id));
    return { id: team.team_id, kind: "team", name: team.name, present: there.length };
  });
  return [...people, ...groups];
}

/** Those that answer `query`: the best first, then those who are there, then by name. */
export function answering(query: string, all: readonly Nameable[]): Nameable[] {
  const fits = all.flatMap((one) => {
    const place = rank(query, one.name);
    return place === null ? [] : [{ one, place }];
  });
  const isAway = (one: Nameable) => Number(one.present === 0);
  return fits
    .sort((a, b) => a.place - b.place || isAway(a.one) - isAway(b.one) || a.one.name.localeCompare(b.one.name))
    .map(({ one }) => one);
}

/** The longest thing after an @ that may still be a name. */
const LONGEST = 60;

/** Where the @ is that the caret stands behind: at the beginning of a word. `null` when there is none. */
export function atBefore(text: string, caret: number): number | null {
  const line = text.slice(text.lastIndexOf("\n", caret - 1) + 1, caret);
  const at = line.lastIndexOf("@");
  if (at < 0 || line.length - at > LONGEST || /\S/.test(line.charAt(at - 1))) return null;
  return caret - line.length + at;
}

/** A stretch of words, and whom it names. */
export interface Piece {
  text: string;
  ids: readonly string[];
}

/** Splits a text at the names in it: `@` and the whole name, the longest that fits. */
export function pieces(text: string, all: readonly Pick<Nameable, "id" | "name">[]): Piece[] {
  const longestFirst = [...all].sort((a, b) => b.name.length - a.name.length);
  const found: Piece[] = [];
  let from = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const begins = at === 0 || /[\s(]/.test(text.charAt(at - 1));
    const first = begins ? longestFirst.find((one) => isNamedAt(text, at, one.name)) : undefined;
    if (!first) continue;
    if (at > from) found.push({ text: text.slice(from, at), ids: [] });
    const end = at + 1 + first.name.length;
    // Two of the same name are both meant: nobody is left out.
    const ids = all.filter((one) => one.name === first.name).map((one) => one.id);
    found.push({ text: text.slice(at, end), ids });
    from = end;
    at = end - 1;
  }
  if (from < text.length) found.push({ text: text.slice(from), ids: [] });
  return found;
}

function isNamedAt(text: string, at: number, name: string): boolean {
  return text.startsWith(name, at + 1) && !/[\p{L}\p{N}]/u.test(text.charAt(at + 1 + name.length));
}

/** Whom a text names, as it is sent with a note. */
export function mentionsIn(text: string, all: readonly Nameable[]): { agent_ids: string[]; team_ids: string[] } {
  const ids = new Set(pieces(text, all).flatMap((one) => one.ids));
  const of = (kind: Nameable["kind"]) => all.filter((one) => one.kind === kind && ids.has(one.id)).map((one) => one.id);
  return { agent_ids: of("agent"), team_ids: of("team") };
}

/** Who is named in a note, by the names that they have now. */
export function named(
  entry: Pick<NoteEntry, "mentions">,
  { agents, teams }: Omit<People, "me">,
): { id: string; name: string }[] {
  return [
    ...entry.mentions.agent_ids
      .flatMap((id) => agents.get(id) ?? [])
      .map((one) => ({ id: one.agent_id, name: one.name })),
    ...entry.mentions.team_ids.flatMap((id) => teams.get(id) ?? []).map((one) => ({ id: one.team_id, name: one.name })),
  ];
}
