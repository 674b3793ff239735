import type { Problem } from "@luukku/wire";
import { ask } from "../../live/api.ts";
import { fieldsOf, sentenceOf } from "../../shell/problem.ts";
import type { Launch, LaunchPoint } from "../wire.ts";

/** A client's way to its customers, and what somebody does to it. */
export class LaunchWay {
  launch = $state.raw() as Launch;
  /** What the desk said no to last, in words. */
  refused = $state("");
  busy = $state(false);
  readonly #path: string;

  constructor(clientId: string, launch: Launch) {
    this.#path = `/api/clients/${clientId}`;
    this.launch = launch;
  }

  open(otherwise: string): Promise<boolean> {
    return this.#send("POST", "launch", {}, otherwise);
  }

  confirm(point: LaunchPoint, words: string, otherwise: string): Promise<boolean> {
    return this.#send("PUT", "launch-points", { point, words }, otherwise);
  }

  review(review_on: string, minded_by: string, otherwise: string): Promise<boolean> {
    const body = { review_on: review_on || null, minded_by: minded_by || null };
    return this.#send("PUT", "launch-review", body, otherwise);
  }

  async #send(method: "POST" | "PUT", what: string, body: object, otherwise: string): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    const answer = await ask<Launch>(method, `${this.#path}/${what}`, body);
    this.busy = false;
    if (answer.ok) this.launch = answer.value;
    this.refused = answer.ok ? "" : whyNot(answer.problem, otherwise);
    return answer.ok;
  }
}

/** What is wrong with the one field that was sent, or why nothing of it was done. */
function whyNot(problem: Problem | null, otherwise: string): string {
  const [first] = problem?.code === "invalid" ? Object.values(fieldsOf(problem)) : [];
  return first ?? sentenceOf(problem, otherwise);
}
