import type { Language, Me } from "@luukku/wire";
import { ask } from "../live/api.ts";
import { WeekDraft } from "../settings/hours/week.svelte.ts";
import { parseWebsites } from "../settings/websites.ts";
import type { Client, OpenSlot, SetUp } from "../settings/wire.ts";
import { type Answers, errorsOf, isField, STEP_OF, type Step, type StepError } from "./steps.ts";

export type Hours = "nine" | "eight" | "own";

const weekdays = (from: number, to: number): OpenSlot[][] =>
  Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from_minute: from * 60, to_minute: to * 60 }] : []));
const NINE = weekdays(9, 16);
const EIGHT = weekdays(8, 18);

export type SetUpResult = { kind: "stay" } | { kind: "gone" } | { kind: "done"; me: Me };

/** The answers of the set-up page, step by step. */
export class SetUpForm {
  step = $state<Step>(1);
  organisation = $state("");
  client = $state("");
  languages = $state<Language[]>(["fi"]);
  timeZone = $state("Europe/Helsinki");
  hours = $state<Hours>("nine");
  websites = $state("");
  ownerName = $state("");
  ownerEmail = $state("");
  ownerPassword = $state("");
  readonly week = new WeekDraft(NINE);
  errors = $state.raw<readonly StepError[]>([]);
  busy = $state(false);
  /** What the desk said as a whole; `""` when nothing. */
  failed = $state<"" | "unreachable" | "refused">("");

  get answers(): Answers {
    return {
      organisation: this.organisation,
      client: this.client,
      languages: this.languages,
      timeZone: this.timeZone,
      isWeekRight: this.chosenWeek !== null,
      websites: this.websites,
      ownerName: this.ownerName,
      ownerEmail: this.ownerEmail,
      ownerPassword: this.ownerPassword,
    };
  }

  get chosenWeek(): OpenSlot[][] | null {
    if (this.hours === "nine") return NINE;
    return this.hours === "eight" ? EIGHT : this.week.week;
  }

  /** Goes on when this step is in order. */
  next(): boolean {
    this.errors = errorsOf(this.step, this.answers);
    if (this.errors.length > 0 || this.step === 4) return this.errors.length === 0;
    this.step = this.step === 1 ? 2 : this.step === 2 ? 3 : 4;
    return true;
  }

  back(to: Step): void {
    this.errors = [];
    this.step = to;
  }

  async send(token: string): Promise<SetUpResult> {
    const week = this.chosenWeek;
    if (week === null) return { kind: "stay" };
    const body: SetUp = {
      token,
      organisation: this.organisation.trim(),
      client: this.client.trim(),
      languages: this.languages,
      time_zone: this.timeZone.trim(),
      week,
      websites: parseWebsites(this.websites).origins,
      owner_name: this.ownerName.trim(),
      owner_email: this.ownerEmail.trim(),
      owner_password: this.ownerPassword,
    };
    this.busy = true;
    this.failed = "";
    const answer = await ask<Me>("POST", "/api/set-up", body);
    this.busy = false;
    if (answer.ok) return { kind: "done", me: answer.value };
    if (answer.problem?.status === 404) return { kind: "gone" };
    this.#told(answer.problem?.fields ?? []);
    if (this.errors.length === 0) this.failed = answer.problem ? "refused" : "unreachable";
    return { kind: "stay" };
  }

  /** The desk named wrong fields: show the first step that has one. */
  #told(fields: readonly { field: string; sentence: string }[]): void {
    const errors = fields.flatMap(({ field, sentence }): StepError[] => {
      const name = field.split(/[.[]/, 1)[0] ?? "";
      return isField(name) ? [{ id: name, kind: "told", detail: sentence }] : [];
    });
    const first = errors[0];
    if (!first) return;
    this.step = STEP_OF[first.id];
    this.errors = errors.filter((one) => STEP_OF[one.id] === this.step);
  }
}

/** The client that the set-up made; `null` when the desk does not answer. */
export async function firstClient(): Promise<Client | null> {
  const answer = await ask<Client[]>("GET", "/api/clients");
  return answer.ok ? (answer.value[0] ?? null) : null;
}
