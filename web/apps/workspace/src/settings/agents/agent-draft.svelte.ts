import type { Role, TeamRow } from "@luukku/wire";
import { ask, type Result } from "../../live/api.ts";
import { clashed } from "../clashed.ts";
import { changesBetween, Draft, type Wrong } from "../draft.svelte.ts";
import type { T } from "../texts.ts";
import type { Agent, AgentSettings, AgentTeams, Invitation } from "../wire.ts";

/** What the form asks: the person's own settings, and the teams that they are in. */
export interface AgentFields extends AgentSettings {
  team_ids: string[];
}

type Teams = () => readonly TeamRow[];

/** One person being edited or invited. */
export class AgentDraft {
  fields = $state() as AgentFields;
  /** The link for choosing a password: shown once. */
  invitation = $state.raw<Invitation | null>(null);
  /** True as soon as the desk knows the person. */
  isKnown = $state(false);
  readonly id: string;
  readonly draft: Draft<AgentFields>;
  readonly #teams: Teams;
  #kept: AgentSettings;
  #keptTeams: string;

  /** `teams`: as they are at the moment of asking. */
  constructor(agent: Agent, isNew: boolean, teams: Teams, t: T) {
    this.id = agent.agent_id;
    this.#teams = teams;
    this.#kept = agent.settings;
    const fields = { ...agent.settings, team_ids: this.#teamIds() };
    this.#keptTeams = [...fields.team_ids].sort().join();
    // Where there is one team, the new one will be in it.
    this.fields = {
      ...fields,
      team_ids: isNew && teams().length === 1 ? teams().map((one) => one.team_id) : fields.team_ids,
    };
    this.isKnown = !isNew;
    // What the form begins with is no change that somebody has made.
    this.draft = new Draft<AgentFields>($state.snapshot(this.fields), {
      read: () => $state.snapshot(this.fields),
      show: (fields) => {
        this.fields = structuredClone(fields);
      },
      check: (fields) => checkAgent(fields, t),
      clashed: clashed(t),
      latest: () => this.#latest(),
      send: (fields) => (this.isKnown ? this.#change(fields) : this.#invite(fields)),
    });
  }

  /** A new link, for somebody who has lost the old one or the password. */
  async inviteAgain(): Promise<boolean> {
    const answer = await ask<Invitation>("POST", `/api/agents/${this.id}/invitation`);
    this.invitation = answer.ok ? answer.value : null;
    return answer.ok;
  }

  async #latest(): Promise<Result<AgentFields>> {
    const kept = { ...this.#kept, team_ids: this.#teamIds() };
    if (!this.isKnown) return { ok: true, value: kept };
    const answer = await ask<Agent[]>("GET", "/api/agents");
    if (!answer.ok) return answer;
    const now = answer.value.find((one) => one.agent_id === this.id);
    return { ok: true, value: now ? { ...now.settings, team_ids: this.#teamIds() } : kept };
  }

  async #invite({ team_ids, ...settings }: AgentFields): Promise<Result<AgentFields>> {
    const answer = await ask<Invitation>("POST", `/api/agents/${this.id}`, tidy(settings));
    if (!answer.ok) return answer;
    this.invitation = answer.value;
    this.isKnown = true;
    this.#kept = tidy(settings);
    return this.#join(team_ids);
  }

  async #change({ team_ids, ...settings }: AgentFields): Promise<Result<AgentFields>> {
    // Who only goes to another team has no new settings: the log would tell of a change that nobody made.
    if (changesBetween(this.#kept, tidy(settings)) > 0) {
      const answer = await ask<Agent>("PUT", `/api/agents/${this.id}`, tidy(settings));
      if (!answer.ok) return answer;
      this.#kept = answer.value.settings;
    }
    return this.#join(team_ids);
  }

  async #join(team_ids: string[]): Promise<Result<AgentFields>> {
    // A colleague may have changed the teams meanwhile: who has not touched them leaves them as they are.
    if ([...team_ids].sort().join() === this.#keptTeams) return { ok: true, value: { ...this.#kept, team_ids } };
    const answer = await ask<AgentTeams>("PUT", `/api/agents/${this.id}/teams`, { team_ids });
    if (!answer.ok) return answer;
    this.#keptTeams = [...team_ids].sort().join();
    return { ok: true, value: { ...this.#kept, team_ids } };
  }

  #teamIds(): string[] {
    return this.#teams().flatMap((one) => (one.agent_ids.includes(this.id) ? [one.team_id] : []));
  }
}

function tidy(fields: AgentSettings): AgentSettings {
  const name = fields.name.trim();
  const first = fields.first_name.trim();
  // Customers see a first name; the first word of the whole name will do until somebody writes another.
  return {
    ...fields,
    name,
    email: fields.email.trim(),
    first_name: first === "" ? (name.split(/\s/)[0] ?? "") : first,
  };
}

export function checkAgent(fields: AgentSettings, t: T): Wrong {
  const wrong: Record<string, string> = {};
  if (fields.name.trim() === "") wrong.name = t("wrong-agent-name");
  if (!/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(fields.email.trim())) wrong.email = t("wrong-email");
  if (fields.languages.length === 0) wrong.languages = t("wrong-languages");
  return wrong;
}

/** The roles that somebody with `mine` may give: owners are made by owners. */
export function givable(mine: Role | undefined): readonly Role[] {
  const all: readonly Role[] = ["owner", "supervisor", "agent", "read_only"];
  return mine === "owner" ? all : all.slice(1);
}
