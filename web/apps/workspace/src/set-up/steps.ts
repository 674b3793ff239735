/** What each step of the set-up asks, and what is wrong with the answers so far. */
import type { Language } from "@luukku/wire";
import { parseWebsites } from "../settings/websites.ts";
import { passwordProblem } from "../sign-in/password.ts";

export type Step = 1 | 2 | 3 | 4;
export const STEPS: readonly Step[] = [1, 2, 3, 4];

export interface Answers {
  organisation: string;
  client: string;
  languages: readonly Language[];
  timeZone: string;
  /** Whether the chosen hours are in order. */
  isWeekRight: boolean;
  websites: string;
  ownerName: string;
  ownerEmail: string;
  ownerPassword: string;
}

/** The field, by its id on the page, and what is wrong with it. */
export interface StepError {
  id: keyof typeof STEP_OF;
  kind: "empty" | "no_language" | "week" | "website" | "email" | "password_short" | "password_long" | "told";
  /** What the sentence needs: the wrong address, the number of characters, or the desk's own sentence. */
  detail: string;
}

/** On which step each field is. */
export const STEP_OF = {
  organisation: 1,
  client: 2,
  languages: 2,
  time_zone: 2,
  week: 3,
  websites: 3,
  owner_name: 4,
  owner_email: 4,
  owner_password: 4,
} as const satisfies Record<string, Step>;

export function isField(name: string): name is keyof typeof STEP_OF {
  return name in STEP_OF;
}

export function errorsOf(step: Step, answers: Answers): StepError[] {
  const empty = (id: StepError["id"], value: string): StepError[] =>
    value.trim() === "" ? [{ id, kind: "empty", detail: "" }] : [];
  switch (step) {
    case 1:
      return empty("organisation", answers.organisation);
    case 2:
      return [
        ...empty("client", answers.client),
        ...(answers.languages.length === 0 ? [{ id: "languages", kind: "no_language", detail: "" } as const] : []),
        ...empty("time_zone", answers.timeZone),
      ];
    case 3:
      return hoursAndWebsites(answers);
    case 4:
      return [...empty("owner_name", answers.ownerName), ...email(answers), ...password(answers)];
  }
}

function hoursAndWebsites(answers: Answers): StepError[] {
  const { wrong } = parseWebsites(answers.websites);
  return [
    ...(answers.isWeekRight ? [] : [{ id: "week", kind: "week", detail: "" } as const]),
    // A desk without a website works too: the chat is put on a page later.
    ...(wrong === null ? [] : [{ id: "websites", kind: "website", detail: wrong } as const]),
  ];
}

function email({ ownerEmail }: Answers): StepError[] {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(ownerEmail.trim())
    ? []
    : [{ id: "owner_email", kind: "email", detail: "" }];
}

function password({ ownerPassword }: Answers): StepError[] {
  const problem = passwordProblem(ownerPassword);
  if (!problem) return [];
  return [
    problem.kind === "short"
      ? { id: "owner_password", kind: "password_short", detail: String(problem.count) }
      : { id: "owner_password", kind: "password_long", detail: "" },
  ];
}
