import { expect, test } from "vitest";
import { withoutSent } from "./draft-words.ts";
import type { Unsent } from "./outbox.ts";

const draft = (text: string, note: string) => ({ case_id: "a", text, note, at: 1000, attachments: [] });

function going(text: string, isNote: boolean): Unsent {
  const more = { seenSeq: null, where: "sending", leavesAt: 0, why: null, code: null } as const;
  return { id: text, caseId: "a", text, isNote, attachments: [], solve: false, ...more };
}

test("what is on its way stands in no field, and what was written beside it stays", () => {
  expect(withoutSent(draft("Hei ", "Soitti"), [going("Hei", false)])).toEqual(draft("", "Soitti"));
  expect(withoutSent(draft("Hei", "Soitti"), [going("Soitti", true)])).toEqual(draft("Hei", ""));
  expect(withoutSent(draft("Hei", ""), [going("Hei", false)])).toBeNull();
});

test("the same words on the other side are not the ones on their way", () => {
  const same = draft("Soitti", "");
  expect(withoutSent(same, [going("Soitti", true)])).toBe(same);
});
