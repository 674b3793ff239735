import type { Me, Problem } from "@luukku/wire";
import { ask } from "../live/api.ts";

export type SignInError =
  | { kind: "empty"; email: boolean; password: boolean }
  | { kind: "wrong" }
  | { kind: "too_often"; minutes: number }
  | { kind: "unreachable" };

/** What a refused sign-in means to the one who tried. */
export function errorOf(problem: Problem | null): SignInError {
  if (problem?.status === 429) {
    return { kind: "too_often", minutes: Math.max(1, Math.ceil((problem.retry_after_s ?? 60) / 60)) };
  }
  if (problem?.status === 401 || problem?.status === 403 || problem?.status === 422) return { kind: "wrong" };
  return { kind: "unreachable" };
}

export class SignInForm {
  email = $state("");
  password = $state("");
  busy = $state(false);
  error = $state.raw<SignInError | null>(null);

  /** Gives the one who has signed in, or `null` and an error. */
  async send(): Promise<Me | null> {
    const email = this.email.trim();
    if (email === "" || this.password === "") {
      this.error = { kind: "empty", email: email === "", password: this.password === "" };
      return null;
    }
    this.busy = true;
    const answer = await ask<Me>("POST", "/api/session", { email, password: this.password });
    this.busy = false;
    this.error = answer.ok ? null : errorOf(answer.problem);
    return answer.ok ? answer.value : null;
  }
}
