import type { Role } from "@luukku/wire";
import { ask, type Result } from "../../live/api.ts";
import { Draft, type Wrong } from "../draft.svelte.ts";
import type { T } from "../texts.ts";
import type { Agent, AgentSettings, Invitation } from "../wire.ts";

/** One person being edited or invited. */
export class AgentDraft {
  fields = $state() as AgentSettings;
  /** The link for choosing a password: shown once. */
  invitation = $state.raw<Invitation | null>(null);
  /** True as soon as the desk knows the person. */
  isKnown = $state(false);
  readonly id: string;
  readonly draft: Draft<AgentSettings>;

  constructor(agent: Agent, isNew: boolean, t: T) {
    this.id = agent.agent_id;
    this.fields = agent.settings;
    this.isKnown = !isNew;
    this.draft = new Draft<AgentSettings>(agent.settings, {
      read: () => $state.snapshot(this.fields),
      show: (fields) => {
        this.fields = structuredClone(fields);
      },
      check: (fields) => checkAgent(fields, t),
      send: (fields) => (this.isKnown ? this.#change(fields) : this.#invite(fields)),
    });
  }

  /** A new link, for somebody who has lost the old one or the password. */
  async inviteAgain(): Promise<boolean> {
    const answer = await ask<Invitation>("POST", `/api/agents/${this.id}/invitation`);
    this.invitation = answer.ok ? answer.value : null;
    return answer.ok;
  }

  async #invite(fields: AgentSettings): Promise<Result<AgentSettings>> {
    const answer = await ask<Invitation>("POST", `/api/agents/${this.id}`, tidy(fields));
    if (!answer.ok) return answer;
    this.invitation = answer.value;
    this.isKnown = true;
    return { ok: true, value: tidy(fields) };
  }

  async #change(fields: AgentSettings): Promise<Result<AgentSettings>> {
    const answer = await ask<Agent>("PUT", `/api/agents/${this.id}`, tidy(fields));
    return answer.ok ? { ok: true, value: answer.value.settings } : answer;
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
