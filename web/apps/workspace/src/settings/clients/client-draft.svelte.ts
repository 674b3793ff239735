import { ask, type Result } from "../../live/api.ts";
import { clashed } from "../clashed.ts";
import { Draft } from "../draft.svelte.ts";
import { WeekDraft } from "../hours/week.svelte.ts";
import type { T } from "../texts.ts";
import type { Client, ClientSettings } from "../wire.ts";
import { checkClient } from "./check.ts";
import { type ClientFields, fieldsOfClient, settingsOf } from "./client-form.ts";

/** One client being edited, over all of its pages. */
export class ClientDraft {
  readonly week: WeekDraft;
  readonly draft: Draft<ClientFields>;
  /** All fields but the week, which has a draft of its own. */
  fields = $state() as Omit<ClientFields, "week">;
  readonly #id: string;
  readonly #isNew: boolean;

  constructor(id: string, settings: ClientSettings, isNew: boolean, t: T) {
    this.#id = id;
    this.#isNew = isNew;
    this.week = new WeekDraft(settings.week);
    const { week, ...rest } = fieldsOfClient(settings);
    this.fields = rest;
    this.draft = new Draft<ClientFields>(
      { ...rest, week },
      {
        read: () => ({ ...$state.snapshot(this.fields), week: $state.snapshot(this.week.days) }),
        show: (fields) => this.#show(fields),
        check: (fields) => checkClient(fields, t),
        ...(isNew ? {} : { clashed: clashed(t), latest: () => this.#latest() }),
        send: (fields) => this.#send(fields),
      },
    );
  }

  #show({ week, ...rest }: ClientFields): void {
    this.fields = structuredClone(rest);
    this.week.days = structuredClone(week);
  }

  async #latest(): Promise<Result<ClientFields>> {
    const answer = await ask<Client>("GET", `/api/clients/${this.#id}`);
    return answer.ok ? { ok: true, value: fieldsOfClient(answer.value.settings) } : answer;
  }

  async #send(fields: ClientFields): Promise<Result<ClientFields>> {
    const settings = settingsOf(fields);
    // The check has passed before: there is always something to send.
    if (settings === null) return { ok: false, problem: null };
    const answer = await ask<Client>(this.#isNew ? "POST" : "PUT", `/api/clients/${this.#id}`, settings);
    return answer.ok ? { ok: true, value: fieldsOfClient(answer.value.settings) } : answer;
  }
}
